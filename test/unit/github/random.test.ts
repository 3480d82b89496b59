import { expect, it } from 'vitest';
import { randomUUID } from '../../../src/github/random.ts';

it('R6: delimiters have 128 bits that are others each time', () => {
  const texts = Array.from({ length: 1000 }, randomUUID);
  expect(new Set(texts).size).toBe(1000);
  for (const text of texts) expect(text.replaceAll('-', '')).toMatch(/^[0-9a-f]{32}$/);
  const bytes = new Set(texts.flatMap((text) => text.replaceAll('-', '').match(/../g) ?? []));
  expect(bytes.size).toBe(256);
});

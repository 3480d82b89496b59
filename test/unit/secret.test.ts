import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from '../../src/secret.ts';

const secret = new Secret('canary-0001');

it('R5: a secret shows itself in no way of printing', () => {
  const printed = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret, { depth: 5, showHidden: true }),
    inspect({ nested: [secret] }, { depth: 5 }),
    new Error(`${secret}`).message,
    JSON.stringify(Object.entries(secret)),
  ];
  for (const text of printed) expect(text).not.toContain('canary');
});

it('reveal() gives the text back', () => {
  expect(secret.reveal()).toBe('canary-0001');
});

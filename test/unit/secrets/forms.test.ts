/** Why this exists: the forms that masks and redaction share are those that programs print. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Forms, formEncoded, KEPT, percent } from '../../../src/secrets/forms.ts';

describe('base64', () => {
  const bytes = (minLength: number, maxLength: number) =>
    fc.uint8Array({ minLength, maxLength }).map((all) => Buffer.from(all));

  it.each(['base64', 'base64url'] as const)(
    'R2: %s of bytes among others has, at any alignment, a form with all characters that no neighbour has a bit in',
    (alphabet) => {
      fc.assert(
        fc.property(bytes(7, 40), bytes(0, 7), bytes(0, 7), (value, before, after) => {
          const printed = Buffer.concat([before, value, after]).toString(alphabet);
          const first = Math.ceil((before.length * 8) / 6);
          const end = Math.floor(((before.length + value.length) * 8) / 6);
          expect(base64Forms(value)).toContain(printed.slice(first, end));
        }),
      );
    },
  );

  it.each([0, 4, 5])('R3: has no form of fewer than 8 characters: %d bytes', (length) => {
    expect(base64Forms(Buffer.alloc(length))).toEqual([]);
  });

  it('of 6 bytes is known only where they stand at the start', () => {
    expect(base64Forms(Buffer.from('canary'))).toEqual([Buffer.from('canary').toString('base64')]);
  });
});

describe('percent-encoding', () => {
  it('is what the platform gives for those that it knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(percent(text, "-_.!~*'()")).toBe(encodeURIComponent(text));
        expect(formEncoded(text, KEPT.form)).toBe(new URLSearchParams({ v: text }).toString().slice(2));
      }),
    );
  });

  it('of half a character is that of its replacement, as bytes have none', () => {
    expect(percent('\ud83d', KEPT.unreserved)).toBe('%EF%BF%BD');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overLetters } from '../../../src/secrets/letters.ts';

const NAME = String.raw`^[\p{L}_][\p{L}\p{N}_-]*$`;
const STRANGE = String.raw`[^\p{L}\p{N}_]`;

/** Texts of letters, digits and other characters, in ASCII and beyond, with halves of pairs among them. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'azAZ09_-. \n'),
    fc.constantFrom('é', 'ß', 'Ж', '名', '٣', '²', '\u00a0', '\u2028', '😀', '𝒳', '\ud83d'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

describe('overLetters', () => {
  it('judges every text as the expression with the tables of Unicode does', () => {
    const name = overLetters(NAME);
    fc.assert(
      fc.property(text, (one) => {
        expect(name(one).test(one)).toBe(new RegExp(NAME, 'u').test(one));
      }),
    );
  });

  it('replaces in every text what that expression replaces', () => {
    const strange = overLetters(STRANGE, 'g');
    fc.assert(
      fc.property(text, (one) => {
        expect(one.replace(strange(one), '')).toBe(one.replace(new RegExp(STRANGE, 'gu'), ''));
      }),
    );
  });

  it('gives an ASCII text an expression without those tables', () => {
    const name = overLetters(NAME);
    expect(name('DB_PASSWORD').source).not.toContain('\\p');
    expect(name('MOT_DE_PASSÉ').source).toContain('\\p');
  });
});

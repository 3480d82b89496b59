/** Why this exists: what Node.js shows of a text in a URL, wherever in it the text is, is one of its forms. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlForms } from '../../../../src/cli/redact/urls.ts';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ASCII) },
  { weight: 2, arbitrary: fc.constantFrom(...'?#\\/^`{}|"\'<>@:% ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...'\t\n\r\0\x01\x1f\x7f\x80ä€金😀\u2028\ufeff', '\ud83d', '\udc00'),
  },
);
/** Segments of dots change a path: what is left is another text. */
const DOTS = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i;
const text = fc
  .string({ unit, minLength: 1, maxLength: 30 })
  .filter((one) => !DOTS.test(one.replace(/[\t\n\r]/g, '')));

const WITHIN: readonly (readonly [before: string, after: string])[] = ['http', 'redis'].flatMap((scheme) => [
  [`${scheme}://h/p/x`, 'y'],
  [`${scheme}://h/?k=`, '.'],
  [`${scheme}://h/p#`, '.'],
]);

describe('a text in a URL', () => {
  it.each(WITHIN)('behind %s is shown as one of its forms', (before, after) => {
    fc.assert(
      fc.property(text, (one) => {
        const { href } = new URL(before + one + after);
        expect(urlForms(one)).toContain(href.slice(before.length, href.length - after.length));
      }),
    );
  });

  it.each(['search', 'pathname', 'hash', 'username', 'password'] as const)(
    'as its %s is shown as one of its forms',
    (part) => {
      fc.assert(
        fc.property(text, fc.constantFrom('http', 'redis'), (one, scheme) => {
          const url = new URL(`${scheme}://h/p`);
          url[part] = `x${one}y`;
          const shown = url[part].replace(/^[/?#]/, '');
          expect(shown).toMatch(/^x.*y$/);
          expect(urlForms(one)).toContain(shown.slice(1, -1));
        }),
      );
    },
  );

  it('before the host is shown as one of its forms', () => {
    fc.assert(
      fc.property(
        text.filter((one) => !/[/?#\\]/.test(one)),
        (one) => {
          const { password } = new URL(`http://u:x${one}y@h/`);
          expect(urlForms(one)).toContain(password.slice(1, -1));
        },
      ),
    );
  });

  it('has few forms: one where nothing is special, and at most nineteen', () => {
    expect(new Set(urlForms('canary-8af3kL0pQ'))).toEqual(new Set(['canary-8af3kL0pQ']));
    expect(new Set(urlForms(ASCII.join(''))).size).toBeLessThan(20);
  });
});

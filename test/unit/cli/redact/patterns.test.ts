/** Why this exists: which values are hidden, in how many forms, and what stays readable (rules R2 and R3). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../../src/cli/redact/forms.ts';
import { patternsOf } from '../../../../src/cli/redact/patterns.ts';
import { Secret } from '../../../../src/secret.ts';
import { redacted } from '../../../support/redaction.ts';

/** What is shown of a text by a job with this value. */
function shown(value: string, printed: string): string {
  return redacted(patternsOf([new Secret(value)]), [printed]).toString();
}

const FAKE_KEY_LINES = ['Y2FuYXJ5IGxpbmUgb25l', 'Y2FuYXJ5IGxpbmUgdHdv+/==', 'Y2E9'];
const FAKE_PEM = `-----BEGIN PRIVATE KEY-----\n${FAKE_KEY_LINES.join('\n')}\n-----END PRIVATE KEY-----\n`;

describe('R3: a short or common value', () => {
  it.each(['', 'abc', ' abc ', '{}', 'true', 'NULL', '-----BEGIN PRIVATE KEY-----'])(
    '%j has no pattern',
    (value) => {
      expect(patternsOf([new Secret(value)]).count).toBe(0);
      expect(shown(value, value)).toBe(value);
    },
  );

  it('a text that is hidden as it is has none either when it is that short', () => {
    const patterns = patternsOf([new Secret('canary')], ['', 'a', 'abc', 'abcd']);
    expect(redacted(patterns, ['a abc abcd canary']).toString()).toBe('a abc *** ***');
  });

  it('no form of any value is shorter than 4 bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (value) => {
        for (const form of formsOf(value)) expect(Buffer.byteLength(form)).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
  });
});

describe('R2: a value of several lines', () => {
  it('is one mask when it is printed as a whole, its first and last line break left', () => {
    expect(shown(FAKE_PEM, `key:\n${FAKE_PEM}end`)).toBe('key:\n***\nend');
  });

  it.each([
    ['LF', '\n', '\r\n'],
    ['CRLF', '\r\n', '\n'],
  ])('with %s is one mask with the other line ends, too', (_, stored, printed) => {
    const value = ['ab', 'cd', 'canary', ''].join(stored);
    expect(shown(value, value.replaceAll(stored, printed))).toBe(`***${printed}`);
  });

  it('is hidden line by line, without blanks around them, and its structure is not', () => {
    const indented = FAKE_PEM.replaceAll('\n', '\r\n    ');
    expect(shown(FAKE_PEM, indented)).toBe(
      '-----BEGIN PRIVATE KEY-----\r\n    ***\r\n    ***\r\n    ***\r\n    -----END PRIVATE KEY-----\r\n    ',
    );
  });

  it('is hidden in base64 as `base64` and `openssl` wrap it', () => {
    for (const width of [76, 64]) {
      const wrapped = Buffer.from(FAKE_PEM)
        .toString('base64')
        .replace(RegExp(`.{${width}}`, 'g'), '$&\n');
      expect(shown(FAKE_PEM, wrapped)).toMatch(/^(\*\*\*\n)+\*\*\*.{0,4}$/);
    }
  });
});

describe('R2: a value that is JSON', () => {
  const value = JSON.stringify({ user: 'canary-user', deep: [{ key: FAKE_PEM, on: 'true', n: 12345 }] });

  it('is one mask when it is printed as it is, also as a string', () => {
    expect(shown(value, `${value} ${JSON.stringify(value)}`)).toBe('*** "***"');
  });

  it('is hidden string by string when it is printed anew', () => {
    const pretty = JSON.stringify(JSON.parse(value), null, 2);
    expect(JSON.parse(shown(value, pretty))).toEqual({
      user: '***',
      deep: [{ key: '***\n', on: 'true', n: 12345 }],
    });
  });

  it('is hidden when a string of it is printed alone', () => {
    expect(shown(value, `${FAKE_PEM}canary-user`)).toBe('***\n***');
  });
});

describe('R2: as programs print it that this machine may not have, by their documentation', () => {
  const value = `c'a"n<a>r&y +=/ü€`;

  it.each([
    ['Windows PowerShell: ConvertTo-Json', `c\\u0027a\\"n\\u003ca\\u003er\\u0026y +=/ü€`],
    ['Gson', `c\\u0027a\\"n\\u003ca\\u003er\\u0026y +\\u003d/ü€`],
    ['.NET: System.Text.Json', `c\\u0027a\\u0022n\\u003Ca\\u003Er\\u0026y \\u002B=/\\u00FC\\u20AC`],
    ['PHP: json_encode', `c'a\\"n<a>r&y +=\\/\\u00fc\\u20ac`],
    ['Python, with upper-case digits', `c'a\\"n<a>r&y +=/\\u00FC\\u20AC`],
    ['PHP: urlencode', 'c%27a%22n%3Ca%3Er%26y+%2B%3D%2F%C3%BC%E2%82%AC'],
    ['.NET: HttpUtility.UrlEncode', 'c%27a%22n%3ca%3er%26y+%2b%3d%2f%c3%bc%e2%82%ac'],
    ['PHP: htmlspecialchars', 'c&#039;a&quot;n&lt;a&gt;r&amp;y +=/ü€'],
    ['Java, named entities', 'c&apos;a&quot;n&lt;a&gt;r&amp;y +=/ü€'],
    ['JavaScript, by lodash', 'c&#39;a&quot;n&lt;a&gt;r&amp;y +=/ü€'],
    ['numbers', 'c&#39;a&#34;n&#60;a&#62;r&#38;y +=/&#252;&#8364;'],
    ['hexadecimal numbers', 'c&#x27;a&#x22;n&#x3c;a&#x3e;r&#x26;y +=/ü€'],
    ['upper-case hexadecimal numbers', 'c&#x27;a&#x22;n&#x3C;a&#x3E;r&#x26;y +=/&#xFC;&#x20AC;'],
  ])('%s', (_, printed) => {
    expect(shown(value, `(${printed})`)).toBe('(***)');
  });
});

describe('several values', () => {
  it('have each form once', () => {
    const one = patternsOf([new Secret('canary0001')]).count;
    expect(patternsOf([new Secret('canary0001'), new Secret('canary0001')]).count).toBe(one);
    expect(patternsOf([new Secret('canary0001'), new Secret('canary0002')]).count).toBeGreaterThan(one);
  });

  it('made of each other leave nothing of the longer', () => {
    const patterns = patternsOf([new Secret('canary'), new Secret('postgres://u:canary@db.test/x')]);
    expect(redacted(patterns, ['DB=postgres://u:canary@db.test/x']).toString()).toBe('DB=***');
  });
});

describe('a value of a mebibyte', () => {
  const line = 'canary/0123456789+abcdefghijklmnopqrstuvwxyz=';

  it('in one line is hidden as it is, in base64 and in hex', () => {
    const value = line.repeat(24_000);
    const bytes = Buffer.from(value);
    const patterns = patternsOf([new Secret(value)]);
    for (const form of [value, bytes.toString('base64'), bytes.toString('hex')]) {
      expect(redacted(patterns, ['a ', form, ' b']).toString()).toBe('a *** b');
    }
  });

  it('in many lines is hidden as a whole and line by line', () => {
    const value = Array.from({ length: 20_000 }, (_, n) => `${n} ${line}`).join('\n');
    const patterns = patternsOf([new Secret(value)]);
    expect(redacted(patterns, [`${value}\n`]).toString()).toBe('***\n');
    expect(redacted(patterns, [`x${value.slice(0, 900_000).replaceAll('\n', ',\n')}`]).toString()).toMatch(
      /^x(\*\*\*,\n)+[^\n]*$/,
    );
  });
});

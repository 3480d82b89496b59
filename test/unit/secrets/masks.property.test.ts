/** Why this exists: for any value and any usual way of printing it, the runner shows nothing of it (rules R2 and R3). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { masksOf } from '../../../src/secrets/masks.ts';
import { Masker } from '../../support/masker.mjs';

function maskerFor(value: string): Masker {
  const masker = new Masker();
  for (const mask of masksOf(new Secret(value)).masks) masker.add(mask);
  return masker;
}

/** One line of at least 8 bytes without blanks around it, full of what encodings change; never an upper-case Q. */
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...`%"'&<>\\$ +/=?#@:;,~!*()[]{}|^\`\t-_.`) },
  { weight: 3, arbitrary: fc.constantFrom(...'abcXYZ019é\u2028🔑') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const line = fc
  .string({ unit: character, minLength: 8, maxLength: 40 })
  .map((text) => text.replace(/[\r\nQ]/g, '_').trim())
  .filter((text) => text.length >= 8 && /[\p{L}\p{N}]/u.test(text));

/** Matches no character. */
const NOTHING = /(?!)/g;

function json(text: string, escaped = NOTHING): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(escaped, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function percent(text: string, kept: RegExp): string {
  return [...Buffer.from(text)]
    .map((byte) => ({ c: String.fromCharCode(byte), hex: byte.toString(16).toUpperCase().padStart(2, '0') }))
    .map(({ c, hex }) => (kept.test(c) ? c : `%${hex}`))
    .join('');
}

/** The runner's own forms and ours. */
const PRINTINGS: Readonly<Record<string, (text: string) => string>> = {
  plainly: (text) => text,
  'as JSON': (text) => json(text),
  'as JSON, by Go': (text) => json(text, /[<>&\u2028\u2029]/g),
  'as JSON, in ASCII': (text) => json(text, /[^\x20-\x7e]/g),
  'as a form field': (text) => percent(text, /[A-Za-z0-9*._ -]/).replaceAll(' ', '+'),
  'in a URI': (text) => percent(text, /[A-Za-z0-9._~-]/),
  'in XML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  'in an expression': (text) => text.replaceAll("'", "''"),
};

describe('R2: any value of one line', () => {
  it.each(Object.entries(PRINTINGS))('printed %s is hidden completely', (_, print) => {
    fc.assert(
      fc.property(line, (value) => {
        expect(maskerFor(value).mask(print(value))).toBe('***');
      }),
      { numRuns: 300 },
    );
  });

  it('printed within a text is hidden completely', () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...Object.values(PRINTINGS)), (value, print) => {
        expect(maskerFor(value).mask(`Q${print(value)}Q`)).toBe('Q***Q');
      }),
      { numRuns: 300 },
    );
  });

  it('stays hidden when blanks and line breaks stand around it', () => {
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n'), maxLength: 4 });
    fc.assert(
      fc.property(line, blanks, blanks, (value, before, after) => {
        expect(maskerFor(before + value + after).mask(before + value + after)).toBe(`${before}***${after}`);
      }),
    );
  });
});

describe('R2: base64 at any alignment, with text before and after', () => {
  const alphabets = fc.constantFrom<BufferEncoding>('base64', 'base64url');
  const padding = fc.nat({ max: 7 }).map((length) => 'Q'.repeat(length));

  it('shows no group of four characters that is made of the value alone', () => {
    fc.assert(
      fc.property(line, padding, padding, alphabets, (value, before, after, alphabet) => {
        const printed = Buffer.from(before + value + after).toString(alphabet);
        const end = before.length + Buffer.byteLength(value);
        const head = printed.slice(0, Math.ceil(before.length / 3) * 4);
        const tail = printed.slice(Math.floor(end / 3) * 4);
        const pieces = maskerFor(value).mask(printed).split('***');
        expect(pieces).toHaveLength(2);
        expect(head.startsWith(pieces[0] ?? '?')).toBe(true);
        expect(tail.endsWith(pieces[1] ?? '?')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('shows no such group of a whole value of several lines either', () => {
    const value = fc.array(line, { minLength: 2, maxLength: 5 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(value, padding, padding, alphabets, (text, before, after, alphabet) => {
        const printed = Buffer.from(before + text + after).toString(alphabet);
        const end = before.length + Buffer.byteLength(text);
        const pieces = maskerFor(text).mask(printed).split('***');
        expect(pieces).toHaveLength(2);
        expect(printed.slice(0, Math.ceil(before.length / 3) * 4).startsWith(pieces[0] ?? '?')).toBe(true);
        expect(printed.slice(Math.floor(end / 3) * 4).endsWith(pieces[1] ?? '?')).toBe(true);
      }),
    );
  });
});

describe('R2: any value of several lines', () => {
  const several = fc.tuple(
    fc.array(line, { minLength: 2, maxLength: 5 }),
    fc.constantFrom('\n', '\r\n', '\n\n', '\r'),
  );

  it('is hidden line by line when it is printed plainly, and when it is printed as one of its lines', () => {
    fc.assert(
      fc.property(several, ([lines, end]) => {
        const masker = maskerFor(lines.join(end));
        expect(masker.mask(lines.join(end))).toBe(lines.map(() => '***').join(end));
        for (const one of lines) expect(masker.mask(one)).toBe('***');
      }),
    );
  });

  it.each(Object.entries(PRINTINGS))('printed %s leaves at most its line breaks', (_, print) => {
    fc.assert(
      fc.property(several, ([lines, end]) => {
        const left = maskerFor(lines.join(end)).mask(print(lines.join(end)));
        expect(left.replaceAll('***', '').length).toBeLessThanOrEqual(print(end).length * (lines.length - 1));
      }),
    );
  });
});

describe('R2: any string in JSON', () => {
  it('is hidden when it is printed by itself, whatever JSON it was in', () => {
    const wrapped = fc.letrec<{ json: unknown; found: string }>((tie) => ({
      found: line,
      json: fc.oneof(
        { maxDepth: 3 },
        tie('found'),
        fc.array(tie('json'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c d'), tie('json'), { minKeys: 1 }),
      ),
    })).json;
    const document = fc.tuple(fc.record({ top: wrapped }), fc.constantFrom(0, 2));
    fc.assert(
      fc.property(document, ([value, indent]) => {
        const masker = maskerFor(JSON.stringify(value, null, indent));
        for (const text of stringsIn(value)) expect(masker.mask(text)).toBe('***');
      }),
    );
  });
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('R3: for any value', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.string({ unit: character }), line);

  it('what every log is full of stays visible', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const masker = maskerFor(value);
        for (const text of ['{', '}', '[', ']', '"', '0', '1', 'true', 'false', 'null', 'yes', 'no']) {
          expect(masker.mask(text)).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no mask is short, has a line break or comes twice, and "none" means that the value is shown as it is', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const { masks, protection } = masksOf(new Secret(value));
        expect(masks.every((mask) => mask.length >= 4 && !/[\r\n]/.test(mask))).toBe(true);
        expect(new Set(masks).size).toBe(masks.length);
        expect(protection === 'none').toBe(maskerFor(value).mask(value) === value);
      }),
    );
  });
});

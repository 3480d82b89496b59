/** Why this exists: what is decoded is exactly what was encoded, and what cannot be decoded is refused, not guessed. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { decode, type Encoding } from '../../../src/secrets/encodings.ts';

/** The outcome as text: what is decoded, `bytes` in hex, or the problem. */
function decoded(text: string, encoding: Encoding): string {
  const outcome = decode(new Secret(text), encoding);
  switch (outcome.kind) {
    case 'text':
      return outcome.value.reveal();
    case 'bytes':
      return `bytes ${Buffer.from(outcome.base64.reveal(), 'base64').toString('hex')}`;
    case 'wrong':
      return `wrong: ${outcome.problem}`;
  }
}

const ENCODERS: Readonly<Record<string, readonly [Encoding, (bytes: Buffer) => string]>> = {
  'base64 with padding': ['base64', (bytes) => bytes.toString('base64')],
  'base64 without padding': ['base64', (bytes) => bytes.toString('base64').replace(/=+$/, '')],
  base64url: ['base64', (bytes) => bytes.toString('base64url')],
  'base64url with padding': [
    'base64',
    (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  ],
  hex: ['hex', (bytes) => bytes.toString('hex')],
  'hex in upper case': ['hex', (bytes) => bytes.toString('hex').toUpperCase()],
};

describe.each(Object.entries(ENCODERS))('%s', (_, [encoding, encode]) => {
  it('of any text gives that text, to the byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decoded(encode(Buffer.from(text)), encoding)).toBe(text);
      }),
    );
  });

  it('of any bytes gives those bytes, as text where they are UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const bytes = Buffer.from(array);
        const text = bytes.toString('utf8');
        const isText = Buffer.from(text).equals(bytes);
        expect(decoded(encode(bytes), encoding)).toBe(isText ? text : `bytes ${bytes.toString('hex')}`);
      }),
      { numRuns: 500 },
    );
  });

  it('may be wrapped and indented', () => {
    const blank = fc.constantFrom('', '', ' ', '\n', '\r\n', '\t', '\n  ');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(blank, { minLength: 1 }), (text, blanks) => {
        const wrapped = [...encode(Buffer.from(text))]
          .map((character, index) => character + (blanks[index % blanks.length] ?? ''))
          .join('');
        expect(decoded(`\n ${wrapped}\n`, encoding)).toBe(text);
      }),
    );
  });
});

describe('base64', () => {
  it.each([
    ['', ''],
    ['Y2FuYXJ5', 'canary'],
    ['Y2FuYXJ5LQ==', 'canary-'],
    ['Y2FuYXJ5LQ', 'canary-'],
    ['Y2FuYXJ5LTA=', 'canary-0'],
    ['Pz8/Pj4+', '???>>>'],
    ['Pz8_Pj4-', '???>>>'],
    ['Y2Fu\nYXJ5\n', 'canary'],
    ['77u/YQ==', '\ufeffa'],
    ['YQo=', 'a\n'],
    ['AGE=', '\0a'],
  ])('%j is %j', (text, expected) => {
    expect(decoded(text, 'base64')).toBe(expected);
  });

  it.each([
    'Y',
    'Y2FuY',
    'Y2FuYXJ5LQ=',
    'Y2FuYXJ5LTA==',
    'Y2FuYXJ5=',
    'Y2FuYXJ5====',
    '=',
    '==',
    '====',
    'Y2Fu=YXJ5',
    'YQ==YQ==',
    'Y2F.YXJ5',
    'Y2F,YXJ5',
    'Y2FuYXJ5!',
    'größe',
    'data:;base64,YQ==',
    '{"a":1}',
  ])('%j is none', (text) => {
    expect(decoded(text, 'base64')).toBe('wrong: is not base64');
  });
});

describe('hex', () => {
  it.each([
    ['', ''],
    ['63616e617279', 'canary'],
    ['63616E617279', 'canary'],
    ['63 61 6e\n61 72 79', 'canary'],
    ['efbbbf61', '\ufeffa'],
  ])('%j is %j', (text, expected) => {
    expect(decoded(text, 'hex')).toBe(expected);
  });

  it.each(['6', '636', '0x63', '6g', '63:61', '63-61', '63=', '٦٣'])('%j is none', (text) => {
    expect(decoded(text, 'hex')).toBe('wrong: is not hex');
  });
});

describe('bytes that are no text', () => {
  it.each([
    ['ff', 'a byte that UTF-8 does not have'],
    ['80', 'a continuation without a beginning'],
    ['c3', 'a beginning without its continuation'],
    ['c0af', 'an overlong form'],
    ['eda080', 'half of a surrogate pair'],
    ['f4908080', 'a number beyond Unicode'],
    ['00ff01fe', 'any bytes'],
  ])('%s, %s, are kept as they are', (hex) => {
    expect(decoded(hex, 'hex')).toBe(`bytes ${hex}`);
    expect(decoded(Buffer.from(hex, 'hex').toString('base64'), 'base64')).toBe(`bytes ${hex}`);
  });
});

it('R5: no problem holds the value', () => {
  for (const encoding of ['base64', 'hex'] as const) {
    expect(decoded('canary 0001!', encoding)).not.toContain('canary');
  }
});

/** Why this exists: each word after a name sets one thing, and a wrong word is told with the one that was meant. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/secrets/lexer.ts';
import { type Modifiers, NO_MODIFIERS, parseModifiers } from '../../../src/secrets/modifiers.ts';

function parsed(text: string): ReturnType<typeof parseModifiers> {
  return parseModifiers(lex(text).filter(({ kind }) => kind !== 'newline'));
}

/** What the words of a text set. */
function modifiersOf(text: string): Modifiers {
  const { modifiers, mistakes } = parsed(text);
  expect(mistakes).toEqual([]);
  return modifiers;
}

/** Mistakes as `column problem`. */
function mistakesOf(text: string): readonly string[] {
  return parsed(text).mistakes.map(({ column, problem }) => `${column} ${problem}`);
}

const WORDS = [
  'optional',
  'default=x',
  'base64',
  'hex',
  'file',
  'file=x',
  'env',
  'output',
  'nomask',
] as const;

describe('a modifier', () => {
  it.each([
    ['', {}],
    ['optional', { optional: true }],
    ['default=x', { fallback: 'x' }],
    ['default=', { fallback: '' }],
    ['default=a=b', { fallback: 'a=b' }],
    ['default="a b; c | d"', { fallback: 'a b; c | d' }],
    ['default=\'say "x"\'', { fallback: 'say "x"' }],
    ['default=`a`', { fallback: 'a' }],
    ['default=""', { fallback: '' }],
    ['default=a"b c"', { fallback: 'a"b c"' }],
    ['default=optional', { fallback: 'optional' }],
    ['base64', { decode: 'base64' }],
    ['hex', { decode: 'hex' }],
    ['file', { file: {} }],
    ['file=store.jks', { file: { name: 'store.jks' } }],
    ['file="store.jks"', { file: { name: 'store.jks' } }],
    ['env', { only: 'env' }],
    ['output', { only: 'output' }],
    ['nomask', { unmasked: true }],
    [
      'optional base64 file env nomask',
      { optional: true, decode: 'base64', file: {}, only: 'env', unmasked: true },
    ],
  ])('%s sets %j and nothing else', (text, expected) => {
    expect(modifiersOf(text)).toEqual({ ...NO_MODIFIERS, ...expected });
  });

  it('R2: is needed for a value to be published without a mask', () => {
    expect(NO_MODIFIERS.unmasked).toBe(false);
    for (const word of WORDS.filter((one) => one !== 'nomask'))
      expect(modifiersOf(word).unmasked).toBe(false);
  });

  it('sets the same in any order', () => {
    const some = fc.shuffledSubarray(['optional', 'base64', 'file=x', 'env', 'nomask']);
    fc.assert(
      fc.property(some, (words) => {
        expect(modifiersOf(words.join(' '))).toEqual(modifiersOf(words.toSorted().join(' ')));
      }),
    );
  });
});

describe('an unknown word', () => {
  it.each([
    ['optinal', 'optional'],
    ['Optional', 'optional'],
    ['OPTIONAL', 'optional'],
    ['optional=true', 'optional'],
    ['default', 'default='],
    ['defualt=x', 'default='],
    ['DEFAULT=x', 'default='],
    ['base-64', 'base64'],
    ['b64', 'base64'],
    ['Hex', 'hex'],
    ['flie', 'file'],
    ['File=x', 'file='],
    ['filename=x', 'file='],
    ['ENV', 'env'],
    ['envs', 'env'],
    ['outputs', 'output'],
    ['no-mask', 'nomask'],
    ['unmask', 'nomask'],
  ])('%s is told with the known one that is nearest: %s', (text, known) => {
    const word = text.replace(/=.*/, '=');
    expect(mistakesOf(text)).toEqual([`1 unknown modifier "${word}": did you mean ${known}?`]);
  });

  it('is told without the text behind its "=", which may be meant for nobody', () => {
    expect(mistakesOf('defualt=canary-0001').join('\n')).not.toContain('canary');
  });

  it.each(['"optional"', "'hex'", '`env`', '"default=x"'])('in quotes a modifier is none: %s', (text) => {
    expect(mistakesOf(text)).toHaveLength(1);
  });

  it.each(['constructor', 'toString', 'valueOf=', '__proto__', '__defineGetter__', '__lookupSetter__'])(
    'with the name of what every object has by birth is unknown like any other: %s',
    (word) => {
      expect(mistakesOf(word)).toEqual([
        expect.stringMatching(/^1 unknown modifier ".*": did you mean .*\?$/),
      ]);
    },
  );

  it('never is an exception, and a known word is always proposed', () => {
    const known = /did you mean (optional|default=|base64|hex|file=?|env|output|nomask)\?$/;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (word) => {
        fc.pre(/^[^\s;|"'`]+$/u.test(word));
        const unknown = mistakesOf(word).filter((problem) => problem.includes('unknown'));
        for (const problem of unknown) expect(problem).toMatch(known);
      }),
    );
  });
});

describe('words that say two things', () => {
  it.each(WORDS)('%s twice is a mistake, at the second place', (word) => {
    const name = word.replace(/=.*/, '=');
    expect(mistakesOf(`${word} ${word}`)).toEqual([`${word.length + 2} "${name}" is there twice`]);
  });

  it.each([
    ['default=a default=b', '11 "default=" is there twice'],
    ['file=a file=b', '8 "file=" is there twice'],
    ['optional default=x', '10 "default=" and "optional" exclude each other'],
    ['default=x optional', '11 "optional" and "default=" exclude each other'],
    ['base64 hex', '8 "hex" and "base64" exclude each other'],
    ['hex nomask base64', '12 "base64" and "hex" exclude each other'],
    ['env output', '5 "output" and "env" exclude each other'],
    ['file file=x', '6 "file=" and "file" exclude each other'],
    ['file=x file', '8 "file" and "file=" exclude each other'],
  ])('%s: %s', (text, problem) => {
    expect(mistakesOf(text)).toEqual([problem]);
  });

  it('no other two words exclude each other', () => {
    const exclusive = ['optional default=x', 'base64 hex', 'file file=x', 'env output'];
    const pairs = WORDS.flatMap((one, index) => WORDS.slice(index + 1).map((other) => `${one} ${other}`));
    expect(pairs.filter((pair) => mistakesOf(pair).length > 0)).toEqual(exclusive);
  });

  it('all mistakes are told together, each at its place', () => {
    expect(mistakesOf('hxe | file=a/b env env')).toEqual([
      '1 unknown modifier "hxe": did you mean hex?',
      '5 unexpected "|"',
      '7 "a/b" is no file name: letters, digits, "_", "-" and "." make one, and no folder',
      '20 "env" is there twice',
    ]);
  });
});

describe("R18: a file's name", () => {
  it.each(['x', 'store.jks', '_', '7', 'a.b.c', 'a..b', 'größe.txt', '鍵', 'A-b_c.d', 'x'.repeat(128)])(
    '%s is one',
    (name) => {
      expect(modifiersOf(`file=${name}`).file).toEqual({ name });
    },
  );

  it.each([
    '',
    '.',
    '..',
    '.hidden',
    '-x',
    'a/b',
    '/etc/passwd',
    '../x',
    'a\\b',
    'C:x',
    'a:b',
    'x y',
    'x\u0000y',
    'a*',
    '~',
    '$HOME',
    '%2e%2e',
    'x'.repeat(129),
  ])('%j is none: it would lead out of our folder, or no system takes it', (name) => {
    expect(mistakesOf(`file="${name}"`)).toEqual([
      `1 "${name}" is no file name: letters, digits, "_", "-" and "." make one, and no folder`,
    ]);
  });

  it('never leads into another folder', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '..',
      '/',
      '\\',
      ':',
      '-',
      '_',
      'ü',
      '\u2215',
      '\uff0f',
      '\u2024',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 6 }), (name) => {
        const { modifiers, mistakes } = parsed(`file="${name}"`);
        if (mistakes.length > 0) return;
        expect(modifiers.file?.name).toMatch(/^[^./\\:-][^/\\:]*$/);
      }),
    );
  });
});

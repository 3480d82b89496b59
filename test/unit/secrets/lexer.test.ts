/** Why this exists: the pieces of a `secrets` text and their places, on which every message about it depends. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex, type Token, unquoted } from '../../../src/secrets/lexer.ts';

/** Words as they are, quoted words in brackets, separators as themselves, newlines as `⏎`. */
function shape(text: string): string {
  return lex(text).map(spell).join(' ');
}

function spell({ kind, text, quoted, problem }: Token): string {
  if (kind === 'newline') return '⏎';
  if (problem) return `!${text}`;
  return quoted === undefined ? text : `[${quoted}]`;
}

describe('words, separators and comments', () => {
  it.each([
    ['', '⏎'],
    ['a b', 'a b ⏎'],
    ['  a \t b  ', 'a b ⏎'],
    ['a|b', 'a | b ⏎'],
    ['a;b', 'a ; b ⏎'],
    ['a\nb', 'a ⏎ b ⏎'],
    ['a\r\nb', 'a ⏎ b ⏎'],
    ['a\rb', 'a ⏎ b ⏎'],
    ['\ufeffa\u00a0b', 'a b ⏎'],
    ['"a b"', '[a b] ⏎'],
    ["'a|b'", '[a|b] ⏎'],
    ['`a;b`', '[a;b] ⏎'],
    ['""', '[] ⏎'],
    ['"it\'s"', "[it's] ⏎"],
    ['a" b"c', 'a" b"c ⏎'],
    ['"a""b"', '"a""b" ⏎'],
    [`'a'.'b'`, `'a'.'b' ⏎`],
    ['a."b; c"[0]', 'a."b; c"[0] ⏎'],
    ['default="a | b"', 'default="a | b" ⏎'],
    ['# all of it | ; "', '⏎'],
    ['  # indented\na', '⏎ a ⏎'],
    ['a#b', 'a#b ⏎'],
    ['a # b', 'a # b ⏎'],
    ['a; # b', 'a ; # b ⏎'],
    ['"#a"', '[#a] ⏎'],
  ])('%j is read as %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each(['"open', "'open", '`open', 'a "open', 'a"open', '"a"\'open'])(
    'a quote that is not closed is a problem at its own place: %j',
    (text) => {
      const broken = lex(text).find(({ problem }) => problem);
      expect(broken?.problem).toBe(`the quote ${text.at(-5)} is not closed on this line`);
      expect(broken?.column).toBe(text.length - 4);
    },
  );

  it('a quote never goes on to the next line', () => {
    expect(shape('"a\nb"')).toBe('!"a ⏎ b !" ⏎');
  });
});

describe('places', () => {
  it('line and column count from 1, in every kind of line ending', () => {
    const places = lex('a b\r\n c\n\n "d" | e').filter(({ kind }) => kind !== 'newline');
    expect(places.map(({ text, line, column }) => `${text} ${line}:${column}`)).toEqual([
      'a 1:1',
      'b 1:3',
      'c 2:2',
      '"d" 4:2',
      '| 4:6',
      'e 4:8',
    ]);
  });

  it('every token of any text stands at the place that it names', () => {
    const characters = fc.constantFrom(
      'a',
      'é',
      '#',
      ';',
      '|',
      '"',
      "'",
      '`',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '?',
      '/',
    );
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { kind, text: found, quoted, line, column } of lex(text)) {
          if (kind === 'newline') continue;
          const start = column - 1;
          expect(lines[line - 1]?.slice(start, start + found.length)).toBe(found);
          if (quoted !== undefined) expect(quoted).toBe(found.slice(1, -1));
        }
      }),
    );
  });

  it('nothing but blanks and comments is lost', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'Z', '9', '/', '.', '*', 'ü'),
      minLength: 1,
      maxLength: 5,
    });
    const piece = fc.oneof(word, fc.constantFrom(';', '|', '"x y"'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = lex(pieces.join(' ')).filter(({ kind }) => kind !== 'newline');
        expect(found.map(({ text }) => text)).toEqual(pieces);
      }),
    );
  });
});

describe('the text between quotes', () => {
  it.each([
    ['"a b"', 'a b'],
    ["'a b'", 'a b'],
    ['`a b`', 'a b'],
    ['""', ''],
    [`"'a'"`, "'a'"],
  ])('of %s is %j', (text, inner) => {
    expect(unquoted(text)).toBe(inner);
  });

  it.each(['', 'a', '"', '"a', 'a"', `"a'`, '"a""b"', 'a"b"', '"a"b', `'a'"b"`])(
    'of %s is none: it does not stand in quotes as a whole',
    (text) => {
      expect(unquoted(text)).toBeUndefined();
    },
  );
});

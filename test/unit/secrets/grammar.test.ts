/** Why this exists: the whole grammar of the `secrets` input that is built so far: right texts, wrong texts, places. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, parseSecrets } from '../../../src/secrets/grammar.ts';

/** Entries as canonical text: `path?version=N "field" | name`, with `*` and `**` bare. */
function canonical(text: string): readonly string[] {
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  return entries.map(spell);
}

function spell({ path, version, selector, name }: Entry): string {
  const field = selector.kind === 'all' ? (selector.upperCase ? '*' : '**') : `"${selector.name}"`;
  return `${path}${version === undefined ? '' : `?version=${version}`} ${field}${name === undefined ? '' : ` | ${name}`}`;
}

/** Mistakes as `line:column problem`. */
function mistakesOf(text: string): readonly string[] {
  return parseSecrets(text).mistakes.map(({ line, column, problem }) => `${line}:${column} ${problem}`);
}

describe('texts and their entries', () => {
  const cases: readonly (readonly [name: string, text: string, entries: readonly string[]])[] = [
    ['an empty text has none', '', []],
    ['blank lines and comments have none', '\n  \n# a comment\n\t# another\n', []],
    ['path and field', 'secret/data/ci/app key', ['secret/data/ci/app "key"']],
    ['path, field and name', 'secret/data/ci/app key | NAME', ['secret/data/ci/app "key" | NAME']],
    ['no blanks around the bar', 'secret/app key|NAME', ['secret/app "key" | NAME']],
    ['any blanks', '\t secret/app \t key  |\tNAME  ', ['secret/app "key" | NAME']],
    ['";" separates', 'a/b c; d/e f', ['a/b "c"', 'd/e "f"']],
    ['";" separates without blanks', 'a/b c;d/e f', ['a/b "c"', 'd/e "f"']],
    ['a newline separates', 'a/b c\nd/e f', ['a/b "c"', 'd/e "f"']],
    ['CRLF separates', 'a/b c\r\nd/e f | G\r\n', ['a/b "c"', 'd/e "f" | G']],
    ['CR alone separates', 'a/b c\rd/e f', ['a/b "c"', 'd/e "f"']],
    ['";" and newline together separate once', 'a/b c ;\nd/e f ;\n', ['a/b "c"', 'd/e "f"']],
    ['empty entries are none', ';;a/b c;;\n;\n', ['a/b "c"']],
    ['a newline before the field is white space', 'a/b\n  c', ['a/b "c"']],
    ['a newline before the bar is white space', 'a/b c\n  | D', ['a/b "c" | D']],
    ['a newline after the bar is white space', 'a/b c |\n  D', ['a/b "c" | D']],
    [
      'blank lines and comments may stand within an entry',
      'a/b\n\n# c\nc\n\n|\n# d\n\nD\ne/f g',
      ['a/b "c" | D', 'e/f "g"'],
    ],
    ['a comment between entries', 'a/b c\n# d/e f\ng/h i', ['a/b "c"', 'g/h "i"']],
    ['a "#" within a word begins no comment', 'a/b c#d', ['a/b "c#d"']],
    ['a field of any characters', 'a/b my.key; a/b 1st; a/b a-b', ['a/b "my.key"', 'a/b "1st"', 'a/b "a-b"']],
    ['double quotes', 'a/b "with space; and | bar"', ['a/b "with space; and | bar"']],
    ['single quotes', `a/b 'with "space"'`, ['a/b "with "space""']],
    ['backticks', "a/b `it's`", ['a/b "it\'s"']],
    ['a quoted path', '"my secrets/a;b" c', ['my%20secrets/a%3Bb "c"']],
    ['a question mark in a quoted path is part of it', '"a/b?version=3" c', ['a/b%3Fversion=3 "c"']],
    ['an escape stays as it is', 'a/my%20app c', ['a/my%20app "c"']],
    ['a version', 'a/b?version=12 c', ['a/b?version=12 "c"']],
    ['slashes around a path go', '/a/b/ c', ['a/b "c"']],
    ['"*" is all fields, in upper case', 'a/b *', ['a/b *']],
    ['"**" is all fields, as they are', 'a/b **', ['a/b **']],
    ['a name after "*" is a prefix', 'a/b * | PRE_', ['a/b * | PRE_']],
    ['a quoted star is a field', 'a/b "*"; a/b \'**\'', ['a/b "*"', 'a/b "**"']],
    ['a quoted name', 'a/b c | "D"', ['a/b "c" | D']],
    ['a byte order mark is skipped', '\ufeffa/b c', ['a/b "c"']],
    ['letters outside ASCII', 'geheim/schlüssel größe | Größe', ['geheim/schl%C3%BCssel "größe" | Größe']],
  ];

  it.each(cases)('%s', (_, text, entries) => {
    expect(canonical(text)).toEqual(entries);
  });

  it('a list as vault-action writes it means the same with and without ";"', () => {
    const lines = [
      'secret/data/ci/aws accessKey | AWS_ACCESS_KEY_ID',
      'secret/data/ci/aws secretKey',
      'secret/data/ci *',
    ];
    const expected = canonical(lines.join('\n'));
    expect(expected).toHaveLength(3);
    for (const separator of [' ;\n', ';\n', ';', ' ; ', '\r\n', ';\r\n', '\n\n', ';;\n']) {
      expect(canonical(lines.join(separator)), JSON.stringify(separator)).toEqual(expected);
      expect(canonical(lines.join(separator) + separator), `${JSON.stringify(separator)} at the end`).toEqual(
        expected,
      );
    }
  });

  it('an entry knows the line on which it begins', () => {
    const { entries } = parseSecrets('# 1\na/b\n  c\n\nd/e f; g/h i\nj/k\n|l');
    expect(entries.map(({ path, line }) => `${path} ${line}`)).toEqual(['a/b 2', 'd/e 5', 'g/h 5']);
  });
});

describe('wrong texts and what is said of them', () => {
  const cases: readonly (readonly [name: string, text: string, mistakes: readonly string[]])[] = [
    ['a path alone', 'secret/app', ['1:1 expected a field after "secret/app", such as password or *']],
    [
      'a path alone before ";"',
      'a/b c; d/e ; f/g h',
      ['1:8 expected a field after "d/e", such as password or *'],
    ],
    [
      'a bar in place of the field',
      'a/b | NAME',
      ['1:5 expected a field after "a/b", such as password or *'],
    ],
    ['a bar in place of the path', '\n  | NAME', ['2:3 expected a path, such as secret/data/ci/app']],
    ['a third word', 'a/b c d', ['1:7 expected "|", ";" or a new line before "d"']],
    [
      'a path without a field, then an entry',
      'a/b\nc/d e',
      ['2:5 expected "|", ";" or a new line before "e"'],
    ],
    ['nothing after the bar', 'a/b c |', ['1:7 expected a name after "|"']],
    ['";" after the bar', 'a/b c | ; d/e f', ['1:7 expected a name after "|"']],
    ['two bars', 'a/b c || D', ['1:8 expected a name after "|"']],
    ['a word after the name', 'a/b c | D e', ['1:11 expected ";" or a new line before "e"']],
    ['a comment after an entry', 'a/b c | D # why', ['1:11 expected ";" or a new line before "#"']],
    ['an open quote', '\n\na/b "c d', ['3:5 the quote " is not closed on this line']],
    ['an apostrophe in a word', "a/b it's | D", ["1:7 the quote ' is not closed on this line"]],
    [
      'a wrong query',
      'a/b?v=1 c',
      ['1:1 after "?" only version=N is understood; a question mark in a name is written %3F'],
    ],
    [
      'version 0',
      'x y; a/b?version=0 c',
      ['1:6 after "?" only version=N is understood; a question mark in a name is written %3F'],
    ],
    ['dots in a path', 'a/../b c', ['1:1 the path may not hold . or ..']],
    ['two slashes in a path', 'a//b c', ['1:1 the path has an empty segment']],
    ['an empty quoted path', '"" c', ['1:1 the path has an empty segment']],
    [
      'several mistakes are told together',
      ['a/b c', 'd/e f g', 'h/i', '| J;', 'k/l "m', '# n', 'o/./p q', 'r/s t'].join('\r\n'),
      [
        '2:7 expected "|", ";" or a new line before "g"',
        '4:1 expected a field after "h/i", such as password or *',
        '5:5 the quote " is not closed on this line',
        '7:1 the path may not hold . or ..',
      ].map((text) =>
        text.startsWith('3:1') ? '4:1 expected a field after "h/i", such as password or *' : text,
      ),
    ],
  ];

  it.each(cases)('%s', (_, text, mistakes) => {
    expect(mistakesOf(text)).toEqual(mistakes);
  });

  it('mistakes do not keep the right entries from being read', () => {
    const { entries, mistakes } = parseSecrets('a/b c; d/e; f/g h');
    expect(entries.map(spell)).toEqual(['a/b "c"', 'f/g "h"']);
    expect(mistakes).toHaveLength(1);
  });
});

describe('any text', () => {
  const noise = fc.string({
    unit: fc.constantFrom(
      'a',
      'b/',
      '*',
      '#',
      ';',
      '|',
      '"',
      "'",
      '`',
      ' ',
      '\n',
      '\r\n',
      '?version=1',
      '..',
      '%41',
      'ü',
    ),
    maxLength: 30,
  });

  it('is read without an exception, and each mistake has a place within the text and a sentence', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line, column, problem } of parseSecrets(text).mistakes) {
          expect(problem).not.toBe('');
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
        }
      }),
    );
  });

  it('written from entries is read as those entries', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', '7', '_', '-', '.', 'ü', ' ', ';', '|', '#', "'"),
      minLength: 1,
      maxLength: 6,
    });
    const separator = fc.constantFrom(';', '\n', ' ; ', ';\n', '\r\n', '\n# comment\n');
    const entry = fc.record({ path: word, field: word, name: fc.option(word), separator });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (list) => {
        fc.pre(list.every(({ path }) => path !== '.' && path !== '..'));
        const text = list
          .map(
            ({ path, field, name, separator: end }) =>
              `"${path}" "${field}"${name === null ? '' : `|"${name}"`}${end}`,
          )
          .join('');
        expect(canonical(text)).toEqual(
          list.map(({ path, field, name }) =>
            spell({
              path: escaped(path),
              selector: { kind: 'field', name: field },
              name: name ?? undefined,
              line: 1,
            }),
          ),
        );
      }),
    );
  });
});

/** What a URL path cannot hold, of the characters used here. */
function escaped(path: string): string {
  const escapes: Readonly<Record<string, string>> = {
    ' ': '%20',
    ';': '%3B',
    '|': '%7C',
    '#': '%23',
    ü: '%C3%BC',
  };
  return [...path].map((character) => escapes[character] ?? character).join('');
}

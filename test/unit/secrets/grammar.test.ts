/** Why this exists: the whole grammar of the `secrets` input: right texts, wrong texts, and the places of mistakes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, givesMany, parseSecrets, placeOf } from '../../../src/secrets/grammar.ts';
import { type Modifiers, NO_MODIFIERS } from '../../../src/secrets/modifiers.ts';
import type { Selector } from '../../../src/secrets/selectors.ts';

/** Entries as canonical text: `path?version=N selector | name; modifiers`. A field is in quotes, `*` and `**` are bare. */
function canonical(text: string): readonly string[] {
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  return entries.map(spell);
}

type Spelled = Omit<Entry, 'line' | 'origin'>;

function spell({ path, version, folder, selector, name, modifiers }: Spelled): string {
  const stars = folder === undefined ? '' : folder === 'deep' ? '/**' : '/*';
  const query = version === undefined ? '' : `?version=${version}`;
  const label = name === undefined ? '' : ` | ${name}`;
  return `${path}${stars}${query} ${spellSelector(selector)}${label}${spellModifiers(modifiers)}`;
}

function spellSelector(selector: Selector): string {
  if (selector.kind === 'all') return selector.upperCase ? '*' : '**';
  return selector.kind === 'field' ? `"${selector.text}"` : `${selector.kind} ${selector.text}`;
}

function spellModifiers({ optional, fallback, decode, file, only, unmasked }: Modifiers): string {
  const words = [
    optional && 'optional',
    fallback !== undefined && `default=${fallback}`,
    decode,
    file && (file.name === undefined ? 'file' : `file=${file.name}`),
    only,
    unmasked && 'nomask',
  ].filter(Boolean);
  return words.length > 0 ? `; ${words.join(' ')}` : '';
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
    ['a field of any characters', 'a/b 1st; a/b a-b; a/b a:b/c', ['a/b "1st"', 'a/b "a-b"', 'a/b "a:b/c"']],
    ['dots may lead into a field', 'a/b my.key; a/b c.d[0]', ['a/b nested my.key', 'a/b nested c.d[0]']],
    ['in quotes they do not', 'a/b "my.key"', ['a/b "my.key"']],
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
    ['fields that match', 'a/b DB_*; a/b *_url | my-', ['a/b glob DB_*', 'a/b glob *_url | my-']],
    ['an expression', 'a/b $join(x.y,"; ") | Z', ['a/b expression $join(x.y,"; ") | Z']],
    ['a folder', 'a/b/* c; a/b/** * | D_', ['a/b/* "c"', 'a/b/** * | D_']],
    ['a whole mount', 'a/* c; /a/** c', ['a/* "c"', 'a/** "c"']],
    ['a star in a quoted path is part of it', '"a/*" c; "a*b/c" d', ['a/* "c"', 'a*b/c "d"']],
    ['a modifier', 'a/b c | D optional', ['a/b "c" | D; optional']],
    ['several modifiers', 'a/b c | D base64 file=x.p12 env', ['a/b "c" | D; base64 file=x.p12 env']],
    ['a default in quotes', 'a/b c | D default="e; f | g"', ['a/b "c" | D; default=e; f | g']],
    ['an empty default', 'a/b c | D default=', ['a/b "c" | D; default=']],
    [
      'modifiers of a list',
      'a/b c | D hex; e/f g | H nomask\ni/j *',
      ['a/b "c" | D; hex', 'e/f "g" | H; nomask', 'i/j *'],
    ],
    ['a word that is a modifier elsewhere', 'optional file | env', ['optional "file" | env']],
    ['modifiers after an empty name', 'a/b * | "" optional', ['a/b *; optional']],
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

  it('a quoted star in a path names no folder', () => {
    const [quoted, bare] = parseSecrets('"a/*" c\na/* c').entries;
    expect([quoted?.path, quoted?.folder, bare?.path, bare?.folder]).toEqual([
      'a/*',
      undefined,
      'a',
      'direct',
    ]);
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
    ['a bar in place of the path', '\n  | NAME', ['2:3 expected a path, such as secret/ci/app, before "|"']],
    ['a third word', 'a/b c d', ['1:7 expected "|", ";" or a new line before "d"']],
    [
      'a path without a field, then an entry',
      'a/b\nc/d e',
      ['2:5 expected "|", ";" or a new line before "e"'],
    ],
    ['nothing after the bar', 'a/b c |', ['1:7 expected a name after "|"']],
    ['";" after the bar', 'a/b c | ; d/e f', ['1:7 expected a name after "|"']],
    ['two bars', 'a/b c || D', ['1:8 expected a name after "|"']],
    ['a word after the name', 'a/b c | D ev', ['1:11 unknown modifier "ev": did you mean env?']],
    ['a second bar', 'a/b c | D | optional', ['1:11 unexpected "|"']],
    ['a modifier twice', 'a/b c | D hex hex', ['1:15 "hex" is there twice']],
    [
      'modifiers that exclude each other',
      'a/b c | D env optional output',
      ['1:24 "output" and "env" exclude each other'],
    ],
    [
      'several wrong modifiers',
      'a/b c |\n D hxe\na/b c | D optional\n| file=a/b',
      [
        '2:4 unknown modifier "hxe": did you mean hex?',
        '4:1 unexpected "|"',
        '4:3 "a/b" is no file name: letters, digits, "_", "-" and "." make one, and no folder',
      ],
    ],
    [
      'path, selector and modifier wrong in one entry',
      'a/../b c(d base63',
      ['1:12 expected "|", ";" or a new line before "base63"'],
    ],
    [
      'path, selector and modifiers of one entry',
      'a//b c(d | E optional default=x',
      ['1:1 the path has an empty segment', '1:23 "default=" and "optional" exclude each other'],
    ],
    [
      'an expression without a name',
      'a/b $sum(c)',
      [
        '1:5 "$sum(c)" is an expression: give its result a name after "|", or quote it if it is a field\'s name',
      ],
    ],
    [
      'a modifier without a name',
      'a/b c optional',
      ['1:7 expected "|", ";" or a new line before "optional"'],
    ],
    [
      'an expression over a folder',
      'a/* $sum(c) | D',
      ['1:5 an expression cannot be applied to all secrets of a folder'],
    ],
    ...['a/* c', 'a/** c', 'a/b *', 'a/b **', 'a/b c*'].map(
      (text) =>
        [
          `a default for many values: ${text}`,
          `${text} | D default=x`,
          [`1:${text.indexOf(' ') + 2} default= needs an entry that gives one value`],
        ] as const,
    ),
    ...['a/* c', 'a/b *', 'a/b c*'].map(
      (text) =>
        [
          `one file for many values: ${text}`,
          `${text} | D file=x`,
          [`1:${text.indexOf(' ') + 2} file=NAME needs an entry that gives one value`],
        ] as const,
    ),
    ['a path of which a part is quoted', 'a/"b c"/d e', ['1:1 a path is quoted as a whole or not at all']],
    ['a star within a path', 'a/*/b c', ['1:1 only the last segment of a path can be * or **']],
    ['a version of a folder', 'a/*?version=2 c', ['1:1 a folder has no versions']],
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

  it('an expression whose name is empty has none', () => {
    expect(mistakesOf('a/b $sum(c) | ""')).toEqual([
      expect.stringMatching(/ "\$sum\(c\)" is an expression: give its result a name/),
    ]);
  });

  it('an entry with any mistake is no entry', () => {
    for (const text of ['a/b c | D optionl', 'a/.. c', 'a/b (c', 'a/* c | D default=x', 'a/b "c']) {
      expect(parseSecrets(text).entries, text).toEqual([]);
    }
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
      '[0]',
      '.',
      '$x(',
      ' optional',
      ' default=',
      ' file=',
      ' hexx',
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
              selector: { kind: 'field', text: field },
              name: name ?? undefined,
              modifiers: NO_MODIFIERS,
            }),
          ),
        );
      }),
    );
  });
});

describe('an entry', () => {
  it.each([
    ['a/b c', false],
    ['a/b c | D', false],
    ['a/b c.d[0]', false],
    ['a/b $sum(c) | D', false],
    ['a/b "*"', false],
    ['a/b *', true],
    ['a/b **', true],
    ['a/b c*', true],
    ['a/* c', true],
    ['a/** c.d | E', true],
  ])('%s may give several values: %s', (text, many) => {
    expect(parseSecrets(text).entries.map(givesMany)).toEqual([many]);
  });

  it('is told with its line and, where it is not the input secrets, with its origin', () => {
    const places = (['secrets', 'secretsFile', 'pki'] as const).flatMap((origin) =>
      parseSecrets('\n\na/b c', origin).entries.map(placeOf),
    );
    expect(places).toEqual(['line 3', 'secretsFile line 3', 'pki line 3']);
  });

  it('comes from the input secrets, unless it is said otherwise', () => {
    expect(parseSecrets('a/b c').entries.map(({ origin }) => origin)).toEqual(['secrets']);
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

/** Why this exists: whatever entries there can be, written down in any layout they are read as those entries. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Modifiers, NO_MODIFIERS } from '../../../src/secrets/modifiers.ts';
import { parseSelector, type Selector } from '../../../src/secrets/selectors.ts';

type Written = Omit<Entry, 'line' | 'origin'>;

/** The text in the first kind of quotes that it does not hold; undefined when it holds all three. */
function inQuotes(text: string): string | undefined {
  const quote = ['"', "'", '`'].find((candidate) => !text.includes(candidate));
  return quote && `${quote}${text}${quote}`;
}

/** Bare where that means the same, else in quotes; what holds all three kinds can only have been bare. */
function word(text: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(text) ? text : (inQuotes(text) ?? text);
}

/** A path of which a part stands for something can only be bare; any other may stand in quotes. */
function printPath({ path, version, folder }: Written): string {
  const bare = `${path}${folder === 'deep' ? '/**' : folder === 'direct' ? '/*' : ''}`;
  if (version !== undefined) return `${bare}?version=${version}`;
  return folder || /^[\w%/-]+$/.test(path) ? bare : `"${path}"`;
}

function printSelector(selector: Selector): string {
  if (selector.kind === 'all') return selector.upperCase ? '*' : '**';
  return selector.kind === 'field' ? word(selector.text) : selector.text;
}

function printModifiers({ optional, fallback, decode, file, only, unmasked }: Modifiers): readonly string[] {
  return [
    ...(optional ? ['optional'] : []),
    ...(fallback === undefined ? [] : [`default=${fallback === '' ? '' : word(fallback)}`]),
    ...(decode ? [decode] : []),
    ...(file ? [file.name === undefined ? 'file' : `file=${word(file.name)}`] : []),
    ...(only ? [only] : []),
    ...(unmasked ? ['nomask'] : []),
  ];
}

interface Layout {
  /** White space where words meet, and at the bar; modifiers stay on the line of the name. */
  readonly gap: string;
  readonly bar: string;
  readonly blank: string;
  readonly end: string;
  readonly backwards: boolean;
}

function print(entry: Written, { gap, bar, blank, end, backwards }: Layout): string {
  const words = printModifiers(entry.modifiers);
  const modifiers = (backwards ? words.toReversed() : words).map((one) => blank + one).join('');
  const needsName = entry.name !== undefined || words.length > 0;
  const name = needsName ? `${bar}${entry.name === undefined ? '""' : word(entry.name)}${modifiers}` : '';
  return `${printPath(entry)}${gap}${printSelector(entry.selector)}${name}${end}`;
}

const LAYOUT: Layout = { gap: ' ', bar: ' | ', blank: ' ', end: '\n', backwards: false };

const layout: fc.Arbitrary<Layout> = fc.record({
  gap: fc.constantFrom(' ', '\t  ', '\n', '\r\n  ', '\n# comment | " ;\n\t'),
  bar: fc.constantFrom('|', ' | ', '\n|', '|\n', '\r\n\r\n | \t', '\n# comment\n|\n# comment\n'),
  blank: fc.constantFrom(' ', '\t', '   '),
  end: fc.constantFrom(';', '\n', ' ; ', ';\n', '\r\n', '\r', '\n# comment\n', ' ;; \n;'),
  backwards: fc.boolean(),
});

const NASTY = [
  ' ',
  ';',
  '|',
  '#',
  "'",
  '"',
  '*',
  '?',
  '=',
  '(',
  '[0]',
  '.',
  '/',
  '%',
  '$',
  '{',
  '-',
  'ü',
  '🔑',
];
const nasty = fc
  .string({ unit: fc.constantFrom('a', 'B', '7', '_', ...NASTY), minLength: 1, maxLength: 6 })
  .filter((text) => inQuotes(text) !== undefined);

/** Segments as they are sent, so that a path is the same after it was read and printed. */
const segment = fc.constantFrom(
  'a',
  'ci',
  'data',
  '7',
  'my-app',
  'my%20app',
  'gr%C3%B6%C3%9Fe',
  '%22',
  '%3F',
  '%2A',
);
const plainPath = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
const literalPath = fc
  .tuple(plainPath, fc.constantFrom('', "/it's", '/*', '/a*b', '/**', '/(x)', '/a:b@c'))
  .map(([path, more]) => path + more);
const name = fc.option(fc.oneof(fc.constantFrom('NAME', 'my-name', 'größe', '_'), nasty), { nil: undefined });

const step = fc.constantFrom('a', 'B7', 'my-key', '_', '1st', 'größe', '"a.b; c"', "'x | y'", '`z`');
const index = fc.constantFrom('', '', '[0]', '[12][3]');
const nested = fc
  .array(
    fc.tuple(step, index).map((parts) => parts.join('')),
    { minLength: 2, maxLength: 4 },
  )
  .map((steps) => steps.join('.'));
const glob = fc.constantFrom('DB_*', '*_url', 'a*b', '***', 'a.b*', 'größe*', 'x:*', 'a/*');
const expression = fc.constantFrom(
  '$sum(a.b)',
  'a[b="c; d | e"]',
  '$join(x,", ")',
  '{"k":v}',
  '[a,b]',
  "a&' '&b",
  'a=b',
  'a..b',
);

function selectorOf(text: string): Selector {
  const parsed = parseSelector({ kind: 'word', text, line: 1, column: 1 }, { named: true });
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

const field = fc
  .oneof(fc.constantFrom('key', '1st', 'a-b'), nasty)
  .map((text): Selector => ({ kind: 'field', text }));
const one: fc.Arbitrary<Selector> = fc.oneof(field, nested.map(selectorOf));
const many: fc.Arbitrary<Selector> = fc.oneof(
  fc.boolean().map((upperCase): Selector => ({ kind: 'all', upperCase })),
  glob.map(selectorOf),
);

const decode = fc.constantFrom('base64', 'hex', undefined);
const only = fc.constantFrom('env', 'output', undefined);
const fileName = fc.constantFrom('x', 'store.jks', '_a-b.c', 'größe.txt', '7');
const plainFile = fc.option(fc.constant({}), { nil: undefined });
const anyFile = fc.option(
  fc.option(fileName, { nil: undefined }).map((given) => (given === undefined ? {} : { name: given })),
  { nil: undefined },
);
const missing = fc.oneof(
  fc.boolean().map((optional) => ({ optional })),
  fc.oneof(nasty, fc.constant('')).map((fallback) => ({ optional: false, fallback })),
);

function modifiers(
  absence: fc.Arbitrary<{ readonly optional: boolean; readonly fallback?: string }>,
  file: fc.Arbitrary<{ readonly name?: string } | undefined>,
): fc.Arbitrary<Modifiers> {
  return fc
    .tuple(absence, fc.record({ decode, file, only, unmasked: fc.boolean() }))
    .map(([given, rest]) => ({ ...given, ...rest }));
}

const forOne = modifiers(missing, anyFile);
const forMany = modifiers(
  fc.boolean().map((optional) => ({ optional })),
  plainFile,
);
const version = fc.option(fc.integer({ min: 1, max: 999_999_999 }), { nil: undefined });
const folder = fc.constantFrom('direct' as const, 'deep' as const);

const entry: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ path: plainPath, version, selector: one, name, modifiers: forOne }),
  fc.record({ path: literalPath, selector: one, name, modifiers: forOne }),
  fc.record({ path: plainPath, version, selector: many, name, modifiers: forMany }),
  fc.record({ path: plainPath, folder, selector: fc.oneof(one, many), name, modifiers: forMany }),
  fc.record({
    path: plainPath,
    version,
    selector: expression.map(selectorOf),
    name: nasty,
    modifiers: forOne,
  }),
);

/** All that an entry says, without what says nothing, and a pattern as its text. */
function meaning({
  path,
  version: asked,
  folder: below,
  selector,
  name: label,
  modifiers: words,
}: Written): unknown {
  const pattern = selector.kind === 'glob' ? { pattern: String(selector.pattern) } : {};
  return JSON.parse(
    JSON.stringify({ path, asked, below, selector: { ...selector, ...pattern }, label, words }),
  ) as unknown;
}

describe('any entries', () => {
  it('written in any layout, with quotes, folders, versions and modifiers, are read as those entries', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, layout), { maxLength: 5 }), (list) => {
        const text = list.map(([given, look]) => print(given, look)).join('');
        const { entries, mistakes } = parseSecrets(text);
        expect(mistakes, text).toEqual([]);
        expect(entries.map(meaning), text).toEqual(list.map(([given]) => meaning(given)));
      }),
      { numRuns: 1000 },
    );
  });

  it('stand on the line on which they begin', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, layout), { maxLength: 5 }), (list) => {
        const texts = list.map(([given, look]) => print(given, look));
        const begins = texts.map(
          (_, at) =>
            texts
              .slice(0, at)
              .join('')
              .split(/\r\n|\r|\n/).length,
        );
        expect(parseSecrets(texts.join('')).entries.map(({ line }) => line)).toEqual(begins);
      }),
    );
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'a/b',
      '/*',
      '/**',
      '*',
      '?version=2',
      '"x y"',
      "'it'",
      '`"`',
      'k',
      '.k',
      '[0]',
      '$s(',
      ')',
      '=',
      '|',
    ],
    ...[
      ' ',
      ' ',
      ' ',
      '\n',
      ';',
      ' | ',
      'NAME',
      ' optional',
      ' default=',
      ' base64',
      ' file',
      ' nomask',
      '#',
      '%41',
    ],
  );

  it('that is right means the same when its entries are written down anew', () => {
    const read: number[] = [];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { entries } = parseSecrets(pieces.join(''));
        read.push(entries.length);
        const again = parseSecrets(entries.map((given) => print(given, LAYOUT)).join(''));
        expect(again.mistakes).toEqual([]);
        expect(again.entries.map(meaning)).toEqual(entries.map(meaning));
      }),
      { numRuns: 3000 },
    );
    expect(read.filter((count) => count > 0).length).toBeGreaterThan(100);
  });
});

it('an entry without modifiers says so', () => {
  expect(parseSecrets('a/b c').entries[0]?.modifiers).toEqual(NO_MODIFIERS);
});

/** Why this exists: in which of five ways a selector is understood, and which way comes first. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/secrets/lexer.ts';
import { parseSelector, type Selector } from '../../../src/secrets/selectors.ts';

type Parsed = ReturnType<typeof parseSelector>;

/** The selector of a text that is one word; with `named`, a name follows it. */
function parse(text: string, { named = false } = {}): Parsed {
  const [token, ...others] = lex(text).filter(({ kind }) => kind !== 'newline');
  if (!token || others.length > 0) throw new Error(`not one word: ${text}`);
  return parseSelector(token, { named });
}

function globOf(text: string): RegExp {
  const selector = parse(text);
  if (!('kind' in selector) || selector.kind !== 'glob') throw new Error(`no glob: ${text}`);
  return selector.pattern;
}

const NEEDS_NAME = (text: string): string =>
  `"${text}" is an expression: give its result a name after "|", or quote it if it is a field's name`;

type Kind = Selector['kind'] | 'needs a name';

function kindOf(parsed: Parsed): Kind {
  return 'kind' in parsed ? parsed.kind : 'needs a name';
}

describe('a selector', () => {
  const cases: readonly (readonly [text: string, alone: Kind, named: Kind])[] = [
    ['key', 'field', 'field'],
    ['1st', 'field', 'field'],
    ['a-b', 'field', 'field'],
    ['_', 'field', 'field'],
    ['größe', 'field', 'field'],
    ['鍵', 'field', 'field'],
    ['"my.key"', 'field', 'field'],
    ["'with space'", 'field', 'field'],
    ['`$sum(a)`', 'field', 'field'],
    ['"*"', 'field', 'field'],
    ['"DB_*"', 'field', 'field'],
    ['"a[0]"', 'field', 'field'],
    ['""', 'field', 'field'],
    ['*', 'all', 'all'],
    ['**', 'all', 'all'],
    ['***', 'glob', 'glob'],
    ['DB_*', 'glob', 'glob'],
    ['*_url', 'glob', 'glob'],
    ['a*b*c', 'glob', 'glob'],
    ['a.*', 'glob', 'glob'],
    ['x:y/*@z+1-', 'glob', 'glob'],
    ['größe*', 'glob', 'glob'],
    ['a.b', 'nested', 'nested'],
    ['a.b.c', 'nested', 'nested'],
    ['a[0]', 'nested', 'nested'],
    ['a.b[0].c', 'nested', 'nested'],
    ['a[1][2]', 'nested', 'nested'],
    ['a."b.c"', 'nested', 'nested'],
    [`'a b'.c`, 'nested', 'nested'],
    ['"a"[0]', 'nested', 'nested'],
    ['1st.2nd', 'nested', 'nested'],
    ['my-app.key', 'nested', 'nested'],
    ['a:b', 'field', 'field'],
    ['a/b', 'field', 'field'],
    ['a+b', 'field', 'field'],
    ['a@b', 'field', 'field'],
    ['a&b', 'field', 'field'],
    ['a,b', 'field', 'field'],
    ['a%b', 'field', 'field'],
    ['a#b', 'field', 'field'],
    ['a?b!c', 'field', 'field'],
    ['a\\b', 'field', 'field'],
    ['-1', 'field', 'field'],
    ['.a', 'field', 'expression'],
    ['a.', 'field', 'expression'],
    ['a..b', 'field', 'expression'],
    ['$sum(a)', 'needs a name', 'expression'],
    ['a[-1]', 'needs a name', 'expression'],
    ['a[]', 'needs a name', 'expression'],
    ['[0]', 'needs a name', 'expression'],
    ['a[b="c"]', 'needs a name', 'expression'],
    ['a[1234567890]', 'needs a name', 'expression'],
    ['{"a":b}', 'needs a name', 'expression'],
    ['a=b', 'needs a name', 'expression'],
    ['a>b', 'needs a name', 'expression'],
    ['a~>$uppercase', 'needs a name', 'expression'],
    ['a^(b)', 'needs a name', 'expression'],
    ['(a)', 'needs a name', 'expression'],
    ['$', 'needs a name', 'expression'],
    ['a"b"', 'needs a name', 'expression'],
    ['a&"b"', 'needs a name', 'expression'],
    ['$x*2', 'needs a name', 'expression'],
  ];

  it.each(cases)('%s is: %s; with a name after it: %s', (text, alone, named) => {
    expect(kindOf(parse(text))).toBe(alone);
    expect(kindOf(parse(text, { named: true }))).toBe(named);
  });

  it('has the text by which a flat field of that spelling is found', () => {
    for (const [text, , named] of cases.filter(([, , kind]) => kind !== 'all')) {
      const parsed = parse(text, { named: true });
      const unquoted = text.slice(1, -1);
      expect('text' in parsed && parsed.text).toBe(
        named === 'field' && /^["'`]/.test(text) ? unquoted : text,
      );
    }
  });

  it('"*" is for names in upper case, "**" for names as they are', () => {
    expect([parse('*'), parse('**')]).toEqual([
      { kind: 'all', upperCase: true },
      { kind: 'all', upperCase: false },
    ]);
  });

  it.each(['$sum(a)', 'a[-1]', 'a=b', 'a"b"'])('an expression needs a name: %s', (text) => {
    expect(parse(text)).toEqual({ problem: NEEDS_NAME(text) });
  });

  it('of any text is one of the five kinds, or is told to need a name, which then helps', () => {
    const unit = fc.constantFrom(...`ab7_-.:@/+*[]0$(){}=<>~^,&%#?!\\`, '"x"', "'.'", '`*`', 'ü');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), (text) => {
        fc.pre(!text.startsWith('#'));
        const parsed = parse(text);
        if ('problem' in parsed) expect(parsed.problem).toBe(NEEDS_NAME(text));
        expect('kind' in parse(text, { named: true })).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the steps of a nested selector', () => {
  it.each([
    ['a.b', ['a', 'b']],
    ['a[0]', ['a', 0]],
    ['a.b[10].c', ['a', 'b', 10, 'c']],
    ['a[1][2]', ['a', 1, 2]],
    ['a."b.c"[0]', ['a', 'b.c', 0]],
    [`'a b'.\`c[0]\``, ['a b', 'c[0]']],
    ['"a"[0]', ['a', 0]],
    [`a."it's"`, ['a', "it's"]],
    ['a.1', ['a', '1']],
    ['1st.2nd', ['1st', '2nd']],
    ['my-app.my_key', ['my-app', 'my_key']],
    ['größe.鍵', ['größe', '鍵']],
    ['a[007]', ['a', 7]],
    ['a[999999999]', ['a', 999_999_999]],
  ])('%s are %j', (text, steps) => {
    expect(parse(text)).toEqual({ kind: 'nested', text, steps });
  });

  it('are those that were written, whatever their names', () => {
    const bare = fc.constantFrom('a', 'B7', 'my-key', '_', '1st', 'größe');
    const quoted = fc.string({
      unit: fc.constantFrom('a', '.', '[0]', ' ', ';', '|', "'", '`'),
      minLength: 1,
    });
    const step = fc.oneof(
      bare.map((name) => ({ name, text: name })),
      quoted.map((name) => ({ name, text: `"${name}"` })),
    );
    const parts = fc.tuple(step, fc.array(fc.nat({ max: 999 }), { maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 2, maxLength: 4 }), (list) => {
        const text = list
          .map(([{ text: name }, indices]) => name + indices.map((index) => `[${index}]`).join(''))
          .join('.');
        const steps = list.flatMap(([{ name }, indices]) => [name, ...indices]);
        expect(parse(text)).toEqual({ kind: 'nested', text, steps });
      }),
    );
  });
});

describe('a glob', () => {
  it.each([
    ['DB_*', ['DB_', 'DB_USER', 'DB_a.b', 'DB_\n'], ['db_user', 'XDB_USER', 'DB', 'DBX']],
    ['*_url', ['_url', 'api_url', 'a/b_url'], ['api_urls', 'url', '_URL']],
    ['a*b*c', ['abc', 'axxbyyc', 'abbcc'], ['ab', 'acb', 'abcd', 'xabc']],
    ['a.*', ['a.', 'a.b'], ['ab', 'axb', 'a']],
    ['*+1', ['+1', 'x+1'], ['x1', '1', '11']],
    ['a**b', ['ab', 'axb'], ['a', 'b']],
    ['***', ['', 'anything', 'two\nlines'], []],
    ['größe*', ['größe', 'größer'], ['grösse']],
    ['x-*', ['x-1'], ['x', 'x_1']],
    ['*:@/', ['a:@/'], ['a:@']],
  ])('%s matches %j and not %j', (text, right, wrong) => {
    const pattern = globOf(text);
    expect(right.filter((name) => !pattern.test(name))).toEqual([]);
    expect(wrong.filter((name) => pattern.test(name))).toEqual([]);
  });

  it('matches what stands for its stars, and only whole names', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '+', '-', '_', '/', ':', '@', '1'),
      maxLength: 4,
    });
    const filler = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), fc.array(filler), (parts, fillers) => {
        const text = parts.join('*');
        fc.pre(text !== '*' && text !== '**');
        const name = parts
          .map((one, index) => one + (index < parts.length - 1 ? (fillers[index] ?? '') : ''))
          .join('');
        expect(globOf(text).test(name)).toBe(true);
        const [first = '', last = ''] = [parts[0], parts.at(-1)];
        expect(globOf(text).test(`!${name}`)).toBe(first === '');
        expect(globOf(text).test(`${name}!`)).toBe(last === '');
      }),
    );
  });
});

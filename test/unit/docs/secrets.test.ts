/** Why this exists: docs/secrets.md tells of the grammar, the names and the limits as the code has them. */

import { describe, expect, it } from 'vitest';
import { MOST_LISTED } from '../../../src/job/folders.ts';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Named, nameAll } from '../../../src/secrets/names.ts';
import { reserved } from '../../../src/secrets/reserved.ts';
import { parseSelector } from '../../../src/secrets/selectors.ts';
import { sizeProblems } from '../../../src/secrets/sizes.ts';
import { codesIn, rowsUnder } from '../../support/markdown.ts';
import { read } from '../../support/project.ts';

describe('docs/secrets.md', () => {
  const page = read('docs/secrets.md');
  const selectorOf = (entry: string) => {
    const { entries, mistakes } = parseSecrets(entry);
    expect(mistakes, entry).toEqual([]);
    return entries[0]?.selector;
  };

  it('has the selectors in the order in which the code decides between them, and all their kinds', () => {
    const kinds = rowsUnder(page, '## Selectors').map(([cell = '']) =>
      codesIn(cell).map((spelling) => selectorOf(`a/b ${spelling} | NAME`)?.kind),
    );
    const each = kinds.map((row) => [...new Set(row)].join());
    expect(each).toEqual(['field', 'all', 'glob', 'nested', 'field', 'expression']);
  });

  it('knows every character that makes an expression of a field', () => {
    const [, , , , [, meaning = ''] = []] = rowsUnder(page, '## Selectors');
    const told = codesIn(meaning).at(-1) ?? '';
    const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    const makes = ascii.filter((character) => {
      const selector = { kind: 'word', text: `a:${character}:b`, line: 1, column: 1 } as const;
      return !/[;|*]/.test(character) && 'problem' in parseSelector(selector, { named: false });
    });
    expect([...told].sort()).toEqual(makes.sort());
  });

  it('has a row for each modifier of the code, and for nothing else', () => {
    const words = rowsUnder(page, '## Modifiers').flatMap(([cell = '']) => codesIn(cell));
    const [, known = ''] = /const KNOWN\b.*?= \{\n(.*?)\n\};/s.exec(read('src/secrets/modifiers.ts')) ?? [];
    const inCode = [...known.matchAll(/^ {2}'?([\w=]+)'?: \(/gm)].map(([, word]) => word);
    expect(inCode.length).toBe(known.split('\n').length);
    expect(words.map((word) => word.replace(/=.*/, '=')).sort()).toEqual(inCode.sort());
    for (const word of words) expect(parseSecrets(`a/b c | D ${word}`).mistakes, word).toEqual([]);
  });

  it('tells which modifiers exclude each other', () => {
    const [, sentence = ''] = /\n(.*) exclude each other\./.exec(page) ?? [];
    const told = codesIn(sentence);
    const pairs = told.flatMap((word, index) => (index % 2 === 0 ? [[word, told[index + 1]]] : []));
    const words = rowsUnder(page, '## Modifiers').flatMap(([cell = '']) => codesIn(cell));
    const excluding = words.flatMap((one, index) =>
      words.slice(index + 1).flatMap((other) => {
        const { mistakes } = parseSecrets(`a/b c | D ${one} ${other}`);
        return mistakes.length > 0 ? [[one.replace(/=.*/, '='), other.replace(/=.*/, '=')]] : [];
      }),
    );
    expect(pairs.map((pair) => pair.join()).sort()).toEqual(excluding.map((pair) => pair.join()).sort());
  });

  it('names what the code names: its table', () => {
    const rows = rowsUnder(page, '## Names').map((cells) => cells.map((cell) => codesIn(cell).join()));
    expect(rows.length).toBeGreaterThan(4);
    for (const [field = '', env, output] of rows) {
      expect(namesOf(`a/b "${field}"`, field), field).toEqual({ env, output });
    }
  });

  it('names what the code names: the example of a prefix', () => {
    const [, prefix = '', field = '', env, output] =
      /`([^`]*)` in front of `(\w+)` gives `(\w+)` and\s`(\w+)`/.exec(page) ?? [];
    expect(namesOf(`a/b * | ${prefix}`, field)).toEqual({ env, output });
  });

  it('R7: gives examples of reserved names, and exceptions, that are as it says', () => {
    const [, sentence = '', exception = ''] = /\*\*Reserved\*\* (.*?) \(but not (.*?)\)/s.exec(page) ?? [];
    const examples = codesIn(sentence);
    expect(examples.length).toBeGreaterThan(15);
    for (const name of examples) expect(reserved(name.endsWith('_') ? `${name}X` : name), name).toBe(true);
    expect(codesIn(exception).length).toBeGreaterThan(2);
    for (const name of codesIn(exception)) expect(reserved(name), name).toBe(false);
  });

  it('tells the limits that the code has', () => {
    const limits = rowsUnder(page, '## Limits').map(([, most = '']) => most);
    expect(limits).toContain(MOST_LISTED.toLocaleString('en'));
    const [one, all] = limits.map((limit) => Number(/^(\d+) KiB$/.exec(limit)?.[1]) * 1024);
    const exported = (sizes: readonly number[]) =>
      sizeProblems(sizes.map((size) => named('a/b c', 'c', 'x'.repeat(size))));
    expect(exported([one ?? 0])).toEqual([]);
    expect(exported([(one ?? 0) + 1])).toHaveLength(1);
    const full = Array.from({ length: (all ?? 0) / (one ?? 1) }, () => one ?? 0);
    expect(exported(full)).toEqual([]);
    expect(exported([...full, 1])).toHaveLength(1);
  });
});

/** The value of a field as the entry publishes it. */
function named(text: string, field: string, value = 'canary'): Named {
  const { entries } = parseSecrets(text);
  const secret = { own: '', field, source: field, value: new Secret(value), binary: false };
  const values = entries.map((entry) => ({ entry, ...secret }));
  const [first, ...others] = nameAll(values, { exportEnv: true }).named;
  if (!first || others.length > 0) throw new Error(`not one value: ${text}`);
  return first;
}

function namesOf(text: string, field: string) {
  const { env, output } = named(text, field);
  return { env, output };
}

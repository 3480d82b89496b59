/** Why this exists: the summary shows names, paths, versions and counts, whatever characters are in them (rule R19). */

import { describe, expect, it } from 'vitest';
import { summaryText } from '../../../src/github/markdown.ts';
import type { Report, Row } from '../../../src/job/ci.ts';

const ROW: Row = {
  env: 'DB_PASSWORD',
  output: 'db_password',
  path: 'secret/data/ci',
  field: 'password',
  version: 3,
};

function report(changes: Partial<Report> = {}): Report {
  return { role: 'ci', ttl: 600, rows: [ROW], secrets: 1, masks: 7, ...changes };
}

/** The cells of the table's rows below its head. */
function cells(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('summaryText', () => {
  it('tells role, token TTL, counts and one row for each value', () => {
    expect(summaryText(report())).toBe(
      [
        '### Vault secrets',
        '',
        'Role `ci`, token TTL 600 s. 1 value from 1 secret, 7 masks.',
        '',
        '| Environment | Output | Path | Field | Version |',
        '|---|---|---|---|---|',
        '| `DB_PASSWORD` | `db_password` | `secret/data/ci` | `password` | 3 |',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['the role', { role: undefined }, '1 value from 1 secret, 7 masks.'],
    ['the TTL', { ttl: undefined }, 'Role `ci`. 1 value from 1 secret, 7 masks.'],
    ['the end of a token that has none', { ttl: 0 }, 'Role `ci`. 1 value from 1 secret, 7 masks.'],
  ])('leaves out %s, when it is not known', (_, changes, line) => {
    expect(summaryText(report(changes)).split('\n')[2]).toBe(line);
  });

  it('counts in good English', () => {
    const text = summaryText(report({ role: undefined, rows: [ROW, ROW], secrets: 0, masks: 1 }));
    expect(text).toContain('2 values from 0 secrets, 1 mask.');
  });

  it('has no table without values', () => {
    expect(summaryText(report({ rows: [], secrets: 0, masks: 0 }))).not.toContain('|');
  });

  it.each([
    [{ env: undefined }, ['', '`db_password`', '`secret/data/ci`', '`password`', '3']],
    [{ version: undefined }, ['`DB_PASSWORD`', '`db_password`', '`secret/data/ci`', '`password`', '']],
    [
      { version: undefined, lease: 3600 },
      ['`DB_PASSWORD`', '`db_password`', '`secret/data/ci`', '`password`', 'lease 3600 s'],
    ],
    [{ output: undefined }, ['`DB_PASSWORD`', '', '`secret/data/ci`', '`password`', '3']],
    [{ file: 'store.jks' }, ['`DB_PASSWORD`', '`db_password`', '`secret/data/ci`', '`password`', '3 file']],
    [
      { file: 'store.jks', version: undefined },
      ['`DB_PASSWORD`', '`db_password`', '`secret/data/ci`', '`password`', 'file'],
    ],
    [
      { file: 'store.jks', lease: 60 },
      ['`DB_PASSWORD`', '`db_password`', '`secret/data/ci`', '`password`', 'lease 60 s file'],
    ],
  ])('a row with %j', (changes, expected) => {
    expect(cells(summaryText(report({ rows: [{ ...ROW, ...changes }] })))).toEqual([expected]);
  });

  it.each(['a|b', 'a`b', 'a\nb', 'a\r\nb', '`|`', '[x](y)', '<b>', '`</code>'])(
    '%j in a name, path, field or role ends neither the cell nor the code span nor the line',
    (text) => {
      const row = { ...ROW, env: text, output: text, path: text, field: text };
      const markdown = summaryText(report({ role: text, rows: [row] }));
      expect(markdown.split('\n')).toHaveLength(8);
      const [found = []] = cells(markdown);
      expect(found).toHaveLength(5);
      for (const cell of found.slice(0, 4)) expect(cell).toMatch(/^`[^`]+`$/);
      expect(markdown.split('\n')[2]?.match(/`/g)).toHaveLength(2);
    },
  );

  it('a table of more than 500 rows is cut, and how many are missing is told', () => {
    const rows = Array.from({ length: 503 }, (_, index) => ({ ...ROW, output: `value_${index}` }));
    const text = summaryText(report({ rows }));
    expect(text).toContain('503 values');
    expect(text).toContain('value_499');
    expect(text).not.toContain('value_500');
    expect(cells(text).at(-1)).toEqual(['…', '3 more', '', '', '']);
    expect(summaryText(report({ rows: rows.slice(0, 500) }))).not.toContain('more');
  });
});

/** Why this exists: the page for those who come from vault-action says truly what is not there. */

import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../../src/config/credentials.ts';
import { INPUTS, type RawConfig } from '../../../src/config/inputs.ts';
import { codesIn, rowsUnder } from '../../support/markdown.ts';
import { read } from '../../support/project.ts';

describe('docs/migrating-from-vault-action.md', () => {
  const page = read('docs/migrating-from-vault-action.md');

  it('lists as absent only inputs that are not there, for methods that are refused', () => {
    const rows = rowsUnder(page, '## What is not there');
    const absent = rows.flatMap(([, inputs = '']) => codesIn(inputs));
    expect(absent.length).toBeGreaterThan(8);
    expect(absent.filter((name) => INPUTS.some((input) => input === name))).toEqual([]);
    const raw = Object.fromEntries(INPUTS.map((name) => [name, ''])) as RawConfig;
    for (const method of rows.flatMap(([cell = '']) => codesIn(cell))) {
      const { problems } = readIdentity({ ...raw, method }, () => '');
      expect(problems.map(({ name }) => name)).toEqual(['method']);
    }
  });
});

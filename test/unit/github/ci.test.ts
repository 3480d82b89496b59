/** Why this exists: a process whose surroundings would print credentials stops before it has any (rules R1 and R5). */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surroundingProblems } from '../../../src/github/ci.ts';

const folder = mkdtempSync(join(tmpdir(), 'vault-approle-ci-'));
const file = join(folder, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'] as const;
const RIGHT = Object.fromEntries(NAMES.map((name) => [name, file]));

describe('surroundingProblems', () => {
  it('a runner that hands over all its files is in order', () => {
    expect(surroundingProblems(RIGHT)).toEqual([]);
  });

  it.each(['http', 'net', '*', '1'])('R5: NODE_DEBUG=%s, which prints request headers, is told', (value) => {
    expect(surroundingProblems({ ...RIGHT, NODE_DEBUG: value })).toEqual([
      {
        name: 'NODE_DEBUG',
        problem:
          'is set: Node.js would print request headers, with the token in them; unset it for this step',
      },
    ]);
  });

  it('an empty NODE_DEBUG does no harm', () => {
    expect(surroundingProblems({ ...RIGHT, NODE_DEBUG: '' })).toEqual([]);
  });

  it('everything is told together', () => {
    expect(surroundingProblems({ NODE_DEBUG: 'http' }).map(({ name }) => name)).toEqual([
      ...NAMES,
      'NODE_DEBUG',
    ]);
  });
});

/** Why this exists: a runner takes over what is in the files of a failed step, too, so a half is never left there. */

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Append, appendAll, commandFileProblems } from '../../../src/github/command-files.ts';
import { UsageError } from '../../../src/vault/errors.ts';

const NAMES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'] as const;
type Name = (typeof NAMES)[number];

let env: Record<Name, string>;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'command-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  env = Object.fromEntries(NAMES.map((name) => [name, join(folder, name)])) as Record<Name, string>;
  for (const name of NAMES) writeFileSync(env[name], `${name} before\n`);
});

const text = (name: Name): string => readFileSync(env[name], 'utf8');
const append = (name: Name, what: string): Append => ({
  name,
  write: () => appendFileSync(env[name], what),
});
const noRoom = (name: Name, first: string): Append => ({
  name,
  write: () => {
    appendFileSync(env[name], first);
    throw Object.assign(new Error('canary'), { code: 'ENOSPC' });
  },
});

function problemOf(appends: readonly Append[]): unknown {
  try {
    appendAll(appends, env);
  } catch (error) {
    return error instanceof UsageError ? error.problems : error;
  }
  return undefined;
}

describe('appendAll', () => {
  it('adds to what is there', () => {
    appendAll([append('GITHUB_OUTPUT', 'a=1\n'), append('GITHUB_ENV', 'A=1\n')], env);
    expect(text('GITHUB_OUTPUT')).toBe('GITHUB_OUTPUT before\na=1\n');
    expect(text('GITHUB_ENV')).toBe('GITHUB_ENV before\nA=1\n');
  });

  it('law 3: with a failure in the middle, all files are what they were', () => {
    const problems = problemOf([append('GITHUB_OUTPUT', 'a=1\n'), noRoom('GITHUB_ENV', 'A=half')]);
    for (const name of NAMES) expect(text(name)).toBe(`${name} before\n`);
    expect(problems).toEqual([
      {
        name: 'GITHUB_ENV',
        problem:
          'cannot be written (ENOSPC), so nothing was published. Make room on this runner, or repair its work folder.',
      },
    ]);
  });

  it('what comes after the failure is not tried', () => {
    problemOf([noRoom('GITHUB_OUTPUT', 'half'), append('GITHUB_ENV', 'A=1\n')]);
    expect(text('GITHUB_ENV')).toBe('GITHUB_ENV before\n');
  });

  it('a file that disappeared meanwhile is told, and the others are what they were', () => {
    rmSync(env.GITHUB_ENV);
    const gone: Append = {
      name: 'GITHUB_ENV',
      write: () => {
        throw new Error(`Missing file at path: ${env.GITHUB_ENV}`);
      },
    };
    expect(problemOf([append('GITHUB_OUTPUT', 'a=1\n'), gone])).toMatchObject([{ name: 'GITHUB_ENV' }]);
    expect(text('GITHUB_OUTPUT')).toBe('GITHUB_OUTPUT before\n');
    expect(existsSync(env.GITHUB_ENV)).toBe(false);
  });

  it('what cannot be taken back is told as well', () => {
    const replaced: Append = {
      name: 'GITHUB_OUTPUT',
      write: () => {
        rmSync(env.GITHUB_OUTPUT);
        throw new Error('canary');
      },
    };
    expect(problemOf([replaced])).toEqual([
      {
        name: 'GITHUB_OUTPUT',
        problem:
          'cannot be written (unknown error), so some values may have been published already. Make room on this runner, or repair its work folder.',
      },
    ]);
  });
});

describe('commandFileProblems', () => {
  it('a runner that hands over all its files is in order', () => {
    expect(commandFileProblems(env)).toEqual([]);
  });

  it.each(NAMES)('without %s values would be printed as commands: it is told', (name) => {
    for (const missing of [undefined, '']) {
      expect(commandFileProblems({ ...env, [name]: missing })).toEqual([
        { name, problem: 'is not set: this is no GitHub Actions runner, or one that is too old' },
      ]);
    }
  });

  it.each(NAMES)('%s that names no file that can be written is told', (name) => {
    expect(commandFileProblems({ ...env, [name]: `${env[name]}-missing` })).toEqual([
      { name, problem: 'names a file that cannot be written: nothing could be handed to later steps' },
    ]);
  });
});

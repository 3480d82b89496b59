/** Why this exists: a secret in a file is for this user alone, outside the workspace, and gone in the end (rule R18). */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Publication } from '../../../src/job/ci.ts';
import { type Placed, placeFiles, removeFolder } from '../../../src/platform/files.ts';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { nameAll } from '../../../src/secrets/names.ts';
import { UsageError } from '../../../src/vault/errors.ts';

const isWindows = process.platform === 'win32';

/** A folder until the end of the test. */
function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'files-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function published(text: string, more: Partial<Publication> = {}): Publication {
  return { value: new Secret(text), output: 'out', env: 'OUT', ...more };
}

interface Result {
  readonly placed: readonly Placed[];
  readonly kept: readonly string[];
}

/** What is placed below a new RUNNER_TEMP; `interfere` is what somebody does once the folder is there. */
function place(
  publications: readonly Publication[],
  interfere: (folder: string) => void = () => undefined,
  temp = temporary(),
): Result {
  const kept: string[] = [];
  const placed = placeFiles(publications, { name: 'RUNNER_TEMP', folder: temp }, (folder) => {
    kept.push(folder);
    interfere(folder);
  });
  return { placed, kept };
}

function withUmask<T>(mask: number, work: () => T): T {
  const before = process.umask(mask);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}

describe('a value in a file', () => {
  it.each(['canary-0001', '', 'two\nlines\r\n', 'größe 🔑\0', ' blanks \n'])(
    'is there to the byte, and its path is what is published: %j',
    (text) => {
      const { placed, kept } = place([published(text, { file: 'x.pem' })]);
      expect(placed).toEqual([{ output: 'out', env: 'OUT', text: join(kept[0] ?? '', 'x.pem') }]);
      expect(readFileSync(placed[0]?.text ?? '', 'utf8')).toBe(text);
    },
  );

  it('may be any bytes', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const { placed } = place([published(bytes.toString('base64'), { file: 'x', binary: true })]);
    expect(readFileSync(placed[0]?.text ?? '')).toEqual(bytes);
  });

  it('is published where it was to be, beside values that are in none', () => {
    const { placed, kept } = place([
      published('canary-1', { env: undefined }),
      published('canary-2', { output: undefined, file: 'x' }),
    ]);
    expect(placed).toEqual([
      { output: 'out', env: undefined, text: 'canary-1' },
      { output: undefined, env: 'OUT', text: join(kept[0] ?? '', 'x') },
    ]);
    expect(readdirSync(kept[0] ?? '')).toEqual(['x']);
  });

  it('shares a folder with the others of its job, and with none of another', () => {
    const temp = temporary();
    const files = [published('1', { file: 'a' }), published('2', { file: 'b' })];
    const [one, other] = [place(files, undefined, temp), place(files, undefined, temp)];
    expect(new Set(one.placed.map(({ text }) => dirname(text)))).toEqual(new Set(one.kept));
    expect(one.kept).toHaveLength(1);
    expect(other.kept).not.toEqual(one.kept);
  });
});

describe('values without a file', () => {
  it('need no folder, no RUNNER_TEMP and no clean-up', () => {
    const kept: string[] = [];
    const placed = placeFiles(
      [published('canary-0001')],
      { name: 'RUNNER_TEMP', folder: undefined },
      (folder) => kept.push(folder),
    );
    expect(placed).toEqual([{ output: 'out', env: 'OUT', text: 'canary-0001' }]);
    expect(kept).toEqual([]);
  });

  it('leave RUNNER_TEMP empty', () => {
    const temp = temporary();
    place([published('canary-0001')], undefined, temp);
    expect(readdirSync(temp)).toEqual([]);
  });
});

describe.skipIf(isWindows)('R18: modes', () => {
  it.each([0o000, 0o022, 0o077])('are 0600 in a folder of 0700, with a umask of %i', (mask) => {
    const { placed, kept } = withUmask(mask, () =>
      place([published('canary-1', { file: 'a' }), published('AAAA', { file: 'b', binary: true })]),
    );
    expect(kept.map(modeOf)).toEqual(['700']);
    expect(placed.map(({ text }) => modeOf(text))).toEqual(['600', '600']);
  });

  it('are those of the folder already when clean-up is told of it', () => {
    const modes: string[] = [];
    withUmask(0, () => place([published('canary', { file: 'a' })], (folder) => modes.push(modeOf(folder))));
    expect(modes).toEqual(['700']);
  });
});

describe('R18: what is there already', () => {
  it('as a file is not written into', () => {
    const write = (folder: string): void => writeFileSync(join(folder, 'x'), 'theirs');
    let folder = '';
    expect(() =>
      place([published('canary', { file: 'x' })], (made) => {
        folder = made;
        write(made);
      }),
    ).toThrow(/EEXIST/);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('theirs');
  });

  it.skipIf(isWindows).each(['an existing file', 'nothing'])(
    'as a link to %s is not written through',
    (to) => {
      const target = join(temporary(), 'target');
      if (to !== 'nothing') writeFileSync(target, 'theirs');
      const link = (folder: string): void => symlinkSync(target, join(folder, 'x'));
      expect(() => place([published('canary', { file: 'x' })], link)).toThrow(/EEXIST/);
      expect(existsSync(target) ? readFileSync(target, 'utf8') : undefined).toBe(
        to === 'nothing' ? undefined : 'theirs',
      );
    },
  );

  it('R5: is told without the value', () => {
    const write = (folder: string): void => writeFileSync(join(folder, 'x'), 'theirs');
    try {
      place([published('canary-0001', { file: 'x' })], write);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('canary');
    }
  });
});

describe('one value under two names', () => {
  it('and in one file is written once or refused before, and is no failure of the disk', () => {
    const { entries } = parseSecrets('a/b key | A file=x; a/b key | B file=x');
    const value = new Secret('canary-0001');
    const same = { own: '', field: 'key', source: 'a/b key', value, binary: false };
    const { named, problems } = nameAll(
      entries.map((entry) => ({ entry, ...same })),
      { exportEnv: true },
    );
    expect(() => place(problems.length === 0 ? named : [])).not.toThrow();
  });
});

describe('R12: clean-up', () => {
  it('is told of the folder before anything is in it', () => {
    const seen: (readonly string[])[] = [];
    const { kept } = place([published('canary', { file: 'x' })], (folder) => seen.push(readdirSync(folder)));
    expect(seen).toEqual([[]]);
    expect(readdirSync(kept[0] ?? '')).toEqual(['x']);
  });

  it('that cannot be told leaves nothing written', () => {
    const temp = temporary();
    const refuse = (): never => {
      throw new UsageError([{ name: 'GITHUB_STATE', problem: 'no state' }]);
    };
    expect(() => place([published('canary', { file: 'x' })], refuse, temp)).toThrow('no state');
    expect(readdirSync(temp).flatMap((folder) => readdirSync(join(temp, folder)))).toEqual([]);
  });

  it('knows of the files that were written before one that failed, and nothing is published', () => {
    const kept: string[] = [];
    const files = [
      published('1', { file: 'a' }),
      published('2', { file: 'b' }),
      published('3', { file: 'c' }),
    ];
    const block = (folder: string): void => {
      kept.push(folder);
      mkdirSync(join(folder, 'b'));
    };
    expect(() => place(files, block)).toThrow();
    expect(readdirSync(kept[0] ?? '').toSorted()).toEqual(['a', 'b']);
    removeFolder(kept[0] ?? '');
    expect(existsSync(kept[0] ?? '')).toBe(false);
  });
});

describe('R18, R19: the place', () => {
  function problemOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
    const made: string[] = [];
    try {
      const { RUNNER_TEMP: folder, GITHUB_WORKSPACE: workspace } = env;
      placeFiles([published('canary', { file: 'x' })], { name: 'RUNNER_TEMP', folder, workspace }, (one) =>
        made.push(one),
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      expect(made).toEqual([]);
      expect(error.problems.map(({ name }) => name)).toEqual(['secrets']);
      return error.problems[0]?.problem;
    }
  }

  it.each([undefined, ''])('is needed: RUNNER_TEMP %j is refused', (temp) => {
    expect(problemOf({ RUNNER_TEMP: temp })).toBe(
      'RUNNER_TEMP is not set: there is no place for files outside the workspace',
    );
  });

  it.each(['', 'temp', 'a/b', '..temp', '...', ' '])('may not lie in the workspace: %j', (below) => {
    const workspace = temporary();
    const temp = join(workspace, below);
    mkdirSync(temp, { recursive: true });
    const problem = 'RUNNER_TEMP lies in the workspace, whose files end up in artifacts and caches';
    expect(problemOf({ RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace })).toBe(problem);
    expect(problemOf({ RUNNER_TEMP: `${temp}/`, GITHUB_WORKSPACE: `${workspace}/` })).toBe(problem);
    expect(problemOf({ RUNNER_TEMP: join(temp, 'x', '..'), GITHUB_WORKSPACE: workspace })).toBe(problem);
    expect(readdirSync(workspace).filter((name) => name.startsWith('vault-approle-'))).toEqual([]);
  });

  it.each([
    ['_temp', 'repository'],
    ['workspace-temp', 'workspace'],
    ['', 'repository'],
    ['a/b/_temp', 'a/c'],
  ])('may be anywhere else: %j beside %j', (temp, workspace) => {
    const root = temporary();
    mkdirSync(join(root, temp), { recursive: true });
    expect(
      problemOf({ RUNNER_TEMP: join(root, temp), GITHUB_WORKSPACE: join(root, workspace) }),
    ).toBeUndefined();
    expect(readdirSync(join(root, temp)).filter((name) => name.startsWith('vault-approle-'))).toHaveLength(1);
  });

  it.each([undefined, ''])('may be anywhere when there is no workspace: %j', (workspace) => {
    expect(problemOf({ RUNNER_TEMP: temporary(), GITHUB_WORKSPACE: workspace })).toBeUndefined();
  });
});

describe('R18: removeFolder', () => {
  it('removes what was made, with all that is in it', () => {
    const { placed, kept } = place([published('1', { file: 'a' }), published('2', { file: 'b' })]);
    kept.forEach(removeFolder);
    expect([...kept, ...placed.map(({ text }) => text)].filter((path) => existsSync(path))).toEqual([]);
  });

  it('leaves the folder in which it lies', () => {
    const temp = temporary();
    const { kept } = place([published('1', { file: 'a' })], undefined, temp);
    writeFileSync(join(temp, 'theirs'), '');
    kept.forEach(removeFolder);
    expect(readdirSync(temp)).toEqual(['theirs']);
  });

  it('does nothing where there is nothing', () => {
    const { kept } = place([published('1', { file: 'a' })]);
    for (const folder of ['', ...kept, ...kept]) removeFolder(folder);
    expect(kept.filter((folder) => existsSync(folder))).toEqual([]);
  });

  /** All of these lie in a temporary folder: were the check broken, this test would delete what it names. */
  it('removes nothing that is not ours', () => {
    const root = temporary();
    const theirs = join(root, 'theirs');
    mkdirSync(join(root, 'vault-approle-x', 'inner'), { recursive: true });
    mkdirSync(theirs);
    const plain = [theirs, root, join(root, 'vault-approle-x', 'inner')];
    for (const text of [...plain, `${root}/vault-approle-x/..`, `${theirs}/`, `${root}/vault-approle-x/.`]) {
      removeFolder(text);
      expect(existsSync(join(root, 'vault-approle-x', 'inner')), text).toBe(true);
    }
    expect(readdirSync(root).toSorted()).toEqual(['theirs', 'vault-approle-x']);
    expect(readdirSync(join(root, 'vault-approle-x'))).toEqual(['inner']);
  });

  it.skipIf(isWindows)('follows no link, neither in its own place nor within', () => {
    const theirs = temporary();
    writeFileSync(join(theirs, 'precious'), 'theirs');
    const { kept } = place([published('1', { file: 'a' })], (folder) =>
      symlinkSync(theirs, join(folder, 'link')),
    );
    kept.forEach(removeFolder);
    expect(kept.filter((folder) => existsSync(folder))).toEqual([]);

    const link = join(temporary(), basename(kept[0] ?? ''));
    symlinkSync(theirs, link);
    removeFolder(link);
    expect(readFileSync(join(theirs, 'precious'), 'utf8')).toBe('theirs');
    expect(() => lstatSync(link)).toThrow(/ENOENT/);
  });
});

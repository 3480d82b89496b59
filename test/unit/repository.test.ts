/** Why this exists: what runs in CI and what a runner downloads are pinned and complete (rule R22). */

import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { names, ROOT, read } from '../support/project.ts';

const MOST = 64 * 1024 * 1024;
const git = (args: readonly string[], input = ''): string =>
  execFileSync('git', args, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: MOST });

describe.each(names('.github/workflows'))('.github/workflows/%s', (name) => {
  const text = read(`.github/workflows/${name}`);
  const jobs = (text.split('\njobs:\n')[1] ?? '').split(/^ {2}(?=\w+:$)/m).slice(1);

  it('R22: pins every action by a full commit SHA, and tells its version', () => {
    const uses = [...text.matchAll(/^ *(?:- )?uses: (.+)$/gm)].map(([, used = '']) => used);
    expect(uses.length).toBeGreaterThan(3);
    const foreign = uses.filter((used) => used !== './');
    for (const used of foreign) expect(used).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no rights of its own, and each job says which it needs', () => {
    expect(text).toContain('\npermissions: {}\n');
    expect(jobs.length).toBeGreaterThan(2);
    for (const job of jobs) expect(job).toMatch(/^ {4}permissions:\n( {6}[\w-]+: (read|write)( # .+)?\n)+/m);
  });

  it('leaves no credentials in a checkout', () => {
    const steps = text.split(/^ {6}- /m).filter((step) => step.includes('actions/checkout@'));
    for (const step of steps) expect(step).toContain('persist-credentials: false');
  });

  it('puts no expression into a script, where a name could become a command', () => {
    const scripts = text.matchAll(/^( *)(?:- )?run: (?:\|\n((?:\1 {2,}.*\n|\n)+)|(.+))/gm);
    for (const [, , block, line] of scripts) expect(block ?? line).not.toContain('${{');
  });
});

describe('the archive of a commit', () => {
  const needed = /^(action\.yml|LICENSE|README\.md|dist\/(main|post)\/.+)$/;

  it('R22: holds what a runner needs and nothing else: the attributes of every file', () => {
    const files = git(['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    const attributes = git(['check-attr', '-z', '--stdin', 'export-ignore'], files).split('\0');
    const kept = attributes.flatMap((value, index) =>
      index % 3 === 2 && value !== 'set' ? [attributes[index - 2] ?? ''] : [],
    );
    const all = files.split('\0').filter(Boolean);
    expect(kept).toEqual(all.filter((file) => needed.test(file)));
    expect(kept.length).toBeGreaterThan(6);
  });

  it('R22: holds it as git packs it', () => {
    const args = ['archive', '--verbose', '--worktree-attributes', 'HEAD'];
    const { stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST });
    const packed = stderr.split('\n').filter((path) => path !== '' && !path.endsWith('/'));
    const all = git(['ls-tree', '-r', '-z', '--name-only', 'HEAD']).split('\0').filter(Boolean);
    expect(packed).toEqual(all.filter((file) => needed.test(file)));
  });
});

/** Why this exists: the files of a release are made here as release.yml makes them, and are what its readers are told. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const WORKFLOW = read('.github/workflows/release.yml');
const { version, devDependencies } = JSON.parse(read('package.json'));
const EXECUTABLE = `vault-approle-v${version}-linux-x64`;
const FILES = [EXECUTABLE, `vault-approle-v${version}.cjs`, `vault-approle-v${version}.tar.gz`];

/** The jobs of the workflow by their names. */
function job(name: string): string {
  const [, text = ''] = WORKFLOW.split(`\n  ${name}:\n`);
  return text.split(/^ {2}\w+:$/m)[0] ?? '';
}

/** The scripts of a job, as the runner's shell gets them. */
function scripts(name: string): readonly string[] {
  const found = job(name).matchAll(/^ {8}run: (?:\|\n((?: {10}.*\n)+)|(.+))/gm);
  return [...found].map(([, block, line]) => (block ?? line ?? '').replace(/^ {10}/gm, ''));
}

describe.skipIf(process.platform !== 'linux')('the files of a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-release-'));
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    HOME: folder,
    GITHUB_REF_NAME: `v${version}`,
  };

  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', ROOT, 'clone'], { cwd: folder });
    const cwd = join(folder, 'clone');
    writeFileSync(join(cwd, EXECUTABLE), `#!/bin/sh\necho ${version}\n`); // test/dist/exe.test.ts builds it
    chmodSync(join(cwd, EXECUTABLE), 0o644); // as an artifact that was downloaded
    for (const script of scripts('files'))
      execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd, env });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are an archive, the command line as a file and as an executable, and a checksum of each', () => {
    const made = readdirSync(join(folder, 'clone')).filter((name) => name.startsWith('vault-approle-'));
    expect(made.sort()).toEqual(FILES.flatMap((name) => [name, `${name}.sha256`]).sort());
  });

  it('run as they are', () => {
    for (const name of [EXECUTABLE, `vault-approle-v${version}.cjs`]) {
      const { stdout } = spawnSync(join(folder, 'clone', name), ['--version'], { env, encoding: 'utf8' });
      expect(stdout, name).toBe(`${version}\n`);
    }
  });

  it('have checksums in the form that the GitLab template compares', () => {
    for (const name of FILES) {
      const cwd = join(folder, 'clone');
      expect(readFileSync(join(cwd, `${name}.sha256`), 'utf8')).toMatch(
        /^[0-9a-f]{64} {2}vault-approle-\S+\n$/,
      );
      execFileSync('sha256sum', ['--check', `${name}.sha256`], { cwd, env });
    }
  });
});

describe('release.yml', () => {
  it('R22: signs all that it publishes, and publishes all that it signs', () => {
    expect(job('files')).toContain('subject-path: vault-approle-*\n');
    expect(job('files')).toContain('path: vault-approle-*\n');
    expect(job('publish')).toContain('gh release create "$GITHUB_REF_NAME" vault-approle-* ');
  });

  it('R22: runs code of dependencies only where there are no rights, and nothing to hand on', () => {
    const installing = ['prove', 'executable', 'files', 'publish'].filter((name) => /npm c/.test(job(name)));
    expect(installing).toEqual(['prove']);
    expect(job('prove')).not.toContain('upload-artifact');
    expect(job('prove')).toMatch(/permissions:\n {6}contents: read\n {4}steps/);
  });

  it('builds the executable of the Node.js that the tests use', () => {
    expect(job('executable')).toContain(`node-version: ${devDependencies.node}\n`);
  });

  it('names files as the documents do', () => {
    const suffixes = ['.tar.gz', '.cjs', '-linux-x64'];
    for (const suffix of suffixes)
      expect(read('SECURITY.md')).toContain(`verify vault-approle-v1.2.3${suffix} `);
    for (const page of ['README.md', 'gitlab/README.md'])
      expect(read(page)).toContain('`vault-approle-v….cjs`');
  });
});

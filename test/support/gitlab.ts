/** Why this exists: GitLab pipelines run for real, by gitlab-ci-local, with this repository's template and command line. */

import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { CLI } from './cli.ts';
import { ROOT } from './project.ts';

export const IS_LINUX = process.platform === 'linux';

/** A reason to leave tests out on this machine; in CI on Linux there is none. */
export function missing(what: string, how: string): undefined {
  const text = `${what}: ${how}`;
  if (process.env.CI && IS_LINUX) throw new Error(text);
  console.log(`skipped: ${text}`);
  return undefined;
}

export function isInstalled(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** The path of gitlab-ci-local; undefined, with a sentence about it, where it cannot run. */
export function findGitlabCiLocal(): string | undefined {
  const what = 'Pipeline tests run gitlab-ci-local with its shell executor';
  if (!IS_LINUX) return missing(what, 'use Linux');
  const absent = ['bash', 'rsync'].find((command) => !isInstalled(command));
  if (absent) return missing(`${what}, which needs ${absent}`, `apt-get install ${absent}`);
  const tool = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
  return existsSync(tool) ? tool : missing(what, 'npm ci');
}

export interface Pipeline {
  /** `<group>` and `<sha>` stand for a group and a commit with this repository's template in `<group>/vault-approle`. */
  readonly yaml: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Files of the repository besides the template's and the command line `ci/vault-approle.cjs`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders before PATH. */
  readonly path?: readonly string[];
  /** The jobs that run; without it, all. */
  readonly jobs?: readonly string[];
}

export interface Job {
  /** 0 for a job that succeeded; undefined for one that did not run. */
  readonly status: number | undefined;
  readonly log: string;
}

export interface PipelineRun {
  /** Everything that gitlab-ci-local printed. */
  readonly log: string;
  job(name: string): Job;
  /** What lies in the folder beside that of the project. */
  readonly left: readonly string[];
}

/** Runs a pipeline in a repository of its own. Its jobs see nothing of our environment but PATH. */
export async function runPipeline(tool: string, pipeline: Pipeline): Promise<PipelineRun> {
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-gitlab-'));
  const repo = join(home, 'shop');
  const sha = makeProjects(home);
  makeRepository(repo, pipeline, (text) => text.replaceAll('<group>', 'security').replaceAll('<sha>', sha));
  const { status, log } = await execute(tool, home, pipeline);
  const output = join(repo, '.gitlab-ci-local/output');
  const jobs = new Map(
    (existsSync(output) ? readdirSync(output) : []).map((file) => {
      const name = file.replace(/\.log$/, '');
      return [name, { status: statusIn(log, name), log: readFileSync(join(output, file), 'utf8') }];
    }),
  );
  const beside = `${repo}.tmp`;
  const left = existsSync(beside) ? readdirSync(beside) : [];
  rmSync(home, { recursive: true, force: true });
  if (jobs.size === 0) throw new Error(`no job ran (${status}):\n${log}`);
  return { log, left, job: (name) => jobs.get(name) ?? { status: undefined, log: '' } };
}

/** What a GitLab server would have: our repository as a project, and the folder gitlab as a component's. Returns a commit. */
function makeProjects(home: string): string {
  const group = join(home, 'projects/security');
  cpSync(join(ROOT, 'gitlab'), join(group, 'vault-approle.git/gitlab'), { recursive: true });
  cpSync(join(ROOT, 'gitlab'), join(group, 'vault-approle-component.git'), { recursive: true });
  for (const name of readdirSync(group)) commitAll(join(group, name), '0.1.0');
  const rewritten = 'https://gitlab.example.org/security/';
  writeFileSync(join(home, '.gitconfig'), `[url "file://${group}/"]\n  insteadOf = ${rewritten}\n`);
  const args = ['rev-parse', 'HEAD'];
  return execFileSync('git', args, { cwd: join(group, 'vault-approle.git'), encoding: 'utf8' }).trim();
}

/** A repository of a project `group/shop`. `files` and the others are committed: what is not, GitLab does not see. */
function makeRepository(repo: string, { yaml, files = {} }: Pipeline, edit: (text: string) => string): void {
  mkdirSync(join(repo, 'ci'), { recursive: true });
  cpSync(join(ROOT, 'gitlab'), join(repo, 'gitlab'), { recursive: true });
  cpSync(CLI, join(repo, 'ci/vault-approle.cjs'));
  for (const [path, text] of Object.entries({ '.gitlab-ci.yml': yaml, ...files })) {
    mkdirSync(dirname(join(repo, path)), { recursive: true });
    writeFileSync(join(repo, path), edit(text), { mode: 0o755 });
  }
  commitAll(repo, 'main');
  execFileSync('git', ['remote', 'add', 'origin', 'https://gitlab.example.org/group/shop.git'], {
    cwd: repo,
  });
}

function commitAll(folder: string, branch: string): void {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  const git = (...args: string[]) => execFileSync('git', [...author, ...args], { cwd: folder });
  git('init', '--quiet', `--initial-branch=${branch}`);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'test');
}

function execute(
  tool: string,
  home: string,
  { variables, jobs = [], path = [] }: Pipeline,
): Promise<{ status: number; log: string }> {
  const args = [tool, ...jobs, '--force-shell-executor'];
  for (const [name, value] of Object.entries(variables)) args.push('--variable', `${name}=${value}`);
  const options = {
    cwd: join(home, 'shop'),
    env: {
      PATH: [...path, dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: home,
      NO_COLOR: '1',
    },
    timeout: 180_000,
    maxBuffer: 64 * 1024 * 1024,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, log: stdout + stderr });
    });
  });
}

function statusIn(log: string, name: string): number | undefined {
  const [, failed] = new RegExp(`^${name} +finished in .*? FAIL (\\d+)`, 'm').exec(log) ?? [];
  if (failed !== undefined) return Number(failed);
  return new RegExp(`^${name} +finished in `, 'm').test(log) ? 0 : undefined;
}

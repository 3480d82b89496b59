/** Why this exists: a Jenkinsfile runs on Jenkins' own engine for Groovy, with the library of this repository. */

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
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
import { ROOT } from './project.ts';

const PROJECT = join(ROOT, 'test', 'e2e', 'jenkins');
const CACHE = join(ROOT, '.cache', 'jenkins');
const STAMP = join(CACHE, 'stamp');
const NEEDS =
  'Tests of the Jenkins library need Linux, Java 17 or newer, Maven and curl: apt-get install default-jdk-headless maven curl';

/** The class path of the stand-in, built by Maven once; undefined, with a sentence about it, where that cannot be. */
export function findJenkins(): string | undefined {
  if (process.platform !== 'linux') {
    console.log(`skipped: ${NEEDS}`);
    return undefined;
  }
  try {
    build();
    return [join(CACHE, 'classes'), join(CACHE, 'lib', '*')].join(delimiter);
  } catch (error) {
    if (process.env.CI) throw new Error(NEEDS, { cause: error });
    console.log(`skipped: ${NEEDS}`);
    return undefined;
  }
}

function build(): void {
  execFileSync('java', ['-version'], { stdio: 'ignore' });
  const sources = readdirSync(PROJECT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(java|xml)$/.test(name))
    .sort();
  const digest = createHash('sha256');
  for (const name of sources) digest.update(readFileSync(join(PROJECT, name)));
  const stamp = digest.digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  execFileSync('mvn', ['-q', '-B', '-f', join(PROJECT, 'pom.xml'), 'compile'], { stdio: 'pipe' });
  writeFileSync(STAMP, stamp);
}

export type Credentials =
  | { readonly kind: 'string'; readonly secret: string }
  | { readonly kind: 'usernamePassword'; readonly username: string; readonly password: string }
  | { readonly kind: 'file'; readonly content: string };

export interface Job {
  readonly jenkinsfile: string;
  /** By their IDs. */
  readonly credentials?: Readonly<Record<string, Credentials>>;
  /** A parameter that is an object is a password. */
  readonly parameters?: Readonly<Record<string, string | { readonly password: string }>>;
  /** The agent's environment, besides PATH and HOME. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Executable files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** What must be in no saved state, and in no line of the console. */
  readonly canaries: readonly string[];
  /** The agent's PATH; the tests' Node.js and the system's folders if left out. */
  readonly path?: string;
  /** A program that reads batch files: the agent is one with Windows. */
  readonly cmd?: string;
  /** Of the Java process, which is controller and agent in one. */
  readonly java?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly result: 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'ABORTED';
  readonly log: string;
  /** What was found where it must not be, such as `state: canary-x as UTF-8`. */
  readonly found: readonly string[];
  /** How many saved states were searched, and the size of the largest. */
  readonly states: number;
  readonly largest: number;
  /** How many Java processes the build took. */
  readonly processes: number;
  /** What lies in the workspace's temporary folder besides the CLI. */
  readonly left: readonly string[];
  /** What the library's code called, such as `java.lang.String trim`. */
  readonly calls: readonly string[];
}

export interface Workplace {
  readonly workspace: string;
  /** Scripts make these files to have the build aborted, or the controller restarted. */
  readonly abort: string;
  readonly restart: string;
  run(job: Job): Promise<Ended>;
  remove(): void;
}

const RESULTS = ['SUCCESS', 'UNSTABLE', 'FAILURE', 'ABORTED'] as const;
const RESTART = 75;
/** Of the status that stands for SUCCESS. */
const FIRST_RESULT = 10;

/** An agent with one workspace, for builds one after another. */
export function workplace(classPath: string): Workplace {
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-jenkins-'));
  const workspace = join(home, 'workspace');
  const abort = join(home, 'abort');
  const restart = join(home, 'restart');
  return {
    workspace,
    abort,
    restart,
    run: async (job) => {
      const folder = mkdtempSync(join(home, 'build-'));
      write(workspace, job.files ?? {});
      writeFileSync(join(folder, 'Jenkinsfile'), job.jenkinsfile);
      const paths = {
        jenkinsfile: join(folder, 'Jenkinsfile'),
        workspace,
        abortWhen: abort,
        restartWhen: restart,
      };
      const own = { library: join(ROOT, 'jenkins'), declarative: join(PROJECT, 'declarative') };
      writeFileSync(
        join(folder, 'build.json'),
        JSON.stringify({ ...paths, ...own, ...description(job, home) }),
      );
      let processes = 1;
      let status = await java(classPath, folder, job.java);
      for (; status === RESTART; processes++) {
        rmSync(restart);
        status = await java(classPath, folder, job.java);
      }
      rmSync(abort, { force: true });
      const result = RESULTS[status - FIRST_RESULT];
      if (!result) throw new Error(`The stand-in failed with status ${status}:\n${text(folder, 'errors')}`);
      return { result, processes, left: left(workspace), ...seen(folder, job.canaries) };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function write(workspace: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), content, { mode: 0o755 });
  }
}

function description(job: Job, home: string): object {
  const { credentials = {}, parameters = {}, canaries, cmd } = job;
  const { path = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter) } = job;
  return {
    credentials,
    parameters,
    canaries,
    cmd,
    environment: { PATH: path, HOME: home, ...job.environment },
  };
}

function java(classPath: string, folder: string, more: Job['java'] = {}): Promise<number> {
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp', classPath];
  const settings = { timeout: 120_000, env: { ...process.env, ...more } };
  return new Promise((resolve) => {
    execFile('java', [...options, 'standin.Build', folder], settings, (error, out, errors) => {
      writeFileSync(join(folder, 'errors'), out + errors);
      resolve(error ? (typeof error.code === 'number' ? error.code : -1) : 0);
    });
  });
}

function text(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
}

function seen(
  folder: string,
  canaries: readonly string[],
): Pick<Ended, 'log' | 'found' | 'states' | 'largest' | 'calls'> {
  const log = text(folder, 'log');
  const searched = text(folder, 'searched').split('\n');
  const sizes = searched.flatMap((line) => /^state (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
  const printed = canaries.filter((canary) => log.includes(canary)).map((canary) => `console: ${canary}`);
  const saved = searched
    .filter((line) => line.startsWith('FOUND in '))
    .map((line) => line.slice('FOUND in '.length));
  return {
    log,
    found: [...new Set([...saved, ...printed])],
    states: sizes.length,
    largest: Math.max(0, ...sizes),
    calls: text(folder, 'calls').split('\n').filter(Boolean),
  };
}

/** Empty folders are no trace of anything. */
function left(workspace: string): readonly string[] {
  const folder = `${workspace}@tmp`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory() && !/^[0-9a-f]{64}\.cjs$/.test(one.name))
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
}

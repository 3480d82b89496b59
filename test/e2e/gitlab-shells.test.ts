/**
 * Why this exists: the scripts of the GitLab template in the shells that images have, in the frame of a runner, up to the
 * signals of a cancelled job; and each way in which the command line gets there.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CLI } from '../support/cli.ts';
import { IS_LINUX, isInstalled, missing } from '../support/gitlab.ts';
import { commandsOf, FRAMES, framed } from '../support/gitlab-template.ts';
import { type Role, scenario } from '../support/scenario.ts';

/** Shells by the words that start them. */
const SHELLS = (IS_LINUX ? [['bash'], ['dash'], ['busybox', 'sh']] : []).filter(
  ([command = '']) =>
    isInstalled(command) || missing(`Scripts are tried in ${command}`, `apt-get install ${command}`),
);

const { address, kv, role, isAlive } = scenario();

let job: Role;
let secrets: string;
beforeAll(async () => {
  const mount = await kv({ app: { password: 'canary-password' } });
  job = await role({ reads: [`${mount}/data/*`] });
  secrets = `${mount}/app password | DB_PASSWORD`;
});

let project: string;
let temporary: string;
let env: Record<string, string>;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-shells-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  project = join(folder, 'shop');
  temporary = join(folder, 'shop.tmp');
  mkdirSync(join(project, 'ci'), { recursive: true });
  cpSync(CLI, join(project, 'ci/vault-approle.cjs'));
  env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    CI_PROJECT_DIR: project,
    CI_JOB_ID: '4711',
    VAULT_ADDR: address,
    VAULT_ROLE_ID: job.roleId,
    VAULT_SECRET_ID: await job.secretId(),
    VAULT_APPROLE_PATH: job.mount,
    VAULT_APPROLE_SECRETS: secrets,
    VAULT_APPROLE_TOKEN_ENV: 'true',
    APPROLE_CLI: 'ci/vault-approle.cjs',
  };
});

interface Running {
  readonly group: number;
  /** What the script has printed so far. */
  output(): string;
  /** Settles when the script has printed this. */
  printed(text: string): Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Starts a script as a runner does: by standard input, in a process group of its own. */
function start(shell: readonly string[], script: string): Running {
  const [command = '', ...args] = shell;
  const child = spawn(command, args, { cwd: project, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look();
    });
  }
  child.stdin.end(script);
  return {
    group: child.pid ?? 0,
    output: () => output,
    printed: (text) =>
      new Promise((resolve) => {
        look = () => output.includes(text) && resolve();
        look();
      }),
    ended: once(child, 'close').then(([status]) => status),
  };
}

async function run(commands: readonly string[], shell: readonly string[] = ['sh']) {
  const running = start(shell, framed(commands, 'subshell'));
  const status = await running.ended;
  return { status, output: running.output() };
}

const BEFORE = commandsOf('.vault-approle', 'before_script');
const EXPORT = commandsOf('.vault-approle-export', 'before_script');
const AFTER = commandsOf('.vault-approle-export', 'after_script');

/** Keeps the token for this test, without printing it. */
const KEEP = 'printenv VAULT_TOKEN > "$HOME/token"';
/** A command that runs when it says so. Shells put off a signal that comes while they start one. */
const WORK = `sh -c 'echo "at work"; exec sleep 60'`;
const token = (): string => readFileSync(join(dirname(project), 'token'), 'utf8').trim();
const left = (): readonly string[] => (existsSync(temporary) ? readdirSync(temporary) : []);

describe.each(SHELLS)('%s %s', (...words: readonly string[]) => {
  const shell = words.filter((word) => word !== undefined);

  it('exec: masks the output, and ends with the status of the command', async () => {
    const script = `vault_approle exec -- sh -c '${KEEP}; echo "is $DB_PASSWORD"; exit 7'`;
    const { status, output } = await run([...BEFORE, script, 'echo "never here"'], shell);
    expect(status, output).toBe(7);
    expect(output).toContain('is ***\n');
    expect(output).not.toContain('never here');
    expect(await isAlive(token())).toBe(false);
  });

  it('export: the values are there, and nothing is left, also of a script that fails in another folder', async () => {
    const script = ['set -u', 'test "$DB_PASSWORD" = canary-password', KEEP, 'cd /', 'exit 7'];
    const { status, output } = await run([...EXPORT, ...script], shell);
    expect(status, output).toBe(7);
    expect(output).toContain('The token is revoked');
    expect(await isAlive(token())).toBe(false);
    expect(left()).toEqual([]);
  });

  it('export: the state lies where the runner wants temporary files', async () => {
    env.RUNNER_TEMP_PROJECT_DIR = join(dirname(project), 'temporary');
    const { status, output } = await run([...EXPORT, 'ls "$RUNNER_TEMP_PROJECT_DIR"'], shell);
    expect(status, output).toBe(0);
    expect(output).toContain('\nvault-approle-4711.state\n');
    expect(left()).toEqual([]);
  });

  it.each(FRAMES)(
    'export: a cancelled job revokes its token and removes its files, framed by a %s',
    async (frame) => {
      const script = [KEEP, WORK, 'echo "never here"'];
      const running = start(shell, framed([...EXPORT, ...script], frame));
      await running.printed('at work');
      expect(left()).toEqual(['vault-approle-4711.state']);
      process.kill(-running.group, 'SIGTERM');
      expect(await running.ended).not.toBe(0);
      await running.printed('The token is revoked');
      expect(running.output()).not.toContain('never here');
      expect(await isAlive(token())).toBe(false);
      expect(left()).toEqual([]);
    },
  );

  it('export: after_script does what a killed script could not', async () => {
    const running = start(shell, framed([...EXPORT, KEEP, WORK], 'subshell'));
    await running.printed('at work');
    process.kill(-running.group, 'SIGKILL');
    await running.ended;
    expect(await isAlive(token())).toBe(true);
    const { status, output } = await run(AFTER, shell);
    expect(status, output).toBe(0);
    expect(await isAlive(token())).toBe(false);
    expect(left()).toEqual([]);
  });
});

describe.skipIf(!IS_LINUX)('the command line', () => {
  const bytes = readFileSync(CLI);
  const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

  /** A web server with one file; returns its address. */
  async function serve(
    content: string | Buffer,
  ): Promise<{ url: string; requests: () => number; stop: () => void }> {
    let requests = 0;
    const server = createServer((request, response) => {
      requests++;
      response.statusCode = request.url === '/vault-approle.cjs' ? 200 : 404;
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = (): void => void server.close();
    onTestFinished(stop);
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/vault-approle.cjs`, requests: () => requests, stop };
  }

  const USE = [...BEFORE, 'vault_approle login'];

  /** PATH has these commands and nothing else. */
  function only(...commands: readonly string[]): void {
    const bin = join(dirname(project), 'bin');
    mkdirSync(bin);
    const folders = (env.PATH ?? '').split(delimiter);
    for (const command of ['sh', 'env', 'cat', 'mkdir', 'mv', 'rm', 'chmod', 'sha256sum', ...commands]) {
      const found = folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
      if (!found) throw new Error(`there is no ${command} on this machine`);
      symlinkSync(found, join(bin, command));
    }
    env.PATH = bin;
  }

  it.each(['curl', 'wget', 'node'])('is downloaded by %s, checked, and run from then on', async (tool) => {
    if (!isInstalled(tool))
      return void missing(`Downloads are tried with ${tool}`, `apt-get install ${tool}`);
    const server = await serve(bytes);
    only('node', tool === 'node' ? 'true' : tool);
    Object.assign(env, { APPROLE_CLI_URL: server.url, APPROLE_CLI_SHA256: digest(bytes) });
    for (const _ of ['downloaded', 'found']) {
      const { status, output } = await run(USE);
      expect(status, output).toBe(0);
      expect(output).toContain('0.1.0\n');
    }
    expect(server.requests()).toBe(1);
    expect(left()).toEqual([`vault-approle-${digest(bytes)}.cjs`]);
  });

  const TRAP = '#!/bin/sh\necho "canary: run"\n';

  it.each([
    ['another one', digest(bytes)],
    ['none', ''],
  ])('is not run when its checksum is wrong: %s is wanted', async (_, wanted) => {
    Object.assign(env, { APPROLE_CLI_URL: (await serve(TRAP)).url, APPROLE_CLI_SHA256: wanted });
    const { status, output } = await run(USE);
    expect(status, output).toBe(125);
    expect(output).toContain('has another checksum than cli-sha256: it is not run. See gitlab/README.md');
    expect(output).not.toContain('canary');
    expect(left()).toEqual([]);
  });

  it('is not run when an earlier job has put something else in its place', async () => {
    const server = await serve(bytes);
    Object.assign(env, { APPROLE_CLI_URL: server.url, APPROLE_CLI_SHA256: digest(bytes) });
    mkdirSync(temporary);
    const place = join(temporary, `vault-approle-${digest(bytes)}.cjs`);
    writeFileSync(place, TRAP);
    chmodSync(place, 0o755);
    const { status, output } = await run(USE);
    expect(status, output).toBe(0);
    expect(output).not.toContain('canary');
    expect(readFileSync(place).equals(bytes)).toBe(true);
  });

  it('that cannot be downloaded is told by its address', async () => {
    const server = await serve(bytes);
    Object.assign(env, { APPROLE_CLI_URL: `${server.url}.not`, APPROLE_CLI_SHA256: digest(bytes) });
    const { status, output } = await run(USE);
    expect(status, output).toBe(125);
    expect(output).toContain('vault-approle.cjs.not could not be downloaded.');
  });

  it('is installed by npm, anew for every job', async () => {
    const pack = spawn('npm', ['pack', '--silent', dirname(CLI)], { cwd: project, env, stdio: 'ignore' });
    expect((await once(pack, 'exit'))[0]).toBe(0);
    Object.assign(env, {
      APPROLE_CLI_PACKAGE: join(project, 'vault-approle-0.1.0.tgz'),
      npm_config_offline: 'true',
    });
    const first = await run(USE);
    expect(first.status, first.output).toBe(0);
    writeFileSync(join(temporary, 'vault-approle-npm/node_modules/vault-approle/index.js'), TRAP);
    const second = await run(USE);
    expect(second.output).toContain('0.1.0\n');
    expect(second.output).not.toContain('canary');
  });

  it('is found on PATH by its name', async () => {
    only('node');
    symlinkSync(CLI, join(dirname(project), 'bin/vault-approle'));
    delete env.APPROLE_CLI;
    const { status, output } = await run(USE);
    expect(status, output).toBe(0);
  });

  it('says so when it is not on PATH', async () => {
    env.APPROLE_CLI = 'vault-approle-not-here';
    const { status, output } = await run(USE);
    expect(status, output).toBe(125);
    expect(output).toContain('there is no command vault-approle-not-here here: give the input cli');
  });

  it('says so when there is no Node.js', async () => {
    only();
    const { status, output } = await run(USE);
    expect(status, output).toBe(125);
    expect(output).toContain('ci/vault-approle.cjs does not run here.');
    expect(output).toContain('Node.js 20.19 or newer');
  });

  it('says so when it must not be run', async () => {
    chmodSync(join(project, 'ci/vault-approle.cjs'), 0o644);
    const { status, output } = await run(USE);
    expect(status, output).toBe(125);
    expect(output).toContain('executable (chmod +x)');
  });
});

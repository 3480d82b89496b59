/** Why this exists: a newcomer's walk: from a fresh clone, every command that the first two documents show, as it stands. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct, runWorkflow } from '../support/act.ts';
import { blocksOf, fenced } from '../support/markdown.ts';
import { client, findServer, freePort } from '../support/openbao.mjs';
import { ROOT } from '../support/project.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const STARTED = read('docs/getting-started.md');
const README = read('README.md');
const act = findAct();
const WINDOWS = process.platform === 'win32';

/** What a shell printed, for each block that it was given. */
type Printed = ReadonlyMap<string, string>;

const home = mkdtempSync(join(tmpdir(), 'vault-approle-walk-'));
let server: ChildProcess | undefined;
let address: string;
let printed: Printed;
let credentials: { readonly roleId: string; readonly secretId: string };

/** As a reader types it; but the port is free, and there is one owner. */
function ours(text: string): string {
  return text.replaceAll('<owner>', 'owner').replaceAll('127.0.0.1:8200', address.slice('http://'.length));
}

const shells = (text: string): readonly string[] => fenced(text, 'sh');
const isServer = (block: string): boolean => block.startsWith('bao server ');

/** Nothing of this machine's settings; `bao` and the Node.js of the tests are what the reader has installed. */
function environment(): NodeJS.ProcessEnv {
  const bin = join(home, 'bin');
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  return { PATH: path, HOME: home, LANG: 'C.UTF-8' };
}

/** A `bao` on PATH; and what is cloned is this repository as it is committed. */
function install(): void {
  mkdirSync(join(home, 'bin'));
  symlinkSync(findServer(), join(home, 'bin', 'bao'));
  const instead = `[url "${ROOT}"]\n\tinsteadOf = https://github.com/owner/vault-approle\n`;
  writeFileSync(join(home, '.gitconfig'), instead);
}

/** The terminal of the server: settles when it says that it has started. */
function startServer(block: string): Promise<void> {
  const child = spawn('sh', ['-c', `exec ${ours(block)}`], { env: environment() });
  server = child;
  let log = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      log += chunk;
      if (log.includes('server started!')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server ended:\n${log}`)));
  });
}

/** The reader's terminal: all blocks in one shell, which ends at the first command that fails. */
function walk(blocks: readonly string[]): Promise<Printed> {
  const mark = (index: number): string => `@@ block ${index} @@`;
  const steps = blocks.map((block, index) => `printf '%s\\n' '${mark(index)}'\n${ours(block)}`);
  const child = spawn('sh', ['-eu', '-c', `exec 2>&1\n${steps.join('\n')}`], {
    env: environment(),
    cwd: home,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('close', (status) => {
      const parts = output.split(/^@@ block \d+ @@\n/m).slice(1);
      if (status !== 0)
        reject(new Error(`status ${status} in:\n${blocks[parts.length - 1]}\n${parts.at(-1)}`));
      else resolve(new Map(blocks.map((block, index) => [block, parts[index] ?? ''])));
    });
  });
}

const FRAME = `on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
`;

/** A push to a repository with this workflow and with the variables and secrets that the documents name. */
function push(yaml: string): ReturnType<typeof runWorkflow> {
  return runWorkflow(act ?? '', {
    yaml: yaml.replace('https://vault.example.org:8200', address),
    vars: { VAULT_ADDR: address, VAULT_ROLE_ID: credentials.roleId },
    secrets: { VAULT_SECRET_ID: credentials.secretId },
    files: { 'deploy.sh': '#!/bin/sh\necho "as $DB_USER with $DB_PASSWORD."\n' },
  });
}

const TELL = 'echo "$VAULT_ROLE_ID $VAULT_SECRET_ID"';

describe.skipIf(WINDOWS)('a newcomer, from a fresh clone', () => {
  const [terminal = '', ...more] = shells(STARTED).filter(isServer);
  const typed = shells(STARTED).filter((block) => !isServer(block));

  beforeAll(async () => {
    address = `http://127.0.0.1:${await freePort()}`;
    install();
    await startServer(terminal);
    printed = await walk([...typed, TELL, ...shells(README)]);
    const [roleId = '', secretId = ''] = (printed.get(TELL) ?? '').trim().split(' ');
    credentials = { roleId, secretId };
  }, 240_000);
  afterAll(async () => {
    const child = server;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  });

  it('finds one server to start, and commands to run in both documents', () => {
    expect(more).toEqual([]);
    expect(typed.length).toBeGreaterThan(6);
    expect(shells(README).length).toBeGreaterThan(1);
  });

  it('sees what docs/getting-started.md says that is printed', () => {
    const blocks = blocksOf(STARTED);
    const shown = blocks.flatMap(({ language, text }, index) =>
      language === 'text' ? [{ command: blocks[index - 1]?.text ?? '', text }] : [],
    );
    expect(shown.length).toBeGreaterThan(1);
    for (const { command, text } of shown) expect(printed.get(command)?.split('\n')).toContain(text);
  });

  it('sees the demo end well, and what operators do', () => {
    const [demo = '', ...operators] = shells(README).map((block) => printed.get(block) ?? '');
    expect(demo).toContain('Done. The server is gone, nothing is left behind.');
    expect(operators).toHaveLength(1);
    expect(operators[0]).toContain('SecretID    in a wrapping token that nobody has opened');
    expect(operators[0]).toContain('\nIt is ***\n');
  });

  it.skipIf(!act)('pushes the first workflow, which reads the secret of their own', async () => {
    const { status, log } = await push(fenced(STARTED, 'yaml').join('\n'));
    expect(status, log).toBe(0);
    expect(log).toContain('The server says ***');
    expect(log).toContain('The token is revoked');
    expect(log).not.toContain('good morning');
  });

  it.skipIf(!act)('pastes the first example of the README into a workflow, and it works', async () => {
    const values = { user: 'canary-user', password: 'canary-password' };
    await client(address, 'root')('POST', 'secret/data/ci/shop', { data: values });
    const policy = 'path "secret/data/ci/shop" { capabilities = ["read"] }';
    await client(address, 'root')('POST', 'sys/policies/acl/first-ci', { policy });
    const [steps = ''] = fenced(README, 'yaml');
    const { status, log } = await push(`${FRAME}${steps.replace(/^/gm, '      ')}\n`);
    expect(status, log).toBe(0);
    expect(log).toContain('as *** with ***.');
    expect(log).toContain('The token is revoked');
  });

  it('has run every block of both documents that a shell could run', () => {
    const languages = [STARTED, README].flatMap((text) => blocksOf(text).map(({ language }) => language));
    expect([...new Set(languages)].sort()).toEqual(['groovy', 'sh', 'text', 'yaml']);
  });
});

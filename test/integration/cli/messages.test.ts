/** Why this exists: what the command line says by itself: help for people, and on a bad day no credential (rules R5 and R6). */

import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { type Answer, type Fault, faultServer } from '../../support/fault-server.ts';

const SECRET_ID = 'canary-secret-id-0001';
const TOKEN = 'canary-client-token-0002';
const VALUE = 'canary-value-0003';

const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) });
const html = (body: string, status = 200): Answer => ({
  status,
  body,
  headers: { 'Content-Type': 'text/html' },
});
const LOGIN = json({ auth: { client_token: TOKEN, lease_duration: 60, policies: ['default'] } });
const READ = json({ data: { key: VALUE } });

async function run(command: readonly string[], login: Fault, read: Fault = READ) {
  const server = await faultServer();
  server.on(/login$/, () => login);
  server.on(/data\/app$/, () => read);
  server.on(/revoke-self$/, () => ({ status: 204 }));
  const env = {
    VAULT_ADDR: server.address,
    VAULT_ROLE_ID: 'r',
    VAULT_SECRET_ID: SECRET_ID,
    VAULT_APPROLE_RETRIES: '0',
    VAULT_APPROLE_DEBUG: 'true',
  };
  const result = await runCli(command, { env });
  await server.stop();
  return result;
}

const EXEC = ['exec', '--secrets', 'kv/data/app key', '--', 'echo', 'started'];
const EVIL = 'x\n::add-path::/evil\n##[add-path]/evil\r::set-env name=A::b\u001b[31m';

describe.concurrent('R5: no credential and no value is seen, with --debug neither', () => {
  it.each<[string, readonly string[], Fault, Fault?]>([
    ['the server echoes the SecretID', EXEC, json({ errors: [`invalid secret_id "${SECRET_ID}"`] }, 400)],
    ['the server echoes it to login', ['login'], json({ errors: [`invalid secret_id "${SECRET_ID}"`] }, 400)],
    ['the answer is a page that quotes it', EXEC, html(`<html>${SECRET_ID}</html>`, 502)],
    ['the answer of a read is broken JSON', EXEC, LOGIN, { status: 200, body: `{"data":{"key":"${VALUE}"` }],
    ['the error of a read quotes the token', EXEC, LOGIN, json({ errors: [`bad token ${TOKEN}`] }, 403)],
    ['the read is reset', EXEC, LOGIN, 'reset'],
  ])('%s', async (_, command, login, read) => {
    const { status, stdout, stderr } = await run(command, login, read);
    expect({ status, stdout }).toEqual({ status: command === EXEC ? 125 : 1, stdout: '' });
    expect(stderr).toContain('vault-approle: error: ');
    expect(stderr).not.toContain('canary');
  });
});

describe.concurrent('R6: what a server says is no command', () => {
  it('neither in an error', async () => {
    const { stderr } = await run(EXEC, json({ errors: [EVIL] }, 400));
    expect(stderr).toContain('add-path');
    expect(stderr.split('\n').filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([]);
    expect(stderr).not.toContain('\u001b');
  });

  it('nor in what login tells', async () => {
    const auth = { client_token: TOKEN, lease_duration: 60, policies: [EVIL], metadata: { role_name: EVIL } };
    const { status, stdout } = await run(['login'], json({ auth }));
    expect(status).toBe(0);
    expect(stdout.split('\n')).toHaveLength(6);
    expect(stdout).not.toContain('##[');
    expect(stdout).not.toContain('\u001b');
  });
});

describe.concurrent('the command line alone', () => {
  it.each([[['--help']], [['exec', '--help']], [['help', 'exec']], [['revoke', '-h']], [['--version']]])(
    'answers %j on standard output',
    async (args) => {
      const { status, stdout, stderr } = await runCli(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(args.includes('--version') ? /^\d+\.\d+\.\d+\n$/ : /^vault-approle/);
    },
  );

  it.each([[['--version']], [['--help']], [['exec', '--', 'echo', 'never']], [['revoke', '--state', '/x']]])(
    'does nothing on a Node.js that is too old: %j',
    async (args) => {
      const older = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.18.3'}})`;
      const env = { NODE_OPTIONS: `--import=data:text/javascript,${older}` };
      expect(await runCli(args, { env })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: 'vault-approle: error: Node.js: 20.19 or newer is needed, and this one is 20.18.3\n',
      });
    },
  );

  it.each([
    [
      ['--wrapped-secret-id-variable', 'MINE'],
      { MINE: 'canary a' },
      '--wrapped-secret-id-variable: has a blank',
    ],
    [
      ['--secret-id-variable', 'MINE', '--wrapped-secret-id-variable', 'YOURS'],
      { MINE: 'canary-a', YOURS: 'canary-b' },
      '--secret-id-variable: cannot be combined with --wrapped-secret-id-variable',
    ],
    [
      ['--method', 'token', '--token-variable', 'MINE'],
      { MINE: 'canary a' },
      '--token-variable: has a blank',
    ],
  ])('names the flags that were given: %j', async (args, variables, said) => {
    const env = { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_ROLE_ID: 'canary-role', ...variables };
    const { status, stderr } = await runCli(['login', ...args], { env });
    expect(status).toBe(2);
    expect(stderr).toContain(`error: ${said}`);
  });

  it.each([
    [[], 'is missing: give one of exec, export, revoke, login'],
    [['canary-word'], 'is unknown: give one of exec, export, revoke, login'],
  ])('says what is missing from %j, and repeats nothing', async (args, said) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`vault-approle: error: command: ${said}`);
    expect(stderr).not.toContain('canary');
  });
});

/** Why this exists: what `policy` prints is pasted and works: the policy for a job, the commands for an administrator. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CLI, runCli } from '../../support/cli.ts';
import { findServer, type Server, startServer } from '../../support/openbao.mjs';
import { scenario, unique } from '../../support/scenario.ts';

const { address, kv } = scenario();
const TOKEN = 'root-token-of-the-dev-server';
const ASK = { VAULT_ADDR: address, VAULT_TOKEN: TOKEN };

async function policyOf(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { status, stdout, stderr } = await runCli(['policy', ...args], { env });
  expect(status, stderr).toBe(0);
  return stdout;
}

function rule(path: string, ...capabilities: string[]): string {
  return `path "${path}" {\n  capabilities = [${capabilities.map((one) => `"${one}"`).join(', ')}]\n}\n`;
}

describe('policy', () => {
  let v1: string;
  let v2: string;
  beforeAll(async () => {
    v1 = await kv({ 'ci/app': { key: 'canary-one' } }, { version: 1, mount: `team/${unique('v1')}` });
    v2 = await kv({ 'ci/app': { key: 'canary-two' } });
  });

  it('asks the server which engine is mounted where, and how deep, with a token of the environment', async () => {
    const secrets = `${v1}/ci/app *; ${v2}/ci/app key; ${v2}/data/ci/db *; ${v1}/ci/* key; database/creds/ci *`;
    const { stdout, stderr } = await runCli(['policy', '--secrets', secrets, '--pki', 'pki/issue/web {}'], {
      env: ASK,
    });
    expect(stderr).toBe('');
    expect(stdout.split('\n\n').map((text) => `${text.trim()}\n`)).toEqual([
      rule(`${v2}/data/ci/app`, 'read'),
      rule(`${v2}/data/ci/db`, 'read'),
      rule(`${v1}/ci/`, 'list'),
      rule(`${v1}/ci/+`, 'read'),
      rule('database/creds/ci', 'read'),
      rule('pki/issue/web', 'update'),
    ]);
  });

  it('without a server takes the version that is given, or assumes version 2 and says so', async () => {
    const args = ['--secrets', 'kv/ci/app *'];
    expect(await policyOf([...args, '--kv-version', '1'])).toBe(rule('kv/ci/app', 'read'));
    const { stdout, stderr } = await runCli(['policy', ...args]);
    expect(stdout).toBe(rule('kv/data/ci/app', 'read'));
    expect(stderr).toContain('warning: KV version 2 is assumed for kv/: give --kv-version');
    const gone = await runCli(['policy', ...args, '--retries', '0'], {
      env: { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_TOKEN: TOKEN },
    });
    expect(gone.stdout).toBe(stdout);
    expect(gone.stderr).toContain('So the server is not asked.');
  });

  it('spends no SecretID: with AppRole credentials it asks nobody', async () => {
    const env = { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_ROLE_ID: 'canary', VAULT_SECRET_ID: 'canary' };
    expect(await policyOf(['--secrets', 'kv/ci/app *', '--kv-version', '2'], env)).toContain(
      'kv/data/ci/app',
    );
  });

  it('adds what a token without the default policy needs for its own end', async () => {
    const args = ['--secrets', 'kv/data/a *', '--no-default-policy'];
    expect(await policyOf(args)).toContain(rule('auth/token/revoke-self', 'update'));
  });

  it('names what is in a namespace below that of the role', async () => {
    const namespaces = ['--namespace', 'a/b/c', '--auth-namespace', 'a'];
    expect(await policyOf(['--secrets', 'kv/data/x *', ...namespaces])).toBe(rule('b/c/kv/data/x', 'read'));
    const beside = ['--namespace', 'b', '--auth-namespace', 'a'];
    const { status, stderr } = await runCli(['policy', '--secrets', 'kv/data/x *', ...beside]);
    expect(status).toBe(2);
    expect(stderr).toContain('--namespace: is not within');
  });

  it.each([
    ['no secrets', [], '--secrets: is empty'],
    ['a mistake in them', ['--secrets', 'kv/data/x'], 'line 1, column 1: expected a field'],
    ['a version that is none', ['--secrets', 'kv/x *', '--kv-version', '3'], '"3" is neither 1 nor 2'],
    [
      'a path that would be a wildcard',
      ['--secrets', '"kv/data/x*" *'],
      'no policy can allow kv/data/x* alone',
    ],
    ['a set-up of no role', ['--secrets', 'kv/data/x *', '--setup'], '--role-name: is needed'],
    [
      'a time that is none',
      ['--secrets', 'kv/data/x *', '--setup', '--role-name', 'a', '--secret-id-ttl', '30 days'],
      '--secret-id-ttl: "30 days" is no time',
    ],
    [
      'a command line that is none',
      ['--secrets', 'kv/data/x *', '--setup', '--role-name', 'a', '--cli', 'hvac'],
      '--cli: is one of',
    ],
    [
      'a role that is none',
      ['--secrets', 'kv/data/x *', '--setup', '--role-name', 'a b'],
      'is no name for a role',
    ],
    [
      'addresses that are none',
      ['--secrets', 'kv/data/x *', '--setup', '--role-name', 'a', '--cidr', '10.0.0.1'],
      'range of addresses',
    ],
  ])('refuses %s', async (_, args, said) => {
    const { status, stdout, stderr } = await runCli(['policy', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

it.skipIf(process.platform === 'win32')(
  'all of a policy is there, however slowly somebody reads it, as in a pager',
  () => {
    const paths = Array.from({ length: 4_000 }, (_, n) => `kv/data/${n} *`);
    const env = { PATH: process.env.PATH, VAULT_APPROLE_SECRETS: paths.join('\n') };
    const script = '"$0" "$1" policy | (sleep 3; grep -c "^path ")';
    expect(spawnSync('sh', ['-c', script, process.execPath, CLI], { env, encoding: 'utf8' }).stdout).toBe(
      '4000\n',
    );
  },
);

describe('policy --setup', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    await server.api('POST', 'secret/data/ci/app', { data: { password: 'canary-password' } });
    await server.api('POST', 'secret/data/ci/other', { data: { password: 'canary-other' } });
    await server.api('POST', 'sys/namespaces/team');
    await server.api('POST', 'sys/mounts/kv', { type: 'kv' }, { namespace: 'team' });
    await server.api('POST', 'kv/app', { password: 'canary-team' }, { namespace: 'team' });
  });
  afterAll(() => server.stop());

  /** What the commands print, run by a shell in which `bao` or `vault` is the server's own program. */
  function paste(script: string, variable: 'BAO' | 'VAULT'): readonly string[] {
    const { status, stdout, stderr } = shell(script, variable);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.trim().split('\n');
  }

  function shell(script: string, variable: 'BAO' | 'VAULT', token = server.rootToken) {
    const bin = mkdtempSync(join(tmpdir(), 'vault-approle-bin-'));
    onTestFinished(() => rmSync(bin, { recursive: true, force: true }));
    symlinkSync(findServer(), join(bin, variable.toLowerCase()));
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: bin,
      [`${variable}_ADDR`]: server.address,
      [`${variable}_TOKEN`]: token,
    };
    return spawnSync('sh', { input: script, env, encoding: 'utf8' });
  }

  /** A job with what the last two commands printed. */
  async function job(printed: readonly string[], secrets: string, more: readonly string[] = []) {
    const [roleId = '', wrapped = ''] = printed.slice(-2).map((line) => line.split(': ')[1] ?? '');
    const env = { VAULT_ADDR: server.address, VAULT_ROLE_ID: roleId, VAULT_WRAPPED_SECRET_ID: wrapped };
    const args = ['exec', '--secrets', secrets, ...more, '--', 'sh', '-c', 'test -n "$PASSWORD"'];
    return runCli(args, { env });
  }

  it('runs as printed, as often as one likes, and a job works then, for what it wants and nothing beside', async () => {
    const env = { VAULT_ADDR: server.address, VAULT_TOKEN: server.rootToken };
    const flags = ['--role-name', 'my-job', '--path', 'my ci'];
    const script = await policyOf(['--setup', '--secrets', 'secret/ci/app password', ...flags], env);
    paste(script, 'BAO');
    const done = await job(paste(script, 'BAO'), 'secret/ci/app password', flags);
    expect(done.status, done.stderr).toBe(0);
    const role = 'auth/my%20ci/role/my-job';
    const { data } = await server.api('GET', role);
    expect(data).toMatchObject({
      secret_id_num_uses: 1,
      secret_id_ttl: 600,
      token_ttl: 1200,
      token_policies: ['my-job'],
    });
    const id = (await server.api('GET', `${role}/role-id`)).data.role_id;
    const { wrap_info } = await server.api('POST', `${role}/secret-id`, {}, { wrapTtl: '60s' });
    const refused = await job([`: ${id}`, `: ${wrap_info.token}`], 'secret/ci/other password', flags);
    expect(refused.stderr).toContain('#read-permission-denied');
  });

  it('for vault; binds role and tokens to addresses, and does without the default policy', async () => {
    const flags = [
      '--cli',
      'vault',
      '--no-default-policy',
      '--cidr',
      '127.0.0.0/8, ::1/128',
      '--path',
      'bound',
      '--role-name',
      'ci',
    ];
    const printed = paste(
      await policyOf(['--setup', '--secrets', 'secret/data/ci/app password', ...flags]),
      'VAULT',
    );
    const { data } = await server.api('GET', 'auth/bound/role/ci');
    expect(data).toMatchObject({
      secret_id_bound_cidrs: ['127.0.0.0/8', '::1/128'],
      token_no_default_policy: true,
    });
    const done = await job(printed, 'secret/data/ci/app password', ['--path', 'bound']);
    expect(done.stderr).toContain('The token is revoked');
    expect(done.status, done.stderr).toBe(0);
  });

  it('for a SecretID that is stored: it logs in again and again, until its time is over', async () => {
    const flags = ['--role-name', 'stored', '--secret-id-ttl', '720h'];
    const printed = paste(
      await policyOf(['--setup', '--secrets', 'secret/data/ci/app password', ...flags]),
      'BAO',
    );
    const [roleId = '', wrapped = ''] = printed.slice(-2).map((line) => line.split(': ')[1] ?? '');
    const { data } = await server.api('POST', 'sys/wrapping/unwrap', {}, { token: wrapped });
    expect(data.secret_id_ttl).toBe(720 * 3600);
    const env = { VAULT_ADDR: server.address, VAULT_ROLE_ID: roleId, VAULT_SECRET_ID: data.secret_id };
    for (let n = 0; n < 2; n++) expect((await runCli(['login'], { env })).status).toBe(0);
  });

  it('ends at the first failure, and says so in its status', async () => {
    const script = await policyOf([
      '--setup',
      '--secrets',
      'secret/data/ci/app password',
      '--role-name',
      'no',
    ]);
    const { status, stdout, stderr } = shell(script, 'BAO', 'canary-no-token');
    expect(status).not.toBe(0);
    expect(stdout).not.toContain('RoleID');
    expect(stderr.match(/permission denied/g)).toHaveLength(2);
    await expect(server.api('GET', 'auth/approle/role/no')).rejects.toThrow();
  });

  it('in a namespace', async () => {
    const args = [
      '--role-name',
      'ci',
      '--secrets',
      'kv/app password',
      '--kv-version',
      '1',
      '--namespace',
      'team',
    ];
    const printed = paste(await policyOf(['--setup', ...args]), 'BAO');
    const done = await job(printed, 'kv/app password', ['--namespace', 'team']);
    expect(done.status, done.stderr).toBe(0);
  });

  it('in a namespace above that of the secrets', async () => {
    const spaces = ['--namespace', 'team', '--auth-namespace', '/'];
    const above = [...spaces, '--path', 'above', '--role-name', 'ci'];
    const args = ['--secrets', 'kv/app password', '--kv-version', '1', ...above];
    const printed = paste(await policyOf(['--setup', ...args]), 'BAO');
    const done = await job(printed, 'kv/app password', [...spaces, '--path', 'above']);
    expect(done.status, done.stderr).toBe(0);
  });
});

/** Why this exists: a trusted job hands a SecretID to another on the real server, and every way of tampering is an alarm. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, runCli } from '../../support/cli.ts';
import { json } from '../../support/reply.ts';
import { type Role, scenario, unique } from '../../support/scenario.ts';
import { scripted } from '../../support/scripted-server.ts';

const { address, api, role, kv, isAlive } = scenario();

/** The role of the job that needs a SecretID, and that of the job that may make one for it. */
let job: Role;
let trusted: Role;
let mount: string;

beforeAll(async () => {
  mount = unique('approle');
  const secrets = await kv({ app: { password: 'canary-password' } });
  job = await role({ mount, reads: [`${secrets}/data/app`], settings: { secret_id_num_uses: 1 } });
  const base = `auth/${mount}/role/${job.name}`;
  await api('POST', `sys/policies/acl/${job.name}-wrap`, {
    policy: `path "${base}/+" { capabilities = ["update"] }`,
  });
  const name = unique('trusted');
  await api('POST', `auth/${mount}/role/${name}`, { token_policies: `${job.name}-wrap`, token_ttl: '10m' });
  const { data } = await api('GET', `auth/${mount}/role/${name}/role-id`);
  trusted = { ...job, name, roleId: data.role_id, secretId: async () => mintFor(name) };
});

async function mintFor(name: string): Promise<string> {
  return (await api('POST', `auth/${mount}/role/${name}/secret-id`, {})).data.secret_id;
}

async function wrap(args: readonly string[] = [], env: Record<string, string> = {}) {
  const own = credentials(address, { ...trusted, secretId: await trusted.secretId() });
  return runCli(['wrap', '--role-name', job.name, ...args], { env: { ...own, ...env } });
}

async function wrapped(args: readonly string[] = [], env: Record<string, string> = {}): Promise<string> {
  const { status, stdout, stderr } = await wrap(args, env);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^\S+\n$/);
  return stdout.trim();
}

/** What a job has that gets a wrapping token. */
function receiver(token: string): Record<string, string> {
  return {
    VAULT_ADDR: address,
    VAULT_ROLE_ID: job.roleId,
    VAULT_WRAPPED_SECRET_ID: token,
    VAULT_APPROLE_PATH: mount,
    VAULT_APPROLE_ROLE_NAME: job.name,
  };
}

function facts(secretId: string) {
  return api('POST', `auth/${mount}/role/${job.name}/secret-id/lookup`, { secret_id: secretId });
}

async function opened(token: string) {
  const { data } = await api('POST', 'sys/wrapping/unwrap', undefined, { token });
  return { ...data, ...(await facts(data.secret_id)).data };
}

describe('wrap', () => {
  it('prints a wrapping token alone, with which the other job logs in; its own token is revoked before', async () => {
    const { stdout, stderr, status } = await wrap();
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('The token is revoked');
    expect(stderr).toContain(
      `Made by auth/${mount}/role/${job.name}/secret-id; it opens once, within 300 s.`,
    );
    const login = await runCli(['login'], { env: receiver(stdout.trim()) });
    expect(login.stdout, login.stderr).toContain(job.name);
  });

  it('binds the SecretID to what it is told: metadata, addresses, time', async () => {
    const metadata = 'job=https://ci.example.org/1?a=b, started_by=me';
    const token = await wrapped(['--metadata', metadata, '--cidr', '127.0.0.0/8 ::1/128', '--ttl', '90s']);
    const { data } = await api('POST', 'sys/wrapping/lookup', { token });
    expect(data.creation_ttl).toBe(90);
    expect(await opened(token)).toMatchObject({
      metadata: { job: 'https://ci.example.org/1?a=b', started_by: 'me' },
      cidr_list: ['127.0.0.0/8', '::1/128'],
      secret_id_num_uses: 1,
    });
  });

  it('tells the accessor, by which a stolen SecretID is destroyed', async () => {
    const { stdout, stderr } = await wrap();
    const { secret_id_accessor } = await opened(stdout.trim());
    expect(stderr).toContain(`Accessor of the SecretID: ${secret_id_accessor}.`);
  });

  it.each(['file', 'variable', 'standard input'])('push mode: wraps a SecretID from a %s', async (way) => {
    const secretId = unique('canary-custom "€"');
    const folder = mkdtempSync(join(tmpdir(), 'cli-wrap-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'id');
    writeFileSync(file, `${secretId}\n`);
    const own = credentials(address, { ...trusted, secretId: await trusted.secretId() });
    const flag = way === 'variable' ? ['variable', 'CHOSEN'] : ['file', way === 'file' ? file : '-'];
    const args = ['wrap', '--role-name', job.name, `--custom-secret-id-${flag[0]}`, flag[1] ?? ''];
    const { stdout, stderr, status } = await runCli(args, {
      env: { ...own, CHOSEN: secretId },
      stdin: secretId,
    });
    expect(status, stderr).toBe(0);
    expect((await opened(stdout.trim())).secret_id).toBe(secretId);
    const again = await runCli(args, {
      env: { ...own, VAULT_SECRET_ID: await trusted.secretId(), CHOSEN: secretId },
      stdin: secretId,
    });
    expect({ status: again.status, stdout: again.stdout }).toEqual({ status: 1, stdout: '' });
    expect(again.stderr).toContain('#mint-refused');
    expect(again.stderr).not.toContain(secretId);
  });

  it('R15: a token of the user makes one, too, and is not revoked', async () => {
    const { auth } = await api('POST', 'auth/token/create', { policies: [`${job.name}-wrap`], ttl: '5m' });
    const env = { VAULT_ADDR: address, VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: auth.client_token };
    const { stdout, stderr, status } = await runCli(['wrap', '--role-name', job.name, '--path', mount], {
      env,
    });
    expect(status, stderr).toBe(0);
    expect(await isAlive(auth.client_token)).toBe(true);
    await api('POST', 'auth/token/revoke', { token: auth.client_token });
    expect((await opened(stdout.trim())).secret_id).toBeTruthy();
  });

  it.each([
    ['no role', ['--role-name', ''], 2, '--role-name: is needed'],
    ['no time', ['--ttl', '0'], 2, '--ttl: "0" is no time'],
    ['metadata that is none', ['--metadata', 'job'], 2, '--metadata: is a list'],
    ['addresses that are none', ['--cidr', 'here'], 2, '"here" is not a range of addresses'],
    [
      'a variable that is not there',
      ['--custom-secret-id-variable', 'NONE'],
      2,
      'the variable NONE is not set',
    ],
    ['a role that is not there', ['--role-name', 'nobody', '--ttl', '1h30m'], 1, '#mint-permission-denied'],
  ])('refuses %s', async (_, args, status, said) => {
    const own = credentials(address, { ...trusted, secretId: await trusted.secretId() });
    const given = args[0] === '--role-name' ? args : ['--role-name', job.name, ...args];
    const result = await runCli(['wrap', ...given], { env: own });
    expect({ status: result.status, stdout: result.stdout }).toEqual({ status, stdout: '' });
    expect(result.stderr).toContain(said);
  });

  it.each([
    [
      'a role without SecretIDs',
      { bind_secret_id: false, secret_id_bound_cidrs: '127.0.0.0/8' },
      [],
      'mint-refused',
    ],
    [
      'addresses beyond those of the role',
      { secret_id_bound_cidrs: '10.0.0.0/8' },
      ['--cidr', '127.0.0.1/32'],
      'mint-refused',
    ],
    ['a role that is not there', undefined, [], 'no-such-role'],
  ])('the server refuses %s', async (_, settings, args, anchor) => {
    const name = unique('other');
    if (settings) await api('POST', `auth/${mount}/role/${name}`, settings);
    const { auth } = await api('POST', 'auth/token/create', { ttl: '5m' });
    const env = { VAULT_ADDR: address, VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: auth.client_token };
    const result = await runCli(['wrap', '--role-name', name, '--path', mount, ...args], { env });
    expect({ status: result.status, stdout: result.stdout }).toEqual({ status: 1, stdout: '' });
    expect(result.stderr).toContain(`docs/troubleshooting.md#${anchor})`);
  });
});

describe('wrap --check', () => {
  it('tells where and when it was made, and does not open it', async () => {
    const token = await wrapped();
    const { VAULT_ROLE_ID: _, ...env } = receiver(token);
    for (let n = 0; n < 2; n++) {
      const { status, stdout, stderr } = await runCli(['wrap', '--check'], { env });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(
        new RegExp(
          `^made by +auth/${mount}/role/${job.name}/secret-id\nmade at +\\S+Z\nopens until +\\S+Z\n$`,
        ),
      );
    }
    expect((await opened(token)).secret_id).toBeTruthy();
  });

  it('R17: one that was opened, or made elsewhere, is an alarm with a status of its own', async () => {
    const token = await wrapped();
    const { secret_id } = await opened(token);
    const spent = await runCli(['wrap', '--check'], { env: receiver(token) });
    expect(spent.status).toBe(3);
    expect(spent.stderr).toContain('SECURITY: the wrapped SecretID cannot be trusted');
    const { wrap_info } = await api('POST', 'sys/wrapping/wrap', { secret_id }, { wrapTtl: '60s' });
    const forged = await runCli(['wrap', '--check'], { env: receiver(wrap_info.token) });
    expect({ status: forged.status, stdout: forged.stdout }).toEqual({ status: 3, stdout: '' });
    expect(forged.stderr).toContain('#wrapping-creation-path');
  });

  it('R6: what a server says is told on one line, and is no command of a runner', async () => {
    const creation_path = `auth/${mount}/role/x\n::add-mask::y\u001b[2J/secret-id`;
    const server = await scripted(
      json(200, { data: { creation_path, creation_time: '##[error]z', creation_ttl: 1 } }),
    );
    const { VAULT_APPROLE_ROLE_NAME: _, ...env } = receiver('canary-wrapping-token');
    const { status, stdout } = await runCli(['wrap', '--check'], {
      env: { ...env, VAULT_ADDR: server.base },
    });
    expect(status).toBe(0);
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stdout).not.toMatch(/^::|##\[/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('wants a wrapping token', async () => {
    const { status, stderr } = await runCli(['wrap', '--check'], { env: { VAULT_ADDR: address } });
    expect(status).toBe(2);
    expect(stderr).toContain('VAULT_WRAPPED_SECRET_ID: is needed');
  });
});

it('R17: the whole way: a trusted job wraps, somebody opens and wraps again, and the other job raises the alarm', async () => {
  const token = await wrapped();
  const { secret_id } = await opened(token);
  const { wrap_info } = await api('POST', 'sys/wrapping/wrap', { secret_id }, { wrapTtl: '60s' });
  for (const stolen of [token, wrap_info.token]) {
    const { status, stderr } = await runCli(['exec', '--', 'true'], { env: receiver(stolen) });
    expect(status).toBe(3);
    expect(stderr).toContain('SECURITY');
  }
});

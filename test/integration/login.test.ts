/** Why this exists: every way to log in, and every refusal that a real server can be brought to give. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { runStep } from '../support/runner.mjs';
import { keptToken, type Role, scenario, unique } from '../support/scenario.ts';

const vault = scenario();
const { address, api } = vault;

/** Inputs of a login with a fresh SecretID. */
async function inputsOf(role: Role): Promise<Record<string, string>> {
  return { url: address, path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
}

async function failure(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  const { status, log, state } = await runStep('main', { inputs, env });
  expect(status).toBe(1);
  expect(state.cleanup ?? '').toBe('');
  return log.replaceAll('%0A', '\n');
}

describe('a login succeeds', () => {
  it('with RoleID and SecretID, and its token is alive until post revokes it', async () => {
    const role = await vault.role();
    const main = await runStep('main', { inputs: await inputsOf(role) });
    expect(main.log).toContain(`Logged in as role ${role.name}; the token lives 600 s.`);
    expect(main.status).toBe(0);
    expect(await vault.isAlive(keptToken(main.state))).toBe(true);
    const post = await runStep('post', { state: main.state });
    expect(post.log).toContain('The token is revoked');
    expect(await vault.isAlive(keptToken(main.state))).toBe(false);
  });

  it('without a SecretID, for a role with bind_secret_id=false', async () => {
    const role = await vault.role({
      settings: { bind_secret_id: false, secret_id_bound_cidrs: '127.0.0.1/32' },
    });
    const { status } = await runStep('main', {
      inputs: { url: address, path: role.mount, roleId: role.roleId },
    });
    expect(status).toBe(0);
  });

  it.each(['%s', 'auth/%s', '/%s/', 'auth/%s/login'])('at the mount spelled %s', async (spelling) => {
    const role = await vault.role({ mount: `ci/${unique('nested')}` });
    const inputs = { ...(await inputsOf(role)), path: spelling.replace('%s', role.mount) };
    expect((await runStep('main', { inputs })).status).toBe(0);
  });

  it('with RoleID and SecretID from files', async () => {
    const role = await vault.role();
    const folder = mkdtempSync(join(tmpdir(), 'vault-approle-'));
    writeFileSync(join(folder, 'role'), `${role.roleId}\n`);
    writeFileSync(join(folder, 'secret'), `${await role.secretId()}\n`);
    const files = { roleIdFile: join(folder, 'role'), secretIdFile: join(folder, 'secret') };
    expect((await runStep('main', { inputs: { url: address, path: role.mount, ...files } })).status).toBe(0);
  });

  it('from the environment, BAO_X before VAULT_X', async () => {
    const role = await vault.role({ mount: unique('approle') });
    const env = {
      VAULT_ADDR: 'http://127.0.0.1:1',
      BAO_ADDR: address,
      VAULT_ROLE_ID: role.roleId,
      BAO_SECRET_ID: await role.secretId(),
    };
    expect((await runStep('main', { inputs: { path: role.mount }, env })).status).toBe(0);
  });

  it("of the role that is named, and of no other one: its token is the clean-up's", async () => {
    const role = await vault.role();
    const inputs = { ...(await inputsOf(role)), roleName: role.name };
    expect((await runStep('main', { inputs })).status).toBe(0);
    const main = await runStep('main', { inputs: { ...inputs, roleName: 'other' } });
    expect(main.status).toBe(1);
    expect(main.log).toContain(
      `::error::roleName: these credentials are those of the role "${role.name}", not of "other"`,
    );
    await runStep('post', { state: main.state });
    expect(await vault.isAlive(keptToken(main.state))).toBe(false);
  });

  it('with an address that ends in /v1/ and with several addresses', async () => {
    const role = await vault.role();
    const inputs = { ...(await inputsOf(role)), url: `http://127.0.0.1:1, ${address}/v1/` };
    expect((await runStep('main', { inputs })).status).toBe(0);
  });

  it('with a custom SecretID, whatever characters it has', async () => {
    const role = await vault.role();
    const secretId = 'canary "secret" \\ id €';
    await api('POST', `auth/${role.mount}/role/${role.name}/custom-secret-id`, { secret_id: secretId });
    expect((await runStep('main', { inputs: { ...(await inputsOf(role)), secretId } })).status).toBe(0);
  });

  it('R15: with a token of the user, which is used and not revoked', async () => {
    const mount = await vault.kv({ app: { key: 'canary-value' } });
    const { auth } = await api('POST', 'auth/token/create', { ttl: '5m' });
    const inputs = { url: address, token: auth.client_token, secrets: `${mount}/app key` };
    const main = await runStep('main', { inputs });
    expect(main.env).toEqual({ KEY: 'canary-value' });
    const post = await runStep('post', { state: main.state });
    expect(post.log).toContain('There is no token to revoke.');
    expect(await vault.isAlive(auth.client_token)).toBe(true);
  });
});

it('a mistake in a variable that stands in for an input is told under its name', async () => {
  const env = { VAULT_ADDR: 'ftp://canary', BAO_CACERT: 'canary-no-such-file', VAULT_NAMESPACE: 'a b' };
  const { log } = await runStep('main', { inputs: { roleId: 'canary' }, env });
  for (const name of ['VAULT_ADDR', 'BAO_CACERT', 'VAULT_NAMESPACE'])
    expect(log).toContain(`::error::${name}: `);
  const cli = await runCli(['login'], { env: { ...env, VAULT_ROLE_ID: 'canary' } });
  for (const name of ['VAULT_ADDR', 'BAO_CACERT', 'VAULT_NAMESPACE'])
    expect(cli.stderr).toContain(`error: ${name}: `);
});

describe('a login is refused, and says what to do', () => {
  it.each([
    [
      'an unknown RoleID',
      { roleId: 'canary-no-role' },
      'invalid role or secret ID',
      'invalid-role-or-secret-id',
    ],
    [
      'a wrong SecretID',
      { secretId: 'canary-wrong' },
      'invalid role or secret ID',
      'invalid-role-or-secret-id',
    ],
    ['no SecretID', { secretId: '' }, 'missing secret_id', 'missing-secret-id'],
    ['a mount that is none', { path: 'canary-mount' }, 'permission denied', 'login-permission-denied'],
    ['a namespace that is none', { namespace: 'canary-ns' }, 'namespace not found', 'namespace-not-found'],
  ])('%s', async (_, change, said, anchor) => {
    const role = await vault.role();
    const log = await failure({ ...(await inputsOf(role)), ...change });
    expect(log).toMatch(/^::error::Login failed: POST auth\/.*\/login answered 40[034]$/m);
    expect(log).toMatch(new RegExp(`^The server said: .*${said}`, 'm'));
    expect(log).toContain(`(docs/troubleshooting.md#${anchor})`);
  });

  it('a used-up, a destroyed and an unknown SecretID alike', async () => {
    const role = await vault.role({ settings: { secret_id_num_uses: 1 } });
    const inputs = await inputsOf(role);
    expect((await runStep('main', { inputs })).status).toBe(0);
    expect(await failure(inputs)).toContain('#invalid-role-or-secret-id');
  });

  it('an address outside the CIDR list of the role or of the SecretID', async () => {
    const bound = await vault.role({ settings: { secret_id_bound_cidrs: '192.0.2.0/24' } });
    expect(await failure(await inputsOf(bound))).toContain('#cidr)');
    const role = await vault.role();
    const path = `auth/${role.mount}/role/${role.name}/secret-id`;
    const { data } = await api('POST', path, { cidr_list: ['192.0.2.0/24'] });
    expect(await failure({ ...(await inputsOf(role)), secretId: data.secret_id })).toContain('#cidr)');
  });

  it('R16: a locked-out role, after five wrong SecretIDs and not one request more', async () => {
    const role = await vault.role();
    const inputs = await inputsOf(role);
    for (let n = 0; n < 5; n++) await failure({ ...inputs, secretId: 'canary-wrong' });
    const log = await failure(inputs);
    expect(log).toContain('permission denied');
    expect(log).toContain('locked after five wrong SecretIDs');
  });

  it('a token bound to other addresses: login succeeds, reads and revocation do not', async () => {
    const mount = await vault.kv({ app: { key: 'canary-value' } });
    const role = await vault.role({
      reads: [`${mount}/data/app`],
      settings: { token_bound_cidrs: '192.0.2.0/24' },
    });
    const inputs = { ...(await inputsOf(role)), secrets: `${mount}/data/app key` };
    const main = await runStep('main', { inputs });
    expect(main.status).toBe(1);
    expect(main.log).toContain('#read-permission-denied');
    expect(main.env).toEqual({});
    const post = await runStep('post', { state: main.state });
    expect(post.log).toMatch(/unless token_bound_cidrs .*: then it lives for another \d+ s at most\)/);
    expect(await role.tokens()).toHaveLength(1);
  });
});

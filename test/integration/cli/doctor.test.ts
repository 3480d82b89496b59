/** Why this exists: `doctor` on a real server, brought to each of its main findings; docs/doctor.md shows what it prints. */

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliResult, runCli } from '../../support/cli.ts';
import { closedPort } from '../../support/loopback.ts';
import { freePort, type Server, startServer } from '../../support/openbao.mjs';
import { page } from '../../support/page.ts';

const PAGE = page('docs/doctor.md');
const CERTIFICATES = fileURLToPath(new URL('../../support/fixtures/tls/', import.meta.url));
const CANARY = 'canary-value-of-a-secret';

let server: Server;
let address: string;

/** A server behind TLS, whose certificate is for 127.0.0.1, until 2120. */
async function start(): Promise<{ server: Server; address: string }> {
  const port = await freePort();
  const config = `listener "tcp" {
  address = "127.0.0.1:${port}"
  tls_cert_file = "${CERTIFICATES}server.pem"
  tls_key_file = "${CERTIFICATES}server-key.pem"
}`;
  return { server: await startServer({ config }), address: `https://127.0.0.1:${port}` };
}

beforeAll(async () => {
  ({ server, address } = await start());
  const { api } = server;
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('POST', 'secret/data/ci/app', { data: { user: CANARY, password: `${CANARY}-2` } });
  await api('POST', 'secret/data/ci/db', { data: { password: `${CANARY}-3` } });
  await role('ci', TIGHT, `${READ('secret/data/ci/app')}\n${OWN_ROLE('ci')}`);
});
afterAll(() => server.stop());

const READ = (path: string): string => `path "${path}" { capabilities = ["read"] }`;
/** What a role needs to have its own settings and its SecretID looked up. */
const OWN_ROLE = (name: string): string => `${READ(`auth/approle/role/${name}`)}
path "auth/approle/role/${name}/secret-id/lookup" { capabilities = ["update"] }`;

const NEARBY = { secret_id_bound_cidrs: '127.0.0.0/8', token_bound_cidrs: '127.0.0.0/8' };
const TIGHT = { secret_id_num_uses: 3, secret_id_ttl: '10m', token_ttl: '20m', ...NEARBY };

async function role(name: string, settings: object, policy: string): Promise<void> {
  await server.api('POST', `sys/policies/acl/${name}`, { policy });
  await server.api('POST', `auth/approle/role/${name}`, { token_policies: name, ...settings });
}

async function roleId(name: string): Promise<string> {
  return (await server.api('GET', `auth/approle/role/${name}/role-id`)).data.role_id;
}

async function secretId(name: string): Promise<string> {
  return (await server.api('POST', `auth/approle/role/${name}/secret-id`, {})).data.secret_id;
}

/** What a job of the role has in its environment. */
async function environment(name: string, more: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    VAULT_ADDR: address,
    VAULT_CACERT: `${CERTIFICATES}ca.pem`,
    VAULT_ROLE_ID: await roleId(name),
    VAULT_SECRET_ID: await secretId(name),
    ...more,
  };
}

/** Runs it, and compares what it prints with the documents. */
async function shown(name: string, args: readonly string[], env: Record<string, string>): Promise<CliResult> {
  const result = await runCli(['doctor', ...args], { env });
  for (const secret of [CANARY, env.VAULT_ROLE_ID, env.VAULT_SECRET_ID, env.VAULT_TOKEN]) {
    if (secret) expect(result.stdout + result.stderr).not.toContain(secret);
  }
  const command = [
    '$ vault-approle doctor',
    ...args.map((one) => (/^[\w-]+$/.test(one) ? one : `'${one}'`)),
  ].join(' ');
  PAGE.expectBlock(name, normalized(`${command}\n${result.stdout.trimEnd()}`));
  return result;
}

function normalized(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/g, 'vault.example.org:8200')
    .replace(/version \d\S*(?=, )/g, 'version 2.7.2')
    .replace(/TTL (?:59\d|600) s/g, 'TTL 600 s')
    .replace(/until \d{4}-\d\d-\d\dT[\d:.]+Z/g, 'until 2026-01-01T12:10:00Z');
}

const APP = ['--secrets', 'secret/ci/app password'];
const USE = ['--use-secret-id', ...APP];

describe('doctor finds', () => {
  it('nothing wrong and nothing weak', async () => {
    const { status, stderr } = await shown('healthy', USE, await environment('ci'));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('The token is revoked');
    expect(stderr).toContain('Nothing is wrong, and nothing is weak.');
  });

  it('that a login would spend a use, and asks before', async () => {
    const env = await environment('ci');
    const { status } = await shown('unspent', APP, env);
    expect(status).toBe(0);
    const path = 'auth/approle/role/ci/secret-id/lookup';
    const { data } = await server.api('POST', path, { secret_id: env.VAULT_SECRET_ID });
    expect(data.secret_id_num_uses).toBe(3);
  });

  it('a wrong address', async () => {
    const env = await environment('ci', { VAULT_ADDR: `https://127.0.0.1:${await closedPort()}` });
    expect((await shown('wrong-address', APP, env)).status).toBe(1);
  });

  it('a CA that is not known, and who it is', async () => {
    const { VAULT_CACERT: _, ...env } = await environment('ci');
    expect((await shown('unknown-ca', APP, env)).status).toBe(1);
  });

  it('a sealed server, and how many keys it needs', async () => {
    const sealed = await start();
    await sealed.server.api('POST', 'sys/seal');
    const env = await environment('ci', { VAULT_ADDR: sealed.address });
    expect((await shown('sealed', APP, env)).status).toBe(1);
    await sealed.server.stop();
  });

  it('a wrong mount', async () => {
    expect((await shown('wrong-mount', [...APP, '--path', 'ci'], await environment('ci'))).status).toBe(1);
  });

  it('a wrong RoleID', async () => {
    const env = await environment('ci', { VAULT_ROLE_ID: 'canary-role-id' });
    expect((await shown('wrong-role-id', APP, env)).status).toBe(1);
  });

  it('a used-up SecretID', async () => {
    await role('once', { ...TIGHT, secret_id_num_uses: 1 }, READ('secret/data/ci/app'));
    const env = await environment('once');
    expect((await runCli(['login'], { env })).status).toBe(0);
    expect((await shown('used-up', USE, env)).status).toBe(1);
  });

  it('a SecretID that is bound to other addresses', async () => {
    await role('elsewhere', { ...TIGHT, secret_id_bound_cidrs: '192.0.2.0/24' }, READ('secret/data/ci/app'));
    expect((await shown('bound', USE, await environment('elsewhere'))).status).toBe(1);
  });

  it('a locked role, and asks with no SecretID that could lock it', async () => {
    await role('locked', TIGHT, READ('secret/data/ci/app'));
    const env = await environment('locked');
    const guess = { role_id: env.VAULT_ROLE_ID, secret_id: 'canary-wrong' };
    for (let n = 0; n < 4; n++) await server.api('POST', 'auth/approle/login', guess).catch(() => undefined);
    for (let n = 0; n < 3; n++) expect((await runCli(['doctor'], { env })).status).toBe(0);
    await server.api('POST', 'auth/approle/login', guess).catch(() => undefined);
    expect((await shown('locked', USE, env)).status).toBe(1);
  });

  it('that a policy allows one of two paths', async () => {
    const secrets = ['--secrets', 'secret/ci/app password; secret/ci/db password', '--use-secret-id'];
    expect((await shown('policy', secrets, await environment('ci'))).status).toBe(1);
  });

  it('that no policy reaches the mount, and gives no rule as the right one', async () => {
    await role('barred', TIGHT, READ('cubbyhole/nothing'));
    expect((await shown('barred', USE, await environment('barred'))).status).toBe(1);
  });

  it('a root policy: of a token, and of a role, whose logins a server refuses', async () => {
    const { VAULT_ADDR = '', VAULT_CACERT = '' } = await environment('ci');
    const { auth } = await server.api('POST', 'auth/token/create', { ttl: '10m' });
    const env = { VAULT_ADDR, VAULT_CACERT, VAULT_TOKEN: auth.client_token };
    expect((await shown('root', ['--method', 'token', ...APP], env)).status).toBe(0);
    await role('mighty', { ...TIGHT, token_policies: 'root' }, READ('secret/data/ci/app'));
    expect((await shown('root-role', USE, await environment('mighty'))).status).toBe(1);
  });

  it('a SecretID for ever', async () => {
    const loose = { token_ttl: '768h' };
    await role('loose', loose, `${READ('secret/*')}\n${OWN_ROLE('loose')}`);
    expect((await shown('unlimited', USE, await environment('loose'))).status).toBe(0);
  });

  it('and the page shows no other findings than these', () => {
    expect(PAGE.names()).toHaveLength(15);
  });
});

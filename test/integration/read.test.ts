/** Why this exists: every engine and spelling of a path, read from a real server with exactly the requests needed. */

import { describe, expect, it } from 'vitest';
import { runStep } from '../support/runner.mjs';
import { type Role, type RoleOptions, scenario, unique } from '../support/scenario.ts';

const vault = scenario();
const { address, api } = vault;

async function read(secrets: string, options: RoleOptions, more: Record<string, string> = {}) {
  const role: Role = await vault.role(options);
  const inputs = {
    url: address,
    path: role.mount,
    roleId: role.roleId,
    secretId: await role.secretId(),
    secrets,
  };
  return runStep('main', { inputs: { ...inputs, ...more }, env: { RUNNER_DEBUG: '1' } });
}

/** The requests of a run, from its debug lines. */
function requests(log: string): readonly string[] {
  return [...log.matchAll(/^::debug::(\w+ \/v1\/\S+): /gm)].map(([, request]) => request ?? '');
}

it('R1: every mask is there before the step ends, however slowly the runner reads', async () => {
  const fields = Array.from({ length: 450 }, (_, n) => [`key${n}`, `canary-${'x'.repeat(600)}-${n}`]);
  const mount = await vault.kv({ many: Object.fromEntries(fields) });
  const role: Role = await vault.role({ reads: [`${mount}/data/many`] });
  const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
  const { status, log, env } = await runStep('main', {
    inputs: { url: address, ...credentials, secrets: `${mount}/many *` },
    started: ({ stdout }) => {
      stdout?.pause();
      setTimeout(() => stdout?.resume(), 3_500);
    },
  });
  expect({ status, published: Object.keys(env).length }).toEqual({ status: 0, published: 450 });
  const masked = new Set(log.split('\n'));
  expect(fields.filter(([, value]) => !masked.has(`::add-mask::${value}`))).toEqual([]);
});

describe('KV version 2', () => {
  it('by API path: one login and one read, whatever the number of fields', async () => {
    const mount = await vault.kv({ 'ci/app': { user: 'canary-user', password: 'canary-password' } });
    const path = `${mount}/data/ci/app`;
    const { env, outputs, log } = await read(`${path} user ;\n${path} password | DB_PASS ;`, {
      reads: [path],
    });
    expect(env).toEqual({ USER: 'canary-user', DB_PASS: 'canary-password' });
    expect(outputs).toEqual({ user: 'canary-user', DB_PASS: 'canary-password' });
    expect(requests(log)).toEqual([expect.stringMatching(/^POST .*\/login$/), `GET /v1/${path}`]);
  });

  it('as `kv get` takes it, at any depth of the mount: one look-up for all paths of the mount', async () => {
    const mount = await vault.kv(
      { 'ci/app': { a: 'canary-a' }, other: { b: 'canary-b' } },
      { mount: `team/${unique('x')}/kv` },
    );
    const secrets = `${mount}/ci/app a\n${mount}/other b\n${mount}/data/ci/app a | AGAIN`;
    const { env, log } = await read(secrets, { reads: [`${mount}/data/*`] });
    expect(env).toEqual({ A: 'canary-a', B: 'canary-b', AGAIN: 'canary-a' });
    expect(requests(log).filter((request) => request.includes('ui/mounts'))).toHaveLength(1);
    expect(requests(log)).toHaveLength(4);
  });

  it('all fields by * and **, with and without a prefix', async () => {
    const mount = await vault.kv({
      app: { 'api.key': 'canary-1', 'my-field': 'canary-2', plain: 'canary-3' },
    });
    const path = `${mount}/data/app`;
    const { env, outputs } = await read(`${path} *; ${path} ** | my-app_`, { reads: [path] });
    expect(env).toEqual({
      API__KEY: 'canary-1',
      MYFIELD: 'canary-2',
      PLAIN: 'canary-3',
      myapp_api__key: 'canary-1',
      myapp_myfield: 'canary-2',
      myapp_plain: 'canary-3',
    });
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['api__key', 'myapp_api__key']));
  });

  it('an older version by ?version=N, and the version in the summary', async () => {
    const mount = await vault.kv({ app: { key: 'canary-old' } });
    await api('POST', `${mount}/data/app`, { data: { key: 'canary-new' } });
    const secrets = `${mount}/app key\n${mount}/app?version=1 key | OLD`;
    const { env, summary } = await read(secrets, { reads: [`${mount}/data/app`] });
    expect(env).toEqual({ KEY: 'canary-new', OLD: 'canary-old' });
    expect(summary).toContain(`| \`OLD\` | \`OLD\` | \`${mount}/data/app\` | \`key\` | 1 |`);
  });

  it('names with blanks, percent signs and Unicode', async () => {
    const mount = await vault.kv({ 'a%20b/100%25/%C3%BC': { key: 'canary-value' } });
    const { env } = await read(`"${mount}/data/a b/100%25/ü" key`, { reads: [`${mount}/data/*`] });
    expect(env).toEqual({ KEY: 'canary-value' });
  });

  it('values of every type: strings byte for byte, objects as compact JSON', async () => {
    const value = ' line 1\r\nline 2\n\t"quoted" <&> € \u2028 end \n';
    const mount = await vault.kv({
      app: { text: value, yes: true, none: null, n: 42, o: { b: [1, 'x'] }, e: '' },
    });
    const { env } = await read(`${mount}/data/app *`, { reads: [`${mount}/data/app`] });
    const expected = { TEXT: value, YES: 'true', NONE: 'null', N: '42', O: '{"b":[1,"x"]}', E: '' };
    expect(env).toEqual({ ...expected, TEXT: value.replace('\r\n', '\n') });
  });
});

describe('KV version 1', () => {
  it('by its path, with fields called data and metadata, and numbers with all their digits', async () => {
    const mount = await vault.kv({}, { version: 1 });
    const digits = '12345678901234567890.1230';
    await fetch(`${address}/v1/${mount}/app`, {
      method: 'POST',
      headers: { 'X-Vault-Token': 'root-token-of-the-dev-server' },
      body: `{"data":"canary-data","metadata":"canary-meta","n":${digits}}`,
    });
    const { env } = await read(`${mount}/app *`, { reads: [`${mount}/*`] });
    expect(env).toEqual({ DATA: 'canary-data', METADATA: 'canary-meta', N: digits });
  });
});

describe('other engines', () => {
  it('cubbyhole needs no look-up', async () => {
    const { log } = await read('cubbyhole/nothing key', {});
    expect(requests(log)).toHaveLength(2);
    expect(log).toContain('#secret-not-found');
  });

  it('reads a path that mints something exactly once for all its fields', async () => {
    const mount = unique('token');
    const role = await vault.role();
    await api('POST', `sys/policies/acl/${mount}`, {
      policy: `path "auth/${role.mount}/role/${role.name}/role-id" { capabilities = ["read"] }`,
    });
    await api('POST', `auth/${role.mount}/role/${role.name}`, { token_policies: mount });
    const path = `auth/${role.mount}/role/${role.name}/role-id`;
    const inputs = { url: address, path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
    const { env, log } = await runStep('main', {
      inputs: { ...inputs, secrets: `${path} role_id | A; ${path} role_id | B` },
      env: { RUNNER_DEBUG: '1' },
    });
    expect(env).toEqual({ A: role.roleId, B: role.roleId });
    expect(requests(log).filter((request) => request.includes('role-id'))).toHaveLength(1);
  });
});

describe('namespaces', () => {
  it('wish #572: login and read in one; login in the parent and read in the child', async () => {
    const namespace = unique('ns');
    await api('POST', `sys/namespaces/${namespace}`, {});
    await api('POST', 'sys/mounts/kv', { type: 'kv', options: { version: '1' } }, { namespace });
    await api('POST', 'kv/app', { key: 'canary-ns' }, { namespace });
    const inside = await vault.role({ namespace, reads: ['kv/app'] });
    const inputs = {
      url: address,
      path: inside.mount,
      roleId: inside.roleId,
      secretId: await inside.secretId(),
    };
    const one = await runStep('main', { inputs: { ...inputs, namespace, secrets: 'kv/app key' } });
    expect(one.env).toEqual({ KEY: 'canary-ns' });
    expect((await runStep('post', { state: one.state })).log).toContain('The token is revoked');

    const { env } = await read(
      'kv/app key',
      { reads: [`${namespace}/kv/app`] },
      { namespace, authNamespace: '/' },
    );
    expect(env).toEqual({ KEY: 'canary-ns' });
  });
});

describe('a read is refused, nothing is published, and the message says what to do', () => {
  it.each([
    ['a secret that is not there', 'data/none key', 'secret-not-found'],
    ['a path no policy allows', 'metadata/app key', 'read-permission-denied'],
    ['a KV v1 spelling that no mount look-up could mend', 'x/data/y key', 'kv2-path'],
  ])('%s', async (_, entry, anchor) => {
    const mount = await vault.kv({ app: { key: 'canary-value' } });
    const options = { reads: [`${mount}/data/*`, `${mount}/x/*`] };
    const { status, env, outputs, log } = await read(`${mount}/data/app key\n${mount}/${entry} | X`, options);
    expect(status).toBe(1);
    expect({ env, outputs: Object.keys(outputs) }).toEqual({ env: {}, outputs: ['errorMessage'] });
    expect(log).toContain(`#${anchor}`);
  });

  it('a field that is not there, with the fields that are', async () => {
    const mount = await vault.kv({ app: { key: 'canary-value', user: 'canary-user' } });
    const { log, env } = await read(`${mount}/data/app pasword`, { reads: [`${mount}/data/*`] });
    expect(log).toContain(
      `::error::secrets: line 1: ${mount}/data/app has no field "pasword"; its fields are key, user`,
    );
    expect(env).toEqual({});
  });

  it('a deleted and a destroyed version, told apart', async () => {
    const mount = await vault.kv({ app: { key: 'canary-1' } });
    await api('POST', `${mount}/data/app`, { data: { key: 'canary-2' } });
    await api('DELETE', `${mount}/data/app`);
    await api('POST', `${mount}/destroy/app`, { versions: [1] });
    const deleted = await read(`${mount}/app key`, { reads: [`${mount}/data/*`] });
    expect(deleted.log).toMatch(/version 2 was deleted at \d{4}-/);
    expect(deleted.log).toContain('#secret-deleted');
    const destroyed = await read(`${mount}/app?version=1 key`, { reads: [`${mount}/data/*`] });
    expect(destroyed.log).toMatch(/version 1 was destroyed; it was written at \d{4}-/);
  });

  it('several failures in one message each', async () => {
    const mount = await vault.kv({ app: { key: 'canary-value' } });
    const { log } = await read(`${mount}/data/x key\n${mount}/data/y key`, { reads: [`${mount}/data/*`] });
    expect(log.match(/^::error::Read failed: GET \S+\/data\/[xy] answered 404/gm)).toHaveLength(2);
  });

  it('a token with too few uses, and a warning before the first read', async () => {
    const mount = await vault.kv({ a: { key: 'canary-a' }, b: { key: 'canary-b' } });
    const secrets = `${mount}/data/a key | A\n${mount}/data/b key | B`;
    const { log } = await read(secrets, { reads: [`${mount}/*`], settings: { token_num_uses: 2 } });
    expect(log).toContain('::warning::The token has 2 uses, but this job needs 3');
  });
});

/** Why this exists: what else `doctor` finds, on the real server and on servers that misbehave, and what it never does. */

import { spawnSync } from 'node:child_process';
import { createServer } from 'node:https';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, runCli, startCli } from '../../support/cli.ts';
import { faultServer } from '../../support/fault-server.ts';
import { closedPort, listen } from '../../support/loopback.ts';
import { errors, json, page } from '../../support/reply.ts';
import { runStep } from '../../support/runner.mjs';
import { type Role, type RoleOptions, scenario, unique } from '../../support/scenario.ts';
import { fixture, scripted } from '../../support/scripted-server.ts';

const { address, api, kv, role } = scenario();
const CANARY = 'canary-value-of-a-secret';

interface Seen {
  readonly status: number | null;
  /** Findings as `level check: what`, a remedy as `-> remedy`. */
  readonly lines: readonly string[];
  readonly stderr: string;
}

async function doctor(args: readonly string[], env: Record<string, string>): Promise<Seen> {
  const { status, stdout, stderr } = await runCli(['doctor', '--json', ...args], { env });
  expect(stdout + stderr).not.toContain(CANARY);
  for (const name of ['VAULT_SECRET_ID', 'VAULT_ROLE_ID', 'VAULT_TOKEN', 'OPERATOR']) {
    if (env[name]) expect(stdout + stderr, name).not.toContain(env[name]);
  }
  const { findings } = JSON.parse(stdout) as { findings: Record<string, string>[] };
  const lines = findings.map(
    ({ level, check, what, remedy }) => `${level} ${check}: ${what}${remedy ? ` -> ${remedy}` : ''}`,
  );
  return { status, lines, stderr };
}

async function jobOf(job: Role, more: Record<string, string> = {}): Promise<Record<string, string>> {
  return { ...credentials(address, { ...job, secretId: await job.secretId() }), ...more };
}

/** The findings of a job with `--use-secret-id`. */
async function found(options: RoleOptions, secrets: string, args: readonly string[] = []): Promise<Seen> {
  return doctor(['--use-secret-id', '--secrets', secrets, ...args], await jobOf(await role(options)));
}

function line(text: string) {
  return expect.stringContaining(text);
}

describe('on the way to the server, doctor finds', () => {
  const NOBODY = { VAULT_ROLE_ID: 'canary-role-id' };
  const look = (url: string, args: readonly string[] = [], env = {}) =>
    doctor(['--url', url, '--timeout', '5', ...args], { ...NOBODY, ...env });

  it('a name that nobody knows', async () => {
    const { status, lines } = await look('https://vault.invalid');
    expect(lines).toContainEqual(
      expect.stringMatching(/^wrong name: vault.invalid: the name cannot be resolved.*#dns\)$/),
    );
    expect(status).toBe(1);
  });

  it('a name that the certificate is not for, together with a CA that nobody knows', async () => {
    const { base } = await scripted(json(200, {}), { tls: 'plain' });
    const { lines } = await look(base, ['--tls-server-name', 'other.test']);
    expect(lines).toContainEqual(line('the CA of its certificate is not known: test CA, not for use'));
    expect(lines).toContainEqual(expect.stringMatching(/^wrong TLS: .*altnames.*#tls-name\)$/));
  });

  it('a certificate that has expired', async () => {
    const mount = unique('pki');
    await api('POST', `sys/mounts/${mount}`, { type: 'pki' });
    const root = await api('POST', `${mount}/root/generate/internal`, { common_name: 'Short CA', ttl: '1h' });
    await api('POST', `${mount}/roles/any`, { allow_any_name: true, allow_ip_sans: true });
    const { data } = await api('POST', `${mount}/issue/any`, {
      common_name: 'a.test',
      ip_sans: '127.0.0.1',
      ttl: '1s',
    });
    while (Date.now() / 1000 <= data.expiration + 1) await new Promise((resolve) => setTimeout(resolve, 200));
    const { host } = await listen(createServer({ cert: data.certificate, key: data.private_key }));
    const { lines } = await look(`https://${host}`, [], { VAULT_CACERT_BYTES: root.data.certificate });
    expect(lines).toContainEqual(
      expect.stringMatching(/^wrong TLS: .* its certificate has expired: .*#tls-expired\)$/),
    );
  });

  it('a port that speaks no TLS, and one that wants a client certificate', async () => {
    expect((await look(address.replace('http:', 'https:'))).lines).toContainEqual(line('#tls-handshake'));
    const { base } = await scripted(json(200, {}), { tls: 'mutual' });
    const { lines } = await look(base, [], { VAULT_CACERT_BYTES: fixture('ca') });
    expect(lines).toContainEqual(expect.stringMatching(/^wrong server: .*#tls-handshake\)$/));
  });

  it('what is skipped with tlsSkipVerify is weak, and all of it is told', async () => {
    const { base } = await scripted(json(200, HEALTHY), { tls: 'plain' });
    const { lines } = await look(base, ['--tls-skip-verify']);
    expect(lines).toContainEqual(line('weak inputs: --tls-skip-verify is on'));
    expect(lines).toContainEqual(line('weak TLS: '));
  });

  it('a web page, a server that is not initialised, and one that does not tell its state', async () => {
    expect((await look((await scripted(page(200))).base)).lines).toContainEqual(line('#not-vault'));
    const fresh = await scripted(json(200, { initialized: false, sealed: true, standby: true }));
    expect((await look(fresh.base)).lines).toContainEqual(line('is not initialised'));
    const silent = await scripted(errors(403, 'permission denied'));
    const { lines } = await look(silent.base);
    expect(lines).toContainEqual(line('skipped server: '));
    expect(lines).toContainEqual(line('wrong auth mount: '));
  });

  it('one of several addresses that is dead: weak, because another works; with a proxy, what the proxy says', async () => {
    const dead = `http://127.0.0.1:${await closedPort()}`;
    const { lines } = await look(`${dead},${address}`);
    expect(lines).toContainEqual(line('weak connection: '));
    expect(lines).toContainEqual(line('ok server: '));
    const proxied = await look('https://vault.test', [], { HTTPS_PROXY: dead });
    expect(proxied.lines).toContainEqual(line('skipped connection: vault.test: a proxy makes it'));
    expect(proxied.lines).toContainEqual(line('#proxy)'));
  });

  it('everything that is wrong with the inputs, and what can be known without them', async () => {
    const { status, lines } = await doctor(
      ['--url', address, '--secrets', 'secret/app', '--timeout', 'soon'],
      {},
    );
    expect(lines).toEqual([
      line('wrong inputs: --role-id: is empty'),
      line('wrong inputs: --secrets: line 1'),
      line('wrong inputs: --timeout: "soon"'),
      line('ok connection: '),
      line('ok server: '),
      'skipped the rest: the credentials are not complete',
    ]);
    expect(status).toBe(1);
    const variable = await doctor([], { VAULT_ADDR: 'ftp://canary' });
    expect(variable.lines).toContainEqual(line('wrong inputs: VAULT_ADDR: "ftp://canary" '));
    const nowhere = await doctor([], {});
    expect(nowhere.lines).toContainEqual('skipped the rest: there is no address that may be used');
  });
});

const HEALTHY = { initialized: true, sealed: false, standby: true, version: '1.0.0' };

describe('of credentials, doctor finds', () => {
  it('that a RoleID is enough', async () => {
    const free = await role({ settings: { bind_secret_id: false, secret_id_bound_cidrs: '127.0.0.0/8' } });
    const env = { VAULT_ADDR: address, VAULT_ROLE_ID: free.roleId, VAULT_APPROLE_PATH: free.mount };
    const { status, lines } = await doctor([], env);
    expect(lines).toContainEqual(line('weak RoleID: it is enough to log in'));
    expect(status).toBe(0);
  });

  it('that there is no SecretID; another kind of mount; a namespace that is none', async () => {
    const job = await role();
    const { VAULT_SECRET_ID: _, ...env } = await jobOf(job);
    expect((await doctor([], env)).lines).toContainEqual(line('wrong SecretID: none is given -> '));
    const mount = unique('userpass');
    await api('POST', `sys/auth/${mount}`, { type: 'userpass' });
    expect((await doctor(['--path', mount], env)).lines).toContainEqual(
      line(`no AppRole is mounted at auth/${mount}`),
    );
    expect((await doctor(['--namespace', 'nowhere'], env)).lines).toContainEqual(
      line('#namespace-not-found'),
    );
  });

  it('a wrapping token that is good, and opens it only when told', async () => {
    const job = await role({ settings: { secret_id_num_uses: 1 } });
    const { VAULT_SECRET_ID: _, ...env } = await jobOf(job, { VAULT_WRAPPED_SECRET_ID: await job.wrapped() });
    for (let n = 0; n < 2; n++) {
      const { status, lines } = await doctor([], env);
      expect(lines).toContainEqual(line('ok SecretID: in a wrapping token that nobody has opened'));
      expect(lines).toContainEqual(line('skipped SecretID: not tried: a wrapping token opens only once'));
      expect(status).toBe(0);
    }
    const used = await doctor(['--use-secret-id'], env);
    expect(used.lines).toContainEqual(line(`ok token: role ${job.name}`));
    const spent = await doctor(['--use-secret-id'], env);
    expect(spent.lines).toContainEqual(line('wrong SecretID: SECURITY'));
    expect(spent.status).toBe(1);
  });

  it('with a token of an operator, how often the SecretID can be used; it logs in unasked where that spends nothing', async () => {
    const { auth } = await api('POST', 'auth/token/create', { ttl: '10m' });
    const limited = await role({ settings: { secret_id_num_uses: 2, secret_id_ttl: '1h' } });
    const operator = { OPERATOR: auth.client_token };
    const args = ['--token-variable', 'OPERATOR', '--role-name', limited.name];
    const env = await jobOf(limited, operator);
    const first = await doctor(args, env);
    expect(first.lines).toContainEqual(
      line('weak SecretID: this SecretID is good for 2 more logins, until '),
    );
    expect(first.lines).toContainEqual(line('skipped SecretID: not tried'));
    const unlimited = await role();
    const free = ['--token-variable', 'OPERATOR', '--role-name', unlimited.name];
    const looked = await doctor(free, await jobOf(unlimited, operator));
    expect(looked.lines).toContainEqual(
      line('weak SecretID: this SecretID is good for any number of logins'),
    );
    expect(looked.lines).toContainEqual(line(`ok token: role ${unlimited.name}`));
    const gone = await doctor(args, { ...env, VAULT_SECRET_ID: 'canary-gone' });
    expect(gone.lines).toContainEqual(line('has no such SecretID'));
    const nameless = await doctor(args.slice(0, 2), env);
    expect(nameless.lines).toContainEqual(line('skipped operator: '));
  });

  it('what an operator has mistaken: the role, the token, what it may do, whose RoleID it is', async () => {
    const limited = await role({ settings: { secret_id_num_uses: 2 } });
    const env = await jobOf(limited);
    const ask = async (roleName: string, OPERATOR: string, args: readonly string[] = []) =>
      doctor([...args, '--token-variable', 'OPERATOR', '--role-name', roleName], { ...env, OPERATOR });
    const { auth: mighty } = await api('POST', 'auth/token/create', { ttl: '10m' });
    const nobody = await ask('nobody', mighty.client_token);
    expect(nobody.lines).toContainEqual(
      line(`wrong role: there is no role nobody at auth/${limited.mount} -> `),
    );
    expect(nobody.status).toBe(1);
    const forged = await ask(limited.name, 'canary-no-token');
    expect(forged.lines).toContainEqual(
      expect.stringMatching(/^wrong operator: Token lookup .*#token-refused\)$/),
    );
    expect(forged.status).toBe(1);
    const { auth: weak } = await api('POST', 'auth/token/create', { ttl: '10m', policies: ['default'] });
    const path = `auth/${limited.mount}/role/${limited.name}`;
    expect((await ask(limited.name, weak.client_token)).lines).toContainEqual(
      `skipped operator: the token given beside the AppRole may not read ${path} -> Allow it "read" on ${path} and ${path}/role-id, and "update" on ${path}/secret-id/lookup.`,
    );

    const other = await role({ mount: unique('approle') });
    await api('POST', `auth/${limited.mount}/role/${other.name}`, { token_policies: 'default' });
    const mixed = await ask(other.name, mighty.client_token, ['--use-secret-id']);
    expect(mixed.lines).toContainEqual(line(`wrong role: the RoleID is not that of role ${other.name}`));
    expect(mixed.lines).not.toContainEqual(line('wrong SecretID'));
    expect(mixed.lines).toContainEqual(line(`ok token: role ${limited.name}`));
  });

  it('what a server says to an operator, where it is no refusal; and no SecretID is judged whose role is not known', async () => {
    const limited = await role({ settings: { secret_id_num_uses: 2 } });
    const server = await faultServer(address);
    onTestFinished(() => server.stop());
    server.on(/\/role\/[^/]+$/, () => ({ status: 500, body: '{"errors":["canary of a disk"]}' }));
    const { auth } = await api('POST', 'auth/token/create', { ttl: '10m' });
    const args = ['--token-variable', 'OPERATOR', '--role-name', limited.name, '--retries', '0'];
    const env = await jobOf(limited, { OPERATOR: auth.client_token, VAULT_ADDR: server.address });
    expect((await doctor(args, env)).lines).toContainEqual(
      expect.stringMatching(/^wrong role: Role lookup failed.*canary of a disk.*#server-error\)$/),
    );

    const policy = unique('lookup');
    const path = `auth/${limited.mount}/role/${limited.name}/secret-id/lookup`;
    await api('POST', `sys/policies/acl/${policy}`, {
      policy: `path "${path}" { capabilities = ["update"] }`,
    });
    const { auth: blind } = await api('POST', 'auth/token/create', { ttl: '10m', policies: [policy] });
    const { lines } = await doctor(args, {
      ...(await jobOf(limited, { OPERATOR: blind.client_token })),
      VAULT_SECRET_ID: 'canary-gone',
    });
    expect(lines).toContainEqual(line('skipped SecretID: role '));
    expect(lines).not.toContainEqual(line('wrong SecretID'));
  });

  it('that the role which is named is another one: of the credentials, and of what is in a wrapping token', async () => {
    const job = await role({ settings: { secret_id_num_uses: 2 } });
    const args = ['--use-secret-id', '--role-name', 'other'];
    const { status, lines } = await doctor(args, await jobOf(job));
    expect(lines).toContainEqual(
      line(`wrong role: the credentials are those of role ${job.name}, not of other`),
    );
    expect(lines).toContainEqual(line(`ok token: role ${job.name}`));
    expect(status).toBe(1);
    expect((await doctor(['--use-secret-id', '--role-name', job.name], await jobOf(job))).status).toBe(0);
    const { VAULT_SECRET_ID: _, ...env } = await jobOf(job, { VAULT_WRAPPED_SECRET_ID: await job.wrapped() });
    expect((await doctor(args, env)).lines).toContainEqual(line('#wrapping-creation-path)'));
    const free = await role({ settings: { bind_secret_id: false, secret_id_bound_cidrs: '127.0.0.0/8' } });
    const alone = { VAULT_ADDR: address, VAULT_ROLE_ID: free.roleId, VAULT_APPROLE_PATH: free.mount };
    expect((await doctor(['--role-name', 'other'], alone)).lines).toContainEqual(
      line(`wrong role: the credentials are those of role ${free.name}`),
    );
  });

  it('R5: a server that echoes the SecretID is not quoted', async () => {
    const server = await scripted(({ path, body }) => {
      if (path.startsWith('/v1/sys/')) return json(200, HEALTHY);
      const { role_id, secret_id } = JSON.parse(body);
      if (role_id === '') return errors(500, 'missing role_id');
      return errors(400, secret_id ? `no such thing as "${secret_id}"` : 'missing secret_id');
    });
    const env = { VAULT_ROLE_ID: 'canary-role-id', VAULT_SECRET_ID: 'canary-echoed-secret-id' };
    const { lines } = await doctor(['--url', server.base, '--use-secret-id'], env);
    expect(lines).toContainEqual(line('The server said: no such thing as "***"'));
  });
});

describe('of a token, doctor finds', () => {
  it.each([
    ['that it lives longer than any job', { token_ttl: '24h' }, 'weak token: it lives 24 hours'],
    ['that nobody can revoke it', { token_type: 'batch' }, 'weak token: it is a batch token'],
    ['that its uses are counted', { token_num_uses: 5 }, 'weak token: it has 5 uses left'],
    [
      'that it may not be asked',
      { token_no_default_policy: true },
      'skipped policy: the token may not ask what',
    ],
    [
      'that it is for other addresses',
      { token_bound_cidrs: '192.0.2.0/24' },
      'skipped policy: the token may not ask',
    ],
    ['that its role is not told', {}, 'skipped role: the token may not read auth/'],
  ])('%s', async (_, settings, said) => {
    const { lines } = await found({ settings }, 'cubbyhole/nothing key | x optional');
    expect(lines).toContainEqual(line(said));
  });

  it.each([
    [
      'goes on with its own as long as the uses suffice',
      5,
      [
        'skipped role',
        'ok folder',
        'ok policy',
        'ok policy',
        'ok policy',
        'ok secret',
        'ok secret',
        'ok secret',
        'ok names',
      ],
    ],
    [
      'says that they do for a job, and not for looking',
      4,
      ['skipped role', 'ok folder', 'skipped the rest'],
    ],
    ['says that they do not', 3, ['skipped role', 'ok folder', 'wrong token']],
    ['says that they do not for the folders', 1, ['skipped role', 'wrong folder', 'skipped the rest']],
  ])('with a limited number of uses, and %s', async (_, uses, after) => {
    const mount = await kv({ app: { key: CANARY }, 'dir/a': { key: CANARY }, 'dir/b': { key: CANARY } });
    const options = {
      reads: [`${mount}/data/app`, `${mount}/data/dir/+`],
      lists: [`${mount}/metadata/dir/`],
    };
    const job = await role({ ...options, settings: { token_num_uses: uses } });
    const secrets = ['--secrets', `${mount}/app key; ${mount}/dir/* key`];
    const { lines } = await doctor(['--use-secret-id', ...secrets], await jobOf(job));
    const first = lines.findIndex((one) => one.startsWith('weak token: it has'));
    const rest = lines.slice(first + 1).filter((one) => !one.startsWith('ok mount'));
    expect(rest.map((one) => one.split(':')[0])).toEqual(after);
    expect(await job.tokens()).toEqual([]);
  });

  it('with a single use, which a question would take from what the job reads', async () => {
    const job = await role({ settings: { token_num_uses: 1 } });
    const args = ['--use-secret-id', '--secrets', 'auth/token/lookup-self ttl'];
    const { lines } = await doctor(args, await jobOf(job));
    expect(lines.filter((one) => one.startsWith('wrong'))).toEqual([]);
    expect(lines.some((one) => one.startsWith('skipped the rest'))).toBe(true);
  });

  it("with a limited number of uses, which is left alone where the token is the user's", async () => {
    const { auth } = await api('POST', 'auth/token/create', {
      ttl: '10m',
      num_uses: 5,
      policies: ['default'],
    });
    const env = { VAULT_ADDR: address, VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: auth.client_token };
    const { lines } = await doctor(['--secrets', 'cubbyhole/x key'], env);
    expect(lines.slice(-2)).toEqual([
      line('weak token: it has '),
      'skipped the rest: the token is yours, and looking further takes uses of it',
    ]);
    const { data } = await api('POST', 'auth/token/lookup-accessor', { accessor: auth.accessor });
    expect(data.num_uses).toBe(4);
  });

  it('one that is no token, or never ends', async () => {
    const env = { VAULT_ADDR: address, VAULT_AUTH_METHOD: 'token' };
    const none = await doctor([], { ...env, VAULT_TOKEN: 'canary-no-token' });
    expect(none.lines.slice(-2)).toEqual([
      line('#token-refused)'),
      'skipped the rest: it needs a token that works',
    ]);
    expect(none.status).toBe(1);
  });
});

describe('of secrets, doctor finds', () => {
  let v1: string;
  let v2: string;
  beforeAll(async () => {
    const secrets = {
      app: { key: CANARY, PATH: CANARY },
      'dir/a': { key: CANARY },
      'dir/b': { key: CANARY },
    };
    v1 = await kv(secrets, { version: 1 });
    v2 = await kv(secrets);
  });

  it('what is there and what is missing: path, field, folder, mount', async () => {
    const options = {
      reads: [`${v2}/data/app`, `${v2}/data/none`, `${v2}/data/dir/*`],
      lists: [`${v2}/metadata/dir/`],
    };
    const secrets = [
      `${v2}/app key`,
      `${v2}/app nothing`,
      `${v2}/app nothing | x optional`,
      `${v2}/none key`,
      `${v2}/none key | y optional`,
      `${v2}/dir/* key`,
      `${v2}/other/* key`,
      'nowhere/at/all key',
    ].join(';');
    const { status, lines } = await found(options, secrets);
    expect(status).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        line(`ok secret: line 1: ${v2}/data/app has key (version 1)`),
        line('wrong secret: line 1: '),
        line('#secret-not-found)'),
        line(`ok folder: line 1: 2 secrets in ${v2}/dir`),
        line('#list-permission-denied)'),
        line('wrong mount: nowhere/at/all: nothing is mounted there'),
        line('wrong policy: may not read nowhere/at/all -> Which rule is missing depends on the mount'),
      ]),
    );
  });

  it('a rule that is missing, and is sure of it only where the path is the same in every engine', async () => {
    const secrets = `${v2}/app key; ${v2}/data/app key; database/creds/x username`;
    const { lines } = await found({}, secrets);
    const rule = (path: string): string => `path "${path}" { capabilities = ["read"] }`;
    const remedies = lines.filter((one) => one.startsWith('wrong policy')).map((one) => one.split(' -> ')[1]);
    expect(remedies).toEqual([
      `Which rule is missing depends on the mount, which this token cannot see. If ${v2}/ is KV version 2: ${rule(`${v2}/data/app`)}. If it is version 1 or another engine: ${rule(`${v2}/app`)}. vault-approle policy prints the right one, with an operator's token in VAULT_TOKEN or with --kv-version.`,
      `Add to a policy of the role: ${rule(`${v2}/data/app`)}`,
      `Add to a policy of the role: ${rule('database/creds/x')}`,
    ]);
  });

  it('a secret that may be missing is not wrong', async () => {
    const { status, lines } = await found(
      { reads: [`${v2}/data/*`] },
      `${v2}/none key | y optional; ${v2}/app zzz | z optional`,
    );
    expect(lines).toContainEqual(line('is not there, which is allowed'));
    expect(status).toBe(0);
  });

  it('a policy that allows more than is wanted: beside it, and with it', async () => {
    const { lines } = await found({ reads: [`${v1}/*`], updates: [`${v1}/*`] }, `${v1}/app key`);
    expect(lines).toContainEqual(line(`weak policy: may read ${v1}/app, and also update it`));
    expect(lines).toContainEqual(line(`weak policy: may read more of ${v1}/ than is wanted`));
    const exact = await found({ reads: [`${v1}/app`] }, `${v1}/app key`);
    expect(exact.lines.filter((one) => one.startsWith('weak policy'))).toEqual([]);
  });

  it.each([
    ['dir/a', ['data/dir/*'], ['data/dir/']],
    ['dir/a', ['data/dir/+'], ['data/dir/']],
    ['dir/a', ['data/dir/a*'], ['data/dir/']],
    ['dir/a', ['data/*'], ['']],
    ['dir/a', ['data/dir/a', 'data/app'], []],
    ['dir/*', ['data/dir/+'], []],
    ['dir/*', ['data/dir/*'], ['data/dir/']],
    ['dir/*', ['data/+/+'], ['data/']],
    ['dir/**', ['data/dir/*'], []],
    ['dir/**', ['data/d*'], ['data/']],
    ['*', ['data/+'], []],
    ['*', ['data/*'], ['data/']],
    ['**', ['data/*'], []],
    ['app', ['data/*', 'metadata/*'], ['']],
  ])('of %s, that the rules for %j allow more, by a look beside and below it', async (path, rules, wide) => {
    const reads = rules.map((rule) => `${v2}/${rule}`);
    const lists = ['', 'dir', 'dir/'].map((folder) => `${v2}/metadata/${folder}`);
    const { lines } = await found({ reads, lists }, `${v2}/${path} key`);
    expect(lines.filter((one) => one.startsWith('weak policy')).map((one) => one.split(' -> ')[0])).toEqual(
      wide.map((place) => `weak policy: may read more of ${v2}/${place} than is wanted`),
    );
  });

  it('what a policy of another namespace allows in that of the secrets, by its own paths', async () => {
    const namespace = unique('ns');
    await api('POST', `sys/namespaces/${namespace}`, {});
    await api('POST', 'sys/mounts/kv', { type: 'kv', options: { version: '1' } }, { namespace });
    for (const name of ['app', 'b c/db'].map(encodeURI))
      await api('POST', `kv/${name}`, { key: CANARY }, { namespace });
    const options = { reads: [`${namespace}/kv/app`, `${namespace}/kv/b c/*`] };
    const across = ['--namespace', namespace, '--auth-namespace', '/'];
    const { lines } = await found(options, 'kv/app key; "kv/b c/db" key | x; kv/none key | y', across);
    expect(lines.filter((one) => /^\w+ (policy|secret)/.test(one))).toEqual([
      `ok policy: may read ${namespace}/kv/app`,
      `ok policy: may read ${namespace}/kv/b c/db`,
      `wrong policy: may not read ${namespace}/kv/none -> Add to a policy of the role: path "${namespace}/kv/none" { capabilities = ["read"] }`,
      line(`weak policy: may read more of ${namespace}/kv/b c/ than is wanted`),
      'ok secret: line 1: kv/app has key',
      'ok secret: line 1: kv/b%20c/db has key',
    ]);
    const inside = await role({ namespace, reads: ['kv/app'] });
    const env = credentials(address, { ...inside, secretId: await inside.secretId() });
    const within = await doctor(
      ['--use-secret-id', '--namespace', namespace, '--secrets', 'kv/app key'],
      env,
    );
    expect(within.lines).toContainEqual('ok policy: may read kv/app');
    const beside = ['--auth-namespace', namespace, '--namespace', `${namespace}2`];
    const outside = await doctor(['--use-secret-id', ...beside, '--secrets', 'kv/app key'], env);
    expect(outside.lines).toContainEqual(line('skipped policy: the namespace of the secrets is not within'));
  });

  it('data/ in a path of KV version 1', async () => {
    const { lines } = await found({ reads: [`${v1}/*`] }, `${v1}/data/app key`);
    expect(lines).toContainEqual(line('weak mount: '));
  });

  it('a reserved name', async () => {
    const { status, lines } = await found({ reads: [`${v2}/data/app`] }, `${v2}/app *`);
    expect(lines).toContainEqual(line('the environment variable PATH is reserved'));
    expect(status).toBe(1);
  });

  it('certificates that may be issued, or not, and issues none; and reads nothing that may make a credential', async () => {
    const mount = unique('pki');
    await api('POST', `sys/mounts/${mount}`, { type: 'pki' });
    const options = { updates: [`${mount}/issue/web`], reads: [`${mount}/cert/ca`] };
    const pki = ['--pki', `${mount}/issue/web {}; ${mount}/issue/db {}`];
    const { lines } = await found(options, `${mount}/cert/ca certificate`, pki);
    expect(lines).toContainEqual(line(`ok policy: may update ${mount}/issue/web`));
    expect(lines).toContainEqual(line(`wrong policy: may not update ${mount}/issue/db`));
    expect(lines).toContainEqual(line('not read, because that may make a credential'));
  });

  it('nothing, where there are none to look at', async () => {
    const { status, lines } = await doctor(['--use-secret-id'], await jobOf(await role()));
    expect(lines).toContainEqual(line('skipped secrets: there are none to look at'));
    expect(status).toBe(0);
  });
});

describe('a step of the action that fails', () => {
  it('ends with one line that is run as it stands, and finds out why', async () => {
    const mount = await kv({ app: { key: CANARY } });
    const job = await role({ reads: [`${mount}/data/other`] });
    const secretId = await job.secretId();
    const inputs = {
      url: address,
      path: job.mount,
      roleId: job.roleId,
      secretId,
      secrets: `# mine\n${mount}/app key`,
    };
    const { status, log } = await runStep('main', { inputs });
    expect(status).toBe(1);
    const [last = ''] = log.trimEnd().split('\n').slice(-1);
    const [, variables, command = ''] =
      /^To find out why, run .* with (.*) in its env: (node .*)$/.exec(last) ?? [];
    expect(variables).toBe('VAULT_ROLE_ID and VAULT_SECRET_ID');
    for (const secret of [job.roleId, secretId]) expect(command).not.toContain(secret);
    const env = { PATH: process.env.PATH, VAULT_ROLE_ID: job.roleId, VAULT_SECRET_ID: secretId };
    const run = spawnSync('sh', ['-c', `${command} --use-secret-id`], { env, encoding: 'utf8' });
    expect(run.stdout).toContain(`wrong    policy      may not read ${mount}/data/app`);
    expect(run.status).toBe(1);
  });

  it('has no such line where the inputs are wrong, or a wrapping token was opened', async () => {
    const job = await role();
    const inputs = { url: address, path: job.mount, roleId: job.roleId };
    const wrong = await runStep('main', { inputs: { ...inputs, timeout: 'soon' } });
    const opened = await runStep('main', {
      inputs: { ...inputs, wrappedSecretId: 'canary-no-wrapping-token' },
    });
    for (const { log } of [wrong, opened]) expect(log).not.toContain('To find out why');
  });
});

describe('doctor leaves nothing behind', () => {
  it('R15: no token, whatever it finds, and also when it is told to stop', async () => {
    const mount = await kv({ app: { key: CANARY } });
    const job = await role({ reads: [`${mount}/data/app`] });
    const before = await job.tokens();
    await doctor(['--use-secret-id', '--secrets', `${mount}/app nothing`], await jobOf(job));
    expect(await job.tokens()).toEqual(before);

    const server = await faultServer(address);
    onTestFinished(() => server.stop());
    const args = ['doctor', '--use-secret-id', '--secrets', `${mount}/app key`];
    const env = { ...(await jobOf(job)), VAULT_ADDR: server.address };
    server.on(/capabilities-self/, () => {
      running.kill('SIGTERM');
      return 'hang';
    });
    const running = startCli(args, { env });
    const { status } = await running.ended;
    expect(status).toBe(143);
    expect(await job.tokens()).toEqual(before);
  });

  it('and asks no other address when it is told to stop at the first', async () => {
    const [first, second] = [await faultServer(address), await faultServer(address)];
    onTestFinished(async () => {
      await first.stop();
      await second.stop();
    });
    first.on(/sys\/health/, () => {
      running.kill('SIGTERM');
      return 'hang';
    });
    const env = { ...(await jobOf(await role())), VAULT_ADDR: `${first.address},${second.address}` };
    const running = startCli(['doctor'], { env });
    const { status, stderr } = await running.ended;
    expect({ status, asked: second.seen.length }).toEqual({ status: 143, asked: 0 });
    expect(stderr).not.toContain('a login under way');
  });

  it('no use of a SecretID', async () => {
    const job = await role({ settings: { secret_id_num_uses: 1 } });
    const env = await jobOf(job);
    for (let n = 0; n < 3; n++) expect((await doctor([], env)).status).toBe(0);
    expect((await runCli(['login'], { env })).status).toBe(0);
  });

  it('wrong flags are a wrong use', async () => {
    const { status, stdout, stderr } = await runCli(['doctor', '--secret-id', 'canary-secret-id']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toContain('canary-secret-id');
  });
});

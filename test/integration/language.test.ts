/** Why this exists: each selector, modifier and wish of the secrets language, on a real server. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { visibleLog } from '../support/masker.mjs';
import { runStep } from '../support/runner.mjs';
import { type RoleOptions, scenario, unique } from '../support/scenario.ts';

const vault = scenario();
const { address, api } = vault;

type Inputs = Readonly<Record<string, string>>;

/** Inputs of a job with a role that may read and list everything in the mount. */
async function inputsOf(
  mount: string,
  inputs: Inputs = {},
  options: RoleOptions = {},
): Promise<Record<string, string>> {
  const role = await vault.role({ reads: [`${mount}/*`], lists: [`${mount}/*`], ...options });
  const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
  return { url: address, ...credentials, ...inputs };
}

async function run(mount: string, secrets: string, inputs: Inputs = {}) {
  return runStep('main', {
    inputs: await inputsOf(mount, { secrets, ...inputs }),
    env: { RUNNER_DEBUG: '1' },
  });
}

function requests(log: string): readonly string[] {
  return [...log.matchAll(/^::debug::(\w+ \/v1\/\S+): /gm)].map(([, request]) => request ?? '');
}

describe('selectors', () => {
  const data = {
    'my.key': 'canary-flat',
    my: { key: 'canary-nested', list: [{ id: 'canary-id-0' }, { id: 'canary-id-1' }] },
    '1st': 'canary-first',
    'with space': 'canary-space',
    json: '{"db":{"password":"canary-inner","port":5432}}',
    DB_USER: 'canary-user',
    DB_PASS: 'canary-pass',
    api_url: 'canary-url',
    big: 'x',
  };

  it('wishes #592, #581: flat keys with dots, digits first, and blanks', async () => {
    const mount = await vault.kv({ app: data });
    const { env } = await run(mount, `${mount}/app my.key\n${mount}/app 1st\n${mount}/app "with space"`);
    expect(env).toEqual({ MY__KEY: 'canary-flat', _1ST: 'canary-first', WITHSPACE: 'canary-space' });
  });

  it('nested fields and elements of arrays; wish #194: JSON inside strings', async () => {
    const mount = await vault.kv({ app: data });
    const secrets = `${mount}/app my.list[1].id | ID
      ${mount}/app json.db.password
      ${mount}/app json.db.port | PORT
      ${mount}/app my.list | LIST`;
    const { env } = await run(mount, secrets);
    expect(env).toEqual({
      ID: 'canary-id-1',
      JSON__DB__PASSWORD: 'canary-inner',
      PORT: '5432',
      LIST: '[{"id":"canary-id-0"},{"id":"canary-id-1"}]',
    });
  });

  it('wish #336: globs on names, with a prefix', async () => {
    const mount = await vault.kv({ app: data });
    const { env } = await run(mount, `${mount}/app DB_*\n${mount}/app *_url | my-`);
    expect(env).toEqual({ DB_USER: 'canary-user', DB_PASS: 'canary-pass', MYAPI_URL: 'canary-url' });
  });

  it('JSONata, as vault-action takes it', async () => {
    const mount = await vault.kv({ app: data });
    const secrets = `${mount}/app my.list.id | IDS; ${mount}/app $join(my.list.id,"+") | JOINED;
      ${mount}/data/app my.list[id="canary-id-1"].id | PICKED`;
    const { env, log } = await run(mount, secrets);
    expect(env, log).toEqual({
      IDS: '["canary-id-0","canary-id-1"]',
      JOINED: 'canary-id-0+canary-id-1',
      PICKED: 'canary-id-1',
    });
  });

  it('an expression that fails tells where, and no value', async () => {
    const mount = await vault.kv({ app: data });
    const { log, status } = await run(mount, `${mount}/app $number(my.key) | N\n${mount}/app $nope( | M`);
    expect(status).toBe(1);
    expect(log).toMatch(
      /^::error::secrets: line 1: the expression \$number\(my\.key\) fails: JSONata error D3030/m,
    );
    expect(log).toMatch(
      /^::error::secrets: line 2: the expression \$nope\( fails: JSONata error S\d+ at character \d+/m,
    );
    expect(visibleLog(log)).not.toContain('canary');
  });
});

describe('folders', () => {
  it('wish #591: every secret of a folder, each name with the name of its secret', async () => {
    const mount = await vault.kv({
      'ci/db': { password: 'canary-db', user: 'canary-user' },
      'ci/mail': { password: 'canary-mail' },
      'ci/sub/deep': { password: 'canary-deep' },
    });
    const one = await run(mount, `${mount}/ci/* *`);
    expect(one.env).toEqual({
      DB_PASSWORD: 'canary-db',
      DB_USER: 'canary-user',
      MAIL_PASSWORD: 'canary-mail',
    });
    const deep = await run(mount, `${mount}/data/ci/** password | APP_`);
    expect(deep.env).toEqual({
      APP_DB_PASSWORD: 'canary-db',
      APP_MAIL_PASSWORD: 'canary-mail',
      APP_SUB_DEEP_PASSWORD: 'canary-deep',
    });
    expect(requests(deep.log).filter((request) => request.includes('list=true'))).toHaveLength(2);
  });

  it('a folder of KV version 1, and the whole of a mount', async () => {
    const mount = await vault.kv(
      { 'ci/a b': { key: 'canary-1' }, 'ci/c%25': { key: 'canary-2' } },
      { version: 1 },
    );
    expect((await run(mount, `${mount}/ci/* key`)).env).toEqual({ AB_KEY: 'canary-1', C_KEY: 'canary-2' });
    expect((await run(mount, `${mount}/** key`)).env).toEqual({
      CI_AB_KEY: 'canary-1',
      CI_C_KEY: 'canary-2',
    });
  });

  it('one list for a folder, however many entries want it, and each list counts as a use of the token', async () => {
    const mount = await vault.kv({ 'ci/a': { x: 'canary-x', y: 'canary-y' }, 'ci/b': { x: '4', y: '5' } });
    const secrets = `${mount}/ci/* x\n${mount}/ci/* y`;
    const settings = { token_num_uses: 3 };
    const inputs = await inputsOf(mount, { secrets }, { settings });
    const { log } = await runStep('main', { inputs, env: { RUNNER_DEBUG: '1' } });
    expect(requests(log).filter((request) => request.includes('list=true'))).toHaveLength(1);
    expect(log).toContain('::warning::The token has 3 uses, but this job needs 4');
  });

  it('300 secrets: one list, one read each', async () => {
    const mount = await vault.kv({});
    const names = Array.from({ length: 300 }, (_, n) => `s${n}`);
    await write(mount, names);
    const { env, log } = await run(mount, `${mount}/many/* *`);
    expect(Object.keys(env)).toHaveLength(300);
    expect(env.S299_KEY).toBe('canary-s299');
    expect(requests(log)).toHaveLength(1 + 1 + 1 + 300);
  });

  it('more than 1,000 secrets are refused before any is read', async () => {
    const mount = await vault.kv({}, { version: 1 });
    await write(
      mount,
      Array.from({ length: 1001 }, (_, n) => `s${n}`),
      1,
    );
    const { log, status } = await run(mount, `${mount}/many/* *`);
    expect(status).toBe(1);
    expect(log).toContain('holds more than 1000 secrets and folders: name a smaller one');
    expect(requests(log).filter((request) => request.startsWith('GET') && !/list|ui/.test(request))).toEqual(
      [],
    );
  });

  it('a deleted secret in a folder is skipped and told; an empty folder is an error, unless optional', async () => {
    const mount = await vault.kv({ 'ci/a': { key: 'canary-a' }, 'ci/b': { key: 'canary-b' } });
    await api('DELETE', `${mount}/data/ci/b`);
    const { env, log } = await run(mount, `${mount}/ci/* *\n${mount}/none/* * | X_ optional`);
    expect(env).toEqual({ A_KEY: 'canary-a' });
    expect(log).toContain(`Skipped: line 1: ${mount}/data/ci/b does not exist.`);
    expect(log).toContain(`Skipped: the folder ${mount}/none is empty.`);
    expect((await run(mount, `${mount}/none/* *`)).log).toContain('#folder-empty');
  });

  it('without the right to list, the hint names the policy', async () => {
    const mount = await vault.kv({ 'ci/a': { key: 'canary-a' } });
    const inputs = await inputsOf(
      mount,
      { secrets: `${mount}/ci/* *` },
      { reads: [`${mount}/data/*`], lists: [] },
    );
    expect((await runStep('main', { inputs })).log).toContain('#list-permission-denied');
  });
});

async function write(mount: string, names: readonly string[], version = 2): Promise<void> {
  const queue = [...names];
  const worker = async (): Promise<void> => {
    for (let name = queue.pop(); name; name = queue.pop()) {
      const data = { key: `canary-${name}` };
      if (version === 1) await api('POST', `${mount}/many/${name}`, data);
      else await api('POST', `${mount}/data/many/${name}`, { data });
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

describe('modifiers', () => {
  it('wishes #551, #406: what is missing is skipped or has a default', async () => {
    const mount = await vault.kv({ app: { key: 'canary-key' } });
    const secrets = `${mount}/app key
      ${mount}/app none | A optional
      ${mount}/gone key | B optional
      ${mount}/gone key | C default="a; b"
      ${mount}/app none | D default=`;
    const { env, log, status } = await run(mount, secrets);
    expect(status).toBe(0);
    expect(env).toEqual({ KEY: 'canary-key', C: 'a; b', D: '' });
    expect(log).toContain(`Skipped: line 2: ${mount}/app has no field "none"; its fields are key.`);
  });

  it('ignoreNotFound skips paths, not fields', async () => {
    const mount = await vault.kv({ app: { key: 'canary-key' } });
    const found = await run(mount, `${mount}/app key\n${mount}/gone key | X`, { ignoreNotFound: 'true' });
    expect(found.env).toEqual({ KEY: 'canary-key' });
    const field = await run(mount, `${mount}/app none`, { ignoreNotFound: 'true' });
    expect(field.status).toBe(1);
  });

  it('base64 and hex, one by one and for all, and clear refusals', async () => {
    const mount = await vault.kv({
      app: {
        b: Buffer.from('canary-b64').toString('base64'),
        h: Buffer.from('canary-hex').toString('hex'),
        t: 'täxt',
      },
    });
    const each = await run(mount, `${mount}/app b | B base64\n${mount}/app h | H hex\n${mount}/app t`);
    expect(each.env).toEqual({ B: 'canary-b64', H: 'canary-hex', T: 'täxt' });
    const all = await run(mount, `${mount}/app b\n${mount}/app h | H hex`, { secretEncodingType: 'base64' });
    expect(all.env).toEqual({ B: 'canary-b64', H: 'canary-hex' });
    const wrong = await run(mount, `${mount}/app t | T base64`);
    expect(wrong.log).toContain(`::error::secrets: line 1: ${mount}/app t is not base64`);
  });

  it('wish #98: files, 0600 in a folder of 0700 outside the workspace, removed by post', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const mount = await vault.kv({
      app: { pem: 'canary line 1\ncanary line 2\n', jks: bytes.toString('base64') },
    });
    const temp = mkdtempSync(join(tmpdir(), 'vault-approle-'));
    const secrets = `${mount}/app pem | KEY_FILE file\n${mount}/app jks | STORE base64 file=store.jks`;
    const inputs = await inputsOf(mount, { secrets });
    const main = await runStep('main', {
      inputs,
      env: { RUNNER_TEMP: temp, GITHUB_WORKSPACE: '/elsewhere' },
    });
    const { KEY_FILE = '', STORE = '' } = main.env;
    expect(main.outputs.KEY_FILE).toBe(KEY_FILE);
    expect(readFileSync(KEY_FILE, 'utf8')).toBe('canary line 1\ncanary line 2\n');
    expect(readFileSync(STORE)).toEqual(bytes);
    expect(STORE).toMatch(/store\.jks$/);
    if (process.platform !== 'win32') {
      expect(statSync(STORE).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(STORE)).mode & 0o777).toBe(0o700);
    }
    expect(main.log).toContain('::add-mask::canary line 1');
    await runStep('post', { state: main.state });
    expect(existsSync(dirname(STORE))).toBe(false);
  });

  it.skipIf(!existsSync('/dev/full'))('files are removed by post after a failed main, too', async () => {
    const mount = await vault.kv({ app: { key: 'canary-key' } });
    const temp = mkdtempSync(join(tmpdir(), 'vault-approle-'));
    const inputs = await inputsOf(mount, { secrets: `${mount}/app key | K file` });
    const main = await runStep('main', { inputs, env: { RUNNER_TEMP: temp, GITHUB_OUTPUT: '/dev/full' } });
    expect(main.status).toBe(1);
    expect(readdirSync(temp)).toHaveLength(1);
    await runStep('post', { state: main.state });
    expect(readdirSync(temp)).toEqual([]);
  });

  it('R19: no files where they would be in the workspace', async () => {
    const mount = await vault.kv({ app: { key: 'canary-key' } });
    const temp = mkdtempSync(join(tmpdir(), 'vault-approle-'));
    const inputs = await inputsOf(mount, { secrets: `${mount}/app key | K file` });
    const { status, log } = await runStep('main', {
      inputs,
      env: { RUNNER_TEMP: temp, GITHUB_WORKSPACE: tmpdir() },
    });
    expect(status).toBe(1);
    expect(log).toContain('RUNNER_TEMP lies in the workspace');
  });

  it('env and output: only there', async () => {
    const mount = await vault.kv({ app: { a: 'canary-a', b: 'canary-b' } });
    const secrets = `${mount}/app a | A env\n${mount}/app b | my-b output`;
    const { env, outputs, log } = await run(mount, secrets);
    expect({ env, outputs }).toEqual({ env: { A: 'canary-a' }, outputs: { 'my-b': 'canary-b' } });
    expect(log).not.toContain('::warning');
  });

  it('wish #322: a value without a mask, on request', async () => {
    const mount = await vault.kv({ app: { user: 'canary-user', key: 'canary-key' } });
    const { log, env } = await run(mount, `${mount}/app user | USERNAME nomask\n${mount}/app key`);
    expect(env.USERNAME).toBe('canary-user');
    expect(log).not.toContain('::add-mask::canary-user');
    expect(log).toContain('::add-mask::canary-key');
  });
});

it('secretsFile: entries from a file of the workspace, besides those of the input', async () => {
  const mount = await vault.kv({ app: { a: 'canary-a', b: 'canary-b' } });
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-'));
  writeFileSync(join(folder, 'secrets.txt'), `# what this job needs\n\n${mount}/app a\n`);
  const inputs = await inputsOf(mount, { secretsFile: 'secrets.txt', secrets: `${mount}/app b` });
  expect((await runStep('main', { inputs, cwd: folder })).env).toEqual({ A: 'canary-a', B: 'canary-b' });
  writeFileSync(join(folder, 'secrets.txt'), `\n${mount}/app\n`);
  const { log } = await runStep('main', { inputs, cwd: folder });
  expect(log).toContain('::error::secretsFile: line 2, column 1: expected a field after');
});

it('the cubbyhole of a token of the user', async () => {
  const { auth } = await api('POST', 'auth/token/create', { ttl: '5m' });
  await api('POST', 'cubbyhole/ci', { key: 'canary-cubbyhole' }, { token: auth.client_token });
  const inputs = { url: address, token: auth.client_token, secrets: '/cubbyhole/ci key' };
  expect((await runStep('main', { inputs })).env).toEqual({ KEY: 'canary-cubbyhole' });
});

describe('pki', () => {
  async function issuer(): Promise<string> {
    const mount = unique('pki');
    await api('POST', `sys/mounts/${mount}`, { type: 'pki', config: { max_lease_ttl: '24h' } });
    await api('POST', `${mount}/root/generate/internal`, { common_name: 'Canary CA', ttl: '24h' });
    await api('POST', `${mount}/roles/web`, {
      allowed_domains: 'example.org',
      allow_subdomains: true,
      max_ttl: '1h',
    });
    return mount;
  }
  const options = (mount: string): RoleOptions => ({ reads: [], updates: [`${mount}/issue/web`] });

  it('gives certificate, key, CA and chain under the names of vault-action, beside secrets', async () => {
    const mount = await issuer();
    const kv = await vault.kv({ app: { key: 'canary-key' } });
    const inputs = await inputsOf(kv, {}, { reads: [`${kv}/*`], updates: [`${mount}/issue/web`] });
    const pki = `${mount}/issue/web {"common_name": "a.example.org", "ttl": "10m"} ;\n`;
    const { env, outputs, log } = await runStep('main', {
      inputs: { ...inputs, pki, secrets: `${kv}/app key` },
    });
    expect(Object.keys(env).sort()).toEqual(['KEY', 'WEB_CA', 'WEB_CA_CHAIN', 'WEB_CERT', 'WEB_KEY']);
    expect(outputs.web_cert).toBe(env.WEB_CERT);
    expect(env.WEB_KEY).toMatch(/^-----BEGIN (RSA )?PRIVATE KEY-----\n/);
    expect(visibleLog(log)).not.toContain(env.WEB_KEY?.split('\n')[1]);
    expect(log).not.toMatch(/::add-mask::-----BEGIN/);
  });

  it('nothing is issued when a name could not be published', async () => {
    const mount = await issuer();
    const pki = `${mount}/issue/web {"common_name":"a.example.org"}\n${mount}/issue/web {"common_name":"b.example.org"}`;
    const inputs = await inputsOf(mount, { pki }, options(mount));
    const { log, status } = await runStep('main', { inputs, env: { RUNNER_DEBUG: '1' } });
    expect(status).toBe(1);
    expect(log).toContain('the output web_cert would get two values');
    expect(requests(log).filter((request) => request.includes('/issue/'))).toEqual([]);
  });

  it('what the role does not allow is refused, with what the server said', async () => {
    const mount = await issuer();
    const inputs = await inputsOf(
      mount,
      { pki: `${mount}/issue/web {"common_name":"evil.test"}` },
      options(mount),
    );
    const { log, status } = await runStep('main', { inputs });
    expect(status).toBe(1);
    expect(log).toContain('common name evil.test not allowed by this role');
    expect(log).toContain('#issue-refused');
  });
});

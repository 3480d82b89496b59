/** Why this exists: each example of the documents that says what it gives is run as it stands, on a server of its own. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, blocksOf, codesIn, fenced, inputsIn, rowsUnder } from '../support/markdown.ts';
import { type Server, startServer } from '../support/openbao.mjs';
import { type Result, runStep } from '../support/runner.mjs';

const read = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
const SECRETS = read('secrets');
/** Inputs that an example in YAML may set; all others are the test's own. */
const INPUTS = ['secrets', 'pki', 'exportEnv', 'secretEncodingType', 'ignoreNotFound'];

type Texts = Readonly<Record<string, string>>;

let server: Server;
let roleId: string;

beforeAll(async () => {
  server = await startServer();
  const [world = ''] = fenced(SECRETS, 'json');
  for (const [path, data] of Object.entries(JSON.parse(world))) await writeWhenReady(path, data);
  await makeIssuer();
  const [policy] = fenced(SECRETS, 'hcl');
  await server.api('POST', 'sys/policies/acl/shop-ci', { policy });
  await server.api('POST', 'sys/auth/approle', { type: 'approle' });
  await server.api('POST', 'auth/approle/role/shop-ci', { token_policies: 'shop-ci', token_ttl: '10m' });
  roleId = (await server.api('GET', 'auth/approle/role/shop-ci/role-id')).data.role_id;
});
afterAll(() => server.stop());

/** Paths as `kv get` takes them; what stands after `?` only says which write makes which version. */
async function writeWhenReady(path: string, data: unknown): Promise<void> {
  const apiPath = encodeURI(path.replace(/\?.*/, '').replace('secret/', 'secret/data/'));
  await server.api('POST', apiPath, { data });
}

async function makeIssuer(): Promise<void> {
  await server.api('POST', 'sys/mounts/pki', { type: 'pki', config: { max_lease_ttl: '24h' } });
  await server.api('POST', 'pki/root/generate/internal', { common_name: 'Demo CA', ttl: '24h' });
  await server.api('POST', 'pki/roles/web', { allowed_domains: 'example.org', allow_subdomains: true });
}

async function run(inputs: Texts): Promise<Result> {
  const { data } = await server.api('POST', 'auth/approle/role/shop-ci/secret-id', {});
  return runStep('main', { inputs: { url: server.address, roleId, secretId: data.secret_id, ...inputs } });
}

/** `…` stands for anything; a path has the separators of the system. */
function like(text: string) {
  const parts = text.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const literal = parts.map((part) => part.replaceAll('/', '[\\\\/]'));
  return expect.stringMatching(new RegExp(`^${literal.join('.*')}$`, 's'));
}

/** `NAME=value` lines as an object that the values have to be like. */
function expected(lines: readonly string[]) {
  const pairs = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    return [name, value];
  });
  return Object.fromEntries(pairs.map(([name, value]) => [name, like(value)]));
}

describe('the first table of docs/secrets.md', () => {
  const rows = rowsUnder(SECRETS).map(([entry = '', env = '', outputs = '']) => ({
    entry: codesIn(entry).join(),
    env: codesIn(env),
    outputs: codesIn(outputs),
  }));

  it('has examples', () => expect(rows.length).toBeGreaterThan(15));

  it.each(rows)('$entry gives what it says', async ({ entry, env, outputs }) => {
    const result = await run({ secrets: entry });
    expect(result.status, result.log).toBe(0);
    expect(result.env).toEqual(expected(env));
    expect(Object.keys(result.outputs).sort()).toEqual([...outputs].sort());
  });
});

interface Example {
  readonly title: string;
  readonly inputs: Texts;
  readonly result: Block;
}

/** Each block of `gives` or `error` with the block before it. */
function examplesOf(text: string): readonly Example[] {
  const blocks = blocksOf(text);
  return blocks.flatMap((result, index) => {
    const before = blocks[index - 1];
    if (!before || !/^(gives|error)$/.test(result.language)) return [];
    const inputs = before.language === 'secrets' ? { secrets: before.text } : inputsIn(before.text, INPUTS);
    const [title = ''] = Object.values(inputs).join('\n').trim().split('\n');
    return [{ title, inputs, result }];
  });
}

describe.each(['secrets', 'migrating-from-vault-action'])('docs/%s.md', (name) => {
  const examples = examplesOf(read(name));
  const giving = examples.filter(({ result }) => result.language === 'gives');
  const failing = examples.filter(({ result }) => result.language === 'error');

  it('has examples, and each says what it wants', () => {
    expect(giving.length).toBeGreaterThan(1);
    for (const { inputs } of examples) expect(Object.keys(inputs)).not.toEqual([]);
  });

  it.each(giving)('gives what it says: $title', async ({ inputs, result }) => {
    const { status, log, env, outputs } = await run(inputs);
    const lines = result.text.split('\n');
    const told = lines.filter((line) => line.startsWith('# '));
    const wanted = lines.flatMap((line) => /^outputs\.(.*)$/s.exec(line)?.[1] ?? []);
    const variables = lines.filter((line) => !/^(# |outputs\.)/.test(line));
    expect(status, log).toBe(0);
    expect(env).toEqual(expected(variables));
    if (wanted.length > 0) expect(outputs).toEqual(expected(wanted));
    for (const line of told) expect(log.split('\n')).toContainEqual(like(line.slice(2)));
  });

  it.each(failing)('fails as it says: $title', async ({ inputs, result }) => {
    const { status, env, outputs } = await run(inputs);
    expect({ status, env, outputs }).toEqual({ status: 1, env: {}, outputs: { errorMessage: result.text } });
  });
});

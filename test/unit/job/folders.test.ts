/** Why this exists: an entry for a folder becomes one for each secret in it, with the fewest requests, and within limits. */

import { describe, expect, it } from 'vitest';
import { expandFolder, type Lister, lister, MOST_LISTED } from '../../../src/job/folders.ts';
import { Secret } from '../../../src/secret.ts';
import { type Entry, parseSecrets } from '../../../src/secrets/grammar.ts';
import type { Want } from '../../../src/secrets/plan.ts';
import { UsageError, VaultError } from '../../../src/vault/errors.ts';
import type { Location } from '../../../src/vault/mounts.ts';
import { client, errorOf, serverAt } from '../../support/client.ts';
import { errors, json, type Reply } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

/** Names in folders, by list path. */
type Tree = Readonly<Record<string, readonly string[] | Reply>>;

interface World extends Lister {
  /** `GET path`, in order. */
  requests(): readonly string[];
}

async function world(tree: Tree): Promise<World> {
  const server = await scripted(({ path }) => {
    const names = tree[path.replace(/^\/v1\//, '').replace(/\?list=true$/, '')];
    if (!names) return errors(404);
    if (typeof names === 'string' || 'status' in names) return names;
    return json(200, { data: { keys: names } });
  });
  const { connection } = client(serverAt([server.base], { retries: 0 }));
  return {
    ...lister({ connection, token: new Secret('canary-token') }),
    requests: () => server.requests.map(({ method, path }) => `${method} ${path.replace(/^\/v1\//, '')}`),
  };
}

function entryOf(text: string): Entry {
  const [entry] = parseSecrets(text).entries;
  if (!entry) throw new Error(`no entry: ${text}`);
  return entry;
}

const KV2: Location = { apiPath: 'secret/data/ci', listPath: 'secret/metadata/ci', repeatable: true };
const DIRECT = entryOf('secret/ci/* *');
const DEEP = entryOf('secret/ci/** *');

/** Wants as `own apiPath`. */
function told(wants: readonly Want[]): readonly string[] {
  return wants.map(({ own, apiPath }) => `${own} ${apiPath}`);
}

function secrets(count: number, prefix = 's'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

describe('the secrets of a folder', () => {
  it('are wanted each under its own name, by one request', async () => {
    const { list, requests } = await world({ 'secret/metadata/ci': ['db', 'mail'] });
    const wants = await expandFolder(list, DIRECT, KV2);
    expect(told(wants)).toEqual(['db_ secret/data/ci/db', 'mail_ secret/data/ci/mail']);
    expect(wants.map(({ entry }) => entry)).toEqual([DIRECT, DIRECT]);
    expect(requests()).toEqual(['GET secret/metadata/ci?list=true']);
  });

  it('do not include those of folders below, unless they are asked for', async () => {
    const tree = { 'secret/metadata/ci': ['db', 'sub/', 'sub'], 'secret/metadata/ci/sub': ['x'] };
    const one = await world(tree);
    expect(told(await expandFolder(one.list, DIRECT, KV2))).toEqual([
      'db_ secret/data/ci/db',
      'sub_ secret/data/ci/sub',
    ]);
    expect(one.requests()).toHaveLength(1);
    const deep = await world(tree);
    expect(told(await expandFolder(deep.list, DEEP, KV2))).toEqual([
      'db_ secret/data/ci/db',
      'sub_ secret/data/ci/sub',
      'sub_x_ secret/data/ci/sub/x',
    ]);
  });

  it('of all folders below are listed with one request for each folder', async () => {
    const { list, requests } = await world({
      'secret/metadata/ci': ['a/', 'b/', 'top'],
      'secret/metadata/ci/a': ['one', 'c/'],
      'secret/metadata/ci/a/c': ['deep'],
      'secret/metadata/ci/b': ['two'],
    });
    expect(told(await expandFolder(list, DEEP, KV2))).toEqual([
      'top_ secret/data/ci/top',
      'a_one_ secret/data/ci/a/one',
      'b_two_ secret/data/ci/b/two',
      'a_c_deep_ secret/data/ci/a/c/deep',
    ]);
    expect(requests().toSorted()).toEqual([
      'GET secret/metadata/ci/a/c?list=true',
      'GET secret/metadata/ci/a?list=true',
      'GET secret/metadata/ci/b?list=true',
      'GET secret/metadata/ci?list=true',
    ]);
  });

  it('may have any characters in their names, which are escaped once, percent signs included', async () => {
    const { list, requests } = await world({
      'secret/metadata/ci': ['a b', 'c%20d', 'größe', 'x?y#z', 'e%/'],
      'secret/metadata/ci/e%25': ['k'],
    });
    expect(told(await expandFolder(list, DEEP, KV2))).toEqual([
      'a b_ secret/data/ci/a%20b',
      'c%20d_ secret/data/ci/c%2520d',
      'größe_ secret/data/ci/gr%C3%B6%C3%9Fe',
      'x?y#z_ secret/data/ci/x%3Fy%23z',
      'e%_k_ secret/data/ci/e%25/k',
    ]);
    expect(requests()).toContain('GET secret/metadata/ci/e%25?list=true');
  });

  it('of KV version 1 are listed where they are read', async () => {
    const { list } = await world({ 'kv/ci': ['db'] });
    const location = { apiPath: 'kv/ci', listPath: 'kv/ci', repeatable: true };
    expect(told(await expandFolder(list, DIRECT, location))).toEqual(['db_ kv/ci/db']);
  });

  it('R16: may be read twice where the folder lies in such a place, and only there', async () => {
    for (const repeatable of [true, false]) {
      const { list } = await world({ 'secret/metadata/ci': ['db'] });
      const wants = await expandFolder(list, DIRECT, { ...KV2, repeatable });
      expect(wants.map((want) => want.repeatable)).toEqual([repeatable]);
    }
  });
});

describe('a folder that several entries want', () => {
  it('is asked for once, also where one entry wants the folders below and the other does not', async () => {
    const { list, count, requests } = await world({
      'secret/metadata/ci': ['db', 'sub/'],
      'secret/metadata/ci/sub': ['x'],
    });
    const wants = await Promise.all([
      expandFolder(list, DIRECT, KV2),
      expandFolder(list, DEEP, KV2),
      expandFolder(list, entryOf('secret/ci/* password'), KV2),
    ]);
    expect(wants.map((each) => each.length)).toEqual([1, 2, 1]);
    expect(requests()).toHaveLength(2);
    expect(count()).toBe(2);
  });

  it('and that cannot be listed fails for each of them', async () => {
    const { list, requests } = await world({});
    const failures = await Promise.all([
      errorOf(expandFolder(list, DIRECT, KV2)),
      errorOf(expandFolder(list, DEEP, KV2)),
    ]);
    expect(failures.map((error) => error instanceof VaultError)).toEqual([true, true]);
    expect(requests()).toHaveLength(1);
  });
});

describe('a folder that cannot be listed', () => {
  it('is a failure of the request', async () => {
    for (const status of [403, 404]) {
      const { list } = await world({ 'secret/metadata/ci': errors(status, 'canary') });
      const error = await errorOf(expandFolder(list, DIRECT, KV2));
      expect(error instanceof VaultError && error.refusal).toMatchObject({
        operation: 'list',
        path: 'secret/metadata/ci?list=true',
        status,
      });
    }
  });

  it('below another one is a failure too, and all of them are told', async () => {
    const { list } = await world({
      'secret/metadata/ci': ['a/', 'b/', 'c'],
      'secret/metadata/ci/a': errors(403),
      'secret/metadata/ci/b': errors(403),
    });
    const error = await errorOf(expandFolder(list, DEEP, KV2));
    expect(error).toBeInstanceOf(AggregateError);
  });

  it('because it is not one, but something that has no names, is a failure', async () => {
    const { list } = await world({ 'secret/metadata/ci': json(200, { data: { keys: 'canary' } }) });
    expect(await errorOf(expandFolder(list, DIRECT, KV2))).toBeInstanceOf(Error);
  });
});

describe('the most secrets', () => {
  const TOO_MANY = {
    name: 'secrets',
    problem: `the folder secret/ci holds more than ${MOST_LISTED} secrets and folders: name a smaller one`,
  };

  async function problemsOf(entry: Entry, tree: Tree): Promise<unknown> {
    const { list } = await world(tree);
    const error = await errorOf(expandFolder(list, entry, KV2));
    return error instanceof UsageError ? error.problems : error;
  }

  it('in one folder', async () => {
    const { list } = await world({ 'secret/metadata/ci': secrets(MOST_LISTED) });
    expect(await expandFolder(list, DIRECT, KV2)).toHaveLength(MOST_LISTED);
    expect(await problemsOf(DIRECT, { 'secret/metadata/ci': secrets(MOST_LISTED + 1) })).toEqual([TOO_MANY]);
  });

  it('in all folders below, which count as well', async () => {
    const right = { 'secret/metadata/ci': ['a/', ...secrets(499)], 'secret/metadata/ci/a': secrets(500) };
    const { list } = await world(right);
    expect(await expandFolder(list, DEEP, KV2)).toHaveLength(MOST_LISTED - 1);
    const wrong = { ...right, 'secret/metadata/ci/a': secrets(501) };
    expect(await problemsOf(DEEP, wrong)).toEqual([TOO_MANY]);
  });

  it('is told under the input that the entry stands in', async () => {
    const [entry] = parseSecrets('secret/ci/* *', 'secretsFile').entries;
    if (!entry) throw new Error('no entry');
    expect(await problemsOf(entry, { 'secret/metadata/ci': secrets(MOST_LISTED + 1) })).toEqual([
      { ...TOO_MANY, name: 'secretsFile' },
    ]);
  });

  it('is known before folders are listed that are too many themselves', async () => {
    const folders = secrets(MOST_LISTED + 1, 'f').map((name) => `${name}/`);
    const below = Object.fromEntries(
      folders.map((name) => [`secret/metadata/ci/${name.slice(0, -1)}`, ['x']] as const),
    );
    const { list, requests } = await world({ 'secret/metadata/ci': folders, ...below });
    const error = await errorOf(expandFolder(list, DEEP, KV2));
    expect(error instanceof UsageError && error.problems).toEqual([TOO_MANY]);
    expect(requests()).toHaveLength(1);
  });

  it('leaves the folders below alone where they are not asked for, however many', async () => {
    const folders = secrets(MOST_LISTED + 1, 'f').map((name) => `${name}/`);
    const { list } = await world({ 'secret/metadata/ci': ['db', ...folders] });
    expect(told(await expandFolder(list, DIRECT, KV2))).toEqual(['db_ secret/data/ci/db']);
  });
});

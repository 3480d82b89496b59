import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { readSecret, type SecretRead } from '../../../src/vault/kv.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { errors, json, type Reply, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const VERSION = {
  version: 3,
  created_time: '2026-01-01T00:00:00Z',
  deletion_time: '',
  destroyed: false,
  custom_metadata: null,
};

interface Reading {
  readonly server: ScriptedServer;
  readonly result: Promise<SecretRead>;
}

async function reading(reply: Reply | readonly Reply[], repeatable = true): Promise<Reading> {
  const server = await scripted(reply);
  const { connection } = client(serverAt([server.base]));
  const access = { connection, token: new Secret('canary-token'), namespace: 'team' };
  const result = readSecret(access, 'secret/data/app', { repeatable });
  result.catch(() => undefined);
  return { server, result };
}

/** An answer as the server writes it, number by number. */
function raw(body: string): Reply {
  return text(200, body, { 'Content-Type': 'application/json' });
}

async function fieldsOf(reply: Reply): Promise<Readonly<Record<string, string>>> {
  const { fields } = await (await reading(reply)).result;
  return Object.fromEntries([...fields].map(([name, value]) => [name, value.reveal()]));
}

async function refusal(reply: Reply): Promise<string> {
  return failureOf((await reading(reply)).result);
}

function versioned(data: unknown, metadata: object = {}): unknown {
  return { data: { data, metadata: { ...VERSION, ...metadata } } };
}

describe('what is read', () => {
  it('is asked for once, with token and namespace', async () => {
    const { server, result } = await reading(json(200, versioned({ a: 'canary-a' })));
    expect(await result).toMatchObject({ version: 3, leased: false, leaseDuration: 0 });
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v1/secret/data/app',
        headers: { 'x-vault-token': 'canary-token', 'x-vault-namespace': 'team' },
      },
    ]);
  });

  it('of KV v2 are the fields within', async () => {
    expect(await fieldsOf(json(200, versioned({ a: 'canary-a', 'b.c': 'canary-b' })))).toEqual({
      a: 'canary-a',
      'b.c': 'canary-b',
    });
  });

  it('of KV v1 are the fields themselves; what looks like a lease is none', async () => {
    const { result } = await reading(
      json(200, { lease_id: '', lease_duration: 2764800, data: { a: 'canary-a' } }),
    );
    const { fields, reveal, ...rest } = await result;
    expect(reveal()).toEqual({ a: 'canary-a' });
    expect(fields.get('a')?.reveal()).toBe('canary-a');
    expect(rest).toEqual({ version: undefined, leased: false, leaseDuration: 0 });
  });

  it.each([
    ['data and metadata', { data: 'canary-data', metadata: 'canary-metadata' }],
    ['data alone', { data: 'canary-data' }],
    ['metadata alone', { metadata: 'canary-metadata' }],
    ['version, destroyed and created_time', { version: '1', destroyed: 'no', created_time: 'canary' }],
  ])('fields called %s are fields, in either version', async (_, fields) => {
    expect(await fieldsOf(json(200, { data: fields }))).toEqual(fields);
    expect(await fieldsOf(json(200, versioned(fields)))).toEqual(fields);
  });

  it('fields of KV v1 that are objects called data and metadata are fields', async () => {
    const fields = { data: { user: 'canary-user' }, metadata: { version: 1 } };
    expect(await fieldsOf(json(200, { data: fields }))).toEqual({
      data: '{"user":"canary-user"}',
      metadata: '{"version":1}',
    });
  });

  it('a KV v2 secret without fields has none', async () => {
    expect(await fieldsOf(json(200, versioned({})))).toEqual({});
  });

  it('a version that will be deleted in the future is there', async () => {
    const metadata = { deletion_time: '2100-01-01T00:00:00Z' };
    expect(await fieldsOf(json(200, versioned({ a: 'canary-a' }, metadata)))).toEqual({ a: 'canary-a' });
  });

  it('of a database are its fields, with the lease', async () => {
    const body = {
      lease_id: 'database/creds/app/x',
      lease_duration: 3600,
      data: { username: 'u', password: 'canary-p' },
    };
    const { fields, reveal, ...rest } = await (await reading(json(200, body))).result;
    expect(reveal()).toEqual(body.data);
    expect([...fields.keys()]).toEqual(['username', 'password']);
    expect(rest).toEqual({ version: undefined, leased: true, leaseDuration: 3600 });
  });
});

describe('values', () => {
  it.each([
    ['"canary \\u0026 \\u003cx\\u003e"', 'canary & <x>'],
    ['" canary \\n"', ' canary \n'],
    ['""', ''],
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
    ['1e21', '1e21'],
    ['true', 'true'],
    ['null', 'null'],
    ['[1, "canary", null]', '[1,"canary",null]'],
    ['{"b": {"c": 9007199254740993}, "a": []}', '{"b":{"c":9007199254740993},"a":[]}'],
  ])('%s is the text %j', async (value, wanted) => {
    const metadata = JSON.stringify(VERSION);
    expect(await fieldsOf(raw(`{"data":{"data":{"a":${value}},"metadata":${metadata}}}`))).toEqual({
      a: wanted,
    });
    expect(await fieldsOf(raw(`{"data":{"a":${value}}}`))).toEqual({ a: wanted });
  });

  it('names of fields that JavaScript knows are names like others', async () => {
    const body = '{"data":{"__proto__":"canary-1","constructor":"canary-2","toString":"canary-3"}}';
    const { fields } = await (await reading(raw(body))).result;
    expect([...fields].map(([name, value]) => [name, value.reveal()])).toEqual([
      ['__proto__', 'canary-1'],
      ['constructor', 'canary-2'],
      ['toString', 'canary-3'],
    ]);
  });

  it('a value of one MiB is read whole', async () => {
    const value = 'canary-x'.repeat(131_072);
    expect((await fieldsOf(json(200, { data: { a: value } }))).a).toBe(value);
  });
});

describe('what is not there', () => {
  const failed = 'Read failed: GET secret/data/app answered 404';

  it('a secret that never was', async () => {
    expect(await refusal(errors(404))).toBe(`${failed}\n${hintLine('secret-not-found')}`);
  });

  it.each([
    [{ deletion_time: '2026-01-02T00:00:00Z' }, 'version 3 was deleted at 2026-01-02T00:00:00Z'],
    [
      { deletion_time: '', destroyed: true },
      'version 3 was destroyed; it was written at 2026-01-01T00:00:00Z',
    ],
    [
      { deletion_time: '2026-01-02T00:00:00Z', destroyed: true },
      'version 3 was destroyed; it was written at 2026-01-01T00:00:00Z',
    ],
  ])('a version with %o', async (metadata, said) => {
    expect(await refusal(json(404, versioned(null, metadata)))).toBe(
      [failed, `The server said: ${said}`, hintLine('secret-deleted')].join('\n'),
    );
  });

  it.each([
    [
      'Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints',
      'kv2-path',
    ],
    ['no handler for route "secret/data/app". route entry not found.', 'no-such-mount'],
  ] as const)('what the server says of it helps: %s', async (said, anchor) => {
    const wanted = [failed, `The server said: ${said}`, hintLine(anchor)].join('\n');
    expect(await refusal(json(404, { errors: [], data: null, warnings: [said] }))).toBe(wanted);
    expect(await refusal(errors(404, said))).toBe(wanted);
  });

  it('is asked for once', async () => {
    const { server, result } = await reading(errors(404));
    await failureOf(result);
    expect(server.requests.length).toBe(1);
  });
});

describe('what is refused', () => {
  it.each([
    [403, '1 error occurred: * permission denied', 'read-permission-denied'],
    [405, 'unsupported operation', 'unsupported-operation'],
    [
      400,
      'Secret cannot be returned; token had one use left, so leased credentials were immediately revoked.',
      'token-uses',
    ],
  ] as const)('%i %s', async (status, said, anchor) => {
    const { server, result } = await reading(errors(status, said));
    expect(await failureOf(result)).toBe(
      [
        `Read failed: GET secret/data/app answered ${status}`,
        `The server said: ${said}`,
        hintLine(anchor),
      ].join('\n'),
    );
    expect(server.requests.length).toBe(1);
  });

  it('a mount under upgrade is asked again, and told of when it takes too long', async () => {
    const upgrading = errors(
      400,
      'Upgrading from non-versioned to versioned data. This backend will be unavailable',
    );
    const { server, result } = await reading([upgrading, json(200, versioned({ a: 'canary-a' }))]);
    expect((await result).version).toBe(3);
    expect(server.requests.length).toBe(2);
    expect(await refusal(upgrading)).toContain(hintLine('kv-upgrade'));
  });

  it.each([
    ['data that is no object', { data: ['canary'] }],
    ['an answer that is wrapped', { data: null, wrap_info: { token: 'canary' } }],
    ['a KV v2 answer without data', versioned(null)],
  ])('%s is not understood, and not quoted', async (_, body) => {
    const message = await refusal(json(200, body));
    expect(message).toContain("an answer with status 200 that is not Vault's JSON");
    expect(message).not.toContain('canary');
  });

  it.each([[true], [false]])('an answer without data is of no secret, KV (%s) or not', async (repeatable) => {
    const { result } = await reading(json(200, { data: null, version: 'canary' }), repeatable);
    const message = await failureOf(result);
    expect(message).toContain(`: an answer with status 200 without data\n${hintLine('no-secret')}`);
    expect(message).not.toContain('canary');
  });
});

it('R16: a read that may mint a credential is sent once, one that cannot again', async () => {
  const lost: Reply = 'reset';
  const found = json(200, { data: { a: 'canary-a' } });
  const minting = await reading([lost, found], false);
  expect(await failureOf(minting.result)).toContain(hintLine('credential-maybe-spent'));
  expect(minting.server.requests.length).toBe(1);
  const repeatable = await reading([lost, found], true);
  expect((await repeatable.result).fields.get('a')?.reveal()).toBe('canary-a');
  expect(repeatable.server.requests.length).toBe(2);
});

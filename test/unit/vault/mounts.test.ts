import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { type Location, locate } from '../../../src/vault/mounts.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import type { Recorded } from '../../support/recorded.ts';
import { errors, json, page, type Reply } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const LOOKUP = '/v1/sys/internal/ui/mounts/';

/** A server with these mounts, each with its type and, for KV, its version. */
function mounted(mounts: Readonly<Record<string, string>>): (request: Recorded) => Reply {
  return ({ path }) => {
    const wanted = decodeURIComponent(path.slice(LOOKUP.length));
    const mount = Object.keys(mounts).find((candidate) => `${wanted}/`.startsWith(candidate));
    if (mount === undefined) return errors(403, 'preflight capability check returned 403');
    const [type = '', version] = (mounts[mount] ?? '').split(' ');
    return json(200, { data: { type, path: mount, options: version ? { version } : null } });
  };
}

interface Located {
  readonly server: ScriptedServer;
  readonly locations: ReadonlyMap<string, Omit<Location, 'listPath'>>;
}

async function located(
  script: Parameters<typeof scripted>[0],
  ...paths: readonly string[]
): Promise<Located> {
  const server = await scripted(script);
  const { connection } = client(serverAt([server.base], { retries: 0 }));
  const wanted = paths.map((path) => ({ path, folder: false }));
  const access = { connection, token: new Secret('canary-token'), namespace: 'team' };
  const locations = await locate(access, wanted);
  return {
    server,
    locations: new Map(
      [...locations].map(([path, { apiPath, repeatable }]) => [path, { apiPath, repeatable }]),
    ),
  };
}

function lookups({ requests }: ScriptedServer): readonly string[] {
  return requests.map(({ path }) => path.slice(LOOKUP.length)).sort();
}

describe('a path', () => {
  it.each([
    ['kv 2', 'secret/', 'secret/ci/app', 'secret/data/ci/app', true],
    ['kv 2', 'secret/', 'secret/metadata/ci/app', 'secret/metadata/ci/app', true],
    ['kv 2', 'secret/', 'secret/subkeys/ci/app', 'secret/subkeys/ci/app', true],
    ['kv 2', 'secret/', 'secret/metadata', 'secret/metadata', true],
    ['kv 2', 'secret/', 'secret/subkeys-of/x', 'secret/data/subkeys-of/x', true],
    ['kv 2', 'team/a/kv/', 'team/a/kv/app', 'team/a/kv/data/app', true],
    ['kv 1', 'secret/', 'secret/ci/app', 'secret/ci/app', true],
    ['kv', 'secret/', 'secret/ci/app', 'secret/ci/app', true],
    ['generic', 'secret/', 'secret/ci/app', 'secret/ci/app', true],
    ['database', 'database/', 'database/creds/app', 'database/creds/app', false],
    ['pki', 'pki/', 'pki/cert/ca', 'pki/cert/ca', false],
    ['kv 2', 'secret/', 'secret', 'secret/data', true],
  ] as const)(
    'in a %s mount at %s: %s is read at %s; repeatable: %s',
    async (type, mount, path, apiPath, repeatable) => {
      const { locations } = await located(mounted({ [mount]: type }), path);
      expect(locations).toEqual(new Map([[path, { apiPath, repeatable }]]));
    },
  );

  it.each([
    ['secret/data/ci/app', true],
    ['team/a/kv/data/app', true],
    ['cubbyhole/app', true],
    ['sys/internal/counters', false],
    ['auth/token/lookup-self', false],
    ['identity/entity/id/x', false],
  ])('%s is sent as written, and nobody is asked; repeatable: %s', async (path, repeatable) => {
    const { server, locations } = await located(mounted({}), path);
    expect(locations).toEqual(new Map([[path, { apiPath: path, repeatable }]]));
    expect(server.requests).toEqual([]);
  });

  it('whose first segment is data lies in a mount of that name', async () => {
    const { locations } = await located(mounted({ 'data/': 'kv 2' }), 'data/ci/app');
    expect(locations.get('data/ci/app')?.apiPath).toBe('data/data/ci/app');
  });

  it('is asked about as it is written, escapes and all, with token and namespace', async () => {
    const { server, locations } = await located(mounted({ 'secret/': 'kv 2' }), 'secret/a%20b/%3Fc');
    expect(server.requests).toMatchObject([
      { method: 'GET', headers: { 'x-vault-token': 'canary-token', 'x-vault-namespace': 'team' } },
    ]);
    expect(lookups(server)).toEqual(['secret/a%20b/%3Fc']);
    expect(locations.get('secret/a%20b/%3Fc')?.apiPath).toBe('secret/data/a%20b/%3Fc');
  });
});

it('a mount whose name needs escaping is recognised by its escaped name', async () => {
  const { locations } = await located(mounted({ 'team é/': 'kv 2' }), 'team%20%C3%A9/ci%20app');
  expect([...locations.values()]).toEqual([{ apiPath: 'team%20%C3%A9/data/ci%20app', repeatable: true }]);
});

describe('look-ups', () => {
  it('there is one for each mount, however many paths lie in it', async () => {
    const paths = ['secret/a', 'secret/b', 'secret/c/d', 'other/a', 'other/b'];
    const { server, locations } = await located(mounted({ 'secret/': 'kv 2', 'other/': 'kv 1' }), ...paths);
    expect(lookups(server)).toEqual(['other/a', 'secret/a']);
    expect([...locations.values()].map(({ apiPath }) => apiPath)).toEqual([
      'secret/data/a',
      'secret/data/b',
      'secret/data/c/d',
      'other/a',
      'other/b',
    ]);
  });

  it('mounts that share their first segment are told apart', async () => {
    const mounts = { 'team/a/kv/': 'kv 2', 'team/b/': 'kv 1', 'team/ab/': 'kv 2' };
    const paths = ['team/a/kv/x', 'team/b/x', 'team/ab/x', 'team/a/kv/y', 'team/b/y'];
    const { server, locations } = await located(mounted(mounts), ...paths);
    expect(lookups(server)).toEqual(['team/a/kv/x', 'team/ab/x', 'team/b/x']);
    expect([...locations.values()].map(({ apiPath }) => apiPath)).toEqual([
      'team/a/kv/data/x',
      'team/b/x',
      'team/ab/data/x',
      'team/a/kv/data/y',
      'team/b/y',
    ]);
  });

  it.each([
    ['a 403 page of a proxy', page(403)],
    ['a 404 of an old server', errors(404)],
    ['a 405', errors(405, 'unsupported operation')],
  ])('are given up after %s: it says the same of every path', async (_, reply) => {
    const paths = ['secret/a', 'secret/b', 'other/a', 'other/b', 'other/c'];
    const { server, locations } = await located(reply, ...paths);
    expect(lookups(server)).toEqual(['other/a', 'secret/a']);
    expect([...locations.values()].map(({ apiPath }) => apiPath)).toEqual(paths);
  });

  it('go on after a page of a proxy that blocks but one of them', async () => {
    const open = mounted({ 'secret/': 'kv 2', 'other/': 'kv 2' });
    const { server, locations } = await located(
      (request) => (request.path.endsWith('secret/.env') ? page(403) : open(request)),
      ...['secret/.env', 'secret/b', 'other/a'],
    );
    expect(lookups(server)).toEqual(['other/a', 'secret/.env', 'secret/b']);
    expect(locations.get('secret/b')?.apiPath).toBe('secret/data/b');
  });

  it('that are denied are told of one path: the others are asked about side by side', async () => {
    const paths = ['team/a/x', 'team/b/x', 'team/c/x', 'team/b/y'];
    const waiting: (() => void)[] = [];
    const together = mounted({ 'team/b/': 'kv 2' });
    const { server, locations } = await located(
      async (request, index) => {
        const all = new Promise<void>((resolve) => index > 0 && waiting.push(resolve));
        if (waiting.length === paths.length - 1) waiting.forEach((answer) => answer());
        if (index > 0) await all;
        return together(request);
      },
      ...paths,
    );
    expect(lookups(server)).toEqual([...paths].sort());
    expect(locations.get('team/b/y')?.apiPath).toBe('team/b/data/y');
    expect(locations.get('team/c/x')?.apiPath).toBe('team/c/x');
  });

  it('there is none without paths', async () => {
    const { server, locations } = await located(mounted({}));
    expect(locations.size).toBe(0);
    expect(server.requests).toEqual([]);
  });
});

describe('a server that does not say which mount it is', () => {
  it.each([
    ['403 of a token without a right below it', errors(403, 'preflight capability check returned 403')],
    ['403 of another kind', errors(403, 'permission denied')],
    ['404 of an old server', errors(404)],
    ['400', errors(400, 'unsupported')],
    ['405', errors(405, 'unsupported operation')],
    ['a 403 page of a proxy that blocks sys/internal', page(403)],
    ['a 404 page of a proxy that blocks sys/internal', page(404)],
  ])('(%s) gets the path as written, which is then read once', async (_, reply) => {
    const { locations } = await located(reply, 'secret/ci/app');
    expect(locations).toEqual(new Map([['secret/ci/app', { apiPath: 'secret/ci/app', repeatable: false }]]));
  });

  it('an answer about another mount changes no path', async () => {
    const { locations } = await located(
      json(200, { data: { type: 'kv', path: 'other/', options: { version: '2' } } }),
      'secret/ci/app',
    );
    expect(locations.get('secret/ci/app')).toEqual({ apiPath: 'secret/ci/app', repeatable: false });
  });

  it.each([
    ['429', errors(429, 'rate limit quota exceeded'), 'rate-limited'],
    ['412', errors(412, 'required index state not present'), 'replication-lag'],
    ['a 502 page', page(502), 'gateway'],
    ['a 503 page', page(503), 'gateway'],
    ['a 429 page', page(429), 'not-vault'],
    ['a reset', 'reset', 'connection-lost'],
  ] as const)('but may at another time (%s), fails the job', async (_, reply, anchor) => {
    expect(await failureOf(located(reply, 'secret/ci/app'))).toContain(hintLine(anchor));
  });

  it('but has an outage, fails the job', async () => {
    await expect(located(errors(503, 'Vault is sealed'), 'secret/a')).rejects.toMatchObject({
      refusal: { operation: 'mount lookup', status: 503 },
    });
    expect(await failureOf(located(errors(500, 'internal error'), 'secret/a'))).toBe(
      [
        'Mount lookup failed: GET sys/internal/ui/mounts/secret/a answered 500',
        'The server said: internal error',
        hintLine('server-error'),
      ].join('\n'),
    );
  });
});

it('a path that many entries want is asked about once, also when the server does not say', async () => {
  const { server } = await located(mounted({}), 'secret/ci/app', 'secret/ci/app', 'secret/ci/app');
  expect(lookups(server)).toEqual(['secret/ci/app']);
});

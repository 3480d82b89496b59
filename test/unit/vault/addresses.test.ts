import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { closedPort, mute } from '../../support/loopback.ts';
import type { Recorded } from '../../support/recorded.ts';
import { errors, json, page, type Reply, redirect, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const LOGIN: Request<string> = {
  operation: 'login',
  method: 'POST',
  path: 'auth/approle/login',
  body: { role_id: 'r', secret_id: new Secret('canary-secret-id') },
  once: true,
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const READ: Request<string> = {
  operation: 'read',
  method: 'GET',
  path: 'secret/data/app',
  token: new Secret('canary-token'),
  decode: LOGIN.decode,
};
const REVOKE: Request<true> = {
  operation: 'revoke',
  method: 'POST',
  path: 'auth/token/revoke-self',
  token: new Secret('canary-token'),
  decode: () => true,
};
const GONE = text(204, '');
const DENIED = errors(403, 'permission denied');
const FOUND = json(200, { data: 'canary-value' });
const SEALED = errors(503, 'Vault is sealed');

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function deadAddress(): Promise<string> {
  return `http://127.0.0.1:${await closedPort()}`;
}

/** Statuses that a node gives to the question for its health: of our own choice for a standby. */
const ACTIVE = 200;
const STANDBY = 299;

interface ClusterNode extends ScriptedServer {
  /** Without the questions for its health. */
  readonly requests: readonly Recorded[];
  readonly looks: readonly Recorded[];
}

const isLook = ({ path }: Recorded): boolean => path.startsWith('/v1/sys/health?');

/** A server that tells whether it leads; the last reply is repeated. */
async function node(
  health: number | (() => number),
  ...replies: readonly (Reply | (() => Reply))[]
): Promise<ClusterNode> {
  let next = 0;
  const server = await scripted((request): Reply => {
    if (isLook(request)) return json(typeof health === 'number' ? health : health(), { initialized: true });
    const reply = replies[Math.min(next++, replies.length - 1)] ?? 'hang';
    return typeof reply === 'function' ? reply() : reply;
  });
  return {
    ...server,
    get requests() {
      return server.requests.filter((request) => !isLook(request));
    },
    get looks() {
      return server.requests.filter(isLook);
    },
  };
}

describe('of several addresses', () => {
  it('the first is asked, and the others see nothing', async () => {
    const [first, second] = [await node(ACTIVE, FOUND), await scripted(FOUND)];
    const { connection } = client(serverAt([first.base, second.base]));
    await connection.send(READ);
    expect([first.requests.length, second.connections.accepted]).toEqual([1, 0]);
  });

  it('the active one is asked, and the others are not told of the token', async () => {
    const [first, second] = [await node(STANDBY, FOUND), await node(ACTIVE, FOUND)];
    const { connection, exchanges } = client(serverAt([await deadAddress(), first.base, second.base]));
    await connection.send(LOGIN);
    await connection.send(READ);
    expect(exchanges.map(({ result }) => result)).toEqual(['ECONNREFUSED', '299', '200', '200', '200']);
    expect([first.requests.length, second.requests.length]).toEqual([0, 2]);
    for (const { headers } of [...first.looks, ...second.looks])
      expect(headers).not.toHaveProperty('x-vault-token');
  });

  it('a single one is not asked how it is', async () => {
    const only = await node(STANDBY, FOUND);
    await client(serverAt([only.base])).connection.send(LOGIN);
    expect([only.looks.length, only.requests.length]).toEqual([0, 1]);
    expect(only.requests[0]?.headers).not.toHaveProperty('x-vault-no-request-forwarding');
  });

  it('that are asked side by side are looked at once', async () => {
    const [first, second] = [await node(STANDBY, FOUND), await node(ACTIVE, FOUND)];
    const { connection } = client(serverAt([first.base, second.base]));
    await Promise.all(Array.from({ length: 10 }, () => connection.send(READ)));
    expect([first.looks.length, second.looks.length, second.requests.length]).toEqual([1, 1, 10]);
  });

  it('many requests that fail at one of them together all go to the next', async () => {
    const [first, second, third] = [
      await node(ACTIVE, errors(500, 'internal error')),
      await node(STANDBY, FOUND),
      await node(STANDBY, FOUND),
    ];
    const { connection } = client(serverAt([first.base, second.base, third.base]));
    await Promise.all(Array.from({ length: 8 }, () => connection.send(READ)));
    expect([first.requests.length, second.requests.length, third.requests.length]).toEqual([8, 8, 0]);
  });

  it('the next is tried at once, without a wait, and is asked first from then on', async () => {
    const [first, second] = [await deadAddress(), await node(STANDBY, FOUND)];
    const { connection, waits, exchanges } = client(serverAt([first, second.base]));
    await connection.send(LOGIN);
    await connection.send(READ);
    expect(waits).toEqual([]);
    expect(exchanges.map(({ result }) => result)).toEqual([
      ...['ECONNREFUSED', '299'],
      ...['ECONNREFUSED', '200', '200'],
    ]);
  });

  it('each is tried once, even with no retries', async () => {
    const [first, second, third] = [await deadAddress(), await node(503, SEALED), await node(STANDBY, FOUND)];
    const { connection, waits } = client(serverAt([first, second.base, third.base], { retries: 0 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(waits).toEqual([]);
    expect(second.requests.length).toBe(1);
  });

  it('all of them together are one try: it waits before it begins again', async () => {
    const [first, second] = [await node(503, SEALED), await node(503, SEALED)];
    const { connection, waits } = client(serverAt([first.base, second.base]));
    await failureOf(connection.send(READ));
    expect(waits).toEqual([125, 250, 500]);
    expect([first.requests.length, second.requests.length]).toEqual([4, 4]);
  });

  it('one that is no Vault, or cannot be trusted, does not keep from the others', async () => {
    const [first, second] = [await scripted(page(200)), await scripted(FOUND, { tls: 'plain' })];
    const third = await scripted(FOUND);
    const { connection } = client(serverAt([first.base, second.base, third.base]));
    expect(await connection.send(READ)).toBe('canary-value');
  });

  it('when none can be trusted, there is no second round', async () => {
    const servers = [await scripted(FOUND, { tls: 'plain' }), await scripted(FOUND, { tls: 'plain' })];
    const { connection, waits } = client(serverAt(servers.map(({ base }) => base)));
    expect(await failureOf(connection.send(READ))).toContain(hintLine('tls-unknown-ca'));
    expect(waits).toEqual([]);
  });

  it('R16: a login that may have been processed by one is not sent to another', async () => {
    const broke = errors(503, 'no active Vault instance found');
    for (const reply of ['reset', page(502), page(200), errors(500, 'x'), broke] satisfies Reply[]) {
      const [first, second] = [await node(ACTIVE, reply), await node(STANDBY, FOUND)];
      const { connection } = client(serverAt([first.base, second.base]));
      await failureOf(connection.send(LOGIN));
      expect([first.requests.length, second.requests.length]).toEqual([1, 0]);
    }
  });

  it('R16: a login that was refused by one is not sent to another', async () => {
    const [first, second] = [
      await node(ACTIVE, errors(400, 'invalid role or secret ID')),
      await node(STANDBY, FOUND),
    ];
    const { connection } = client(serverAt([first.base, second.base]));
    expect(await failureOf(connection.send(LOGIN))).toBe(
      [
        'Login failed: POST auth/approle/login answered 400',
        'The server said: invalid role or secret ID',
        hintLine('invalid-role-or-secret-id'),
      ].join('\n'),
    );
    expect([first.requests.length, second.requests.length]).toEqual([1, 0]);
  });

  it('one that never answers the handshake costs a login its time-out, and no more', async () => {
    const [first, second] = [await mute(), await node(ACTIVE, FOUND)];
    const { connection } = client(serverAt([`https://${first.host}`, second.base], { timeoutMs: 300 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(second.requests.length).toBe(1);
  });

  it('R16: one that takes requests and never answers is never sent a login', async () => {
    const [first, second] = [await scripted('hang'), await node(ACTIVE, FOUND)];
    const { connection } = client(serverAt([first.base, second.base], { timeoutMs: 300 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(first.requests.filter((request) => !isLook(request))).toEqual([]);
  });

  it('when all fail, the last failure is told, with its own host', async () => {
    const [first, second] = [await scripted(page(404)), await scripted(page(404))];
    const { connection } = client(serverAt([first.base, second.base], { retries: 0 }));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${second.host}: an answer with status 404 that is not Vault's JSON\n${hintLine('not-vault')}`,
    );
  });
});

describe('R16: a standby', () => {
  const wishes = ({ requests }: ClusterNode): readonly boolean[] =>
    requests.map(({ headers }) => headers['x-vault-no-request-forwarding'] === 'true');

  it('is asked not to forward a login: its redirect then proves that nobody has processed it', async () => {
    const dead = await deadAddress();
    const [first, second] = [await node(STANDBY, redirect(307, dead)), await node(STANDBY, FOUND)];
    const { connection, exchanges } = client(serverAt([first.base, second.base, dead], { retries: 1 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(exchanges.map(({ result }) => result)).toEqual([
      ...['299', '299', 'ECONNREFUSED'],
      ...['redirect', 'ECONNREFUSED', '200'],
    ]);
    expect([wishes(first), wishes(second)]).toEqual([[true], [true]]);
  });

  it('forwards it when the active node is not listed', async () => {
    const [first, second] = [
      await node(STANDBY, redirect(307, 'https://canary.invalid/v1/auth/approle/login'), FOUND),
      await node(STANDBY, FOUND),
    ];
    const { connection } = client(serverAt([first.base, second.base]));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect([wishes(first), wishes(second)]).toEqual([[true, false], []]);
  });

  it('forwards what may be sent twice', async () => {
    const [first, second] = [await node(STANDBY, FOUND), await node(STANDBY, FOUND)];
    await client(serverAt([first.base, second.base])).connection.send(READ);
    expect(wishes(first)).toEqual([false]);
  });
});

describe('a cluster without a leader', () => {
  const LEADERLESS = errors(500, 'local node not active but active cluster node not found');

  it('is asked until it has one, whatever the number of retries: elections end by themselves', async () => {
    const health = [...Array.from({ length: 6 }, () => STANDBY), ACTIVE];
    const [first, second] = [
      await node(STANDBY, LEADERLESS),
      await node(
        () => health.shift() ?? ACTIVE,
        LEADERLESS,
        LEADERLESS,
        LEADERLESS,
        LEADERLESS,
        LEADERLESS,
        LEADERLESS,
        FOUND,
      ),
    ];
    const { connection, waits } = client(serverAt([first.base, second.base], { retries: 1 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(waits.length).toBe(6);
  });

  it('is not waited for without retries', async () => {
    const nodes = [await node(STANDBY, LEADERLESS), await node(STANDBY, LEADERLESS)];
    const { connection, waits } = client(
      serverAt(
        nodes.map(({ base }) => base),
        { retries: 0 },
      ),
    );
    expect(await failureOf(connection.send(LOGIN))).toContain(hintLine('sealed'));
    expect([waits, ...nodes.map(({ requests }) => requests.length)]).toEqual([[], 1, 1]);
  });

  it('may not know a token yet: what a standby refuses is asked again, what the active node refuses is not', async () => {
    const standby = await node(STANDBY, DENIED, FOUND);
    const other = await node(STANDBY, DENIED);
    expect(await client(serverAt([standby.base, other.base])).connection.send(READ)).toBe('canary-value');

    const active = await node(ACTIVE, DENIED, FOUND);
    await failureOf(client(serverAt([active.base, other.base])).connection.send(READ));
    expect(active.requests.length).toBe(1);
  });

  it('R14: says nothing final about a token that is to be revoked, until all nodes have and one leads', async () => {
    let election = 3;
    const standby = await node(STANDBY, DENIED);
    const leader = await node(() => (election-- > 0 ? STANDBY : ACTIVE), ...Array(3).fill(DENIED), GONE);
    await client(serverAt([standby.base, leader.base], { retries: 1 })).connection.send(REVOKE);
    expect([standby.requests.length, leader.requests.length]).toEqual([3, 4]);
  });
});

describe('R14: a token that is to be revoked', () => {
  it('is gone when all nodes say so', async () => {
    const nodes = [await node(ACTIVE, DENIED), await node(STANDBY, DENIED), await node(STANDBY, DENIED)];
    const { connection, waits } = client(serverAt(nodes.map(({ base }) => base)));
    expect(await failureOf(connection.send(REVOKE))).toContain('answered 403');
    expect([waits, ...nodes.map(({ requests }) => requests.length)]).toEqual([[], 1, 1, 1]);
  });

  it('is not gone because one node says so that wrongly believes to lead', async () => {
    const nodes = [await node(ACTIVE, DENIED), await node(STANDBY, GONE)];
    await client(serverAt(nodes.map(({ base }) => base))).connection.send(REVOKE);
    expect(nodes.map(({ requests }) => requests.length)).toEqual([1, 1]);
  });
});

describe.each([301, 302, 303, 307, 308])('R9: a redirect with status %i', (status) => {
  it('to a stranger is not followed: the stranger sees no request', async () => {
    const stranger = await scripted(FOUND);
    const server = await scripted(redirect(status, `${stranger.base}/v1/auth/approle/login`));
    const { connection } = client(serverAt([server.base]));
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: ${server.host}: a redirect to ${stranger.host}, which url does not list\n${hintLine('redirect')}`,
    );
    expect([server.requests.length, stranger.connections.accepted]).toEqual([1, 0]);
  });

  it('to a listed address is followed once, with method, headers and body', async () => {
    const active = await node(STANDBY, FOUND);
    const standby = await node(STANDBY, redirect(status, `${active.base}/v1/auth/approle/login`));
    const { connection } = client(serverAt([standby.base, active.base]));
    expect(await connection.send({ ...LOGIN, namespace: 'team' })).toBe('canary-value');
    const seen = [standby, active].map(({ requests }) =>
      requests.map(({ method, path, body, headers }) => [method, path, body, headers['x-vault-namespace']]),
    );
    const wanted = [
      'POST',
      '/v1/auth/approle/login',
      '{"role_id":"r","secret_id":"canary-secret-id"}',
      'team',
    ];
    expect(seen).toEqual([[wanted], [wanted]]);
  });
});

describe('R9: a redirect', () => {
  it('is remembered: the next request goes to the active node at once', async () => {
    const active = await node(STANDBY, FOUND);
    const standby = await node(STANDBY, redirect(307, `${active.base}/v1/secret/data/app`));
    const { connection } = client(serverAt([standby.base, active.base]));
    await connection.send(LOGIN);
    await connection.send(READ);
    expect([standby.requests.length, active.requests.length]).toEqual([1, 2]);
  });

  it.each([
    ['another port of the same host', (base: string) => base.replace(/\d+$/, '1')],
    ['http where https is listed', (base: string) => base.replace('http:', 'https:')],
    ['a name that only begins alike', (base: string) => `${base}.canary.invalid`],
    ['user information in front of a stranger', (base: string) => base.replace('//', '//canary@127.0.0.2/')],
  ])('to %s is one to a stranger', async (_, target) => {
    const server = await scripted((): Reply => redirect(307, `${target(server.base)}/v1/x`));
    const { connection } = client(serverAt([server.base]));
    const message = await failureOf(connection.send(READ));
    expect(message).toContain('a redirect to');
    expect(message).toContain(hintLine('redirect'));
    expect(server.requests.length).toBe(1);
  });

  it.each([
    ['/oauth2/start?rd=canary', '/oauth2/start'],
    ['start', '/start'],
    ['BASE/oauth2/start?rd=canary#canary', '/oauth2/start'],
  ])('to %s is one of a gateway, told by its path alone', async (location, path) => {
    const server = await scripted((): Reply => redirect(302, location.replace('BASE', server.base)));
    const { connection } = client(serverAt([server.base]));
    for (const request of [READ, LOGIN]) {
      expect(await failureOf(connection.send(request))).toMatch(
        new RegExp(`: a redirect to ${path}, which is not in the API: .*\nHint: .*#login-page\\)$`),
      );
    }
    expect(server.requests.length).toBe(2);
  });

  it.each([['//['], ['']])('to %j leads nowhere', async (location) => {
    const server = await scripted(redirect(307, location));
    const { connection } = client(serverAt([server.base]));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${server.host}: a redirect to nowhere\n${hintLine('redirect')}`,
    );
    expect(server.requests.length).toBe(1);
  });

  it('without a destination is told as that', async () => {
    const server = await scripted(text(302, ''));
    const { connection } = client(serverAt([server.base]));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${server.host}: a redirect without a destination\n${hintLine('redirect')}`,
    );
  });

  it('that leads to itself, or to another redirect, is followed once', async () => {
    const alone = await scripted((): Reply => redirect(307, `${alone.base}/v1/x`));
    expect(await failureOf(client(serverAt([alone.base])).connection.send(READ))).toBe(
      `Read failed: ${alone.host}: one redirect led to another\n${hintLine('redirect')}`,
    );
    expect(alone.requests.length).toBe(2);

    const first = await scripted((): Reply => redirect(307, second.base));
    const second = await scripted((): Reply => redirect(307, first.base));
    const { connection } = client(serverAt([first.base, second.base], { retries: 0 }));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${first.host}: one redirect led to another\n${hintLine('redirect')}`,
    );
  });

  it('of nodes that do not agree on who leads is no end: they are asked until they do', async () => {
    let left = 12;
    const [ports] = [[await closedPort(), await closedPort()]];
    const [first = '', second = ''] = ports.map((port) => `http://127.0.0.1:${port}`);
    const other =
      (base: string) =>
      (request: Recorded): Reply =>
        isLook(request) ? json(STANDBY, {}) : left-- > 0 ? redirect(307, base) : FOUND;
    await scripted(other(second), { port: ports[0] ?? 0 });
    await scripted(other(first), { port: ports[1] ?? 0 });
    const { connection, waits } = client(serverAt([first, second], { retries: 1 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(waits.length).toBeGreaterThan(1);
  });

  it('R16: of a node that led is not followed by a login: it may have come half way with it', async () => {
    const follower = await node(STANDBY, FOUND);
    const leader = await node(ACTIVE, redirect(307, follower.base));
    const { connection } = client(serverAt([leader.base, follower.base]));
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: ${leader.host}: it lost the lead before it had answered\n${hintLine('login-interrupted')}`,
    );
    expect(await connection.send(READ)).toBe('canary-value');
    expect(follower.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('costs no retry: a failure behind it is still tried again', async () => {
    const active = await node(STANDBY, SEALED, FOUND);
    const standby = await node(STANDBY, redirect(307, active.base));
    const { connection } = client(serverAt([standby.base, active.base], { retries: 2 }));
    await connection.send(READ);
    expect(active.requests.length).toBe(2);
  });
});

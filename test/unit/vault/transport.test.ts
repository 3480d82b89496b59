import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { closedPort, mute } from '../../support/loopback.ts';
import { errors, json, page, type Reply, text } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

const READ: Request<string> = {
  operation: 'read',
  method: 'GET',
  path: 'secret/data/app',
  token: new Secret('canary-token'),
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const CREDENTIALS: Request<string> = { ...READ, path: 'database/creds/app', once: true };
const LOGIN: Request<string> = {
  ...READ,
  operation: 'login',
  method: 'POST',
  once: true,
  body: { role_id: 'r' },
};
const UNWRAP: Request<string> = { ...READ, operation: 'unwrap', method: 'POST', once: true };
const FOUND = json(200, { data: 'canary-value' });

/** No jitter: every wait is zero, and is not waited for. */
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** How often the server is asked when it fails once and would then succeed. */
async function requestsAfter(failure: Reply, request: Request<string>): Promise<number> {
  const server = await scripted([failure, FOUND]);
  const { connection } = client(serverAt([server.base], { timeoutMs: 400 }));
  const value = await connection.send(request).catch(() => undefined);
  expect(value).toBe(server.requests.length === 2 ? 'canary-value' : undefined);
  expect(new Set(server.requests.map(({ method, path, body }) => method + path + body)).size).toBe(1);
  return server.requests.length;
}

const UPGRADING = 'Upgrading from non-versioned to versioned data. This backend will be unavailable';

/** What fails; whether what may be repeated is; whether what may not be is (architecture.md, section 4). */
const FAILURES: readonly (readonly [string, Reply, boolean, boolean])[] = [
  ['400', errors(400, 'invalid role or secret ID'), false, false],
  ['400 of a mount under upgrade', errors(400, UPGRADING), true, false],
  ['403', errors(403, 'permission denied'), false, false],
  ['404', errors(404), false, false],
  ['412 of a lagging standby', errors(412, 'required index state not present'), true, true],
  ['412 of an agent', errors(412, 'missing "X-Vault-Request" header'), false, false],
  ['429', errors(429, 'request path "x": rate limit quota exceeded'), true, true],
  ['500', errors(500, 'internal error'), true, false],
  ['501', errors(501, 'not implemented'), false, false],
  ['502', errors(502, 'upstream rate limited'), true, false],
  ['503 of the server', errors(503, 'Vault is sealed'), true, true],
  ['504', errors(504, 'timeout'), true, false],
  ['a 429 page', page(429), true, false],
  ['a 500 page', page(500), true, false],
  ['a 502 page', page(502), true, false],
  ['a 503 page', page(503), true, false],
  ['a 503 without a body', text(503, ''), true, false],
  ['a 200 page', page(200), false, false],
  ['a 404 page', page(404), false, false],
  ['a reset after the request', 'reset', true, false],
  ['a body cut short', 'cut', true, false],
];

describe.each([
  ['a KV read', READ],
  ['a mount lookup', { ...READ, operation: 'mount lookup' }],
  ['a wrapping lookup', { ...READ, operation: 'wrapping lookup', method: 'POST', body: { token: 'w' } }],
  ['a revocation', { ...READ, operation: 'revoke', method: 'POST' }],
] satisfies readonly (readonly [string, Request<string>])[])('%s after', (_, request) => {
  it.each(FAILURES)('%s', async (_, failure, again) => {
    expect(await requestsAfter(failure, request)).toBe(again ? 2 : 1);
  });

  it.each([
    ['no answer', 'hang'],
    ['half an answer', 'stall'],
  ] as const)('%s in time is sent again', async (_, failure) => {
    expect(await requestsAfter(failure, request)).toBe(2);
  });
});

describe.each([
  ['a login', LOGIN],
  ['an unwrap', UNWRAP],
  ['a read that may mint a credential', CREDENTIALS],
] satisfies readonly (readonly [string, Request<string>])[])('R16: %s after', (_, request) => {
  it.each(FAILURES)('%s', async (_, failure, _repeatable, again) => {
    expect(await requestsAfter(failure, request)).toBe(again ? 2 : 1);
  });

  it.each([
    ['no answer', 'hang'],
    ['half an answer', 'stall'],
  ] as const)('%s in time is never sent again', async (_, failure) => {
    expect(await requestsAfter(failure, request)).toBe(1);
  });

  it('a refused connection is sent again: nothing was processed', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const port = await closedPort();
    const later: Awaited<ReturnType<typeof scripted>>[] = [];
    const { connection, waits } = client(serverAt([`http://127.0.0.1:${port}`]), async () => {
      later.push(await scripted(FOUND, { port }));
    });
    expect(await connection.send(request)).toBe('canary-value');
    expect(waits).toEqual([125]);
    expect(later.map(({ requests }) => requests.length)).toEqual([1]);
  });
});

describe('the number of tries', () => {
  it.each([
    [0, 1],
    [1, 2],
    [3, 4],
    [10, 11],
  ])(
    '%i retries make %i requests, of what may be repeated and of what was not processed',
    async (retries, count) => {
      for (const request of [READ, LOGIN]) {
        const server = await scripted(errors(503, 'Vault is sealed'));
        const { connection } = client(serverAt([server.base], { retries }));
        const operation = request === READ ? 'Read failed: GET' : 'Login failed: POST';
        expect(await failureOf(connection.send(request))).toBe(
          [
            `${operation} secret/data/app answered 503`,
            'The server said: Vault is sealed',
            hintLine('sealed'),
          ].join('\n'),
        );
        expect(server.requests.length).toBe(count);
      }
    },
  );

  it('a certificate that cannot be trusted is tried once: it would fail the same way again', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const { connection, exchanges } = client(serverAt([server.base]));
    await failureOf(connection.send(READ));
    expect(exchanges.length).toBe(1);
    expect(server.requests.length).toBe(0);
  });
});

describe('waits', () => {
  it('double from a quarter of a second, with full jitter', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const server = await scripted(errors(503, 'Vault is sealed'));
    const { connection, waits } = client(serverAt([server.base], { retries: 6 }));
    await failureOf(connection.send(READ));
    expect(waits.map(Math.round)).toEqual([250, 500, 999, 1998, 3996, 4995]);
  });

  it('Retry-After is honoured, up to ten seconds; a date in it is not', async () => {
    const refusal = (after: string): Reply => json(429, { errors: ['quota'] }, { 'Retry-After': after });
    const server = await scripted([
      refusal('2'),
      refusal('3600'),
      refusal('0'),
      refusal('Fri, 01 Jan 2100 00:00:00 GMT'),
      refusal('-1'),
      FOUND,
    ]);
    const { connection, waits } = client(serverAt([server.base], { retries: 10 }));
    await connection.send(READ);
    expect(waits).toEqual([2000, 10_000]);
    expect(server.requests.length).toBe(6);
  });

  it('Retry-After of a page counts as well', async () => {
    const server = await scripted([page(503, { 'Retry-After': '4' }), FOUND]);
    const { connection, waits } = client(serverAt([server.base]));
    await connection.send(READ);
    expect(waits).toEqual([4000]);
  });

  it('a wait that would end after three times the time-out is not begun', async () => {
    const server = await scripted(json(429, { errors: ['quota'] }, { 'Retry-After': '8' }));
    const { connection, waits } = client(serverAt([server.base], { timeoutMs: 2000 }));
    expect(await failureOf(connection.send(READ))).toBe(
      [
        'Read failed: GET secret/data/app answered 429',
        'The server said: quota',
        hintLine('rate-limited'),
      ].join('\n'),
    );
    expect(waits).toEqual([]);
    expect(server.requests.length).toBe(1);
  });
});

describe('the time for everything', () => {
  it('all tries and waits together end within three times the time-out', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const server = await scripted(errors(500, 'internal error'));
    const started = performance.now();
    const { connection, waits } = client(serverAt([server.base], { timeoutMs: 1000, retries: 10 }), (ms) =>
      vi.advanceTimersByTime(ms),
    );
    await failureOf(connection.send(READ));
    expect(waits.map(Math.round)).toEqual([250, 500, 999]);
    expect(server.requests.length).toBe(4);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('a clock that is set %s meanwhile changes nothing of it', async (_, jump) => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const server = await scripted((): Reply => {
      vi.setSystemTime(Date.now() + jump);
      return errors(429, 'rate limit quota exceeded');
    });
    const { connection, waits } = client(serverAt([server.base], { timeoutMs: 2000 }), (ms) => {
      vi.advanceTimersByTime(ms);
    });
    expect(await failureOf(connection.send(READ))).toContain(hintLine('rate-limited'));
    expect(waits.map(Math.round)).toEqual([1998, 1998]);
  });

  it('the last try gets only what is left of it', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const server = await scripted((_, index): Reply => {
      if (index > 0) return 'hang';
      vi.advanceTimersByTime(178_800);
      return errors(500, 'internal error');
    });
    const { connection } = client(serverAt([server.base], { timeoutMs: 60_000, retries: 1 }));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${server.host}: no answer in time\n${hintLine('timeout')}`,
    );
    expect(server.requests.length).toBe(2);
  });
});

it('R16: a login is not sent in the last second: answered too late, it would leave a token that nobody knows', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const server = await scripted((): Reply => {
    vi.advanceTimersByTime(179_100);
    return errors(503, 'Vault is sealed');
  });
  const { connection } = client(serverAt([server.base], { timeoutMs: 60_000, retries: 1 }));
  expect(await failureOf(connection.send(LOGIN))).toContain(hintLine('sealed'));
  expect(server.requests.length).toBe(1);
});

describe('one attempt ends in time', () => {
  const once = { timeoutMs: 200, retries: 0 };

  it.each([
    ['a server that says nothing', 'hang'],
    ['a body that stalls', 'stall'],
    ['a body that drips', 'drip'],
  ] as const)('%s, and its connection is given up', async (_, reply) => {
    const server = await scripted(reply);
    const { connection } = client(serverAt([server.base], once));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${server.host}: no answer in time\n${hintLine('timeout')}`,
    );
    expect(server.requests.length).toBe(1);
    await server.openConnections(0);
  });

  it('a handshake that never comes, which proves that nothing was sent', async () => {
    const server = await mute();
    const { connection } = client(serverAt([`https://${server.host}`], { timeoutMs: 200, retries: 1 }));
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: ${server.host}: no connection in time\n${hintLine('timeout')}`,
    );
    expect(server.connections.accepted).toBe(2);
    connection.close();
    await server.openConnections(0);
  });
});

describe('connections that fail say how', () => {
  it('nothing listens', async () => {
    const host = `127.0.0.1:${await closedPort()}`;
    const { connection, exchanges } = client(serverAt([`http://${host}`]));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${host}: connection refused\n${hintLine('connection-refused')}`,
    );
    expect(exchanges.length).toBe(4);
  });

  it('a name that does not exist', async () => {
    const { connection } = client(serverAt(['http://canary.invalid:8200'], { retries: 0 }));
    expect(await failureOf(connection.send(READ))).toMatch(
      /^Read failed: canary\.invalid:8200: the name cannot be resolved( at the moment)?\nHint: .*#dns\)$/,
    );
  });

  it('a reset, and an unwrap whose answer is lost', async () => {
    const server = await scripted('reset');
    const { connection } = client(serverAt([server.base]));
    const broken = `${server.host}: the connection broke before the answer was complete`;
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${broken}\n${hintLine('connection-lost')}`,
    );
    expect(await failureOf(connection.send(UNWRAP))).toBe(
      `Unwrap failed: ${broken}\n${hintLine('unwrap-interrupted')}`,
    );
    expect(server.requests.length).toBe(5);
  });

  it('R16: an answer that Node cannot read leaves open what became of a login, an unwrap, a credential', async () => {
    const server = await scripted(text(200, '{}', { 'X-Canary': 'canary'.repeat(5000) }));
    const { connection } = client(serverAt([server.base]));
    const said = async (request: Request<string>) => await failureOf(connection.send(request));
    expect(await said(LOGIN)).toBe(
      `Login failed: ${server.host}: the connection failed (HPE_HEADER_OVERFLOW)\n${hintLine('login-interrupted')}`,
    );
    expect(await said(UNWRAP)).toContain(hintLine('unwrap-interrupted'));
    expect(await said(CREDENTIALS)).toContain(hintLine('credential-maybe-spent'));
    expect(server.requests.length).toBe(3);
  });

  it('a body cut short, without a word of it', async () => {
    const server = await scripted('cut');
    const { connection } = client(serverAt([server.base], { retries: 0 }));
    const message = await failureOf(connection.send(READ));
    expect(message).toBe(
      `Read failed: ${server.host}: the connection broke before the answer was complete\n${hintLine('connection-lost')}`,
    );
  });
});

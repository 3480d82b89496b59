import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { UsageError } from '../../../src/vault/errors.ts';
import { jsonText } from '../../../src/vault/json.ts';
import { proxyFor, proxyPassword } from '../../../src/vault/proxy.ts';
import type { Request } from '../../../src/vault/request.ts';
import { type Client, client, failureOf, hintLine, type Settings, serverAt } from '../../support/client.ts';
import { connectProxy, OPEN } from '../../support/connect-proxy.ts';
import { closedPort } from '../../support/loopback.ts';
import { errors, json } from '../../support/reply.ts';
import { fixture, scripted } from '../../support/scripted-server.ts';

const LOGIN: Request<string> = {
  operation: 'login',
  method: 'POST',
  path: 'auth/approle/login',
  body: { role_id: 'canary-role-id', secret_id: new Secret('canary-secret-id') },
  token: new Secret('canary-token'),
  once: true,
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const FOUND = json(200, { data: 'canary-value' });
const TRUSTED: Settings = { tls: { ca: fixture('ca') } };

function through(proxy: string, base: string, settings: Settings = TRUSTED): Client {
  return client(serverAt([{ base, proxy: new Secret(proxy) }], settings));
}

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('through a proxy', () => {
  it('R20: the proxy is told host and port, and carries nothing in clear', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const proxy = await connectProxy(server.port);
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(proxy.asked).toEqual([
      'CONNECT vault.test:8200 HTTP/1.1\r\nconnection: keep-alive\r\nhost: vault.test:8200\r\n\r\n',
    ]);
    expect(proxy.carried()).not.toContain('canary');
    expect(server.requests[0]?.serverName).toBe('vault.test');
  });

  it('the default port is told as a number', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const proxy = await connectProxy(server.port);
    await through(`http://${proxy.host}`, 'https://vault.test').connection.send(LOGIN);
    expect(proxy.asked[0]).toContain('CONNECT vault.test:443 HTTP/1.1');
  });

  it('the server verifies the client, and the client the server', async () => {
    const server = await scripted(FOUND, { tls: 'mutual' });
    const proxy = await connectProxy(server.port);
    const cert = { cert: fixture('client'), key: new Secret(fixture('client-key')) };
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200', {
      tls: { ca: fixture('ca'), ...cert },
    });
    await connection.send(LOGIN);
    expect(server.requests[0]?.clientName).toBe('test client');
  });

  it.each([
    ['the CA', { ca: fixture('other-ca') }, 'tls-unknown-ca'],
    ['the name', { ca: fixture('ca'), serverName: 'other.test' }, 'tls-name'],
  ] as const)('R10: a server without %s is refused', async (_, tls, anchor) => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const proxy = await connectProxy(server.port);
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200', { tls });
    expect(await failureOf(connection.send(LOGIN))).toContain(hintLine(anchor));
    expect(server.requests).toEqual([]);
  });

  it('an http:// address goes through a tunnel as well', async () => {
    const server = await scripted(FOUND);
    const proxy = await connectProxy(server.port);
    const { connection } = through(`http://${proxy.host}`, 'http://vault.test:8200');
    await connection.send(LOGIN);
    expect(proxy.asked).toEqual([expect.stringContaining('CONNECT vault.test:8200 HTTP/1.1')]);
    expect(proxy.asked.join('')).not.toContain('canary');
    expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/v1/auth/approle/login' });
  });

  it('credentials go to the proxy, without their escapes, and not to the server', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const proxy = await connectProxy(server.port);
    const { connection } = through(`http://user:canary%40p%3Ass@${proxy.host}`, 'https://vault.test:8200');
    await connection.send(LOGIN);
    const basic = Buffer.from('user:canary@p:ss').toString('base64');
    expect(proxy.asked[0]).toContain(`proxy-authorization: Basic ${basic}\r\n`);
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it('one tunnel serves many requests, and tunnels are opened ahead', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const proxy = await connectProxy(server.port);
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
    connection.warm(2);
    await server.openConnections(2);
    for (let n = 0; n < 4; n++) await connection.send(LOGIN);
    expect(proxy.asked.length).toBe(2);
  });

  it('close() ends tunnels, and those that the proxy has not opened yet', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const late: ((said: string) => void)[] = [];
    const proxy = await connectProxy(server.port, async () =>
      late.length < 2 ? new Promise((resolve) => late.push(resolve)) : OPEN,
    );
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
    connection.warm(2);
    await proxy.openConnections(2);
    while (late.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    connection.close();
    late.forEach((open) => open(OPEN));
    await proxy.openConnections(0);
    await server.openConnections(0);
  });
});

describe('a proxy that opens no tunnel', () => {
  it.each([
    ['407 Proxy Authentication Required', '407', 1],
    ['403 Forbidden', '403', 1],
    ['502 Bad Gateway', '502', 4],
    ['503 Service Unavailable', '503', 4],
  ])(
    '%s is told; nothing was sent, so a login is tried again where that may help',
    async (line, status, tries) => {
      const proxy = await connectProxy(1, `HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`);
      const { connection } = through(`http://user:canary-pw@${proxy.host}`, 'https://vault.test:8200');
      expect(await failureOf(connection.send(LOGIN))).toBe(
        `Login failed: vault.test:8200: the proxy did not open the tunnel (${status})\n${hintLine('proxy')}`,
      );
      expect(proxy.asked.length).toBe(tries);
    },
  );

  it('because it is not there', async () => {
    const proxy = `http://user:canary-pw@127.0.0.1:${await closedPort()}`;
    const { connection, exchanges } = through(proxy, 'https://vault.test:8200');
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: vault.test:8200: the proxy did not open the tunnel (ECONNREFUSED)\n${hintLine('proxy')}`,
    );
    expect(exchanges.length).toBe(4);
  });

  it('but hangs up', async () => {
    const proxy = await connectProxy(1, '');
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: vault.test:8200: the proxy did not open the tunnel (ECONNRESET)\n${hintLine('proxy')}`,
    );
    expect(proxy.asked.length).toBe(4);
  });

  it('and says nothing', async () => {
    const proxy = await connectProxy(1, () => new Promise(() => undefined));
    const settings = { ...TRUSTED, timeoutMs: 200, retries: 0 };
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200', settings);
    expect(await failureOf(connection.send(LOGIN))).toBe(
      `Login failed: vault.test:8200: no connection in time\n${hintLine('timeout')}`,
    );
    expect(proxy.asked.length).toBe(1);
    await proxy.openConnections(0);
  });

  it('hints at the proxy, and not at the wrapping token, for an unwrap', async () => {
    const proxy = await connectProxy(1, 'HTTP/1.1 407 No\r\n\r\n');
    const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
    const unwrap = { ...LOGIN, operation: 'unwrap' } as const;
    expect(await failureOf(connection.send(unwrap))).toContain(hintLine('proxy'));
  });
});

it('a refusal of the server is told as that, and not as one of the proxy', async () => {
  const server = await scripted(errors(403, 'permission denied'), { tls: 'plain' });
  const proxy = await connectProxy(server.port);
  const { connection } = through(`http://${proxy.host}`, 'https://vault.test:8200');
  expect(await failureOf(connection.send(LOGIN))).toBe(
    [
      'Login failed: POST auth/approle/login answered 403',
      'The server said: permission denied',
      hintLine('login-permission-denied'),
    ].join('\n'),
  );
});

describe('proxyFor', () => {
  const NONE = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  const inside = (env: Readonly<Record<string, string>>, base: string): string | undefined => {
    for (const name of NONE) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    return proxyFor(base, process.env)?.reveal();
  };

  it.each([
    [{}, 'https://vault.test:8200', undefined],
    [{ HTTPS_PROXY: 'http://proxy.test:3128' }, 'https://vault.test:8200', 'http://proxy.test:3128/'],
    [{ https_proxy: 'http://proxy.test:3128' }, 'https://vault.test:8200', 'http://proxy.test:3128/'],
    [{ HTTP_PROXY: 'http://proxy.test:3128' }, 'https://vault.test:8200', undefined],
    [{ HTTP_PROXY: 'http://proxy.test:3128' }, 'http://vault.test:8200', 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'http://u:p%40@proxy.test' }, 'https://vault.test', 'http://u:p%40@proxy.test/'],
    [{ HTTPS_PROXY: 'http://proxy.test', NO_PROXY: 'vault.test' }, 'https://vault.test:8200', undefined],
    [{ HTTPS_PROXY: 'http://proxy.test', NO_PROXY: 'a.test, .test' }, 'https://vault.test', undefined],
    [{ HTTPS_PROXY: 'http://proxy.test', no_proxy: '*' }, 'https://vault.test:8200', undefined],
    [
      { HTTPS_PROXY: 'http://proxy.test', NO_PROXY: 'other.test' },
      'https://vault.test',
      'http://proxy.test/',
    ],
    [{ HTTPS_PROXY: 'http://proxy.test' }, 'https://127.0.0.1:8200', undefined],
    [{ HTTPS_PROXY: 'http://proxy.test' }, 'https://localhost:8200', undefined],
  ])('with %o, %s goes through %s', (env, base, proxy) => {
    expect(inside(env, base)).toBe(proxy);
  });

  it.each([
    [{ HTTPS_PROXY: 'proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'u:p%40@proxy.test:3128' }, 'http://u:p%40@proxy.test:3128/'],
    [{ HTTPS_PROXY: 'https://proxy.test' }, 'https://proxy.test/'],
    [{ https_proxy: 'http://lower.test', HTTPS_PROXY: 'http://upper.test' }, 'http://lower.test/'],
  ])('%o is %s', (env, proxy) => {
    expect(inside(env, 'https://vault.test')).toBe(proxy);
  });

  it.each([
    ['HTTPS_PROXY', 'http://user:canary%pct@proxy.test:3128'],
    ['HTTPS_PROXY', 'user:canary%pct@proxy.test:3128'],
    ['https_proxy', 'http://canary%zz:pw@proxy.test:3128'],
    ['HTTPS_PROXY', 'http://user:canary%ff@proxy.test:3128'],
    ['HTTPS_PROXY', 'http://canary:99999'],
    ['HTTPS_PROXY', 'http://canary host'],
    ['HTTPS_PROXY', 'socks5://canary.test'],
    ['HTTP_PROXY', 'http://user:canary%pct@proxy.test:3128'],
  ])('%s=%s is wrong: no request goes around it, and nothing of it is told', (name, value) => {
    const base = /^HTTP_/.test(name) ? 'http://vault.test' : 'https://vault.test';
    expect(() => inside({ [name]: value }, base)).toThrow(UsageError);
    expect(() => inside({ [name]: value }, base)).toThrow(
      new RegExp(`^${name}: is not an address such as .* % is written %25$`),
    );
    expect(() => inside({ [name]: value }, base)).not.toThrow(/canary/);
    expect(inside({ [name]: value, NO_PROXY: 'vault.test' }, base)).toBeUndefined();
  });
});

it('R20: the password of a proxy is a secret, in the form in which people know it', () => {
  const password = (proxy: string): string | undefined => proxyPassword(new Secret(proxy))?.reveal();
  expect(password('http://user:canary%40p%25@proxy.test:3128/')).toBe('canary@p%');
  expect(password('http://user@proxy.test')).toBeUndefined();
  expect(password('http://proxy.test')).toBeUndefined();
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { closedPort, mute } from '../../support/loopback.ts';
import { errors, json, page, type Reply, redirect, scripted, text } from '../../support/scripted-server.ts';

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

describe('of several addresses', () => {
  it('the first is asked, and the others see nothing', async () => {
    const [first, second] = [await scripted(FOUND), await scripted(FOUND)];
    const { connection } = client(serverAt([first.base, second.base]));
    await connection.send(READ);
    expect([first.requests.length, second.requests.length]).toEqual([1, 0]);
  });

  it('the next is tried at once, without a wait, and is asked first from then on', async () => {
    const [first, second] = [await deadAddress(), await scripted(FOUND)];
    const { connection, waits, exchanges } = client(serverAt([first, second.base]));
    await connection.send(LOGIN);
    await connection.send(READ);
    expect(waits).toEqual([]);
    expect(exchanges.map(({ result }) => result)).toEqual(['ECONNREFUSED', '200', '200']);
  });

  it('each is tried once, even with no retries', async () => {
    const [first, second, third] = [await deadAddress(), await scripted(SEALED), await scripted(FOUND)];
    const { connection, waits } = client(serverAt([first, second.base, third.base], { retries: 0 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(waits).toEqual([]);
    expect(second.requests.length).toBe(1);
  });

  it('after all of them, it waits before it begins again', async () => {
    const [first, second] = [await scripted([SEALED, FOUND]), await scripted(SEALED)];
    const { connection, waits } = client(serverAt([first.base, second.base]));
    expect(await connection.send(READ)).toBe('canary-value');
    expect(waits).toEqual([250]);
    expect([first.requests.length, second.requests.length]).toEqual([2, 1]);
  });

  it('one that is no Vault, or cannot be trusted, does not keep from the others', async () => {
    const [first, second] = [await scripted(page(200)), await scripted(FOUND, { tls: 'plain' })];
    const third = await scripted(FOUND);
    const { connection } = client(serverAt([first.base, second.base, third.base]));
    expect(await connection.send(READ)).toBe('canary-value');
  });

  it('R16: a login that may have been processed by one is not sent to another', async () => {
    for (const reply of [{ kind: 'reset' }, page(502), page(200), errors(500, 'x')] satisfies Reply[]) {
      const [first, second] = [await scripted(reply), await scripted(FOUND)];
      const { connection } = client(serverAt([first.base, second.base]));
      await failureOf(connection.send(LOGIN));
      expect([first.requests.length, second.requests.length]).toEqual([1, 0]);
    }
  });

  it('R16: a login that was refused by one is not sent to another', async () => {
    const [first, second] = [await scripted(errors(400, 'invalid role or secret ID')), await scripted(FOUND)];
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
    const [first, second] = [await mute(), await scripted(FOUND)];
    const { connection } = client(serverAt([`https://${first.host}`, second.base], { timeoutMs: 300 }));
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(second.requests.length).toBe(1);
  });

  it('when all fail, the last failure is told, with its own host', async () => {
    const [first, second] = [await scripted(page(404)), await scripted(page(404))];
    const { connection } = client(serverAt([first.base, second.base], { retries: 0 }));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${second.host}: an answer with status 404 that is not Vault's JSON\n${hintLine('not-vault')}`,
    );
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
    const active = await scripted(FOUND);
    const standby = await scripted(redirect(status, `${active.base}/v1/auth/approle/login`));
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
    const active = await scripted(FOUND);
    const standby = await scripted(redirect(307, `${active.base}/v1/secret/data/app`));
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

  it.each([['/ui/'], ['//['], ['']])('to %j leads nowhere', async (location) => {
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
    const { connection } = client(serverAt([first.base, second.base]));
    expect(await failureOf(connection.send(READ))).toBe(
      `Read failed: ${second.host}: one redirect led to another\n${hintLine('redirect')}`,
    );
    expect([first.requests.length, second.requests.length]).toEqual([1, 1]);
  });

  it('costs no retry: a failure behind it is still tried again', async () => {
    const active = await scripted([SEALED, FOUND]);
    const standby = await scripted(redirect(307, active.base));
    const { connection } = client(serverAt([standby.base, active.base], { retries: 2 }));
    await connection.send(READ);
    expect(active.requests.length).toBe(2);
  });
});

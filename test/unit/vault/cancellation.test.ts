/** Why this exists: after a cancellation nothing begins, and only what may live on unknown is waited for (rule R13). */

import { getMaxListeners } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { cancellation, isCancellation } from '../../../src/vault/cancellation.ts';
import type { Request } from '../../../src/vault/request.ts';
import { type Connection, connect } from '../../../src/vault/transport.ts';
import { errorOf, serverAt } from '../../support/client.ts';
import { mute } from '../../support/loopback.ts';
import { errors, json, type Reply, text } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

const READ: Request<string> = {
  operation: 'read',
  method: 'GET',
  path: 'secret/data/app',
  token: new Secret('canary-token'),
  decode: () => 'canary-value',
};
const LOGIN: Request<string> = { ...READ, operation: 'login', method: 'POST', path: 'login', once: true };
const REVOKE: Request<string> = { ...READ, operation: 'revoke', method: 'POST', path: 'revoke' };
const FOUND = json(200, { data: {} });

const REASON = new Error('cancelled');

interface Job {
  readonly connection: Connection;
  cancel(): void;
}

function job(bases: readonly string[], pause?: () => Promise<unknown>): Job {
  const controller = cancellation();
  const surroundings = { cancelled: controller.signal, ...(pause && { pause }) };
  const connection = connect(serverAt(bases), surroundings);
  onTestFinished(() => connection.close());
  return { connection, cancel: () => controller.abort(REASON) };
}

it('a read under way is left at once', async () => {
  const server = await scripted((): Reply => {
    cancel();
    return 'hang';
  });
  const { connection, cancel } = job([server.base]);
  expect(await errorOf(connection.send(READ))).toBe(REASON);
  await server.openConnections(0);
});

it('a login under way is waited for, and nothing begins after it but a revocation', async () => {
  const server = await scripted((): Reply => {
    cancel();
    return FOUND;
  });
  const { connection, cancel } = job([server.base]);
  expect(await connection.send(LOGIN)).toBe('canary-value');
  for (const request of [READ, LOGIN]) expect(await errorOf(connection.send(request))).toBe(REASON);
  expect(await connection.send(REVOKE)).toBe('canary-value');
  expect(server.requests.map(({ path }) => path)).toEqual(['/v1/login', '/v1/revoke']);
});

it('a login that still waits for its connection is never sent', async () => {
  const server = await mute();
  const { connection, cancel } = job([`https://${server.host}`]);
  const failed = errorOf(connection.send(LOGIN));
  await server.openConnections(1);
  cancel();
  expect(await failed).toBe(REASON);
});

it('a request that waits for its next try makes none', async () => {
  const server = await scripted(errors(503, 'Vault is sealed'));
  const { connection, cancel } = job([server.base], () => {
    setImmediate(cancel);
    return new Promise(() => undefined);
  });
  expect(await errorOf(connection.send(LOGIN))).toBe(REASON);
  expect(server.requests.length).toBe(1);
});

it('a look for the leader is left, and a redirect is not followed', async () => {
  const other = await scripted(FOUND);
  const server = await scripted((): Reply => {
    cancel();
    return text(307, '', { Location: `${other.base}/v1/login` });
  });
  const { connection, cancel } = job([server.base, other.base]);
  expect(await errorOf(connection.send(LOGIN))).toBe(REASON);
  expect(other.requests).toEqual([]);
});

it('a cancellation is known alone and among its like, and no other error passes for it', () => {
  const controller = cancellation();
  expect(isCancellation(undefined, controller.signal)).toBe(false);
  controller.abort(REASON);
  expect(isCancellation(REASON, controller.signal)).toBe(true);
  expect(isCancellation(new AggregateError([REASON, REASON]), controller.signal)).toBe(true);
  expect(isCancellation(new AggregateError([REASON, new Error('other')]), controller.signal)).toBe(false);
});

it('any number of requests may wait for it', () => {
  expect(getMaxListeners(cancellation().signal)).toBe(0);
});

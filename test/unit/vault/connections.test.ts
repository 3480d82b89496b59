import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { client, errorOf, serverAt } from '../../support/client.ts';
import { closedPort, mute } from '../../support/loopback.ts';
import { json, type Reply } from '../../support/reply.ts';
import { fixture, type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const READ: Request<string> = {
  operation: 'read',
  method: 'GET',
  path: 'secret/data/app',
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const LOGIN: Request<string> = {
  ...READ,
  operation: 'login',
  method: 'POST',
  once: true,
  body: { role_id: 'r' },
};
const FOUND = json(200, { data: 'canary-value' });

/** Settles when this process has no TCP connection left, of either side. */
async function noHandles(): Promise<void> {
  while (process.getActiveResourcesInfo().includes('TCPSocketWrap'))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Answers when that many requests have come, so that none can take over the connection of another. */
function together(count: number): () => Promise<Reply> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(() => resolve(FOUND));
      if (waiting.length === count) waiting.forEach((answer) => answer());
    });
}

function connectionsOf({ requests }: ScriptedServer): readonly number[] {
  return requests.map(({ connection }) => connection).sort((a, b) => a - b);
}

describe.each(['http', 'https'])('connections by %s', (scheme) => {
  const start = (script: Parameters<typeof scripted>[0]): Promise<ScriptedServer> =>
    scripted(script, scheme === 'https' ? { tls: 'plain' } : {});
  const settings = { tls: { ca: fixture('ca') } };

  it('are kept alive: requests one after another share one', async () => {
    const server = await start(FOUND);
    const { connection } = client(serverAt([server.base], settings));
    for (let n = 0; n < 5; n++) await connection.send(READ);
    expect(connectionsOf(server)).toEqual([1, 1, 1, 1, 1]);
  });

  it('opened ahead are open before any request, and then used', async () => {
    const server = await start(together(3));
    const { connection } = client(serverAt([server.base], settings));
    connection.warm(3);
    await server.openConnections(3);
    expect(server.requests).toEqual([]);
    await Promise.all([1, 2, 3].map(() => connection.send(READ)));
    expect(connectionsOf(server)).toEqual([1, 2, 3]);
    expect(server.connections.accepted).toBe(3);
  });

  it('are opened beyond those, when more are wanted at once', async () => {
    const server = await start(together(4));
    const { connection } = client(serverAt([server.base], settings));
    connection.warm(2);
    await Promise.all([1, 2, 3, 4].map(() => connection.send(READ)));
    expect(connectionsOf(server)).toEqual([1, 2, 3, 4]);
  });

  it('opened ahead and dead by now are replaced, which no request notices', async () => {
    const server = await start(FOUND);
    const { connection, exchanges } = client(serverAt([server.base], settings));
    connection.warm(2);
    await server.openConnections(2);
    server.disconnect();
    await noHandles();
    expect(await connection.send(LOGIN)).toBe('canary-value');
    expect(exchanges.map(({ result }) => result)).toEqual(['200']);
  });

  it('are all gone after close(): idle ones, unused ones, and those still opening', async () => {
    const server = await start(FOUND);
    const { connection } = client(serverAt([server.base], settings));
    connection.warm(4);
    await connection.send(READ);
    connection.warm(3);
    connection.close();
    await noHandles();
    expect(server.connections.open).toBe(0);
  });
});

it('connections opened ahead that fail raise nothing, and a request says why it failed', async () => {
  const { connection } = client(serverAt([`http://127.0.0.1:${await closedPort()}`]));
  connection.warm(2);
  await noHandles();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await errorOf(connection.send(READ))).toMatchObject({ silence: { code: 'ECONNREFUSED' } });
});

it('connections opened ahead that failed do not use up the tries of a request that comes later', async () => {
  const port = await closedPort();
  const { connection } = client(serverAt([`http://127.0.0.1:${port}`]));
  connection.warm(32);
  await noHandles();
  const server = await scripted(FOUND, { port });
  expect(await connection.send(LOGIN)).toBe('canary-value');
  expect(server.requests.length).toBe(1);
});

it('close() gives up a handshake that never comes', async () => {
  const server = await mute();
  const { connection } = client(serverAt([`https://${server.host}`]));
  connection.warm(2);
  await server.openConnections(2);
  connection.close();
  await noHandles();
});

it('a connection that was never used needs no closing', () => {
  const { connection } = client(serverAt(['https://127.0.0.1:1']));
  connection.close();
  connection.close();
});

it('warm(0) opens nothing', async () => {
  const server = await scripted(FOUND);
  const { connection } = client(serverAt([server.base]));
  connection.warm(0);
  await connection.send(READ);
  expect(server.connections.accepted).toBe(1);
});

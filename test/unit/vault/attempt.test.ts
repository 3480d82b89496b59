import { expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { client, failureOf, hintLine, type Settings, serverAt } from '../../support/client.ts';
import { errors, json, page, type Reply, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const READ: Request<string> = {
  operation: 'read',
  method: 'GET',
  path: 'secret/data/app',
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const FOUND = json(200, { data: 'canary-value' });

async function sent(request: Partial<Request<string>>, settings: Settings = {}): Promise<ScriptedServer> {
  const server = await scripted(FOUND);
  await client(serverAt([server.base], settings)).connection.send({ ...READ, ...request });
  return server;
}

async function failed(reply: Reply): Promise<{ text: string; server: ScriptedServer }> {
  const server = await scripted(reply);
  const { connection } = client(serverAt([server.base]));
  return { text: await failureOf(connection.send(READ)), server };
}

it('sends method, path and query as they are given, below the prefix of the address', async () => {
  const server = await scripted(FOUND);
  const { connection } = client(serverAt([`${server.base}/behind/a%20proxy`]));
  expect(await connection.send({ ...READ, path: 'kv/data/a%2Bb/%C3%A9?version=2' })).toBe('canary-value');
  expect(server.requests).toMatchObject([
    { method: 'GET', path: '/behind/a%20proxy/v1/kv/data/a%2Bb/%C3%A9?version=2', body: '' },
  ]);
});

it('sends X-Vault-Request and Accept with every request, and no header of ours without need', async () => {
  const { requests } = await sent({});
  expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'connection',
    'content-length',
    'host',
    'user-agent',
    'x-vault-request',
  ]);
  expect(requests[0]?.headers).toMatchObject({ accept: 'application/json', 'x-vault-request': 'true' });
});

it('X-Vault-Request is sent with every operation and every repetition', async () => {
  const server = await scripted([errors(503, 'Vault is sealed'), FOUND]);
  const { connection } = client(serverAt([server.base]));
  for (const operation of ['login', 'unwrap', 'wrapping lookup', 'mount lookup', 'revoke'] as const)
    await connection.send({ ...READ, operation, method: 'POST' });
  expect(server.requests.map(({ headers }) => headers['x-vault-request'])).toEqual(Array(6).fill('true'));
});

it('a token goes into X-Vault-Token, where there is one', async () => {
  const { requests } = await sent({ token: new Secret('canary-token') });
  expect(requests[0]?.headers).toMatchObject({ 'x-vault-token': 'canary-token' });
});

it('a namespace header is sent only when there is a namespace', async () => {
  expect((await sent({ namespace: 'team/a' })).requests[0]?.headers['x-vault-namespace']).toBe('team/a');
  expect((await sent({ namespace: '' })).requests[0]?.headers).not.toHaveProperty('x-vault-namespace');
});

it('a body is JSON, whatever characters its secrets have', async () => {
  const secret = 'canary-"\\\n\u2028é😀</script>';
  const { requests } = await sent({ method: 'POST', body: { role_id: 'r', secret_id: new Secret(secret) } });
  expect(requests[0]?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ role_id: 'r', secret_id: secret });
});

it('extraHeaders are sent with their values, and never in place of ours', async () => {
  const { requests } = await sent(
    { token: new Secret('canary-token') },
    { extraHeaders: { 'x-gateway': new Secret('canary-key'), Accept: new Secret('text/html') } },
  );
  expect(requests[0]?.headers).toMatchObject({
    'x-gateway': 'canary-key',
    accept: 'application/json',
    'x-vault-token': 'canary-token',
  });
});

it('R23: what is told of an exchange is metadata', async () => {
  const server = await scripted([errors(500, 'canary-text'), page(502), 'reset', FOUND]);
  const { connection, exchanges } = client(serverAt([server.base]));
  await connection.send({ ...READ, token: new Secret('canary-token') });
  expect(exchanges.map(({ method, path, result }) => `${method} ${path}: ${result}`)).toEqual([
    'GET secret/data/app: 500',
    'GET secret/data/app: NOT_VAULT',
    'GET secret/data/app: ECONNRESET',
    'GET secret/data/app: 200',
  ]);
  expect(JSON.stringify(exchanges)).not.toContain('canary');
});

it.each([
  ['a web page', page(200), 200],
  ['a web page that says not found', page(404), 404],
  ['a page of a log-in portal', page(401), 401],
  ['an empty body', json(200, undefined), 200],
  ['an empty body without a type', text(200, ''), 200],
  ['JSON errors of another service', json(404, { message: 'canary-other' }), 404],
  ['JSON with the type of a page', text(200, '{"data":"canary-x"}', { 'Content-Type': 'text/html' }), 200],
] as const)('R5: %s is told as not of Vault, asked for once, and never quoted', async (_, reply, status) => {
  const { text: message, server } = await failed(reply);
  expect(message).toBe(
    `Read failed: ${server.host}: an answer with status ${status} that is not Vault's JSON\n${hintLine('not-vault')}`,
  );
  expect(server.requests.length).toBe(1);
});

it.each([
  ['JSON of another service', json(200, { message: 'canary-other' }), 200],
  ['the state of a server', json(200, { version: 'canary', auth: null }), 200],
  ['no content', text(204, ''), 204],
] as const)(
  'R5: %s is told as no secret, also where a credential could have been made',
  async (_, reply, status) => {
    const server = await scripted(reply);
    for (const once of [false, true]) {
      const { connection } = client(serverAt([server.base]));
      expect(await failureOf(connection.send({ ...READ, once }))).toBe(
        `Read failed: ${server.host}: an answer with status ${status} without data\n${hintLine('no-secret')}`,
      );
    }
    expect(server.requests.length).toBe(2);
  },
);

it('R16: a credential that was made and wrapped is one that may be lost', async () => {
  const server = await scripted(json(200, { wrap_info: { token: 'canary-wrapping' } }));
  const { connection } = client(serverAt([server.base]));
  expect(await failureOf(connection.send({ ...READ, once: true }))).toContain(
    hintLine('credential-maybe-spent'),
  );
});

it.each([502, 503, 504])(
  'a web page with status %i is told as that of a gateway, after all tries',
  async (status) => {
    const { text: message, server } = await failed(page(status));
    expect(message).toBe(
      `Read failed: ${server.host}: an answer with status ${status} that is not Vault's JSON\n${hintLine('gateway')}`,
    );
    expect(server.requests.length).toBe(4);
  },
);

it.each([['{"data": canary-0001}'], ['canary-0001'], ['{"data":"canary-0001"'], ['{"data":"canary-0001"}}']])(
  'R5: JSON that is none is never quoted: %s',
  async (body) => {
    const { text: message, server } = await failed(text(200, body, { 'Content-Type': 'application/json' }));
    expect(message).toBe(
      `Read failed: ${server.host}: an answer with broken JSON\n${hintLine('connection-lost')}`,
    );
    expect(server.requests.length).toBe(4);
  },
);

it('a refusal says operation, method, path, status, the words of the server and what to do', async () => {
  const { text: message } = await failed(errors(403, '1 error occurred:\n\t* permission denied\n\n'));
  expect(message).toBe(
    [
      'Read failed: GET secret/data/app answered 403',
      'The server said: 1 error occurred: * permission denied',
      hintLine('read-permission-denied'),
    ].join('\n'),
  );
});

it('where a server warns in place of an error, the warning is told', async () => {
  const warning = 'Invalid path for a versioned K/V secrets engine. See the API docs';
  const { text: message } = await failed(json(404, { errors: [], warnings: [warning] }));
  expect(message).toBe(
    [
      'Read failed: GET secret/data/app answered 404',
      `The server said: ${warning}`,
      hintLine('kv2-path'),
    ].join('\n'),
  );
});

it('a status beyond 2xx is an answer only where it is accepted and understood', async () => {
  const server = await scripted([json(404, { data: 'canary-x', errors: [] }), errors(404)]);
  const { connection } = client(serverAt([server.base]));
  const accepting = { ...READ, accept: [404] };
  expect(await connection.send(accepting)).toBe('canary-x');
  expect(await failureOf(connection.send(accepting))).toBe(
    `Read failed: GET secret/data/app answered 404\n${hintLine('secret-not-found')}`,
  );
});

it('a body over 16 MiB is not read to its end, and not asked for again', async () => {
  const { text: message, server } = await failed('flood');
  expect(message).toBe(
    `Read failed: ${server.host}: the answer is larger than 16 MiB\n${hintLine('answer-too-large')}`,
  );
  expect(server.requests.length).toBe(1);
  await server.openConnections(0);
});

it('a header that cannot be sent is no reason to quote it', async () => {
  const server = await scripted(FOUND);
  const { connection } = client(serverAt([server.base], { retries: 0 }));
  const message = await failureOf(connection.send({ ...READ, token: new Secret('canary\nx') }));
  expect(message).not.toContain('canary');
  expect(server.requests.length).toBe(0);
});

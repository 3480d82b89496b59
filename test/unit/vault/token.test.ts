import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { formatError } from '../../../src/vault/errors.ts';
import type { TokenHandle } from '../../../src/vault/handle.ts';
import { type Revocation, revoke } from '../../../src/vault/token.ts';
import { client, hintLine, serverAt } from '../../support/client.ts';
import { errors, page, type Reply, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const GONE = text(204, '');

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function revoked(
  replies: Reply | readonly Reply[],
  change: Partial<TokenHandle> & { readonly retries?: number } = {},
): Promise<{ server: ScriptedServer; revocation: Revocation }> {
  const server = await scripted(replies);
  const { retries = 3 } = change;
  const handle = {
    token: new Secret('canary-token'),
    namespace: 'team',
    server: serverAt([server.base], { timeoutMs: 400, retries }),
    batch: false,
    uses: 0,
    defaultPolicy: true,
    ...change,
  };
  const { connection } = client(handle.server);
  return { server, revocation: await revoke(connection, handle) };
}

it('revokes the token itself, by the token alone', async () => {
  const { server, revocation } = await revoked(GONE);
  expect(revocation).toEqual({ kind: 'revoked' });
  expect(server.requests).toMatchObject([
    {
      method: 'POST',
      path: '/v1/auth/token/revoke-self',
      body: '',
      headers: { 'x-vault-token': 'canary-token', 'x-vault-namespace': 'team', 'x-vault-request': 'true' },
    },
  ]);
});

it('sends no namespace header without a namespace', async () => {
  const { server } = await revoked(GONE, { namespace: undefined });
  expect(server.requests[0]?.headers).not.toHaveProperty('x-vault-namespace');
});

it('R14: 403 is a token that is gone or may not: no failure, and not asked again', async () => {
  const { server, revocation } = await revoked(errors(403, 'permission denied'));
  expect(revocation).toEqual({ kind: 'refused' });
  expect(server.requests.length).toBe(1);
});

it('sends nothing for a batch token', async () => {
  const { server, revocation } = await revoked(GONE, { batch: true });
  expect(revocation).toEqual({ kind: 'batch' });
  expect(server.connections.accepted).toBe(0);
});

it.each([
  ['412', errors(412, 'required index state not present')],
  ['429', errors(429, 'quota')],
  ['500', errors(500, 'internal error')],
  ['503', errors(503, 'Vault is sealed')],
  ['a 502 page', page(502)],
  ['a reset', 'reset'],
  ['no answer', 'hang'],
] as const)('R14: after %s it is tried again', async (_, reply) => {
  const { server, revocation } = await revoked([reply, GONE]);
  expect(revocation).toEqual({ kind: 'revoked' });
  expect(server.requests.length).toBe(2);
});

it('R14: is tried again for as long as there is time, whatever the number of retries', async () => {
  const { server, revocation } = await revoked([...Array(20).fill(errors(503, 'Vault is sealed')), GONE], {
    retries: 1,
  });
  expect(revocation).toEqual({ kind: 'revoked' });
  expect(server.requests.length).toBe(21);
});

it.each([
  [
    errors(503, 'Vault is sealed'),
    1,
    [
      'Revoke failed: POST auth/token/revoke-self answered 503',
      'The server said: Vault is sealed',
      hintLine('sealed'),
    ],
  ],
  [
    errors(400, 'batch tokens cannot be revoked'),
    1,
    [
      'Revoke failed: POST auth/token/revoke-self answered 400',
      'The server said: batch tokens cannot be revoked',
    ],
  ],
  [
    errors(404, 'namespace not found'),
    1,
    [
      'Revoke failed: POST auth/token/revoke-self answered 404',
      'The server said: namespace not found',
      hintLine('namespace-not-found'),
    ],
  ],
] as const)('R14: a failure is a result, and no exception: %o', async (reply, requests, lines) => {
  const { server, revocation } = await revoked(reply, { retries: 0 });
  expect(revocation.kind === 'failed' && formatError(revocation.error, String)).toBe(lines.join('\n'));
  expect(server.requests.length).toBe(requests);
});

it('R14: a page that says forbidden is no answer of the server', async () => {
  const { server, revocation } = await revoked(page(403));
  expect(revocation.kind === 'failed' && formatError(revocation.error, String)).toBe(
    `Revoke failed: ${server.host}: an answer with status 403 that is not Vault's JSON\n${hintLine('not-vault')}`,
  );
});

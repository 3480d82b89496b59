import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { type Credentials, type Login, logIn } from '../../../src/vault/approle.ts';
import type { Connection } from '../../../src/vault/transport.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { errors, json, page, type Reply, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const CREDENTIALS: Credentials = {
  mount: 'approle',
  roleId: new Secret('canary-role-id'),
  secretId: new Secret('canary-secret-id'),
};
const AUTH = {
  client_token: 'canary-token',
  accessor: 'canary-accessor',
  policies: ['default', 'ci'],
  token_policies: ['default', 'ci'],
  metadata: { role_name: 'ci' },
  lease_duration: 1200,
  renewable: true,
  entity_id: 'e',
  token_type: 'service',
  orphan: true,
  mfa_requirement: null,
  num_uses: 0,
};

const accepted = (auth: unknown): Reply => json(200, { request_id: 'r', data: null, wrap_info: null, auth });

interface Attempted {
  readonly server: ScriptedServer;
  readonly kept: Login[];
  readonly result: Promise<Login>;
}

async function attempted(reply: Reply, credentials: Partial<Credentials> = {}): Promise<Attempted> {
  const server = await scripted(reply);
  const { connection } = client(serverAt([server.base], { timeoutMs: 400 }));
  const kept: Login[] = [];
  const result = logIn(connection, { ...CREDENTIALS, ...credentials }, (login) => kept.push(login));
  result.catch(() => undefined);
  return { server, kept, result };
}

async function refusal(reply: Reply): Promise<{ text: string; requests: number; kept: number }> {
  const { server, kept, result } = await attempted(reply);
  return { text: await failureOf(result), requests: server.requests.length, kept: kept.length };
}

describe('a login', () => {
  it('sends RoleID and SecretID in the body, and no token', async () => {
    const { server, result } = await attempted(accepted(AUTH), {
      mount: 'ci/github/approle',
      namespace: 'team/a',
    });
    await result;
    expect(server.requests).toMatchObject([{ method: 'POST', path: '/v1/auth/ci/github/approle/login' }]);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      role_id: 'canary-role-id',
      secret_id: 'canary-secret-id',
    });
    expect(server.requests[0]?.headers).toMatchObject({ 'x-vault-namespace': 'team/a' });
    expect(server.requests[0]?.headers).not.toHaveProperty('x-vault-token');
    expect(server.requests[0]?.headers).not.toHaveProperty('x-vault-wrap-ttl');
  });

  it('leaves the SecretID out where there is none', async () => {
    const { server, result } = await attempted(accepted(AUTH), { secretId: undefined });
    await result;
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ role_id: 'canary-role-id' });
  });

  it('gives the token and what is to know of it', async () => {
    const { result } = await attempted(accepted({ ...AUTH, num_uses: 7 }));
    const { token, ...rest } = await result;
    expect(token.reveal()).toBe('canary-token');
    expect(rest).toEqual({
      type: 'service',
      roleName: 'ci',
      policies: ['default', 'ci'],
      ttl: 1200,
      uses: 7,
    });
  });

  it('takes a batch token for one, and any other for a service token, whatever its prefix', async () => {
    const typeOf = async (change: object): Promise<string> =>
      (await (await attempted(accepted({ ...AUTH, ...change }))).result).type;
    expect(await typeOf({ token_type: 'batch', client_token: 's.canary' })).toBe('batch');
    expect(await typeOf({ token_type: 'service', client_token: 'b.canary' })).toBe('service');
    expect(await typeOf({ token_type: undefined })).toBe('service');
  });

  it('understands a server that leaves out what it may', async () => {
    const { result } = await attempted(
      accepted({ client_token: 'canary-token', lease_duration: 0, policies: null, metadata: null }),
    );
    const { token, ...rest } = await result;
    expect(token.reveal()).toBe('canary-token');
    expect(rest).toEqual({ type: 'service', roleName: undefined, policies: [], ttl: 0, uses: 0 });
  });

  it('R13: the token is kept as soon as the answer is decoded, even if the login never gets further', () => {
    const answer = {
      status: 200,
      errors: [],
      warnings: [],
      data: null,
      leaseId: '',
      leaseDuration: 0,
      whole: {},
    };
    const connection: Connection = {
      send: (request) => {
        request.decode({
          ...answer,
          auth: { ...AUTH, lease_duration: new LosslessNumber('1200'), num_uses: undefined },
        });
        return new Promise(() => undefined);
      },
      warm: () => undefined,
      close: () => undefined,
    };
    const kept: string[] = [];
    logIn(connection, CREDENTIALS, ({ token }) => kept.push(token.reveal()));
    expect(kept).toEqual(['canary-token']);
  });
});

describe('R16: a login that the server refuses is sent once', () => {
  it.each([
    [400, 'invalid role or secret ID', 'invalid-role-or-secret-id'],
    [400, 'invalid secret_id "canary-secret-id"', 'invalid-role-or-secret-id'],
    [400, 'missing secret_id', 'missing-secret-id'],
    [400, 'missing role_id', 'missing-role-id'],
    [500, 'missing role_id', 'missing-role-id'],
    [400, 'source address "192.0.2.1" unauthorized through CIDR restrictions on the secret ID', 'cidr'],
    [400, 'source address "192.0.2.1" unauthorized by CIDR restrictions on the role: %!w(<nil>)', 'cidr'],
    [500, 'failed to verify subset relationship between CIDR blocks', 'cidr-subset'],
    [403, '1 error occurred: * permission denied', 'login-permission-denied'],
    [400, 'missing client token', 'login-permission-denied'],
    [404, 'no handler for route "auth/approle/login"', 'login-permission-denied'],
    [404, 'namespace not found', 'namespace-not-found'],
    [403, 'namespaces feature not enabled', 'namespace-not-found'],
  ] as const)('%i %s', async (status, said, anchor) => {
    const { text: message, requests, kept } = await refusal(errors(status, said));
    expect(message).toBe(
      [
        `Login failed: POST auth/approle/login answered ${status}`,
        `The server said: ${said}`,
        hintLine(anchor),
      ].join('\n'),
    );
    expect([requests, kept]).toEqual([1, 0]);
  });
});

describe('an answer without a token is a failed login', () => {
  it.each([
    [
      'a role under login MFA',
      accepted({ ...AUTH, client_token: '', mfa_requirement: { id: 'm' } }),
      'mfa-required',
    ],
    ['an empty token', accepted({ ...AUTH, client_token: '' }), 'no-token-in-answer'],
    [
      'a wrapped answer',
      json(200, { auth: null, wrap_info: { token: 'canary-wrap' } }),
      'no-token-in-answer',
    ],
    ['an answer of another kind', json(200, { data: { client_token: 'canary' } }), 'no-token-in-answer'],
    ['a token that is no text', accepted({ ...AUTH, client_token: 7 }), 'no-token-in-answer'],
  ] as const)('%s', async (_, reply, anchor) => {
    const { text: message, requests, kept } = await refusal(reply);
    expect(message).toBe(`Login failed: POST auth/approle/login answered 200\n${hintLine(anchor)}`);
    expect([requests, kept]).toEqual([1, 0]);
  });

  it('no content', async () => {
    const { text: message, kept } = await refusal(text(204, ''));
    expect(message).toContain(hintLine('no-token-in-answer'));
    expect(kept).toBe(0);
  });
});

it.each([
  ['no answer', 'hang', 'no answer in time', 'login-interrupted'],
  ['half an answer', 'stall', 'no answer in time', 'login-interrupted'],
  ['a reset', 'reset', 'the connection broke before the answer was complete', 'login-interrupted'],
  ["a gateway's page", page(502), "an answer with status 502 that is not Vault's JSON", 'login-interrupted'],
  ['a web page', page(200), "an answer with status 200 that is not Vault's JSON", 'not-vault'],
] as const)(
  'R16: after %s a login is not sent again, and the token that may exist is told',
  async (_, reply, what, anchor) => {
    const { server, kept, result } = await attempted(reply);
    expect(await failureOf(result)).toBe(`Login failed: ${server.host}: ${what}\n${hintLine(anchor)}`);
    expect([server.requests.length, kept.length]).toEqual([1, 0]);
  },
);

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { mintSecretId, type Wrapping, wrapSecretId } from '../../../src/vault/mint.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { errors, json, type Reply } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

const ROLE = { mount: 'ci/github', name: 'my role' };
const MINTED = json(200, {
  data: {
    secret_id: 'canary-secret-id',
    secret_id_accessor: 'a1',
    secret_id_ttl: 600,
    secret_id_num_uses: 3,
  },
});
const WRAPPED = json(200, {
  data: null,
  wrap_info: { token: 'canary-wrapping-token', creation_path: 'auth/x', ttl: 300, wrapped_accessor: 'a1' },
});

async function asked(reply: Reply) {
  const server = await scripted(reply);
  const { connection } = client(serverAt([server.base], { timeoutMs: 300 }));
  return { server, access: { connection, token: new Secret('canary-token'), namespace: 'team' } };
}

describe('a SecretID', () => {
  it('is asked for with what it is bound to, and is a Secret from then on', async () => {
    const { server, access } = await asked(MINTED);
    const terms = { metadata: { job: '"1"' }, cidrs: ['10.0.0.0/8'], tokenCidrs: ['::1/128'] };
    const { secretId, ...rest } = await mintSecretId(access, ROLE, terms);
    expect(secretId.reveal()).toBe('canary-secret-id');
    expect(rest).toEqual({ accessor: 'a1', ttl: 600, uses: 3 });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v1/auth/ci/github/role/my%20role/secret-id' });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      metadata: '{"job":"\\"1\\""}',
      cidr_list: ['10.0.0.0/8'],
      token_bound_cidrs: ['::1/128'],
    });
    expect(request?.headers).not.toHaveProperty('x-vault-wrap-ttl');
  });

  it('R16: is not asked for again when the answer is lost: there may be one', async () => {
    const { server, access } = await asked('reset');
    expect(await failureOf(mintSecretId(access, ROLE, {}))).toContain(hintLine('credential-maybe-spent'));
    expect(server.requests).toHaveLength(1);
  });

  it('old servers do not say how often it can be used', async () => {
    const { access } = await asked(json(200, { data: { secret_id: 'canary', secret_id_accessor: 'a' } }));
    expect(await mintSecretId(access, ROLE, {})).toMatchObject({ ttl: 0, uses: undefined });
  });
});

describe('a wrapped SecretID', () => {
  const order: Wrapping = { wrapTtl: '90s' };

  it('is asked for with the time that it may take to be opened', async () => {
    const { server, access } = await asked(WRAPPED);
    const { wrappingToken, ...rest } = await wrapSecretId(access, ROLE, order);
    expect(wrappingToken.reveal()).toBe('canary-wrapping-token');
    expect(rest).toEqual({ creationPath: 'auth/x', ttl: 300, accessor: 'a1' });
    expect(server.requests[0]?.headers['x-vault-wrap-ttl']).toBe('90s');
    expect(server.requests[0]?.body).toBe('{}');
  });

  it('in push mode is asked for at another path, with the SecretID', async () => {
    const { server, access } = await asked(WRAPPED);
    await wrapSecretId(access, ROLE, { ...order, custom: new Secret('canary "€"') });
    expect(server.requests[0]?.path).toMatch(/\/custom-secret-id$/);
    expect(server.requests[0]?.body).toBe('{"secret_id":"canary \\"€\\""}');
  });

  it('that comes unwrapped, because something on the way took the header, is never handed on', async () => {
    const { access } = await asked(MINTED);
    const failure = await failureOf(wrapSecretId(access, ROLE, order));
    expect(failure).toContain('Mint failed');
    expect(failure).not.toContain('canary-secret-id');
  });

  it('that is refused says why', async () => {
    const { access } = await asked(errors(400, 'bind_secret_id is not set on the role'));
    expect(await failureOf(wrapSecretId(access, ROLE, order))).toContain(hintLine('mint-refused'));
  });
});

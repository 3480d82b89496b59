import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { VaultError } from '../../../src/vault/errors.ts';
import {
  destroyAccessor,
  listAccessors,
  lookUpAccessor,
  lookUpSecretId,
} from '../../../src/vault/secret-ids.ts';
import { client, errorOf, serverAt } from '../../support/client.ts';
import { errors, json, type Reply } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

const ROLE = { mount: 'approle', name: 'ci' };
const NOT_FOUND = json(404, { data: { error: 'failed to find accessor entry for secret_id_accessor: "a"' } });
const GONE = errors(
  500,
  '1 error occurred:\n\t* failed to find accessor entry for secret_id_accessor: "a"\n\n',
);

async function asking(...replies: readonly Reply[]) {
  const server = await scripted(replies);
  const { connection } = client(serverAt([server.base], { retries: 1 }));
  return { server, access: { connection, token: new Secret('canary-token') } };
}

const FACTS = {
  secret_id_accessor: 'a',
  metadata: { team: 'x' },
  cidr_list: ['10.0.0.0/8'],
  token_bound_cidrs: null,
  secret_id_ttl: 600,
  secret_id_num_uses: 3,
  expiration_time: '2026-01-01T00:10:00Z',
};

describe('a look-up', () => {
  it('by the SecretID, and by its accessor, tells what it is bound to', async () => {
    const { server, access } = await asking(json(200, { data: FACTS }));
    const known = {
      accessor: 'a',
      metadata: { team: 'x' },
      cidrs: ['10.0.0.0/8'],
      tokenCidrs: [],
      ttl: 600,
      uses: 3,
      expiresAt: '2026-01-01T00:10:00Z',
    };
    expect(await lookUpSecretId(access, ROLE, new Secret('canary-secret-id'))).toEqual(known);
    expect(await lookUpAccessor(access, ROLE, 'a')).toEqual(known);
    expect(server.requests.map(({ path, body }) => `${path} ${body}`)).toEqual([
      '/v1/auth/approle/role/ci/secret-id/lookup {"secret_id":"canary-secret-id"}',
      '/v1/auth/approle/role/ci/secret-id-accessor/lookup {"secret_id_accessor":"a"}',
    ]);
  });

  it('of one that never expires tells no time', async () => {
    const { access } = await asking(
      json(200, { data: { ...FACTS, expiration_time: '0001-01-01T00:00:00Z' } }),
    );
    expect((await lookUpAccessor(access, ROLE, 'a'))?.expiresAt).toBeUndefined();
  });

  it('of one that is not there finds nothing, in both ways to say so', async () => {
    const { access } = await asking({ status: 204 }, NOT_FOUND);
    expect(await lookUpSecretId(access, ROLE, new Secret('canary'))).toBeUndefined();
    expect(await lookUpAccessor(access, ROLE, 'a')).toBeUndefined();
  });

  it('of a role or at a mount that is not there fails', async () => {
    const { access } = await asking(
      errors(404, 'no handler for route "auth/approle/role/ci/secret-id/lookup"'),
    );
    expect(await errorOf(lookUpAccessor(access, ROLE, 'a'))).toBeInstanceOf(VaultError);
  });
});

describe('a list', () => {
  it('holds the accessors; a role without SecretIDs has none', async () => {
    const { access } = await asking(json(200, { data: { keys: ['a', 'b'] } }), errors(404));
    expect(await listAccessors(access, ROLE)).toEqual(['a', 'b']);
    expect(await listAccessors(access, ROLE)).toEqual([]);
  });

  it('of a mount that is not there is no empty one', async () => {
    const { access } = await asking(errors(404, 'no handler for route'));
    expect(await errorOf(listAccessors(access, ROLE))).toBeInstanceOf(VaultError);
  });
});

describe('a destruction', () => {
  it('tells whether there was something to destroy', async () => {
    const { server, access } = await asking({ status: 204 }, GONE, NOT_FOUND);
    const outcomes = [];
    for (let n = 0; n < 3; n++) outcomes.push(await destroyAccessor(access, ROLE, 'a'));
    expect(outcomes).toEqual([true, false, false]);
    expect(server.requests).toHaveLength(3);
  });

  it('that a server fails to do is tried again, and then told', async () => {
    const { server, access } = await asking(errors(500, 'internal error'));
    expect(await errorOf(destroyAccessor(access, ROLE, 'a'))).toBeInstanceOf(VaultError);
    expect(server.requests).toHaveLength(2);
  });
});

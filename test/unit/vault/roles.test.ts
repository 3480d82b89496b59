import { expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { readRole, rolePath } from '../../../src/vault/roles.ts';
import { client, failureOf, hintLine, serverAt } from '../../support/client.ts';
import { errors, json, type Reply } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

const ROLE = { mount: 'approle', name: 'ci' };

async function access(reply: Reply) {
  const server = await scripted(reply);
  const { connection } = client(serverAt([server.base]));
  return { connection, token: new Secret('canary-token') };
}

it('a role is at its mount, by a name that leads nowhere else', () => {
  expect(rolePath({ mount: 'ci%20x/y', name: 'a b' })).toBe('auth/ci%20x/y/role/a%20b');
  expect(rolePath({ mount: 'approle', name: 'a/../b%2F?c' })).toBe('auth/approle/role/a%2F..%2Fb%252F%3Fc');
});

it('a role tells what SecretIDs and tokens it makes; lists may be null', async () => {
  const settings = {
    bind_secret_id: true,
    secret_id_bound_cidrs: null,
    secret_id_num_uses: 1,
    secret_id_ttl: 600,
    token_bound_cidrs: ['10.0.0.0/8'],
    token_ttl: 1200,
  };
  expect(await readRole(await access(json(200, { data: settings })), ROLE)).toEqual({
    bindSecretId: true,
    secretIdCidrs: [],
    secretIdUses: 1,
    secretIdTtl: 600,
    tokenCidrs: ['10.0.0.0/8'],
    tokenTtl: 1200,
    tokenType: 'default',
  });
});

it('a role that is not there is told', async () => {
  expect(await failureOf(readRole(await access(errors(404)), ROLE))).toContain(hintLine('no-such-role'));
});

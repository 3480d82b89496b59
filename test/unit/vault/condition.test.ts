import { expect, it } from 'vitest';
import { readCondition } from '../../../src/vault/condition.ts';
import { client, errorOf, serverAt } from '../../support/client.ts';
import { errors, json, type Reply } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

async function condition(health: Reply, seal: Reply = errors(500, 'none')) {
  const server = await scripted(({ path }) => (path.startsWith('/v1/sys/health?') ? health : seal));
  const { connection } = client(serverAt([server.base], { retries: 0 }));
  return { server, result: readCondition(connection) };
}

const SEALED = { initialized: true, sealed: true, standby: true, version: '2.7.2' };

it('each state is asked for with a status of 200, and without token or namespace, which the endpoint refuses', async () => {
  const { server, result } = await condition(json(200, { ...SEALED, sealed: false }));
  expect(await result).toMatchObject({ initialized: true, sealed: false, standby: true, version: '2.7.2' });
  const [request, ...more] = server.requests;
  for (const name of ['sealedcode', 'uninitcode', 'drsecondarycode'])
    expect(request?.path).toContain(`${name}=200`);
  expect(request?.headers).not.toHaveProperty('x-vault-token');
  expect(request?.headers).not.toHaveProperty('x-vault-namespace');
  expect(more).toEqual([]);
});

it('of a sealed server, how many keys are missing, if it tells', async () => {
  const told = await condition(json(200, SEALED), json(200, { t: 3, n: 5, progress: 1 }));
  expect(await told.result).toMatchObject({ sealed: true, keysMissing: 2 });
  expect((await (await condition(json(200, SEALED))).result).keysMissing).toBeUndefined();
});

it('something else is no condition', async () => {
  expect(await errorOf((await condition(json(200, { data: {} }))).result)).toBeInstanceOf(Error);
});

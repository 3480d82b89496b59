import { expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { capabilitiesOf } from '../../../src/vault/capabilities.ts';
import { client, serverAt } from '../../support/client.ts';
import { json } from '../../support/reply.ts';
import { scripted } from '../../support/scripted-server.ts';

it('any number of paths is asked for, in requests that a server takes', async () => {
  const server = await scripted(({ body }) => {
    const { paths } = JSON.parse(body) as { paths: string[] };
    return json(200, { data: Object.fromEntries(paths.map((path) => [path, [path, 1]])) });
  });
  const { connection } = client(serverAt([server.base]));
  const paths = Array.from({ length: 1001 }, (_, n) => `secret/data/${n}`);
  const known = await capabilitiesOf({ connection, token: new Secret('canary-token') }, paths);
  expect(server.requests.map(({ body }) => JSON.parse(body).paths.length)).toEqual([500, 500, 1]);
  expect([...known]).toEqual(paths.map((path) => [path, [path]]));
});

/** Why this exists: the real server with the role, the policy and the secrets that the scenarios use. */

import { startServer } from '../test/support/openbao.mjs';

/** Paths with fields that exist; the scenarios use some of them. */
const PATHS = 20;
const FIELDS = 3;

/**
 * @typedef {object} Stage
 * @property {string} address
 * @property {Readonly<Record<string, string>>} credentials the inputs of a login
 * @property {import('../test/support/openbao.mjs').Server['api']} api calls of an administrator
 * @property {() => Promise<number>} liveTokens
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Wanted
 * @property {string} secrets the input of that name
 * @property {Readonly<Record<string, string>>} expected the environment variables it must set
 */

/** @returns {Promise<Stage>} */
export async function setStage() {
  const server = await startServer({ progress: (text) => process.stderr.write(`${text}\n`) });
  try {
    const credentials = await setUp(server);
    return {
      address: server.address,
      credentials,
      api: server.api,
      liveTokens: async () => (await server.api('GET', 'auth/token/accessors?list=true')).data.keys.length,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @param {import('../test/support/openbao.mjs').Server} server */
async function setUp({ api }) {
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('PUT', 'sys/policies/acl/bench', {
    policy: 'path "secret/data/bench/*" { capabilities = ["read"] }',
  });
  await api('POST', 'auth/approle/role/bench', { token_policies: ['bench'], token_ttl: '10m' });
  for (let path = 1; path <= PATHS; path++) {
    const fields = Array.from({ length: FIELDS }, (_, index) => [`f${index + 1}`, canary(path, index + 1)]);
    await api('POST', `secret/data/bench/p${path}`, { data: Object.fromEntries(fields) });
  }
  const role = await api('GET', 'auth/approle/role/bench/role-id');
  const secret = await api('POST', 'auth/approle/role/bench/secret-id');
  return { method: 'approle', roleId: role.data.role_id, secretId: secret.data.secret_id };
}

/**
 * So many fields on so many paths, in the syntax that all actions of this kind understand.
 * @param {number} paths
 * @param {number} fields of each
 * @returns {Wanted}
 */
export function wantedSecrets(paths, fields) {
  const wanted = Array.from({ length: paths * fields }, (_, index) => {
    const path = 1 + Math.floor(index / fields);
    const field = 1 + (index % fields);
    const name = `P${path}_F${field}`;
    return { name, value: canary(path, field), entry: `secret/data/bench/p${path} f${field} | ${name}` };
  });
  return {
    secrets: wanted.map(({ entry }) => entry).join(';\n'),
    expected: Object.fromEntries(wanted.map(({ name, value }) => [name, value])),
  };
}

/**
 * @param {number} path
 * @param {number} field
 */
function canary(path, field) {
  return `canary-bench-path-${path}-field-${field}`;
}

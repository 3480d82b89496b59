/** Why this exists: what the jobs of the matrix log in to and read, once for all of them, on a real server. */

import { isAlive } from '../openbao.mjs';
import { type Role, type Scenario, scenario, unique } from '../scenario.ts';

export interface World {
  readonly vault: Scenario;
  /** Its SecretIDs work once. */
  readonly role: Role;
  /** A KV v2 mount with the secret `ci/app`. */
  readonly kv: string;
  /** A path that gives another signed token at each GET: not one of a KV engine. */
  readonly identityToken: string;
  /** The path of a PKI role that issues any name. */
  readonly issuer: string;
  /** Certificates that were issued, of jobs. */
  issued(): Promise<number>;
  /** Whether a login would still accept the SecretID, and an unwrap the wrapping token. */
  isUnspent(kind: 'SecretID' | 'wrapping token', credential: string): Promise<boolean>;
  isAlive(token: string): Promise<boolean>;
}

/** Of characters that every encoding writes in its own way. */
export const VALUE = 'canary-välue "with" <all> & 50%+/?\\ of them';

export async function world(): Promise<World> {
  const vault = scenario();
  const { api } = vault;
  const kv = await vault.kv({ 'ci/app': { key: VALUE } });
  const pki = unique('pki');
  await api('POST', `sys/mounts/${pki}`, { type: 'pki' });
  await api('POST', `${pki}/root/generate/internal`, { common_name: 'Test CA', key_type: 'ec' });
  const any = { allow_any_name: true, enforce_hostnames: false };
  await api('POST', `${pki}/roles/web`, { ...any, key_type: 'ec', ttl: '1h' });
  const oidc = unique('oidc');
  await api('POST', `identity/oidc/key/${oidc}`, { algorithm: 'ES256', allowed_client_ids: '*' });
  await api('POST', `identity/oidc/role/${oidc}`, { key: oidc });
  const identityToken = `identity/oidc/token/${oidc}`;
  const role = await vault.role({
    reads: [`${kv}/*`, identityToken],
    lists: [`${kv}/*`],
    updates: [`${pki}/issue/web`],
    settings: { secret_id_num_uses: 1 },
  });
  return {
    vault,
    role,
    kv,
    identityToken,
    issuer: `${pki}/issue/web`,
    issued: async () => (await api('GET', `${pki}/certs?list=true`)).data.keys.length - 1,
    isAlive: (token) => isAlive({ api }, token),
    isUnspent: async (kind, credential) => {
      const base = `auth/${role.mount}/role/${role.name}`;
      const asked =
        kind === 'SecretID'
          ? api('POST', `${base}/secret-id/lookup`, { secret_id: credential })
          : api('POST', 'sys/wrapping/lookup', { token: credential });
      return asked.then(
        (answer) => answer?.data !== undefined,
        () => false,
      );
    },
  };
}

/** Why this exists: the AppRole login (developer.hashicorp.com/vault/api-docs/auth/approle#login-with-approle). */

import * as z from 'zod/mini';
import { Secret } from '../secret.ts';
import type { Answer } from './answer.ts';
import { VaultError } from './errors.ts';
import { hint } from './hints.ts';
import { number } from './schema.ts';
import type { Connection } from './transport.ts';

export interface Credentials {
  /** The auth mount without `auth/`: `approle`, `ci/github/approle`. */
  readonly mount: string;
  readonly namespace?: string | undefined;
  readonly roleId: Secret;
  /** Absent for roles with `bind_secret_id=false`. */
  readonly secretId?: Secret | undefined;
}

/** What a login gives: a token and what its clean-up and the job's warnings need to know of it. */
export interface Login {
  readonly token: Secret;
  readonly type: 'service' | 'batch';
  readonly roleName?: string | undefined;
  readonly policies: readonly string[];
  /** Seconds. */
  readonly ttl: number;
  /** Uses the token has; 0 is unlimited. */
  readonly uses: number;
}

const AUTH = z.object({
  client_token: z.string(),
  token_type: z.optional(z.string()),
  policies: z.nullish(z.array(z.string())),
  metadata: z.nullish(z.object({ role_name: z.optional(z.unknown()) })),
  lease_duration: number,
  num_uses: z.optional(number),
  mfa_requirement: z.optional(z.unknown()),
});

/**
 * Logs in. `keep` is called with the login synchronously when the answer has arrived, so that nothing can come between
 * the token's existence and the clean-up's knowledge of it (rule R13). Throws `VaultError`, `UnreachableError`.
 */
export async function logIn(
  connection: Connection,
  { mount, namespace, roleId, secretId }: Credentials,
  keep: (login: Login) => void,
): Promise<Login> {
  const path = `auth/${mount}/login`;
  let status = 200;
  const result = await connection.send<Login | 'mfa' | 'nothing'>({
    operation: 'login',
    method: 'POST',
    path,
    namespace,
    once: true,
    body: { role_id: roleId, ...(secretId && { secret_id: secretId }) },
    decode: (answer) => {
      status = answer.status;
      const login = decode(answer);
      if (typeof login === 'object') keep(login);
      return login;
    },
  });
  if (typeof result === 'object') return result;
  const why = hint(result === 'mfa' ? 'mfa-required' : 'no-token-in-answer');
  throw new VaultError({ operation: 'login', method: 'POST', path, status, errors: [], hint: why });
}

/** A wrapped answer (X-Vault-Wrap-TTL) has no `auth`; a role under login MFA has one with an empty token. */
function decode({ auth }: Answer): Login | 'mfa' | 'nothing' {
  const parsed = AUTH.safeParse(auth);
  if (!parsed.success) return 'nothing';
  const { client_token: token, ...rest } = parsed.data;
  if (token === '') return rest.mfa_requirement ? 'mfa' : 'nothing';
  const roleName = rest.metadata?.role_name;
  return {
    token: new Secret(token),
    type: rest.token_type === 'batch' ? 'batch' : 'service',
    roleName: typeof roleName === 'string' ? roleName : undefined,
    policies: rest.policies ?? [],
    ttl: rest.lease_duration,
    uses: rest.num_uses ?? 0,
  };
}

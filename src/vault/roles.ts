/** Why this exists: an AppRole's own settings, for those who may read them (developer.hashicorp.com/vault/api-docs/auth/approle#read-approle). */

import * as z from 'zod/mini';
import type { Secret } from '../secret.ts';
import type { Access } from './mounts.ts';
import { escapePath } from './paths.ts';
import { number } from './schema.ts';

export interface Role {
  /** The auth mount without `auth/`, escaped. */
  readonly mount: string;
  readonly name: string;
}

/** `auth/approle/role/ci`. */
export function rolePath({ mount, name }: Role): string {
  return `auth/${mount}/role/${escapePath(name.replaceAll('%', '%25')).replaceAll('/', '%2F')}`;
}

export interface RoleSettings {
  readonly bindSecretId: boolean;
  readonly secretIdCidrs: readonly string[];
  /** Logins that a SecretID is good for; 0 is unlimited. */
  readonly secretIdUses: number;
  /** Seconds; 0 is without end. */
  readonly secretIdTtl: number;
  readonly tokenCidrs: readonly string[];
  /** Seconds; 0 is the server's default. */
  readonly tokenTtl: number;
  readonly tokenType: string;
}

/** A list that servers leave out, or null, when it is empty. */
export const TEXTS = z.nullish(z.array(z.string()));
const SETTINGS = z.object({
  bind_secret_id: z.boolean(),
  secret_id_bound_cidrs: TEXTS,
  secret_id_num_uses: number,
  secret_id_ttl: number,
  token_bound_cidrs: TEXTS,
  token_ttl: number,
  token_type: z.optional(z.string()),
});

/** The settings of a role. Throws `VaultError` (404 when there is none), `UnreachableError`. */
export async function readRole({ connection, token, namespace }: Access, role: Role): Promise<RoleSettings> {
  return connection.send({
    operation: 'role lookup',
    method: 'GET',
    path: rolePath(role),
    token,
    namespace,
    decode: ({ data }) => {
      const parsed = SETTINGS.safeParse(data);
      if (!parsed.success) return undefined;
      return {
        bindSecretId: parsed.data.bind_secret_id,
        secretIdCidrs: parsed.data.secret_id_bound_cidrs ?? [],
        secretIdUses: parsed.data.secret_id_num_uses,
        secretIdTtl: parsed.data.secret_id_ttl,
        tokenCidrs: parsed.data.token_bound_cidrs ?? [],
        tokenTtl: parsed.data.token_ttl,
        tokenType: parsed.data.token_type ?? 'default',
      };
    },
  });
}

const ROLE_ID = z.object({ role_id: z.string() });

/** Whether the role has this RoleID. Throws as `readRole`. */
export async function hasRoleId(
  { connection, token, namespace }: Access,
  role: Role,
  roleId: Secret,
): Promise<boolean> {
  const { same } = await connection.send({
    operation: 'role lookup',
    method: 'GET',
    path: `${rolePath(role)}/role-id`,
    token,
    namespace,
    decode: ({ data }) => {
      const parsed = ROLE_ID.safeParse(data);
      return parsed.success ? { same: parsed.data.role_id === roleId.reveal() } : undefined;
    },
  });
  return same;
}

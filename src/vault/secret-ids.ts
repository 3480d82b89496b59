/**
 * Why this exists: SecretIDs that are there already are looked up, listed and destroyed
 * (developer.hashicorp.com/vault/api-docs/auth/approle#read-approle-secret-id).
 */

import * as z from 'zod/mini';
import type { Secret } from '../secret.ts';
import { jsonObject } from './json.ts';
import type { Access } from './mounts.ts';
import { type Role, rolePath, TEXTS } from './roles.ts';
import { number } from './schema.ts';

/** What a server tells of a SecretID to whoever may look it up. */
export interface SecretIdFacts {
  readonly accessor: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly cidrs: readonly string[];
  readonly tokenCidrs: readonly string[];
  /** Seconds it was made for; 0 is without end. */
  readonly ttl: number;
  /** Logins left; 0 is unlimited. */
  readonly uses: number;
  /** RFC 3339; undefined when it never expires. */
  readonly expiresAt?: string | undefined;
}

const FACTS = z.object({
  secret_id_accessor: z.string(),
  metadata: z.nullish(z.record(z.string(), z.string())),
  cidr_list: TEXTS,
  token_bound_cidrs: TEXTS,
  secret_id_ttl: number,
  secret_id_num_uses: number,
  expiration_time: z.optional(z.string()),
});

/** Looks a SecretID up, which spends none of its uses; undefined when the role has none like it. Throws `VaultError`, `UnreachableError`. */
export function lookUpSecretId(
  access: Access,
  role: Role,
  secretId: Secret,
): Promise<SecretIdFacts | undefined> {
  return lookUp(access, `${rolePath(role)}/secret-id/lookup`, { secret_id: secretId });
}

/** The same by its accessor. */
export function lookUpAccessor(
  access: Access,
  role: Role,
  accessor: string,
): Promise<SecretIdFacts | undefined> {
  const path = `${rolePath(role)}/secret-id-accessor/lookup`;
  return lookUp(access, path, { secret_id_accessor: accessor });
}

/** What is not there is a 204 or a 404, depending on what was asked by. */
async function lookUp(
  { connection, token, namespace }: Access,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<SecretIdFacts | undefined> {
  const found = await connection.send<SecretIdFacts | 'none'>({
    operation: 'accessor lookup',
    method: 'POST',
    path,
    token,
    namespace,
    body,
    accept: [404],
    decode: ({ status, data, errors }) => {
      if (status === 204 || (status === 404 && errors.length === 0)) return 'none';
      const parsed = FACTS.safeParse(data);
      return parsed.success ? factsOf(parsed.data) : undefined;
    },
  });
  return found === 'none' ? undefined : found;
}

function factsOf(data: z.output<typeof FACTS>): SecretIdFacts {
  const { expiration_time: expiresAt } = data;
  return {
    accessor: data.secret_id_accessor,
    metadata: data.metadata ?? {},
    cidrs: data.cidr_list ?? [],
    tokenCidrs: data.token_bound_cidrs ?? [],
    ttl: data.secret_id_ttl,
    uses: data.secret_id_num_uses,
    expiresAt: expiresAt?.startsWith('0001-') ? undefined : expiresAt,
  };
}

/** The accessors of all SecretIDs that a role has. Throws as the others. */
export async function listAccessors(
  { connection, token, namespace }: Access,
  role: Role,
): Promise<readonly string[]> {
  return connection.send({
    operation: 'accessor list',
    method: 'GET',
    path: `${rolePath(role)}/secret-id?list=true`,
    token,
    namespace,
    accept: [404],
    decode: ({ status, data, errors }) => {
      if (status === 404) return errors.length === 0 ? [] : undefined;
      const keys = jsonObject(data)?.keys;
      return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : undefined;
    },
  });
}

/** Destroys a SecretID; whether there was one. The server answers 500 for one that is gone. Throws as the others. */
export async function destroyAccessor(
  { connection, token, namespace }: Access,
  role: Role,
  accessor: string,
): Promise<boolean> {
  return connection.send({
    operation: 'destruction',
    method: 'POST',
    path: `${rolePath(role)}/secret-id-accessor/destroy`,
    token,
    namespace,
    body: { secret_id_accessor: accessor },
    accept: [404, 500],
    decode: ({ status, errors, whole }) => {
      if (status < 300) return true;
      const said = `${errors.join()} ${jsonObject(whole.data)?.error ?? ''}`;
      return said.includes('failed to find accessor entry') ? false : undefined;
    },
  });
}

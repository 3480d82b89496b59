/**
 * Why this exists: SecretIDs for others, as they are or wrapped
 * (developer.hashicorp.com/vault/api-docs/auth/approle#generate-new-secret-id).
 */

import * as z from 'zod/mini';
import { Secret } from '../secret.ts';
import type { Access } from './mounts.ts';
import { type Role, rolePath } from './roles.ts';
import { number } from './schema.ts';

/** What a new SecretID is bound to, within what its role allows. */
export interface Terms {
  /** Ends up in the metadata of every token, and in the audit log. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Addresses that may log in with it. */
  readonly cidrs?: readonly string[];
  /** Addresses that may use the tokens. */
  readonly tokenCidrs?: readonly string[];
}

export interface Minted {
  readonly secretId: Secret;
  readonly accessor: string;
  /** Seconds; 0 is without end. */
  readonly ttl: number;
  /** Logins; 0 is unlimited, undefined what an old server does not say. */
  readonly uses?: number | undefined;
}

const MINTED = z.object({
  secret_id: z.string().check(z.minLength(1)),
  secret_id_accessor: z.string(),
  secret_id_ttl: z.optional(number),
  secret_id_num_uses: z.optional(number),
});

/** A new SecretID. After a lost answer nobody knows whether there is one. Throws `VaultError`, `UnreachableError`. */
export async function mintSecretId(access: Access, role: Role, terms: Terms): Promise<Minted> {
  return access.connection.send({
    operation: 'mint',
    method: 'POST',
    path: `${rolePath(role)}/secret-id`,
    token: access.token,
    namespace: access.namespace,
    once: true,
    body: bodyOf(terms),
    decode: ({ data }) => {
      const parsed = MINTED.safeParse(data);
      if (!parsed.success) return undefined;
      const { secret_id, secret_id_accessor, secret_id_ttl = 0, secret_id_num_uses } = parsed.data;
      const secretId = new Secret(secret_id);
      return { secretId, accessor: secret_id_accessor, ttl: secret_id_ttl, uses: secret_id_num_uses };
    },
  });
}

function bodyOf({ metadata, cidrs, tokenCidrs }: Terms): Readonly<Record<string, unknown>> {
  return {
    ...(metadata && { metadata: JSON.stringify(metadata) }),
    ...(cidrs?.length && { cidr_list: cidrs }),
    ...(tokenCidrs?.length && { token_bound_cidrs: tokenCidrs }),
  };
}

export interface Wrapped {
  readonly wrappingToken: Secret;
  /** The path a receiver has to expect. */
  readonly creationPath: string;
  /** Seconds until the wrapping token ends. */
  readonly ttl: number;
  /** Of the SecretID inside; it destroys what was stolen. */
  readonly accessor?: string | undefined;
}

const WRAPPED = z.object({
  token: z.string().check(z.minLength(1)),
  creation_path: z.string(),
  ttl: number,
  wrapped_accessor: z.optional(z.string()),
});

export interface Wrapping extends Terms {
  /** As the API takes it: `5m`, `300`. */
  readonly wrapTtl: string;
  /** Push mode: the SecretID itself, in place of one that the server makes up. */
  readonly custom?: Secret | undefined;
}

/** A wrapping token that holds a new SecretID, which nobody sees before it is opened. Throws as `mintSecretId`. */
export async function wrapSecretId(access: Access, role: Role, wrapping: Wrapping): Promise<Wrapped> {
  const { wrapTtl, custom } = wrapping;
  return access.connection.send({
    operation: 'mint',
    method: 'POST',
    path: `${rolePath(role)}/${custom ? 'custom-secret-id' : 'secret-id'}`,
    token: access.token,
    namespace: access.namespace,
    once: true,
    wrapTtl,
    body: { ...bodyOf(wrapping), ...(custom && { secret_id: custom }) },
    decode: ({ whole }) => {
      const parsed = WRAPPED.safeParse(whole.wrap_info);
      if (!parsed.success) return undefined;
      const { token, creation_path: creationPath, ttl, wrapped_accessor: accessor } = parsed.data;
      return { wrappingToken: new Secret(token), creationPath, ttl, accessor: accessor || undefined };
    },
  });
}

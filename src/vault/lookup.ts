/** Why this exists: what a token may do and for how long (developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self). */

import * as z from 'zod/mini';
import type { Secret } from '../secret.ts';
import { number } from './schema.ts';
import type { Connection } from './transport.ts';

export interface TokenFacts {
  readonly role?: string | undefined;
  readonly policies: readonly string[];
  /** Seconds left; 0 for a token that never expires. */
  readonly ttl: number;
  /** Uses left; 0 is unlimited. */
  readonly uses: number;
  readonly type: string;
}

const DATA = z.object({
  policies: z.nullish(z.array(z.string())),
  identity_policies: z.nullish(z.array(z.string())),
  ttl: number,
  num_uses: z.optional(number),
  type: z.optional(z.string()),
  meta: z.nullish(z.record(z.string(), z.unknown())),
});

/** Looks a token up with itself, which takes one of its uses. Throws `VaultError`, `UnreachableError`. */
export async function lookUpSelf(
  connection: Connection,
  { token, namespace }: { readonly token: Secret; readonly namespace?: string | undefined },
): Promise<TokenFacts> {
  return connection.send({
    operation: 'token lookup',
    method: 'GET',
    path: 'auth/token/lookup-self',
    token,
    namespace,
    decode: ({ data }) => {
      const parsed = DATA.safeParse(data);
      if (!parsed.success) return undefined;
      const {
        policies,
        identity_policies: more,
        ttl,
        num_uses: uses = 0,
        type = 'service',
        meta,
      } = parsed.data;
      const role = meta?.role_name;
      return {
        role: typeof role === 'string' ? role : undefined,
        policies: [...(policies ?? []), ...(more ?? [])],
        ttl,
        uses,
        type,
      };
    },
  });
}

/** Why this exists: a token's end (developer.hashicorp.com/vault/api-docs/auth/token#revoke-a-token-self). */

import { UnreachableError, VaultError } from './errors.ts';
import type { TokenHandle } from './handle.ts';
import type { Connection } from './transport.ts';

/** `revoked`: the server confirmed. `refused`: 403, it is gone already or may not revoke itself. */
export type Revocation =
  | { readonly kind: 'revoked' }
  | { readonly kind: 'batch' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly error: VaultError | UnreachableError };

/**
 * Revokes the token and all its leases. Safe to repeat. Never throws for what a server can cause. A batch token cannot
 * be revoked: nothing is sent for one.
 */
export async function revoke(
  connection: Connection,
  { token, namespace, batch }: TokenHandle,
): Promise<Revocation> {
  if (batch) return { kind: 'batch' };
  try {
    return await connection.send<Revocation>({
      operation: 'revoke',
      method: 'POST',
      path: 'auth/token/revoke-self',
      token,
      namespace,
      decode: () => ({ kind: 'revoked' }),
    });
  } catch (error) {
    if (error instanceof VaultError && error.refusal.status === 403) return { kind: 'refused' };
    if (error instanceof VaultError || error instanceof UnreachableError) return { kind: 'failed', error };
    throw error;
  }
}

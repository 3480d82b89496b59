/** Why this exists: what became of a token at the end, in one sentence (rule R14). */

import { formatError } from '../vault/errors.ts';
import type { TokenHandle } from '../vault/handle.ts';
import { type Revocation, revoke } from '../vault/token.ts';
import { connect, type Surroundings } from '../vault/transport.ts';

/** Milliseconds; GitHub allows five minutes after a cancellation for everything. */
export const LONGEST_CLEANUP_MS = 30_000;

export interface Sentence {
  readonly level: 'info' | 'warn';
  readonly text: string;
}

type Debug = (text: string) => void;

/** Revokes a token that was kept, over a connection of its own, in at most `longestMs`; tells what became of it. */
export async function endToken(handle: TokenHandle, longestMs: number, debug?: Debug): Promise<Sentence> {
  const timeoutMs = Math.min(handle.server.timeoutMs, longestMs / 4);
  const connection = connect({ ...handle.server, timeoutMs }, debug && tracedBy(debug));
  try {
    return describe(await revoke(connection, handle), handle, Date.now());
  } finally {
    connection.close();
  }
}

/** A connection says of each exchange what may be said (rule R23). */
export function tracedBy(debug: Debug): Pick<Surroundings, 'observe'> {
  return {
    observe: ({ method, path, result, ms }) => debug(`${method} /v1/${path}: ${result} in ${ms} ms`),
  };
}

/** `now` in milliseconds since the epoch. */
export function describe(revocation: Revocation, handle: TokenHandle, now: number): Sentence {
  const redact = (text: string): string => text.replaceAll(handle.token.reveal(), '***');
  const left = lifetime(handle, now);
  switch (revocation.kind) {
    case 'revoked':
      return { level: 'info', text: 'The token is revoked, with every lease it held.' };
    case 'batch':
      return { level: 'info', text: `The token is a batch token, which nothing can revoke: it ${left}.` };
    case 'refused':
      return refused(handle, left);
    case 'failed':
      return {
        level: 'warn',
        text: `The token could not be revoked: it ${left}.\n${formatError(revocation.error, redact)}`,
      };
  }
}

/** OpenBao and Vault answer 403 for a token that is gone, for one that may not revoke itself, and for one of other addresses. */
function refused({ uses, defaultPolicy }: TokenHandle, left: string): Sentence {
  if (defaultPolicy) {
    const gone = uses > 0 ? 'its uses are used up, or it has expired' : 'revoked before, or expired';
    const unless =
      left === EXPIRED
        ? ''
        : ` (unless token_bound_cidrs of its role leave this address out: then it ${left})`;
    return { level: 'info', text: `The token is gone already: ${gone}${unless}.` };
  }
  const unless = uses > 0 ? ', unless its uses are used up' : '';
  return {
    level: 'warn',
    text: `The server refused to revoke the token (403): it ${left}${unless}. Its role is without the default policy; allow "update" on auth/token/revoke-self in one of its policies (docs/troubleshooting.md#revoke-refused).`,
  };
}

const EXPIRED = 'has expired';

function lifetime({ expiresAt }: TokenHandle, now: number): string {
  if (expiresAt === undefined) return 'never expires by itself';
  const seconds = Math.ceil((expiresAt - now) / 1000);
  return seconds > 0 ? `lives for another ${seconds} s at most` : EXPIRED;
}

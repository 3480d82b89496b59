/** Why this exists: what a token's uses, TTL or type will do to the job's secrets is told before it happens. */

import type { Ci } from './ci.ts';
import type { Session } from './login.ts';
import type { Answered } from './values.ts';

/** Seconds between login and read at most: a lease that would last until then or longer ends with the token. */
const ABOUT = 30;

/** Every request and the revocation use up one use; with the last one, the leases die too. */
export function warnOfUses({ login }: Session, needed: number, ci: Ci): void {
  const uses = login?.uses ?? 0;
  if (uses === 0 || uses >= needed) return;
  ci.warn(`The token has ${uses} uses, but this job needs ${needed}: set token_num_uses of the role to 0.`);
}

/** Leased credentials die with the token: when its TTL ends, with its last use, or, for batch tokens, only then. */
export function warnOfLeases({ login }: Session, answered: readonly Answered[], ci: Ci): void {
  const leases = answered.filter(({ secret }) => secret?.leased);
  if (leases.length === 0 || !login) return;
  const paths = leases.map(({ read }) => read.apiPath).join(', ');
  if (login.type === 'batch') {
    ci.warn(
      `Nothing can revoke the credentials of ${paths} before their TTL ends: the token is a batch token. ${SERVICE}`,
    );
  }
  if (login.uses > 0) {
    ci.warn(
      `The credentials of ${paths} die with the last use of the token. Set token_num_uses of the role to 0.`,
    );
  }
  const outlived = leases.some(({ secret }) => (secret?.leaseDuration ?? 0) + ABOUT > login.ttl);
  if (outlived && login.ttl > 0) {
    ci.warn(
      `The credentials of ${paths} live ${login.ttl} s at most, because the token does: raise token_ttl for longer jobs.`,
    );
  }
}

const SERVICE = 'Use a role with token_type=service.';

/**
 * Why this exists: whether a node leads its cluster, asked without a token and free of quotas
 * (developer.hashicorp.com/vault/api-docs/system/health#read-health-information).
 */

import type { Outcome } from './attempt.ts';
import type { Health } from './nodes.ts';
import type { Request } from './request.ts';

/** A status of our own choice, because that of a standby, 429, means something else everywhere else. */
const STANDBY = 299;

export const HEALTH: Request<true> = {
  operation: 'health',
  method: 'GET',
  path: `sys/health?standbycode=${STANDBY}&perfstandbycode=${STANDBY}`,
  decode: () => true,
};

export function healthOf(outcome: Outcome<true>): Health {
  if (outcome.kind !== 'done') return 'silent';
  return outcome.status === STANDBY ? 'standby' : 'active';
}

/** Why this exists: what may be sent again, and when. A single-use credential sent twice is lost (rule R16). */

import type { Operation } from './operation.ts';

/** How an attempt failed, as far as it matters for another one. */
export type Failure =
  /** No usable answer. `unsent`: it is proven that the server did not process the request. */
  | {
      readonly kind: 'unreachable';
      readonly unsent: boolean;
      readonly passing?: boolean;
      readonly retryAfter?: number | undefined;
    }
  /** An answer of the server itself (JSON). */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly text: string;
      /** Seconds, from `Retry-After`. */
      readonly retryAfter?: number | undefined;
    };

/** Operations whose repetition changes nothing on the server. */
const IDEMPOTENT: ReadonlySet<Operation> = new Set([
  'wrapping lookup',
  'mount lookup',
  'list',
  'revoke',
  'token lookup',
]);

/**
 * Whether the failure allows another attempt. `once` marks a request that spends or mints something (login, unwrap,
 * dynamic credentials): those go again only when it is proven that the first was not processed.
 */
export function mayRetry(operation: Operation, once: boolean, failure: Failure): boolean {
  const repeatable = !once || IDEMPOTENT.has(operation);
  if (failure.kind === 'unreachable') return repeatable || failure.unsent;
  if (failure.status === 412) return !failure.text.includes('X-Vault-Request');
  if (failure.status === 429 || LEADERLESS.test(failure.text)) return true;
  if (failure.status === 503) return repeatable || !FORWARDING_BROKE.test(failure.text);
  if (failure.text.includes('Upgrading from non-versioned')) return repeatable;
  return repeatable && failure.status >= 500 && failure.status !== 501;
}

/** A standby says so before it tries to forward a request. */
export const LEADERLESS = /active cluster node not found/;
/** A standby says so when forwarding a request has failed, at whichever point of it. */
export const FORWARDING_BROKE = /no active Vault instance found/;

/**
 * Whether the failure ends without anybody's doing, within seconds. Time alone limits how often the request is sent: a
 * quota is a queue, a cluster elects a leader, and a token that is not revoked lives on.
 */
export function passesByItself(operation: Operation, failure: Failure): boolean {
  if (operation === 'revoke' || isQueue(failure)) return true;
  return failure.kind === 'refused' ? LEADERLESS.test(failure.text) : failure.passing === true;
}

function isQueue(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 429;
}

/** The server does not know the token, or what it may: a node that does not lead may not have heard of it yet. */
export function isDenial(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 403;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const LONGEST_RETRY_AFTER_MS = 10_000;

/** Two of the shortest intervals of a quota, and half of one. */
const LONGEST_QUEUE_WAIT_MS = 2_000;
const SHORTEST_QUEUE_WAIT_MS = 500;
/** So many tries, and the wait is a half, a third, … of the longest. */
const QUEUE_STEP = 5;

/**
 * Milliseconds to wait after `tries` failed ones: what the server asks for, up to a cap (it may ask for 0 seconds), and
 * full jitter on top. In a queue the jitter does not grow but shrinks: who has waited longest would else wait longest
 * again, and now and then for ever. `random` is in [0, 1).
 */
export function waitMs(tries: number, failure: Failure, random: number): number {
  const wish = Math.min((failure.retryAfter ?? 0) * 1000, LONGEST_RETRY_AFTER_MS);
  return wish + random * (isQueue(failure) ? queueWaitMs(tries) : backOffMs(tries));
}

function queueWaitMs(tries: number): number {
  return Math.max(SHORTEST_QUEUE_WAIT_MS, LONGEST_QUEUE_WAIT_MS / Math.ceil(tries / QUEUE_STEP));
}

function backOffMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
}

/** Why this exists: what may be sent again, and when. A single-use credential sent twice is lost (rule R16). */

import type { Operation } from './operation.ts';

/** How an attempt failed, as far as it matters for another one. */
export type Failure =
  /** No usable answer. `unsent`: it is proven that the server did not process the request. */
  | { readonly kind: 'unreachable'; readonly unsent: boolean; readonly retryAfter?: number | undefined }
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
  if (failure.status === 429 || failure.status === 503) return true;
  if (failure.text.includes('Upgrading from non-versioned')) return repeatable;
  return repeatable && failure.status >= 500 && failure.status !== 501;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const LONGEST_RETRY_AFTER_MS = 10_000;

/**
 * Milliseconds to wait before the attempt after `tries` failed ones: full jitter, or the server's own wish up to a
 * cap, spread a little so that a fleet does not return at once. `random` is in [0, 1).
 */
export function waitMs(tries: number, failure: Failure, random: number): number {
  const jitter = random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  if (failure.retryAfter === undefined) return jitter;
  return Math.min(failure.retryAfter * 1000, LONGEST_RETRY_AFTER_MS) + random * FIRST_WAIT_MS;
}

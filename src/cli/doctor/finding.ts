/** Why this exists: what `doctor` has found out, one line each, and what to do about it. */

import { formatError, UnreachableError, VaultError, WrappingError } from '../../vault/errors.ts';
import type { Hint } from '../../vault/hints.ts';

/** `skipped`: not looked at, and why. */
export type Level = 'ok' | 'weak' | 'wrong' | 'skipped';

export interface Finding {
  readonly level: Level;
  /** What was looked at: `TLS`, `SecretID`. */
  readonly check: string;
  /** A sentence, without a value. It may hold what a server said. */
  readonly what: string;
  readonly remedy?: string | undefined;
}

export type Add = (finding: Finding) => void;

export function hinted({ text, anchor }: Hint): string {
  return `${text} (docs/troubleshooting.md#${anchor})`;
}

/** A failure that a server or a network can cause. Throws any other error again. */
export function failure(check: string, error: unknown): Finding {
  if (!isExpected(error)) throw error;
  const [what = '', ...more] = formatError(error, (text) => text).split('\nHint: ');
  return { level: 'wrong', check, what: what.replaceAll('\n', '. '), remedy: more.join() || undefined };
}

function isExpected(error: unknown): boolean {
  return error instanceof VaultError || error instanceof UnreachableError || error instanceof WrappingError;
}

/** Whether the server said this. */
export function said(error: unknown, what: RegExp): boolean {
  return error instanceof VaultError && what.test(error.refusal.errors.join());
}

export function refusedWith(error: unknown, status: number): boolean {
  return error instanceof VaultError && error.refusal.status === status;
}

export function skip(check: string, why: string, remedy?: string): Finding {
  return { level: 'skipped', check, what: why, remedy };
}

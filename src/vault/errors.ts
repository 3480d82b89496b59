/** Why this exists: every failure that a user or a server can cause is one of these, and ends in one text. */

import type { Hint } from './hints.ts';
import type { Operation } from './operation.ts';

export interface Problem {
  /** The input, environment variable or list that is wrong, as the user knows it. */
  readonly name: string;
  /** A sentence: what is wrong and what would be right. Never a secret's value. */
  readonly problem: string;
}

/** The workflow is wrong; nothing was sent. All problems are reported together. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ name, problem }) => `${name}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}

export interface Refusal {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The server's `errors[]`: untrusted text that may contain a credential; redact and escape before printing. */
  readonly errors: readonly string[];
  readonly hint?: Hint | undefined;
}

/** The server answered, and the answer is no. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${sentence(refusal.operation)}: ${refusal.method} ${refusal.path} answered ${refusal.status}`);
    this.refusal = refusal;
  }
}

/** Whether the server says that there is nothing at the path; that the path is no path of this engine is another thing. */
export function isNotFound(error: unknown): boolean {
  if (!(error instanceof VaultError) || error.refusal.status !== 404) return false;
  return !error.refusal.errors.some((text) => text.includes('Invalid path for a versioned'));
}

export interface Silence {
  readonly operation: Operation;
  /** `host:port`, never the whole address. */
  readonly host: string;
  /** Node's error code, or one of ours such as `TIMEOUT`. */
  readonly code: string;
  /** Of an answer that is not Vault's. */
  readonly status?: number | undefined;
  /** One clause that continues "… : ". */
  readonly what: string;
  readonly hint?: Hint | undefined;
}

/** No usable answer: nothing listens, TLS failed, time ran out, or what answered is not Vault. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly silence: Silence;

  constructor(silence: Silence) {
    super(`${sentence(silence.operation)}: ${silence.host}: ${silence.what}`);
    this.silence = silence;
  }
}

/** The wrapping token was opened, made elsewhere or has expired: a security event until somebody looked (rule R17). */
export class WrappingError extends Error {
  override readonly name = 'WrappingError';
  readonly hint: Hint;
  readonly said: readonly string[];

  constructor(what: string, hint: Hint, said: readonly string[] = []) {
    super(`SECURITY: the wrapped SecretID cannot be trusted: ${what}`);
    this.hint = hint;
    this.said = said;
  }
}

/** Node's code of a failed system call: `ENOENT`, `EACCES` and the like. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

/**
 * The whole text of a failure: what failed, what the server said, what to do. `redact` is applied to the server's words
 * before they are cut, because half of a secret would not be recognised. The text is still to be escaped.
 */
export function formatError(error: unknown, redact: (text: string) => string): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof VaultError) {
    return lines(error.message, error.refusal.errors.map(redact), error.refusal.hint);
  }
  if (error instanceof UnreachableError) return lines(error.message, [], error.silence.hint);
  if (error instanceof WrappingError) return lines(error.message, error.said.map(redact), error.hint);
  return `Unexpected error, please report it: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

const MOST_SERVER_TEXT = 1000;

function lines(what: string, said: readonly string[], hint: Hint | undefined): string {
  const server = said.map((text) => text.trim().replace(/\s+/g, ' ')).join('; ');
  return [
    what,
    server && `The server said: ${server.slice(0, MOST_SERVER_TEXT)}`,
    hint && `Hint: ${hint.text} (docs/troubleshooting.md#${hint.anchor})`,
  ]
    .filter(Boolean)
    .join('\n');
}

function sentence(operation: Operation): string {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)} failed`;
}

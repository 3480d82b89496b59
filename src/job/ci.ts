/** Why this exists: the port through which a job speaks to a CI system, and the words of that conversation. */

import type { Secret } from '../secret.ts';
import type { TokenHandle } from '../vault/handle.ts';

/** A CI system. Texts may hold what a server said: the adapter redacts what was masked and escapes commands. */
export interface Ci {
  /** Aborted when the job is told to end: no request begins then, and nothing is published. */
  readonly cancelled?: AbortSignal | undefined;
  /** Hides these texts in the log from now on. */
  mask(texts: readonly string[]): void;
  /** Keeps, synchronously, what clean-up needs; `undefined` when there is nothing left to clean up. */
  keep(handle: TokenHandle | undefined): void;
  /** Sets environment variables and outputs for later steps, and writes files. Everything in it has been masked. */
  publish(publications: readonly Publication[]): void;
  summarize(report: Report): void;
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
}

/** A value on its way to later steps. */
export interface Publication {
  readonly value: Secret;
  readonly output?: string | undefined;
  readonly env?: string | undefined;
  /** The value goes into a file of this name, and its path is what is published. */
  readonly file?: string | undefined;
  /** The value is base64 of the bytes for the file. */
  readonly binary?: boolean;
  /** It was not masked, because the user wants to see it. */
  readonly unmasked?: boolean;
}

export interface Row {
  readonly env?: string | undefined;
  readonly output?: string | undefined;
  /** The name of the file that holds the value. */
  readonly file?: string | undefined;
  /** The API path. */
  readonly path: string;
  readonly field: string;
  /** Version of a KV v2 secret. */
  readonly version?: number | undefined;
  /** Seconds, for a leased credential. */
  readonly lease?: number | undefined;
}

export interface Report {
  readonly role?: string | undefined;
  /** Seconds; 0 for a token that never expires, undefined when nothing is known of it. */
  readonly ttl?: number | undefined;
  readonly rows: readonly Row[];
  /** Secrets read, each once. */
  readonly secrets: number;
  readonly masks: number;
}

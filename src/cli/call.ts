/** Why this exists: what a command is called with. */

import type { Writable } from 'node:stream';
import type { Config } from '../config/config.ts';
import type { Inputs } from './inputs.ts';
import type { Surroundings } from './job.ts';

/** A call of a command that needs no server, or takes the server from a file. */
export interface PlainCall {
  readonly flags: ReadonlyMap<string, string>;
  readonly env: NodeJS.ProcessEnv;
  readonly surroundings: Surroundings;
  readonly streams: { readonly stdout: Writable; readonly stderr: Writable };
}

export interface Call extends PlainCall {
  /** What stands behind `--`. */
  readonly rest: readonly string[];
  readonly inputs: Inputs;
  readonly config: Config;
  /** A person sits at standard input. */
  readonly isTerminal: boolean;
}

/** Why this exists: what a command is called with. */

import type { Config, Machine } from '../config/config.ts';
import type { Inputs } from './inputs.ts';
import type { Surroundings } from './job.ts';
import type { Streams } from './streams.ts';

/** What the user wrote. */
export interface Given {
  readonly flags: ReadonlyMap<string, string>;
  /** What stands behind `--`. */
  readonly rest: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A call of a command that needs no server, or takes the server from a file. */
export interface PlainCall extends Given {
  readonly surroundings: Surroundings;
  readonly streams: Streams;
  /** A person sits at standard input. */
  readonly isTerminal: boolean;
}

/** A call of a command that can do with a part of the inputs. */
export interface PartsCall extends PlainCall {
  readonly inputs: Inputs;
  readonly machine: Machine;
}

export interface Call extends PartsCall {
  readonly config: Config;
}

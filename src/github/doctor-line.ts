/** Why this exists: a failed step ends with the one line that finds out why, as it can be pasted. */

import { resolve } from 'node:path';
import { flagsOf, variablesOf } from '../config/command-line.ts';
import type { RawConfig } from '../config/inputs.ts';
import { UnreachableError, VaultError } from '../vault/errors.ts';

/**
 * The command line lies beside the running script (`dist/main/index.js`), so that it works in a later step of the job and
 * on a machine of one's own that runs jobs, in the very version and from the very place that failed.
 */
export function doctorLine(raw: RawConfig, script: string): string {
  const cli = resolve(script, '..', '..', 'cli', 'index.js').replaceAll('\\', '/');
  return `To find out why, run in a later step of this job (if: failure()), with ${variablesOf(raw)} in its env: node ${cli} doctor ${flagsOf(raw)}`;
}

/** Wrong inputs say all that there is to say, and so does a wrapping token that somebody has opened. */
export function isOfServer(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOfServer);
  return error instanceof VaultError || error instanceof UnreachableError;
}

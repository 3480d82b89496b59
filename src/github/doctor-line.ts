/** Why this exists: a failed step ends with the one line that finds out why, as it can be pasted. */

import { resolve } from 'node:path';
import { flagsOf, variablesOf, word } from '../config/command-line.ts';
import type { RawConfig } from '../config/inputs.ts';
import { UnreachableError, VaultError } from '../vault/errors.ts';

/** Where the step runs. */
export interface Place {
  /** `dist/main/index.js`, as it is run. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  exists(path: string): boolean;
}

/** For a later step of the job, where the server is as far away, and for a machine of one's own that runs jobs. */
export function doctorLine(raw: RawConfig, place: Place): string {
  return `To find out why, run in a later step of this job (if: failure()), with ${variablesOf(raw)} in its env: ${program(place)} doctor ${flagsOf(raw)}`;
}

/**
 * The command line of the version that failed: beside the script in a clone, else out of its repository, because what a
 * runner downloads is without it
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables#default-environment-variables).
 */
function program({ script, env, exists }: Place): string {
  const beside = resolve(script, '..', '..', 'cli', 'index.js').replaceAll('\\', '/');
  if (exists(beside)) return `node ${word(beside)}`;
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_ACTION_REPOSITORY: repository,
    GITHUB_ACTION_REF: ref,
  } = env;
  if (!repository || !ref) return 'vault-approle';
  const address = `${server}/${repository}/raw/${ref}/dist/cli/index.js`;
  return `curl -fsSLo vault-approle.cjs ${word(address)} && node vault-approle.cjs`;
}

/** Wrong inputs say all that there is to say, and so does a wrapping token that somebody has opened. */
export function isOfServer(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOfServer);
  return error instanceof VaultError || error instanceof UnreachableError;
}

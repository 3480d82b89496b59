/** Why this exists: `export`: values in a file, for steps that must share them, and in another all that ends them. */

import { dirname, resolve } from 'node:path';
import { liesIn } from '../platform/files.ts';
import { errorCode, type Problem, UsageError } from '../vault/errors.ts';
import type { Call } from './call.ts';
import { FORMATS, formatVariables } from './formats.ts';
import { endIt, obtain } from './job.ts';
import { variablesOf } from './outlets.ts';
import { removeAll, removeValues } from './revoke.ts';
import { createFile, placeFile, type State, stateText, unfinished } from './state.ts';

/** Writes both files. Where anything fails or a signal comes, neither is left, and the token is ended. */
export async function exportValues(call: Call): Promise<number> {
  const { out, statePath, format } = readTargets(call);
  let state: State = { files: [out, unfinished(out)] };
  const keep = (more: Partial<State>): void => {
    state = { ...state, ...more };
    placeFile(statePath, stateText(state));
  };
  writing('--state', () => createFile(statePath, stateText(state)));
  try {
    const collection = await obtain(call.config, call.surroundings, (handle) => keep({ handle }));
    try {
      const place = { name: '--out', folder: dirname(out) };
      const variables = variablesOf(collection.publications, place, (folder) => keep({ folder }));
      writing('--out', () => placeFile(out, formatVariables(variables, format)));
    } catch (error) {
      await endIt(collection.handle, call.surroundings);
      throw error;
    }
  } catch (error) {
    removeValues(state);
    removeAll([statePath, unfinished(statePath)]);
    throw error;
  }
  return 0;
}

interface Targets {
  readonly out: string;
  readonly statePath: string;
  readonly format: (typeof FORMATS)[number];
}

function readTargets({ flags, env }: Call): Targets {
  const given = flags.get('format') ?? 'dotenv';
  const format = FORMATS.find((known) => known === given);
  const problems: Problem[] = ['out', 'state'].flatMap((name) =>
    pathProblems(`--${name}`, flags.get(name), env),
  );
  if (!format) problems.push({ name: '--format', problem: `"${given}" is not one of ${FORMATS.join(', ')}` });
  const [out, statePath] = [resolve(flags.get('out') ?? ''), resolve(flags.get('state') ?? '')];
  if (out === statePath) problems.push({ name: '--state', problem: 'is the same file as --out' });
  if (problems.length > 0 || !format) throw new UsageError(problems);
  return { out, statePath, format };
}

/** Variables that name the folder whose files end up in artifacts and caches. */
const WORKSPACES = ['CI_PROJECT_DIR', 'WORKSPACE', 'GITHUB_WORKSPACE'];

function pathProblems(name: string, path: string | undefined, env: NodeJS.ProcessEnv): readonly Problem[] {
  if (!path) return [{ name, problem: 'is needed: the path of a file that is to be written' }];
  const workspace = WORKSPACES.find((one) => env[one] && liesIn(resolve(path), env[one]));
  if (!workspace) return [];
  const problem = `lies in the workspace (${workspace}), whose files end up in artifacts and caches: choose a folder beside it`;
  return [{ name, problem }];
}

/** What keeps a file from being written is told under the flag that names it. */
function writing(name: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([{ name, problem: whyUnwritten(errorCode(error)) }]);
  }
}

function whyUnwritten(code: string): string {
  if (code !== 'EEXIST') return `cannot be written (${code})`;
  return 'is there already: an earlier export was not ended, so run revoke --state with it first';
}

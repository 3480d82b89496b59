/** Why this exists: `revoke`: everything that `export` made comes to its end, as often as it is asked for. */

import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { removeFolder } from '../platform/files.ts';
import { errorCode, UsageError } from '../vault/errors.ts';
import type { PlainCall } from './call.ts';
import { endIt, type Surroundings } from './job.ts';
import { readState, type State, stateFiles, unfinished } from './state.ts';

/** Removes the files, revokes the tokens. Status 1 when a token may live on or a file could not be removed. */
export async function revokeStates({ flags, surroundings }: PlainCall): Promise<number> {
  const path = flags.get('state');
  if (!path) throw new UsageError([{ name: '--state', problem: 'is needed: the file that export wrote' }]);
  const outcomes: boolean[] = [];
  for (const file of stateFiles(resolve(path))) outcomes.push(await revokeState(file, surroundings));
  if (outcomes.length === 0) surroundings.terminal.info(`There is nothing to revoke in ${path}.`);
  return outcomes.every(Boolean) ? 0 : 1;
}

/** Values go first and the state last, so that a second try finds what the first has left. It goes even when the server is
 * away: a token on disk is worse than one that nobody knows. */
async function revokeState(path: string, surroundings: Surroundings): Promise<boolean> {
  const { terminal } = surroundings;
  const state = readState(path);
  if (!state) {
    removeAll([unfinished(path)]);
    terminal.info(`There is nothing to revoke: ${path} is not there.`);
    return true;
  }
  if (state.handle) terminal.hide([state.handle.token.reveal()]);
  const values = removeValues(state);
  const level = await endIt(state.handle, surroundings);
  const left = [...values, ...removeAll([path, unfinished(path)])];
  left.forEach((problem) => terminal.warn(problem));
  return left.length === 0 && level === 'info';
}

/** Removes the files with values that a state names. Returns a sentence for each that is still there. */
export function removeValues({ files, folder }: State): readonly string[] {
  const removed = removeAll(files);
  const problem = folder === undefined ? undefined : removal(folder, () => removeFolder(folder));
  return problem === undefined ? removed : [...removed, problem];
}

/** Removes these files. Returns a sentence for each that is still there. */
export function removeAll(files: readonly string[]): readonly string[] {
  return files
    .map((file) => removal(file, () => rmSync(file, { force: true })))
    .filter((problem) => problem !== undefined);
}

function removal(path: string, remove: () => void): string | undefined {
  try {
    remove();
    return undefined;
  } catch (error) {
    return `${path} could not be removed (${errorCode(error)}): it holds secrets, remove it on this machine.`;
  }
}

/** Why this exists: `revoke`: everything that `export` made comes to its end, as often as it is asked for. */

import { resolve } from 'node:path';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { Given, PlainCall } from './call.ts';
import { endIt, type Surroundings } from './job.ts';
import { removeFiles, removeFolders } from './removal.ts';
import { readState, stateFiles, unfinished } from './state.ts';

/** What is wrong with the flags. */
export function stateProblems({ flags }: Given): readonly Problem[] {
  if (flags.get('state')) return [];
  return [{ name: '--state', problem: 'is needed: the file that export wrote, or a folder with such files' }];
}

/** Removes the files, revokes the tokens. Status 1 when a token may live on or a file could not be removed. */
export async function revokeStates({ flags, surroundings }: PlainCall): Promise<number> {
  const path = flags.get('state') ?? '';
  const problems: Problem[] = [];
  const outcomes: boolean[] = [];
  const files = stateFiles(resolve(path));
  for (const file of files) {
    try {
      outcomes.push(await revokeState(file, surroundings));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  if (files.length === 0) surroundings.terminal.info(`There is nothing to revoke in ${path}.`);
  return outcomes.every(Boolean) ? 0 : 1;
}

/** Values go first and the state last, so that a second try finds what the first has left. It goes even when the server is
 * away: a token on disk is worse than one that nobody knows. */
async function revokeState(path: string, surroundings: Surroundings): Promise<boolean> {
  const { terminal } = surroundings;
  const state = readState(path);
  if (!state) {
    terminal.info(`There is nothing to revoke: ${path} is not there.`);
    return true;
  }
  if (state.handle) terminal.hide([state.handle.token.reveal()]);
  const values = [...removeFiles(state.files), ...removeFolders(state.folder ? [state.folder] : [])];
  const level = await endIt(state.handle, surroundings);
  const left = [...values, ...removeFiles([path, unfinished(path)])];
  left.forEach((problem) => terminal.warn(problem));
  return left.length === 0 && level === 'info';
}

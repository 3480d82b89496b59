/** Why this exists: values that go into files, which only this user can read and which clean-up removes (rule R18). */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Publication } from '../job/ci.ts';
import { errorCode, UsageError } from '../vault/errors.ts';

const PREFIX = 'vault-approle-';

/** What is published under the names: the text itself, or the path of the file that now holds it. */
export interface Placed {
  readonly output?: string | undefined;
  readonly env?: string | undefined;
  readonly text: string;
}

/** Where files may go. */
export interface Place {
  /** As the user knows it: `RUNNER_TEMP`. */
  readonly name: string;
  readonly folder: string | undefined;
  /** Whose files end up in artifacts and caches. */
  readonly workspace?: string | undefined;
}

/**
 * Writes the files, each 0600, into a new folder (0700) in the place. `keep` is told of the folder before anything
 * is in it. Throws a `UsageError` where there is no safe place or no room; what is there already is left to clean-up.
 */
export function placeFiles(
  publications: readonly Publication[],
  place: Place,
  keep: (folder: string) => void,
): readonly Placed[] {
  if (!publications.some(({ file }) => file)) return publications.map(plain);
  const parent = safePlace(place);
  try {
    const folder = mkdtempSync(join(parent, PREFIX));
    keep(folder);
    const done = new Set<string>();
    return publications.map((one) =>
      one.file === undefined ? plain(one) : written(one, join(folder, one.file), done),
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unsafe(`files cannot be written below ${place.name} (${errorCode(error)}): nothing was published`);
  }
}

function plain({ output, env, value }: Publication): Placed {
  return { output, env, text: value.reveal() };
}

/** `wx`: never into something that is there already, nor through a link. One value may have two names for its file. */
function written({ output, env, value, binary }: Publication, path: string, done: Set<string>): Placed {
  const bytes = Buffer.from(value.reveal(), binary ? 'base64' : 'utf8');
  if (!done.has(path)) writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
  done.add(path);
  return { output, env, text: path };
}

/** Outside the workspace, whose files end up in artifacts and caches (rule R19). */
function safePlace({ name, folder, workspace }: Place): string {
  if (!folder) throw unsafe(`${name} is not set: there is no place for files outside the workspace`);
  if (workspace && liesIn(folder, workspace)) {
    throw unsafe(`${name} lies in the workspace, whose files end up in artifacts and caches`);
  }
  return folder;
}

/** Whether a path is the folder or something in it, by their names. */
export function liesIn(path: string, folder: string): boolean {
  return !/^\.\.(?:[\\/]|$)|^[A-Za-z]:|^[\\/]/.test(relative(folder, path));
}

function unsafe(problem: string): UsageError {
  return new UsageError([{ name: 'secrets', problem }]);
}

/** Removes what `placeFiles` made; nothing else, and nothing where there is nothing. */
export function removeFolder(folder: string): void {
  if (basename(folder).startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true });
}

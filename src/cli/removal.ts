/** Why this exists: what we wrote is removed, or said to be still there: it holds secrets. */

import { rmSync } from 'node:fs';
import { removeFolder } from '../platform/files.ts';
import { errorCode } from '../vault/errors.ts';

/** Removes these files; those that are not there are no problem. Returns a sentence for each that is still there. */
export function removeFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => attempt(path, () => rmSync(path, { force: true })));
}

/** Likewise for folders of ours, with what is in them. */
export function removeFolders(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => attempt(path, () => removeFolder(path)));
}

function attempt(path: string, remove: () => void): readonly string[] {
  try {
    remove();
    return [];
  } catch (error) {
    const why = `could not be removed (${errorCode(error)})`;
    return [`${path} ${why}: it holds secrets, remove it on this machine.`];
  }
}

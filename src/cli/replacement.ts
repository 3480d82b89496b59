/** Why this exists: what takes the place of a file of secrets can be read by those who could read that, and by nobody else (rule R18). */

import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { errorCode, UsageError } from '../vault/errors.ts';
import { privately } from './private.ts';
import { removeFiles } from './removal.ts';
import { createFolderOf, unfinished } from './state.ts';

/**
 * Does all of a replacement but the last step, with nothing in the file, and leaves no trace but a folder. Returns the mode
 * that the file will have. Throws a `UsageError` where `replaceFileAsIs` would.
 */
export function rehearse(path: string): number {
  return telling(path, () => {
    const mode = write(path, '');
    rmSync(unfinished(path));
    return mode;
  });
}

/** Puts a new file, which is on the disk then, in the place of what is there. Throws a `UsageError`; nothing is changed then. */
export function replaceFileAsIs(path: string, text: string): void {
  telling(path, () => {
    write(path, text);
    renameSync(unfinished(path), path);
  });
}

function telling<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    removeFiles([unfinished(path)]);
    if (error instanceof UsageError) throw error;
    throw unfit(path, `cannot be written (${errorCode(error)})`);
  }
}

/** `wx` (O_EXCL): never through a link. What the file may be read by is settled before anything is in it. */
function write(path: string, text: string): number {
  const old = fileAt(path);
  createFolderOf(path);
  rmSync(unfinished(path), { force: true });
  const file = privately(() => openSync(unfinished(path), 'wx', 0o600));
  try {
    if (old) inherit(file, old, path);
    writeFileSync(file, text);
    fsyncSync(file);
    return fstatSync(file).mode & 0o777;
  } finally {
    closeSync(file);
  }
}

/** A new file in the place of a link leaves what the link leads to as it is; in the place of a device it breaks the machine. */
function fileAt(path: string): Stats | undefined {
  const old = lstatSync(path, { throwIfNoEntry: false });
  if (old?.isSymbolicLink()) throw unfit(path, 'is a link: give the path of the file that it leads to');
  if (old && !old.isFile()) throw unfit(path, 'is no file, and would be replaced');
  return old;
}

function inherit(file: number, { uid, gid, mode }: Stats, path: string): void {
  const ours = fstatSync(file);
  try {
    if (uid !== ours.uid || gid !== ours.gid) fchownSync(file, uid, gid);
    fchmodSync(file, mode & 0o777);
  } catch (error) {
    const whose = `belongs to user ${uid} and group ${gid}, and a new file in its place would not (${errorCode(error)})`;
    throw unfit(path, `${whose}: run this as that user, or as root`);
  }
}

function unfit(path: string, problem: string): UsageError {
  return new UsageError([{ name: '--out', problem: `${path} ${problem}` }]);
}

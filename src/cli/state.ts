/** Why this exists: what `export` leaves behind for `revoke`: 0600, never through a link, never half written (rule R18). */

import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, UsageError } from '../vault/errors.ts';
import { packHandle, type TokenHandle, unpackHandle } from '../vault/handle.ts';

export interface State {
  readonly handle?: TokenHandle | undefined;
  /** Absolute paths of the files that hold values. */
  readonly files: readonly string[];
  /** The folder of the values that are in files of their own. */
  readonly folder?: string | undefined;
}

/** A file on the way to its place. */
export function unfinished(path: string): string {
  return `${path}.new`;
}

/** Puts a new file in the place of what is there, of mode 0600 whatever the umask. Throws what `fs` throws. */
export function placeFile(path: string, text: string): void {
  const temporary = unfinished(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(temporary, { force: true });
  write(temporary, text);
  renameSync(temporary, path);
}

/** Like `placeFile`, where nothing may be there yet. */
export function createFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  write(path, text);
}

/** `O_EXCL`: never into something that is there already, nor through a link. */
function write(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    if (process.platform !== 'win32') fchmodSync(file, 0o600);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

const KIND = 'vault-approle state 1';

export function stateText({ handle, files, folder }: State): string {
  const packed = handle && packHandle(handle).reveal();
  return `${JSON.stringify({ kind: KIND, handle: packed, files, folder })}\n`;
}

/** The state in a file; undefined when there is none. Throws a `UsageError` for what is no state, or somebody else's. */
export function readState(path: string): State | undefined {
  try {
    return parse(path, readOwn(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (errorCode(error) === 'ENOENT') return undefined;
    throw wrong(path, `cannot be read (${errorCode(error)})`);
  }
}

/** Somebody else's file could name files for us to delete. */
function readOwn(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { uid } = fstatSync(file);
    if (process.getuid && uid !== process.getuid()) throw wrong(path, 'belongs to another user');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function parse(path: string, text: string): State {
  const state = parsed(text);
  if (state?.kind !== KIND) throw wrong(path, 'is no state of vault-approle export');
  const { handle, files, folder } = state;
  return { handle: handle === undefined ? undefined : unpackHandle(handle), files: files ?? [], folder };
}

interface Written {
  readonly kind?: string;
  readonly handle?: string;
  readonly files?: readonly string[];
  readonly folder?: string;
}

/** Our own writing, in a file that only this user can write. */
function parsed(text: string): Written | undefined {
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === 'object' && state !== null ? (state as Written) : undefined;
  } catch {
    return undefined;
  }
}

function wrong(path: string, problem: string): UsageError {
  return new UsageError([{ name: '--state', problem: `${path} ${problem}` }]);
}

const SUFFIX = '.state';

/** The files that a `--state` of `revoke` means: itself or, for a folder, every `*.state` in it. */
export function stateFiles(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => join(path, name));
}

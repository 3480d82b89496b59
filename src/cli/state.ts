/** Why this exists: what `export` leaves behind for `revoke`: 0600, never through a link, never half written (rule R18). */

import {
  closeSync,
  constants,
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
import { privately } from './private.ts';

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

/** Makes the folder that a file is to be in, if it is not there. */
export function createFolderOf(path: string): void {
  privately(() => mkdirSync(dirname(path), { recursive: true, mode: 0o700 }));
}

/** `wx` (O_EXCL): never into something that is there already, nor through a link. It is on the disk then. Throws what `fs` throws. */
export function createFile(path: string, text: string): void {
  createFolderOf(path);
  privately(() => writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true }));
}

/** Puts a new file in the place of what is there. `ready` is called when it is written and has not yet its name. */
export function replaceFile(path: string, text: string, ready: () => void = () => undefined): void {
  const temporary = unfinished(path);
  rmSync(temporary, { force: true });
  createFile(temporary, text);
  ready();
  renameSync(temporary, path);
}

const KIND = 'vault-approle state 1';

export function stateText({ handle, files, folder }: State): string {
  const packed = handle && packHandle(handle).reveal();
  return `${JSON.stringify({ kind: KIND, handle: packed, files, folder })}\n`;
}

/**
 * The state in a file, or in the one that was to replace it when `export` was killed: that is the newer one, if whole.
 * Undefined when there is none. Throws a `UsageError` for what is no state, or somebody else's.
 */
export function readState(path: string): State | undefined {
  return readWhole(unfinished(path)) ?? read(path);
}

function readWhole(path: string): State | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

function read(path: string): State | undefined {
  try {
    return parse(path, readOwn(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (errorCode(error) === 'ENOENT') return undefined;
    throw wrong(path, `cannot be read (${errorCode(error)})`);
  }
}

/** Opening a link is an error, opening a pipe must not wait for its other end. */
const CAUTIOUSLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Somebody else's file could name files for us to delete. */
function readOwn(path: string): string {
  const file = openSync(path, CAUTIOUSLY);
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
  if (!state) throw wrong(path, 'is no state of vault-approle export');
  return state;
}

function parsed(text: string): State | undefined {
  const { kind, handle, files, folder } = jsonObject(text);
  if (kind !== KIND || !Array.isArray(files) || !files.every((file) => typeof file === 'string'))
    return undefined;
  if (folder !== undefined && typeof folder !== 'string') return undefined;
  if (handle === undefined) return { files, folder };
  const unpacked = typeof handle === 'string' ? unpackHandle(handle) : undefined;
  return unpacked && { handle: unpacked, files, folder };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function wrong(path: string, problem: string): UsageError {
  return new UsageError([{ name: '--state', problem: `${path} ${problem}` }]);
}

const SUFFIX = '.state';

/** The files that a `--state` of `revoke` means: itself or, for a folder, every `*.state` in it. Throws a `UsageError`. */
export function stateFiles(path: string): readonly string[] {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith(SUFFIX));
    return names.map((name) => join(path, name));
  } catch (error) {
    throw wrong(path, `cannot be read (${errorCode(error)})`);
  }
}

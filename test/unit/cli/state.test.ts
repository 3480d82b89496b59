/** Why this exists: the file that names what is to be deleted is ours alone, and anything else in its place is left alone (rule R18). */

import {
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { privately } from '../../../src/cli/private.ts';
import {
  createFile,
  readState,
  replaceFile,
  type State,
  stateFiles,
  stateText,
  unfinished,
} from '../../../src/cli/state.ts';
import { Secret } from '../../../src/secret.ts';
import type { TokenHandle } from '../../../src/vault/handle.ts';
import { serverAt } from '../../support/client.ts';

const HANDLE: TokenHandle = {
  token: new Secret('canary-token'),
  server: serverAt(['https://vault.example.org']),
  batch: false,
  uses: 0,
  defaultPolicy: true,
};
const STATE: State = { handle: HANDLE, files: ['/a/env', '/a/env.new'], folder: '/a/vault-approle-x' };

const posix = it.skipIf(process.platform === 'win32');
const mode = (path: string): number => statSync(path).mode & 0o777;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, 'job.state');
});

/** The umask for what follows in this test. */
function setUmask(mask: number): void {
  const before = process.umask(mask);
  onTestFinished(() => void process.umask(before));
}

describe('R18: a file', () => {
  posix.each([0o000, 0o022, 0o777])('is 0600 in folders of 0700, whatever the umask: %o', (mask) => {
    setUmask(mask);
    const deep = join(folder, 'a', 'b', 'file');
    createFile(deep, 'text');
    replaceFile(join(folder, 'c', 'file'), 'text');
    expect([deep, join(folder, 'c', 'file')].map(mode)).toEqual([0o600, 0o600]);
    expect(['a', 'a/b', 'c'].map((name) => mode(join(folder, name)))).toEqual([0o700, 0o700, 0o700]);
    expect(process.umask()).toBe(mask);
  });

  it('is not made where something is', () => {
    writeFileSync(path, 'theirs');
    expect(() => createFile(path, 'ours')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });

  posix('is not made through a link, not even one that leads nowhere', () => {
    symlinkSync(join(folder, 'target'), path);
    expect(() => createFile(path, 'ours')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(existsSync(join(folder, 'target'))).toBe(false);
  });

  posix('that replaces another is a new one: what was open or linked is not written into', () => {
    const target = join(folder, 'target');
    writeFileSync(target, 'theirs', { mode: 0o644 });
    linkSync(target, path);
    symlinkSync(target, unfinished(path));
    replaceFile(path, 'ours');
    expect([readFileSync(target, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['theirs', 'ours']);
    expect(lstatSync(path).isFile()).toBe(true);
    expect(mode(path)).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['job.state', 'target']);
  });

  it('has its name only after all is ready', () => {
    writeFileSync(path, 'old');
    const seen: string[] = [];
    replaceFile(path, 'new', () =>
      seen.push(readFileSync(path, 'utf8'), readFileSync(unfinished(path), 'utf8')),
    );
    expect(seen).toEqual(['old', 'new']);
  });

  it('the umask is ours again when writing fails', () => {
    setUmask(0o022);
    expect(() => privately(() => mkdirSync(join(folder, 'no', 'where')))).toThrow();
    expect(process.umask()).toBe(0o022);
  });
});

describe('a state', () => {
  it('is read as it was written', () => {
    createFile(path, stateText(STATE));
    const { handle, ...rest } = readState(path) ?? {};
    expect(rest).toEqual({ files: STATE.files, folder: STATE.folder });
    expect(handle?.token.reveal()).toBe('canary-token');
    expect(handle?.server).toEqual(HANDLE.server);
  });

  it('may be without token and folder', () => {
    createFile(path, stateText({ files: [] }));
    expect(readState(path)).toEqual({ handle: undefined, files: [], folder: undefined });
  });

  it('that is not there is none', () => {
    expect(readState(path)).toBeUndefined();
  });

  it('that was to replace another counts, if it is whole', () => {
    createFile(path, stateText({ files: [] }));
    createFile(unfinished(path), stateText(STATE));
    expect(readState(path)?.files).toEqual(STATE.files);
    writeFileSync(unfinished(path), stateText(STATE).slice(0, -5));
    expect(readState(path)?.files).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['text', 'canary'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another kind', JSON.stringify({ kind: 'canary', files: [] })],
    ['no files', JSON.stringify({ kind: 'vault-approle state 1' })],
    ['files that are none', JSON.stringify({ kind: 'vault-approle state 1', files: [5] })],
    ['a folder that is none', JSON.stringify({ kind: 'vault-approle state 1', files: [], folder: {} })],
    [
      'a token that cannot be unpacked',
      JSON.stringify({ kind: 'vault-approle state 1', files: [], handle: 'canary' }),
    ],
  ])('is not %s', (_, text) => {
    writeFileSync(path, text);
    expect(() => readState(path)).toThrow(`--state: ${path} is no state of vault-approle export`);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  posix('is not read through a link', () => {
    createFile(join(folder, 'target'), stateText(STATE));
    symlinkSync(join(folder, 'target'), path);
    expect(() => readState(path)).toThrow(`--state: ${path} cannot be read (ELOOP)`);
  });

  it.skipIf(process.getuid?.() !== 0)('of another user is not read: it could name any file', () => {
    createFile(path, stateText(STATE));
    chownSync(path, 65_534, -1);
    expect(() => readState(path)).toThrow(`--state: ${path} belongs to another user`);
  });

  it('that is a folder in the place of a file is told', () => {
    mkdirSync(path);
    expect(() => readState(path)).toThrow(/cannot be read \(E/);
  });
});

describe('--state of revoke', () => {
  it('is a file, there or not', () => {
    expect(stateFiles(path)).toEqual([path]);
  });

  it('or all *.state of a folder', () => {
    for (const name of ['a.state', 'b.state', 'b.state.new', 'env']) writeFileSync(join(folder, name), '');
    expect([...stateFiles(folder)].sort()).toEqual([join(folder, 'a.state'), join(folder, 'b.state')]);
  });

  it('a path below a file is told', () => {
    writeFileSync(path, '');
    const below = join(path, 'x');
    expect(() => stateFiles(below).map(readState)).toThrow(`--state: ${below} cannot be read (ENOTDIR)`);
  });
});

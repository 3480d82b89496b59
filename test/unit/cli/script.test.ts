/** Why this exists: a script is in a file of this user alone, and is run by what its first line says. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { placeScript } from '../../../src/cli/script.ts';
import { removeFolder } from '../../../src/platform/files.ts';

let folder: string;
let kept: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-script-'));
  kept = [];
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
});

const place = (text: string) => placeScript(text, (one) => kept.push(one));
const mode = (path: string): number => statSync(path).mode & 0o777;

describe.skipIf(process.platform === 'win32')('a script', () => {
  it('is run by sh, which stops where a line fails', () => {
    const { file, args } = place('echo one\nfalse\necho two');
    expect(file).toBe('sh');
    expect(args).toEqual(['-e', expect.stringContaining(folder)]);
    expect(readFileSync(args[1] ?? '', 'utf8')).toBe('echo one\nfalse\necho two\n');
    expect(() => execFileSync(file, args, { stdio: 'pipe' })).toThrow(
      expect.objectContaining({ stdout: Buffer.from('one\n') }),
    );
  });

  it('with a #! line is a program', () => {
    const { file, args } = place('#!/bin/sh -u\nbasename "$0"\n');
    expect(args).toEqual([]);
    expect(execFileSync(file, { encoding: 'utf8' })).toBe('script\n');
  });

  it.each([0o000, 0o777])('R18: is for this user alone, whatever the umask: %o', (umask) => {
    const before = process.umask(umask);
    const { args } = place('true');
    process.umask(before);
    const path = args[1] ?? '';
    expect([path, dirname(path)].map(mode)).toEqual([0o700, 0o700]);
  });

  it('is in a folder that is told, and that can be removed as one of ours', () => {
    place('true');
    expect(kept).toEqual([join(folder, readdirSync(folder)[0] ?? '?')]);
    kept.forEach(removeFolder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that cannot be written is told', () => {
    vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
    expect(() => place('true')).toThrow(
      `--script: cannot be written below ${join(folder, 'nowhere')} (ENOENT)`,
    );
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

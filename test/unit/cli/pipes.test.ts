/** Why this exists: what a command writes into is a pipe, which ends when the last who holds it has ended. */

import { closeSync, fstatSync, mkdtempSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { closeEnds, openPipes } from '../../../src/cli/pipes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-pipes-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe.skipIf(process.platform === 'win32')('pipes', () => {
  it('are two, for this process alone, and have no name any more', async () => {
    const pipes = openPipes(process.env.PATH) ?? [];
    expect(pipes).toHaveLength(2);
    const stats = pipes.map(({ end }) => fstatSync(end));
    expect(stats.map((stat) => [stat.isFIFO(), stat.mode & 0o777])).toEqual([
      [true, 0o600],
      [true, 0o600],
    ]);
    expect(readdirSync(folder)).toEqual([]);
    pipes.forEach(({ end }, index) => writeSync(end, `canary ${index}`));
    closeEnds(pipes);
    expect(await Promise.all(pipes.map(({ source }) => text(source)))).toEqual(['canary 0', 'canary 1']);
  });

  it('say that nobody reads any more', async () => {
    const pipes = openPipes(process.env.PATH) ?? [];
    await Promise.all(
      pipes.map(({ source }) => new Promise((resolve) => source.once('close', resolve).destroy())),
    );
    for (const { end } of pipes) {
      expect(() => writeSync(end, 'x')).toThrow(expect.objectContaining({ code: 'EPIPE' }));
      closeSync(end);
    }
  });

  it.each(['no programs', 'no temporary folder'])(
    'are none where there are %s, and leave nothing',
    (what) => {
      if (what === 'no temporary folder') vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
      expect(openPipes(what === 'no programs' ? folder : process.env.PATH)).toBeUndefined();
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

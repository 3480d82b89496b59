/**
 * Why this exists: a command writes into pipes, as it does without us. What Node makes are sockets: a script cannot open
 * `/dev/stdout` and `/dev/stderr` on them (ENXIO), and gets another error than SIGPIPE when nobody reads any more.
 */

import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface Pipe {
  readonly source: Readable;
  /** The descriptor for the command. Ours is to be closed when the command has it, or the source never ends. */
  readonly end: number;
}

/** Two pipes, or none where they cannot be made: Node's own do for most commands. `path` is where programs are looked for. */
export function openPipes(path: string | undefined): readonly [Pipe, Pipe] | undefined {
  if (process.platform === 'win32') return undefined;
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'vault-approle-pipes-'));
    const names = [join(folder, 'stdout'), join(folder, 'stderr')] as const;
    execFileSync('mkfifo', ['-m', '600', ...names], { env: { PATH: path }, stdio: 'ignore' });
    return [openPipe(names[0]), openPipe(names[1])];
  } catch {
    return undefined;
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** The reading end does not wait for a writer; what the command gets is a pipe like any other. */
function openPipe(name: string): Pipe {
  const reading = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  const end = openSync(name, constants.O_WRONLY);
  return { source: new Socket({ fd: reading, readable: true, writable: false }), end };
}

/** Closes our copies of what the command has. */
export function closeEnds(pipes: readonly Pipe[]): void {
  pipes.forEach(({ end }) => closeSync(end));
}

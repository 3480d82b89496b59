/** Why this exists: what we print arrives whole, or it is known that it did not. */

import { fstatSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { errorCode, type Problem } from '../vault/errors.ts';

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Our standard output and error; `own` is how Node has them. `lost` is told of what could not be written, as on a full disk.
 * A reader who has gone is no loss, and ends the command that writes for it, never us: there is a token to revoke.
 */
export function ownStreams(own: Streams, lost: (problem: Problem) => void): Streams {
  const listen = (stream: Writable, name: string): Writable =>
    stream.on('error', (error) => {
      const code = errorCode(error);
      if (!GONE.has(code))
        lost({ name, problem: `cannot be written (${code}): what is missing there is lost` });
    });
  return {
    stdout: listen(isFile(1) ? fileStream(1) : own.stdout, 'standard output'),
    stderr: listen(isFile(2) ? fileStream(2) : own.stderr, 'standard error'),
  };
}

const GONE: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/** Not everything can be looked at on Windows. */
function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** Node's own stream for a file forgets what a full disk has no room for, unless that is all of a chunk (node:fs `writeSync`). */
function fileStream(descriptor: number): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      try {
        for (let written = 0; written < chunk.length; ) written += writeSync(descriptor, chunk, written);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

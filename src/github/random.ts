/** Why this exists: what `@actions/core` takes from node:crypto, without loading that: a twentieth of a short job's CPU time. */

import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Text that nobody can guess, for the delimiters of command files: 128 bits from where node:crypto has its own, the
 * kernel; from Web Crypto where the kernel has no file for them (Windows). The build puts it in the place of `crypto`.
 */
export function randomUUID(): string {
  try {
    return fromKernel('/dev/urandom');
  } catch {
    return crypto.randomUUID();
  }
}

const BYTES = 16;

function fromKernel(path: string): string {
  const bytes = Buffer.alloc(BYTES);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, bytes) !== BYTES) throw new Error('too few bytes');
  } finally {
    closeSync(file);
  }
  return bytes.toString('hex');
}

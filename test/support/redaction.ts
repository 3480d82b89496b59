/** Why this exists: what tests of redaction share: a whole text, redacted. */

import type { Patterns } from '../../src/cli/redact/patterns.ts';
import { redactorOf } from '../../src/cli/redact/redactor.ts';

/** What is released of chunks that come one after the other, to the end. */
export function redacted(patterns: Patterns, chunks: Iterable<Buffer>): Buffer {
  const pieces: Buffer[] = [];
  const redactor = redactorOf(patterns, (bytes) => pieces.push(bytes));
  for (const chunk of chunks) redactor.write(chunk);
  redactor.end();
  return Buffer.concat(pieces);
}

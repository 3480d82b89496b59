/** Why this exists: what tests of redaction share: patterns of texts, and what is released of chunks. */

import { compiled, type Patterns } from '../../src/cli/redact/patterns.ts';
import { type Redactor, redactorOf } from '../../src/cli/redact/redactor.ts';

/** Patterns of just these texts, in no other form. */
export function patternsOfTexts(...texts: readonly string[]): Patterns {
  return compiled(texts.map((text) => Buffer.from(text)));
}

/** What is released of chunks that come one after the other, to the end. */
export function redacted(patterns: Patterns, chunks: Iterable<Buffer | string>): Buffer {
  const pieces: Buffer[] = [];
  const redactor = redactorOf(patterns, (bytes) => pieces.push(bytes));
  for (const chunk of chunks) redactor.write(Buffer.from(chunk));
  redactor.end();
  return Buffer.concat(pieces);
}

/** What each step releases. */
export function stepwise(patterns: Patterns): (step: (redactor: Redactor) => void) => string {
  let pieces: Buffer[] = [];
  const redactor = redactorOf(patterns, (bytes) => pieces.push(bytes));
  return (step) => {
    pieces = [];
    step(redactor);
    return Buffer.concat(pieces).toString('latin1');
  };
}

/**
 * Why this exists: a stream of bytes with `***` in place of each pattern, the same whatever chunks it comes in, and each
 * byte released as soon as it is certain (docs/architecture.md says what is held back, and until when).
 */

import { outputTo } from './output.ts';
import type { Patterns } from './patterns.ts';
import { type Begun, scannerOf } from './scanner.ts';

export interface Redactor {
  /** Reads a chunk; releases all but the bytes that begin a pattern which may still end. */
  write(chunk: Buffer): void;
  /** Whether bytes are held back. */
  holds(): boolean;
  /** Nothing came for a while: releases a little of what is held back, so that a prompt can be read. */
  pause(): void;
  /** Nothing more will come: releases the rest, or a mask for it. */
  end(): void;
}

/** Bytes of a pattern that has begun which a pause releases. */
const MOST_SHOWN = 3;
/** From so many bytes on, a beginning is none by chance, however long the pattern is. */
const NO_CHANCE = 16;
/** Longer chunks are read in parts, so that what is noted of them stays small. */
const LONGEST_CHUNK = 65_536;

/** A redactor for one stream. `release` gets what may be shown, in order, never empty, before the call returns. */
export function redactorOf(patterns: Patterns, release: (bytes: Buffer) => void): Redactor {
  const output = outputTo(release);
  const scanner = scannerOf(patterns, output.cover);

  function read(chunk: Buffer): void {
    scanner.scan(chunk);
    const { matched, pattern } = scanner.begun().reduce(longer, NONE);
    output.read(chunk, scanner.position() - matched, pattern);
  }

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length; at += LONGEST_CHUNK) read(chunk.subarray(at, at + LONGEST_CHUNK));
    },
    holds: output.holds,
    pause() {
      const position = scanner.position();
      const limits = scanner.begun().map((one) => position - one.matched + (isLikely(one) ? 0 : MOST_SHOWN));
      output.release(Math.min(position, ...limits));
    },
    end() {
      const position = scanner.position();
      for (const { matched } of scanner.begun().filter(isLikely)) output.cover(position - matched, position);
      output.release(position);
    },
  };
}

const NONE: Begun = { pattern: Buffer.alloc(0), matched: 0, shortest: 0 };

function longer(one: Begun, other: Begun): Begun {
  return other.matched > one.matched ? other : one;
}

/** Whether a beginning is taken for the pattern: from a quarter of it on. */
function isLikely({ matched, shortest }: Begun): boolean {
  return 4 * matched >= shortest || matched >= NO_CHANCE;
}

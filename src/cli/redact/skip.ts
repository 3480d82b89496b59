/**
 * Why this exists: most output begins no pattern, and two of its bytes are enough to see that several before them do not
 * either (Wu and Manber, 1994). That makes the search several times as fast as reading every byte.
 */

/** The first position from this one on where a pattern may begin. Between the two, none begins. */
export type Skip = (chunk: Buffer, from: number) => number;

/** More would not be jumped over in one go. */
const LONGEST_WINDOW = 16;

export function skipFor(patterns: readonly Buffer[]): Skip {
  const window = patterns.reduce((length, pattern) => Math.min(length, pattern.length), LONGEST_WINDOW);
  const jumps = jumpsFor(patterns, window);
  return (chunk, from) => {
    let at = from + window - 2;
    while (at < chunk.length - 1) {
      const jump = jumps[((chunk[at] ?? 0) << 8) | (chunk[at + 1] ?? 0)] ?? 0;
      if (jump === 0) return at - window + 2;
      at += jump;
    }
    return Math.max(from, chunk.length - window + 1);
  };
}

/** For two bytes: how much farther on the next two are to be looked at, where a pattern with the former would end. */
function jumpsFor(patterns: readonly Buffer[], window: number): Uint8Array {
  const jumps = new Uint8Array(65_536).fill(window - 1);
  for (const pattern of patterns) {
    for (let at = 0; at + 1 < window; at++) {
      const pair = ((pattern[at] ?? 0) << 8) | (pattern[at + 1] ?? 0);
      jumps[pair] = Math.min(jumps[pair] ?? 0, window - 2 - at);
    }
  }
  return jumps;
}

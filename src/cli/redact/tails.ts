/**
 * Why this exists: after its head, the rest of a long pattern is compared with the output, across chunks, and every byte
 * only once for each pattern, also where a pattern repeats itself (Knuth, Morris and Pratt, 1977).
 */

import type { Automaton } from './automaton.ts';

export interface Tails {
  /** The head of this pattern ends at this position: follows it through the chunk. */
  follow(pattern: number, headEnd: number): void;
  /** Goes on, in a new chunk that begins at this position, with every pattern that reached the end of the one before. */
  enter(chunk: Buffer, position: number): void;
  /** The patterns that reached the end of the chunk, with how many of their bytes are there. */
  open(): readonly Run[];
}

export interface Run {
  readonly pattern: number;
  /** Bytes of the pattern just before `end`; 0 when they are fewer than its head, which the automaton finds again. */
  readonly matched: number;
  /** Position up to which the pattern was compared. */
  readonly end: number;
}

/** `found` is told where a whole pattern stands: the positions of its first byte and behind its last one. */
export function tailsOf({ patterns, heads }: Automaton, found: (start: number, end: number) => void): Tails {
  const runs = new Map<number, Run>();
  const tails = new Map<number, Tail>();
  let text: Text = { chunk: Buffer.alloc(0), position: 0 };

  function tailOf(pattern: number): Tail {
    const bytes = patterns[pattern] ?? Buffer.alloc(0);
    const head = heads[pattern] ?? 0;
    const tail = tails.get(pattern) ?? { bytes, head, border: bordersOf(bytes, head) };
    tails.set(pattern, tail);
    return tail;
  }

  return {
    follow(pattern, headEnd) {
      const before = runs.get(pattern);
      if (before && headEnd <= before.end) return;
      const tail = tailOf(pattern);
      runs.set(pattern, goOn({ pattern, matched: tail.head, end: headEnd }, { tail, text, found }));
    },
    enter(chunk, position) {
      text = { chunk, position };
      for (const run of runs.values()) {
        if (run.matched === 0) runs.delete(run.pattern);
        else runs.set(run.pattern, goOn(run, { tail: tailOf(run.pattern), text, found }));
      }
    },
    open: () => [...runs.values()].filter(({ matched }) => matched > 0),
  };
}

interface Text {
  readonly chunk: Buffer;
  /** Of its first byte. */
  readonly position: number;
}

interface Tail {
  readonly bytes: Buffer;
  readonly head: number;
  readonly border: Borders;
}

/** Compares on to the end of the chunk, or to where less than the head is left. */
function goOn(
  { pattern, matched, end }: Run,
  {
    tail: { bytes, head, border },
    text: { chunk, position },
    found,
  }: { readonly tail: Tail; readonly text: Text; readonly found: (start: number, end: number) => void },
): Run {
  let at = end - position;
  let count = matched;
  while (count >= head) {
    while (count < bytes.length && at < chunk.length && chunk[at] === bytes[count]) {
      count++;
      at++;
    }
    if (count === bytes.length) found(position + at - count, position + at);
    else if (at === chunk.length) break;
    count = border(count);
  }
  return { pattern, matched: count, end: position + at };
}

/** For a number of matched bytes: the longest shorter beginning of the pattern that they end with, or 0. */
type Borders = (matched: number) => number;

/** Beginnings shorter than the head count as none. Most patterns have no other, and then no table is made. */
function bordersOf(bytes: Buffer, head: number): Borders {
  const again = bytes.indexOf(bytes.subarray(0, head), 1);
  if (again < 0) return () => 0;
  let table: Int32Array | undefined;
  return (matched) => {
    if (again + head > matched) return 0;
    table ??= borderTable(bytes);
    const border = table[matched - 1] ?? 0;
    return border < head ? 0 : border;
  };
}

function borderTable(bytes: Buffer): Int32Array {
  const table = new Int32Array(bytes.length);
  let border = 0;
  for (let at = 1; at < bytes.length; at++) {
    while (border > 0 && bytes[at] !== bytes[border]) border = table[border - 1] ?? 0;
    if (bytes[at] === bytes[border]) border++;
    table[at] = border;
  }
  return table;
}

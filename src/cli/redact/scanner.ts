/** Why this exists: where patterns stand in one stream of output, and which may still be about to end. */

import type { Patterns } from './patterns.ts';
import { tailsOf } from './tails.ts';

export interface Scanner {
  /** Reads on. Reports, by `found`, each place where a pattern stands: its first position and the one behind it. */
  scan(chunk: Buffer): void;
  /** The ends of what was read that begin a pattern, in no order. */
  begun(): readonly Begun[];
  /** Bytes read so far. */
  position(): number;
}

export interface Begun {
  /** A pattern that begins so. */
  readonly pattern: Buffer;
  /** Bytes of it that were read. */
  readonly matched: number;
  /** Length of the shortest pattern that begins so. */
  readonly shortest: number;
}

/** A scanner of a stream of its own. `found` is not told of every place: of two that end together only the longer. */
export function scannerOf(
  { automaton, skip }: Patterns,
  found: (start: number, end: number) => void,
): Scanner {
  const { patterns, events, states } = automaton;
  const tails = tailsOf(automaton, found);
  let position = 0;
  let state = 0;

  /** What ends at this position: a whole pattern, heads of longer ones. The state after it. */
  function eventAt(index: number, end: number): number {
    const event = events[index];
    if (!event) return 0;
    if (event.matched > 0) found(end - event.matched, end);
    for (const pattern of event.heads) tails.follow(pattern, end);
    return event.next;
  }

  return {
    scan(chunk) {
      tails.enter(chunk, position);
      const { columns, table } = automaton;
      let now = state;
      for (let at = 0; at < chunk.length; at++) {
        if (now === 0) at = skip(chunk, at);
        now = table[now + (columns[chunk[at] ?? 0] ?? 0)] ?? 0;
        if (now < 0) now = eventAt(~now, position + at + 1);
      }
      state = now;
      position += chunk.length;
    },
    begun() {
      const ends: Begun[] = [];
      for (let at = states.get(state); at; at = states.get(at.fail)) {
        const pattern = patterns[at.sample];
        if (pattern) ends.push({ pattern, matched: at.depth, shortest: at.shortest });
      }
      for (const { pattern: index, matched } of tails.open()) {
        const pattern = patterns[index];
        if (pattern) ends.push({ pattern, matched, shortest: pattern.length });
      }
      return ends;
    },
    position: () => position,
  };
}

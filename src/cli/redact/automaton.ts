/**
 * Why this exists: one pass over the output finds every pattern, at a cost that does not grow with their number
 * (Aho and Corasick, 1975). The automaton knows only the *heads* of patterns, their first bytes up to where few patterns
 * are left that begin so; `tails.ts` compares the rest. So it is small whatever the length of a secret.
 */

export interface Automaton {
  readonly patterns: readonly Buffer[];
  /** Of each pattern, how many of its first bytes the automaton knows. */
  readonly heads: Int32Array;
  /** The column of each byte; bytes that are in no head share one. */
  readonly columns: Uint16Array;
  /**
   * `table[state + columns[byte]]` is what follows: a state (the offset of its row; 0 when no pattern has begun), or `~`
   * the index of an event. The bytes that lead to a state are the longest end of the text that begins a pattern.
   */
  readonly table: Int32Array;
  readonly events: readonly Event[];
  /** The states by their offset. */
  readonly states: ReadonlyMap<number, State>;
}

/** Something ends with the byte that was just read. */
export interface Event {
  /** The state to go on with. */
  readonly next: number;
  /** Bytes of the longest whole pattern that ends here, or 0. */
  readonly matched: number;
  /** The patterns whose heads end here. */
  readonly heads: readonly number[];
}

export interface State {
  /** Bytes that lead here. */
  readonly depth: number;
  /** A pattern that begins with those bytes. */
  readonly sample: number;
  /** Length of the shortest such pattern. */
  readonly shortest: number;
  /** The state of the next shorter end of the text that begins a pattern. */
  readonly fail: number;
}

/** Patterns with the same beginning are told apart by the automaton as long as they are more than these. */
const FEW = 4;
/** But a head never has more bytes. */
const LONGEST_HEAD = 256;

/** The automaton for patterns that are all different and not empty. */
export function automatonOf(patterns: readonly Buffer[]): Automaton {
  const { columns, width } = columnsOf(patterns);
  const shortestHead = shortestHeadFor(patterns.length, width);
  const heads = Int32Array.from(patterns, (pattern) => pattern.length);
  const events: Event[] = [];
  const states = new Map<number, State>();
  const queue: Node[] = [{ offset: 0, depth: 0, members: [...patterns.keys()], fail: 0 }];
  let table = new Int32Array(width);
  let rows = 1;

  for (const { offset, depth, members, fail } of queue) {
    if (depth > 0) {
      table.copyWithin(offset, fail, fail + width);
      states.set(offset, { depth, fail, ...described(members, patterns) });
    }
    for (const [byte, begun] of byNextByte(members, patterns, depth)) {
      const entry = offset + (columns[byte] ?? 0);
      const inherited = eventOf(table[entry] ?? 0, events);
      const open = begun.filter((index) => (patterns[index]?.length ?? 0) > depth + 1);
      const isTold = open.length <= FEW || depth + 1 >= LONGEST_HEAD || table.length > LARGEST_TABLE;
      const isHead = depth + 1 >= shortestHead && isTold;
      const goesOn = open.length > 0 && !isHead;
      if (isHead) for (const index of open) heads[index] = depth + 1;
      const next = goesOn ? width * rows++ : inherited.next;
      const matched = open.length < begun.length ? depth + 1 : inherited.matched;
      const ended = isHead ? [...open, ...inherited.heads] : inherited.heads;
      if (goesOn) {
        queue.push({ offset: next, depth: depth + 1, members: open, fail: inherited.next });
        if (table.length < width * rows) table = twiceAsLong(table);
      }
      table[entry] = matched || ended.length ? ~(events.push({ next, matched, heads: ended }) - 1) : next;
    }
  }
  return { patterns, heads, columns, table, events, states };
}

/** A state whose row is still to be made. Rows are made from short to long, as each begins as a copy of a shorter one. */
interface Node {
  readonly offset: number;
  readonly depth: number;
  /** The patterns that begin with the bytes that lead here, and go on. */
  readonly members: readonly number[];
  readonly fail: number;
}

/** A column for each byte that is in a head, and one for all others: most rows then fit into the processor's cache. */
function columnsOf(patterns: readonly Buffer[]): { readonly columns: Uint16Array; readonly width: number } {
  const columns = new Uint16Array(256);
  for (const pattern of patterns) {
    const end = Math.min(pattern.length, LONGEST_HEAD);
    for (let at = 0; at < end; at++) columns[pattern[at] ?? 0] = 1;
  }
  let width = 1;
  columns.forEach((used, byte) => {
    if (used) columns[byte] = width++;
  });
  return { columns, width };
}

/** Entries of the table, 4 bytes each, beyond which heads are cut as short as may be. */
const LARGEST_TABLE = 4 * 1024 * 1024;
const USUAL_HEAD = 8;
const LEAST_HEAD = 4;

/** Fewer bytes when there are so many patterns that the table would become large. */
function shortestHeadFor(patterns: number, width: number): number {
  const affordable = LARGEST_TABLE / (width * patterns);
  return Math.max(LEAST_HEAD, Math.min(USUAL_HEAD, Math.floor(affordable) + 2));
}

function described(
  members: readonly number[],
  patterns: readonly Buffer[],
): { readonly sample: number; readonly shortest: number } {
  const lengths = members.map((index) => patterns[index]?.length ?? 0);
  return { sample: members[0] ?? 0, shortest: lengths.reduce((a, b) => Math.min(a, b)) };
}

function byNextByte(
  members: readonly number[],
  patterns: readonly Buffer[],
  depth: number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const index of members) {
    const byte = patterns[index]?.[depth] ?? 0;
    const group = groups.get(byte);
    if (group) group.push(index);
    else groups.set(byte, [index]);
  }
  return groups;
}

function eventOf(entry: number, events: readonly Event[]): Event {
  return (entry < 0 && events[~entry]) || { next: entry, matched: 0, heads: [] };
}

function twiceAsLong(table: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(table.length * 2);
  longer.set(table);
  return longer;
}

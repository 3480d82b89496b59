/** Why this exists: what was read becomes what is shown: bytes as they are, and one `***` for each stretch of patterns. */

/** Positions count the bytes that were read. */
export interface Output {
  /** A pattern stands from one position up to another. Some of it may lie in the chunk that `read` gets next. */
  cover(start: number, end: number): void;
  /** Takes a chunk. Releases what is before `limit`; what is behind it are the first bytes of `pattern`. */
  read(chunk: Buffer, limit: number, pattern: Buffer): void;
  /** Releases, of the bytes that are held back, those before `limit`; and a mask that follows at once. */
  release(limit: number): void;
  /** Whether bytes are held back. */
  holds(): boolean;
}

const MASK = Buffer.from('***');
const NOTHING: Buffer = Buffer.alloc(0);

/** `write` gets what may be shown, in order, never empty. */
export function outputTo(write: (bytes: Buffer) => void): Output {
  /** Those of which something is not yet behind `shown`. */
  let places: Place[] = [];
  /** What was read last and is held back: no copy of it, but the beginning of a pattern. */
  let held = NOTHING;
  let position = 0;
  /** Everything before this position was released or is covered by a mask. */
  let shown = 0;
  /** The end of what the last mask covers. */
  let masked = -1;

  function release(limit: number, chunk: Buffer): void {
    const pieces: Buffer[] = [];
    const show = (end: number): void => {
      pieces.push(...between(shown, end, { held, position, chunk }));
      shown = end;
    };
    for (const { start, end } of merged(places)) {
      if (start > limit && start > shown) break;
      if (start > shown) show(start);
      // One mask for what touches, unless a little was shown since the last.
      if (start > masked || shown > masked) pieces.push(MASK);
      shown = Math.max(shown, end);
      masked = Math.max(masked, end);
    }
    if (limit > shown) show(limit);
    places = places.filter(({ end }) => end > limit);
    const [only, ...more] = pieces;
    if (only) write(more.length > 0 ? Buffer.concat(pieces) : only);
  }

  return {
    cover: (start, end) => note(places, { start, end }),
    read(chunk, limit, pattern) {
      release(limit, chunk);
      position += chunk.length;
      held = pattern.subarray(0, position - limit);
    },
    release: (limit) => release(limit, NOTHING),
    holds: () => position > shown,
  };
}

/** The bytes from one position up to another. `held` ends at `position`, where `chunk` begins. */
function between(
  start: number,
  end: number,
  { held, position, chunk }: { readonly held: Buffer; readonly position: number; readonly chunk: Buffer },
): readonly Buffer[] {
  const first = position - held.length;
  return [
    held.subarray(Math.max(0, start - first), Math.max(0, Math.min(end, position) - first)),
    chunk.subarray(Math.max(0, start - position), Math.max(0, end - position)),
  ].filter(({ length }) => length > 0);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Keeps the list short: most places that overlap or touch come one after the other. */
function note(places: Place[], { start, end }: Place): void {
  const last = places.at(-1);
  if (last && start <= last.end && last.start <= end) {
    places[places.length - 1] = { start: Math.min(start, last.start), end: Math.max(end, last.end) };
  } else {
    places.push({ start, end });
  }
}

/** In order; those that overlap or touch are one. */
function merged(places: readonly Place[]): readonly Place[] {
  const all: Place[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start)) note(all, place);
  return all;
}

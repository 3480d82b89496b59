/** Why this exists: entries become the fewest reads: one for each distinct API path and version. */

import type { Location } from '../vault/mounts.ts';
import type { Entry } from './grammar.ts';

export interface Read {
  /** Escaped, with `?version=N` where one is asked for. */
  readonly apiPath: string;
  readonly repeatable: boolean;
  readonly entries: readonly Entry[];
}

/** The distinct paths of the entries, as the user wrote them. */
export function distinctPaths(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => path))];
}

/** The reads that serve all entries, in the order of their first use. */
export function planReads(
  entries: readonly Entry[],
  locations: ReadonlyMap<string, Location>,
): readonly Read[] {
  const reads = new Map<string, { apiPath: string; repeatable: boolean; entries: Entry[] }>();
  for (const entry of entries) {
    const { apiPath, repeatable } = locations.get(entry.path) ?? { apiPath: entry.path, repeatable: false };
    const versioned = entry.version === undefined ? apiPath : `${apiPath}?version=${entry.version}`;
    const read = reads.get(versioned) ?? { apiPath: versioned, repeatable, entries: [] };
    read.entries.push(entry);
    reads.set(versioned, read);
  }
  return [...reads.values()];
}

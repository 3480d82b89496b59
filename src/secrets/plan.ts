/** Why this exists: entries become the fewest reads: one for each distinct API path and version. */

import type { Entry } from './grammar.ts';

/** One secret that one entry wants. */
export interface Want {
  readonly entry: Entry;
  /** Escaped, without a version. */
  readonly apiPath: string;
  readonly repeatable: boolean;
  /** The secret's own name, with those of its folders, as a prefix: `db_`. Empty when the entry names the secret. */
  readonly own: string;
}

export interface Read {
  /** Escaped, with `?version=N` where one is asked for. */
  readonly apiPath: string;
  readonly repeatable: boolean;
  readonly wants: readonly Want[];
}

/** The distinct paths of the entries, as the user wrote them. */
export function distinctPaths(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => path))];
}

/** The reads that serve all wants, in the order of their first use. */
export function planReads(wants: readonly Want[]): readonly Read[] {
  const reads = new Map<string, { apiPath: string; repeatable: boolean; wants: Want[] }>();
  for (const want of wants) {
    const { version } = want.entry;
    const apiPath = version === undefined ? want.apiPath : `${want.apiPath}?version=${version}`;
    const read = reads.get(apiPath) ?? { apiPath, repeatable: want.repeatable, wants: [] };
    read.wants.push(want);
    reads.set(apiPath, read);
  }
  return [...reads.values()];
}

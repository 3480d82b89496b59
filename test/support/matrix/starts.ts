/** Why this exists: many jobs wait at the same time, but few start at the same time, so that none runs out of time by it. */

/** Runs work when its turn has come; the next may start when this one says so, or ends. */
export type Starts = <T>(work: (started: () => void) => Promise<T>) => Promise<T>;

export function starts(most: number): Starts {
  const waiting: (() => void)[] = [];
  let free = most;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let left = false;
    const once = (): void => {
      if (!left) leave();
      left = true;
    };
    return work(once).finally(once);
  };
}

/** All results, in order; `most` are worked on at the same time. */
export async function pool<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}

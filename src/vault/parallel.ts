/** Why this exists: many requests side by side, but not too many, and every failure among them told. */

/** Requests that are under way at the same time. */
export const PARALLEL = 32;

/**
 * All results, in order. After a failure nothing new is started and what is under way is waited for; one failure is
 * thrown as it is, several as an `AggregateError`.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
  if (failures.length > 1) throw new AggregateError(failures);
  if (failures.length === 1) throw failures[0];
  return results;
}

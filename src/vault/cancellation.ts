/** Why this exists: a job that is cancelled begins nothing new, and waits only for what would live on unknown to it. */

import { setMaxListeners } from 'node:events';

/** For a job, of which any number of requests may wait: Node.js 20 would warn of more than ten listeners. */
export function cancellation(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/**
 * What the work gives. Throws the signal's reason once it is aborted, at once if `isHarmless` to be left alone; else
 * the work is waited for.
 */
export async function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  isHarmless: () => boolean = () => true,
): Promise<T> {
  if (!signal) return work;
  let leave = (): void => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => isHarmless() && reject(signal.reason);
  });
  signal.addEventListener('abort', leave);
  return Promise.race([work, left]).finally(() => signal.removeEventListener('abort', leave));
}

/** Whether an error says that the job is cancelled, and nothing else. */
export function isCancellation(error: unknown, signal: AbortSignal): boolean {
  if (error instanceof AggregateError) return error.errors.every((one) => isCancellation(one, signal));
  return signal.aborted && error === signal.reason;
}

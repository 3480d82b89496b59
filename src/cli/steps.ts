/** Why this exists: a command that is told to stop does so between two steps, and not for ever in the midst of one. */

import { firstSoFar, Interrupted, type Signals } from './signals.ts';

/** Milliseconds that a step under way is waited for: an answer that nobody reads may be a token that nobody knows (rule R13). */
const LONGEST_STEP_MS = 4_500;

/** Does one step. Throws `Interrupted` instead of beginning one after a signal, or of waiting too long for its end. */
export type Step = <T>(work: () => Promise<T>) => Promise<T>;

export function stepsUntil(signals: Signals): Step {
  const interruption = new Promise<never>((_, reject) => {
    signals.listen((signal, nth) => {
      const leave = (): void => reject(new Interrupted(signal));
      if (nth > 1) leave();
      else setTimeout(leave, LONGEST_STEP_MS).unref();
    });
  });
  interruption.catch(() => undefined);
  return async (work) => {
    const first = await firstSoFar(signals);
    if (first) throw new Interrupted(first);
    return Promise.race([work(), interruption]);
  };
}

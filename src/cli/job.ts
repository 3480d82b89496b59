/** Why this exists: a command gets its secrets, and the token ends whatever happens (rule R15). */

import type { Ci } from '../job/ci.ts';
import { endToken, type Sentence } from '../job/revocation.ts';
import { cancellation, isCancellation } from '../vault/cancellation.ts';
import type { TokenHandle } from '../vault/handle.ts';
import { type Collection, collect } from './collection.ts';
import { firstSoFar, Interrupted, type Signals } from './signals.ts';
import type { Terminal } from './terminal.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  readonly signals: Signals;
  /** Tokens whose end is still to come. */
  readonly alive: Set<TokenHandle>;
}

/** Milliseconds that a login under way is waited for when a signal comes: its token would live on, unknown (rule R13). */
const LONGEST_LOGIN_MS = 4_500;

/**
 * Does work that logs in. `kept` is told of the token synchronously, before anything else can happen. When this throws
 * (what `work` throws, or `Interrupted`), the token is ended already; else its end is the caller's.
 */
export async function obtain<T>(
  work: (ci: Ci) => Promise<T>,
  surroundings: Surroundings,
  kept: (handle: TokenHandle) => void = () => undefined,
): Promise<{ readonly collection: Collection; readonly result: T }> {
  const { terminal, signals, alive } = surroundings;
  let leave: (() => void) | undefined;
  let isOver = false;
  const controller = cancellation();
  const keep = (handle: TokenHandle): void => {
    kept(handle);
    alive.add(handle);
    leave?.();
  };
  const collection = collect(terminal, keep, controller.signal);
  try {
    const result = await new Promise<T>((resolve, reject) => {
      signals.listen((signal, nth) => {
        const interruption = new Interrupted(signal);
        leave = () => reject(interruption);
        controller.abort(interruption);
        if (nth > 1 || collection.handle) return leave();
        const waited = `${signal}: a login under way is waited for, and its token revoked.`;
        setImmediate(() => isOver || terminal.info(waited));
        setTimeout(leave, LONGEST_LOGIN_MS).unref();
      });
      const over = (): void => {
        isOver = true;
      };
      work(collection).finally(over).then(resolve, reject);
    });
    const signal = await firstSoFar(signals);
    if (signal) throw new Interrupted(signal);
    return { collection, result };
  } catch (error) {
    await endIt(collection.handle, surroundings);
    throw isCancellation(error, controller.signal) ? controller.signal.reason : error;
  }
}

/** Milliseconds for the revocation, whatever came before. */
const LONGEST_REVOCATION_MS = 10_000;

const CUT_SHORT: Sentence = {
  level: 'warn',
  text: 'The revocation was cut short by a signal: the token may live until its TTL ends.',
};

/** Revokes the token, if there is one, and says what became of it. Never throws; a second signal cuts it short. */
export async function endIt(
  handle: TokenHandle | undefined,
  { terminal, signals, alive }: Surroundings,
): Promise<Sentence['level']> {
  if (!handle) return 'info';
  const cut = new Promise<Sentence>((resolve) =>
    signals.listen((signal, nth) => {
      if (nth > 1) resolve(CUT_SHORT);
      else terminal.info(`${signal}: the revocation is waited for.`);
    }),
  );
  try {
    const { level, text } = await Promise.race([
      endToken(handle, LONGEST_REVOCATION_MS, terminal.debug),
      cut,
    ]);
    terminal[level](text);
    return level;
  } catch (error) {
    terminal.fail(error);
    return 'warn';
  } finally {
    alive.delete(handle);
  }
}

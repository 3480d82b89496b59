/** Why this exists: an interrupted command still revokes its token, and ends as shells expect it to. */

import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** They stop nobody. Unheard, the first one opens Node's debugger, in which any user of the machine can read the token. */
const NOTICES = ['SIGUSR1', 'SIGUSR2'] as const;

export type Signal = (typeof SIGNALS)[number];
export type Notice = (typeof NOTICES)[number];

/** Told of each signal, with its number from 1. */
export type Listener = (signal: Signal, nth: number) => void;

export interface Signals {
  /** Those that were meant for us, in order. */
  readonly received: readonly Signal[];
  /** From now on `listener` alone is told, and `notice` of what stops nobody. */
  listen(listener: Listener, notice?: (signal: Notice) => void): void;
  /** The last one was not meant for us. */
  disregard(): void;
}

/** Milliseconds within which the same signal is the same wish: coreutils' `timeout` sends it to us and then to our group. */
const ONE_WISH_MS = 1_000;

/** Takes the process's signals over: from now on none ends it by itself. `now` is a clock in milliseconds. */
export function takeSignals(source: NodeJS.EventEmitter, now = () => performance.now()): Signals {
  const received: Signal[] = [];
  const counted = new Map<Signal, number>();
  let current: Listener = () => undefined;
  let told: (signal: Notice) => void = () => undefined;
  for (const signal of SIGNALS) {
    source.on(signal, () => {
      if (now() - (counted.get(signal) ?? Number.NEGATIVE_INFINITY) < ONE_WISH_MS) return;
      counted.set(signal, now());
      received.push(signal);
      current(signal, received.length);
    });
  }
  for (const notice of NOTICES) source.on(notice, () => told(notice));
  return {
    received,
    listen: (listener, notice = () => undefined) => {
      current = listener;
      told = notice;
    },
    disregard: () => {
      received.pop();
    },
  };
}

/**
 * The first signal of all that have come. One that came before an answer may be told after it: on a busy machine the answer
 * wakes us, and the event loop reads the signal in its next turn. That turn has ended when this settles.
 */
export async function firstSoFar({ received }: Signals): Promise<Signal | undefined> {
  await setImmediate();
  await setImmediate();
  return received[0];
}

/** The work was ended by a signal before it was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: Signal;

  constructor(signal: Signal) {
    super(`interrupted by ${signal} before the work was done`);
    this.signal = signal;
  }
}

/** As shells tell it: 128 and the signal's number. */
export function statusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

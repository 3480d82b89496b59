/** Why this exists: an interrupted command still revokes its token, and ends as shells expect it to. */

import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Signal = (typeof SIGNALS)[number];

/** Told of each signal, with its number from 1. */
export type Listener = (signal: Signal, nth: number) => void;

export interface Signals {
  /** Those that were meant for us, in order. */
  readonly received: readonly Signal[];
  /** From now on `listener` alone is told. */
  listen(listener: Listener): void;
  /** The last one was not meant for us. */
  disregard(): void;
}

/** Takes the process's signals over: from now on none ends it by itself. */
export function takeSignals(source: NodeJS.EventEmitter): Signals {
  const received: Signal[] = [];
  let current: Listener = () => undefined;
  for (const signal of SIGNALS) {
    source.on(signal, () => {
      received.push(signal);
      current(signal, received.length);
    });
  }
  return {
    received,
    listen: (listener) => {
      current = listener;
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

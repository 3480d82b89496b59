/** Why this exists: signals are counted, one listener is told at a time, and a status tells of them as shells do. */

import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Interrupted, statusOf, takeSignals } from '../../../src/cli/signals.ts';

describe('signals', () => {
  it('that nobody listens to are kept', () => {
    const source = new EventEmitter();
    const { received } = takeSignals(source);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) source.emit(signal);
    expect(received).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP']);
  });

  it('are told to the last listener alone, with their number', () => {
    const source = new EventEmitter();
    const signals = takeSignals(source);
    const told: unknown[] = [];
    signals.listen((...all) => told.push(['first', ...all]));
    source.emit('SIGINT');
    signals.listen((...all) => told.push(['second', ...all]));
    source.emit('SIGTERM');
    source.emit('SIGTERM');
    expect(told).toEqual([
      ['first', 'SIGINT', 1],
      ['second', 'SIGTERM', 2],
      ['second', 'SIGTERM', 3],
    ]);
  });

  it('that were not meant for us do not count', () => {
    const source = new EventEmitter();
    const signals = takeSignals(source);
    signals.listen((signal) => signal === 'SIGINT' && signals.disregard());
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGINT']) source.emit(signal);
    expect(signals.received).toEqual(['SIGTERM']);
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGKILL', 137],
    ['SIGPIPE', 141],
    ['SIGTERM', 143],
  ] as const)('%s is the status %i', (signal, status) => {
    expect(statusOf(signal)).toBe(status);
  });

  it('an interruption says by what', () => {
    expect(new Interrupted('SIGTERM').message).toBe('interrupted by SIGTERM before the work was done');
  });
});

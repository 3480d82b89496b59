/** Why this exists: signals are counted, one listener is told at a time, and a status tells of them as shells do. */

import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Interrupted, statusOf, takeSignals } from '../../../src/cli/signals.ts';

describe('signals', () => {
  it('that nobody listens to are kept', () => {
    const source = new EventEmitter();
    const { received } = takeSignals(source);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) source.emit(signal);
    expect(received).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);
  });

  it('are one when the same comes again within a second, and two after it', () => {
    const source = new EventEmitter();
    let time = 5;
    const { received } = takeSignals(source, () => time);
    for (time of [5, 500, 1_004, 1_005]) source.emit('SIGTERM');
    expect(received).toEqual(['SIGTERM', 'SIGTERM']);
    source.emit('SIGINT');
    expect(received).toEqual(['SIGTERM', 'SIGTERM', 'SIGINT']);
  });

  it('that stop nobody are told apart, to the last who asked for them, and do not count', () => {
    const source = new EventEmitter();
    const signals = takeSignals(source);
    const told: unknown[] = [];
    const all = (): void => ['SIGUSR1', 'SIGUSR2'].forEach((signal) => void source.emit(signal));
    all();
    signals.listen(
      () => told.push('listener'),
      (signal) => told.push(signal),
    );
    all();
    signals.listen(() => told.push('listener'));
    all();
    expect([told, signals.received]).toEqual([['SIGUSR1', 'SIGUSR2'], []]);
  });

  it('are told to the last listener alone, with their number', () => {
    const source = new EventEmitter();
    const signals = takeSignals(source);
    const told: unknown[] = [];
    signals.listen((...all) => told.push(['first', ...all]));
    source.emit('SIGINT');
    signals.listen((...all) => told.push(['second', ...all]));
    source.emit('SIGTERM');
    source.emit('SIGHUP');
    expect(told).toEqual([
      ['first', 'SIGINT', 1],
      ['second', 'SIGTERM', 2],
      ['second', 'SIGHUP', 3],
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

/** Why this exists: a signal that came before the last answer ends the command, however late the event loop tells of it. */

import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { obtain } from '../../../src/cli/job.ts';
import { Interrupted, takeSignals } from '../../../src/cli/signals.ts';
import { terminal } from '../../../src/cli/terminal.ts';

function surroundings(source: EventEmitter) {
  return {
    terminal: terminal(() => undefined, false),
    signals: takeSignals(source),
    alive: new Set<never>(),
  };
}

it('work that no signal came to is done', async () => {
  const { result } = await obtain(async () => 'done', surroundings(new EventEmitter()));
  expect(result).toBe('done');
});

it.each([
  ['with the answer', (tell: () => void) => tell()],
  ['at the end of its turn', (tell: () => void) => void setImmediate(tell)],
  ['in the next turn', (tell: () => void) => void setImmediate(() => setImmediate(tell))],
])('a signal that is told %s interrupts', async (_, later) => {
  const source = new EventEmitter();
  const work = async (): Promise<void> => later(() => source.emit('SIGTERM'));
  await expect(obtain(work, surroundings(source))).rejects.toThrow(Interrupted);
});

it('work is told of the signal, and its cancellations are told as one', async () => {
  const source = new EventEmitter();
  const job = obtain(async ({ cancelled }) => {
    source.emit('SIGTERM');
    throw new AggregateError([cancelled?.reason, cancelled?.reason]);
  }, surroundings(source));
  await expect(job).rejects.toThrow('interrupted by SIGTERM');
});

it('what went wrong beside the signal is told, not the signal', async () => {
  const source = new EventEmitter();
  const job = obtain(async () => {
    source.emit('SIGTERM');
    throw new Error('the wrapping token is spent');
  }, surroundings(source));
  await expect(job).rejects.toThrow('the wrapping token is spent');
});

/** Why this exists: requests run side by side, but not too many, and no failure among them is lost or overtaken. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel, PARALLEL } from '../../../src/vault/parallel.ts';
import { errorOf } from '../../support/client.ts';

interface Gate {
  readonly started: readonly number[];
  readonly work: (item: number) => Promise<string>;
  /** Ends the work on these items, and lets everything happen that follows from it. */
  end(...items: readonly number[]): Promise<void>;
  fail(item: number, error: unknown): Promise<void>;
}

/** Work that ends when the test says so. */
function gate(): Gate {
  const started: number[] = [];
  const open = new Map<number, { resolve: (text: string) => void; reject: (error: unknown) => void }>();
  return {
    started,
    work: (item) => {
      started.push(item);
      return new Promise((resolve, reject) => open.set(item, { resolve, reject }));
    },
    end: async (...items) => {
      for (const item of items) open.get(item)?.resolve(`done ${item}`);
      await settled();
    },
    fail: async (item, error) => {
      open.get(item)?.reject(error);
      await settled();
    },
  };
}

/** After all that is ready to run has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('results', () => {
  it('are those of the items, in their order, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { maxLength: 80 }), async (turns) => {
        const work = async (wait: number): Promise<number> => {
          for (let turn = 0; turn < wait; turn++) await Promise.resolve();
          return wait * 10;
        };
        expect(await inParallel(turns, work)).toEqual(turns.map((wait) => wait * 10));
      }),
    );
  });

  it('of nothing are none, and nothing is done', async () => {
    const { started, work } = gate();
    expect(await inParallel([], work)).toEqual([]);
    expect(started).toEqual([]);
  });

  it('may be undefined', async () => {
    expect(await inParallel([1, 2], async () => undefined)).toEqual([undefined, undefined]);
  });
});

describe('work', () => {
  it('starts at once on as many items as may be under way, and on the next when one has ended', async () => {
    const { started, work, end } = gate();
    const all = inParallel(upTo(PARALLEL + 3), work);
    await settled();
    expect(started).toEqual(upTo(PARALLEL));
    await end(7);
    expect(started).toEqual(upTo(PARALLEL + 1));
    await end(0, 1);
    expect(started).toEqual(upTo(PARALLEL + 3));
    await end(...upTo(PARALLEL + 3));
    expect(await all).toEqual(upTo(PARALLEL + 3).map((item) => `done ${item}`));
  });

  it('is done once for each item', async () => {
    const done: number[] = [];
    await inParallel(upTo(200), async (item) => {
      await Promise.resolve();
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual(upTo(200));
  });
});

describe('a failure', () => {
  it('is thrown as it is', async () => {
    const failure = new Error('canary');
    const thrown = await errorOf(
      inParallel([1, 2, 3], async (item) => {
        if (item === 2) throw failure;
      }),
    );
    expect(thrown).toBe(failure);
  });

  it('may be thrown by work that never awaits', async () => {
    const failure = new Error('canary');
    const thrown = await errorOf(
      inParallel([1], () => {
        throw failure;
      }),
    );
    expect(thrown).toBe(failure);
  });

  it('lets nothing new start, and is told only when what is under way has ended', async () => {
    const { started, work, end, fail } = gate();
    const failure = new Error('canary');
    let thrown: unknown;
    const all = inParallel(upTo(PARALLEL + 5), work).catch((error: unknown) => {
      thrown = error;
    });
    await fail(3, failure);
    await end(...upTo(PARALLEL).slice(4));
    expect(started).toEqual(upTo(PARALLEL));
    expect(thrown).toBeUndefined();
    await end(0, 1, 2);
    await all;
    expect(thrown).toBe(failure);
  });

  it('among others is told together with them', async () => {
    const { work, end, fail } = gate();
    const all = errorOf(inParallel([1, 2, 3], work));
    const failures = [new Error('canary-1'), new Error('canary-3')];
    await fail(1, failures[0]);
    await fail(3, failures[1]);
    await end(2);
    const thrown = await all;
    expect(thrown).toBeInstanceOf(AggregateError);
    expect(thrown instanceof AggregateError && thrown.errors).toEqual(failures);
  });
});

/** Why this exists: the faults of a cell begin and end, also those that are done before there is any request. */

import type { Fault, FaultServer, Seen } from '../fault-server.ts';
import type { Cell } from './cell.ts';
import type { Operation } from './operations.ts';

export interface Weather {
  /** Told what the job prints. */
  noticed(text: string): void;
  /** The faults are over. Returns the requests of the operation that came until now. */
  end(): Promise<readonly Seen[]>;
}

/** From now on the faults of the cell are done. */
export async function spoil(
  server: FaultServer,
  { operation, row, lasting }: Cell,
  started: () => void,
): Promise<Weather> {
  const spoiled: Seen[] = [];
  const { fault } = row;
  let over = false;
  server.on(operation.path, (nth, seen) => {
    started();
    if (!over) spoiled.push(seen);
    return over || fault === 'refused' || (nth > 1 && !lasting) ? 'pass' : fault(seen);
  });
  const door = fault === 'refused' ? await shut(server, operation) : undefined;
  if (!lasting && operation.part === 'post') setTimeout(() => door?.open(), UNTOLD_MS);
  return {
    noticed: (text) => !lasting && text.includes('ECONNREFUSED') && door?.open(),
    end: async () => {
      over = true;
      await door?.open();
      return spoiled;
    },
  };
}

/** Milliseconds; post does not tell what became of an attempt, so the door opens whether it has knocked or not. */
const UNTOLD_MS = 600;

/** Connections are refused from now on, or once the request before the operation is here. */
async function shut(server: FaultServer, { before }: Operation): Promise<{ open(): Promise<void> }> {
  let state: 'open' | 'shut' | 'opened' = 'open';
  const close = async (): Promise<void> => {
    state = 'shut';
    await server.refuse();
  };
  if (before)
    server.on(before, async (): Promise<Fault> => {
      if (state === 'open') await close();
      return 'pass';
    });
  else await close();
  return {
    open: async () => {
      const shut = state === 'shut';
      state = 'opened';
      if (shut) await server.accept();
    },
  };
}

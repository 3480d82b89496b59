/** Why this exists: a connection to scripted servers that never waits, and tells how long it would have waited. */

import { onTestFinished } from 'vitest';
import type { Exchange } from '../../src/vault/ask.ts';
import { formatError } from '../../src/vault/errors.ts';
import { type Anchor, HINTS } from '../../src/vault/hints.ts';
import type { Address, Server, Tls } from '../../src/vault/server.ts';
import { type Connection, connect } from '../../src/vault/transport.ts';

export interface Settings extends Partial<Omit<Server, 'addresses' | 'tls'>> {
  readonly tls?: Partial<Tls>;
}

/** A server by its addresses, with a time-out that no test reaches unless it wants to. */
export function serverAt(
  addresses: readonly (string | Address)[],
  { tls, ...settings }: Settings = {},
): Server {
  const [first, ...others] = addresses.map((given) => (typeof given === 'string' ? { base: given } : given));
  if (!first) throw new Error('a server has an address');
  return {
    addresses: [first, ...others],
    tls: { skipVerify: false, ...tls },
    extraHeaders: {},
    timeoutMs: 20_000,
    retries: 3,
    ...settings,
  };
}

export interface Client {
  readonly connection: Connection;
  /** Milliseconds that it wanted to wait between attempts. */
  readonly waits: readonly number[];
  readonly exchanges: readonly Exchange[];
}

/** A connection until the end of the test. `paused` runs in place of each wait. */
export function client(server: Server, paused: (ms: number) => unknown = () => undefined): Client {
  const waits: number[] = [];
  const exchanges: Exchange[] = [];
  const connection = connect(server, {
    observe: (exchange) => exchanges.push(exchange),
    pause: async (ms) => {
      waits.push(ms);
      await paused(ms);
    },
  });
  onTestFinished(() => connection.close());
  return { connection, waits, exchanges };
}

/** What a failed piece of work says to the user, whole. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  return formatError(await errorOf(work), String);
}

export async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => {
      throw new Error(`nothing failed: ${String(value)}`);
    },
    (error: unknown) => error,
  );
}

/** The last line of a message. */
export function hintLine(anchor: Anchor): string {
  return `Hint: ${HINTS[anchor]} (docs/troubleshooting.md#${anchor})`;
}

/** Why this exists: a request reaches whichever address answers, within a time, tried again where that is safe. */

import { setTimeout as sleep } from 'node:timers/promises';
import { attempt, type Lost, lost, type Outcome, type Target } from './attempt.ts';
import { type Connections, openConnections } from './connections.ts';
import { VaultError } from './errors.ts';
import { strayRedirect } from './outage.ts';
import type { Request } from './request.ts';
import { mayRetry, waitMs } from './retry.ts';
import type { Address, Server } from './server.ts';

/** One attempt, as it may be told: metadata only (rule R23). */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** What came of it: a status such as `200`, or the code of the failure. */
  readonly result: string;
  readonly ms: number;
}

export interface Surroundings {
  observe?(exchange: Exchange): void;
  /** Waits between attempts, in milliseconds; a parameter so that tests need no clock. */
  pause?(ms: number): Promise<unknown>;
}

export interface Connection {
  /**
   * The decoded answer. Throws `VaultError` when the server refuses and `UnreachableError` when there is no usable
   * answer. All tries and waits together take at most three times the server's `timeoutMs`.
   */
  send<T>(request: Request<T>): Promise<T>;
  /** Opens that many connections ahead of the requests that will want them. */
  warm(count: number): void;
  close(): void;
}

const DEADLINE_FACTOR = 3;

/** A connection to a server with one or more addresses; requests go to the one that answered last. */
export function connect(server: Server, { observe, pause = sleep }: Surroundings = {}): Connection {
  const [first, ...others] = server.addresses;
  const nodes: [Node, ...Node[]] = [
    nodeAt(first, server),
    ...others.map((address) => nodeAt(address, server)),
  ];
  let current = 0;
  const node = (): Node => nodes[current] ?? nodes[0];

  async function send<T>(request: Request<T>): Promise<T> {
    const deadline = Date.now() + DEADLINE_FACTOR * server.timeoutMs;
    let redirects = 0;
    for (let tries = 1; ; tries++) {
      const { address, connections } = node();
      const timeoutMs = Math.max(1, Math.min(server.timeoutMs, deadline - Date.now()));
      const target = { server, address, connections: connections(), timeoutMs };
      const outcome = await observed(request, target, observe);
      if (outcome.kind === 'done') return outcome.value;
      if (outcome.kind === 'moved') {
        current = destination(request, target, outcome.location, ++redirects);
        tries--;
        continue;
      }
      redirects = 0;
      const wait = waitBefore(tries + 1, server, request, outcome);
      if (wait === undefined || Date.now() + wait >= deadline) throw outcome.error;
      current = (current + 1) % nodes.length;
      if (wait > 0) await pause(wait);
    }
  }
  return {
    send,
    warm: (count) => node().connections().warm(count),
    close: () => nodes.forEach(({ close }) => close()),
  };
}

interface Node {
  readonly address: Address;
  connections(): Connections;
  close(): void;
}

function nodeAt(address: Address, server: Server): Node {
  let opened: Connections | undefined;
  return {
    address,
    connections: () => {
      opened ??= openConnections(address, server);
      return opened;
    },
    close: () => opened?.close(),
  };
}

async function observed<T>(
  request: Request<T>,
  target: Target,
  observe: Surroundings['observe'],
): Promise<Outcome<T>> {
  const started = performance.now();
  const outcome = await attempt(request, target);
  const ms = Math.round(performance.now() - started);
  observe?.({ method: request.method, path: request.path, result: resultOf(outcome), ms });
  return outcome;
}

function resultOf(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'done') return `${outcome.status}`;
  if (outcome.kind === 'moved') return 'redirect';
  return outcome.error instanceof VaultError ? `${outcome.error.refusal.status}` : outcome.error.silence.code;
}

/** Milliseconds until try number `next`; undefined when there must be none. A node not yet tried needs no wait. */
function waitBefore<T>(
  next: number,
  server: Server,
  { operation, once = false }: Request<T>,
  { failure, lasting }: Lost,
): number | undefined {
  const nodes = server.addresses.length;
  if (next > Math.max(server.retries + 1, nodes) || (lasting && nodes === 1)) return undefined;
  if (!mayRetry(operation, once, failure)) return undefined;
  return next <= nodes ? 0 : waitMs(next - 1, failure, Math.random());
}

/** The address a redirect leads to. Only one of the given addresses may be told the token (rule R9). */
function destination(request: Request<unknown>, target: Target, location: string, redirects: number): number {
  const url = URL.canParse(location) ? new URL(location) : undefined;
  const index = target.server.addresses.findIndex(({ base }) => new URL(base).origin === url?.origin);
  if (redirects > 1) throw lost(request, target, strayRedirect('one redirect led to another')).error;
  if (index < 0) {
    const where = url ? `a redirect to ${url.host}, which url does not list` : 'a redirect to nowhere';
    throw lost(request, target, strayRedirect(where)).error;
  }
  return index;
}

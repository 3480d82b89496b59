/** Why this exists: a request reaches whichever address answers, within a time, tried again where that is safe. */

import { ask, type Exchange, look } from './ask.ts';
import { unlessCancelled } from './cancellation.ts';
import { type Node, type Nodes, nodesOf } from './nodes.ts';
import type { Request } from './request.ts';
import { type Failure, isDenial, mayRetry, passesByItself, waitMs } from './retry.ts';
import type { Server } from './server.ts';

export interface Surroundings {
  observe?(exchange: Exchange): void;
  /** Waits between attempts, in milliseconds; a parameter so that tests need no clock. */
  pause?(ms: number): Promise<unknown>;
  /** Once it is aborted no request begins but a revocation. */
  readonly cancelled?: AbortSignal | undefined;
}

export interface Connection {
  /**
   * The decoded answer. Throws `VaultError` when the server refuses and `UnreachableError` when there is no usable
   * answer; the reason of a cancellation when there is to be none. All tries and waits together take at most three times
   * the server's `timeoutMs`.
   */
  send<T>(request: Request<T>): Promise<T>;
  /** Opens that many connections ahead of the requests that will want them. */
  warm(count: number): void;
  close(): void;
}

const DEADLINE_FACTOR = 3;
/**
 * Milliseconds without which no try is worth it: it would hide behind a time-out what the last one was told, and a login
 * that is answered too late leaves a token that nobody knows.
 */
const LEAST_MS = 1_000;

const sleep = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** A connection to a server with one or more addresses; requests go to the one that leads, or else answered last. */
export function connect(
  server: Server,
  { observe, pause = sleep, cancelled: signal }: Surroundings = {},
): Connection {
  const nodes = nodesOf(server);

  async function send<T>(request: Request<T>): Promise<T> {
    const deadline = performance.now() + DEADLINE_FACTOR * server.timeoutMs;
    const latest = deadline - Math.min(LEAST_MS, server.timeoutMs);
    const cancelled = request.operation === 'revoke' ? undefined : signal;
    const asking = { server, nodes, observe, deadline, cancelled };
    const past = { tries: 0, lasting: 0, denials: 0 };
    for (;;) {
      if (past.tries % nodes.count === 0) await nodes.findActive((node) => look(node, asking));
      const asked = nodes.current();
      const { node, outcome } = await ask(asked, request, asking);
      if (outcome.kind === 'done') {
        nodes.answered(node, node !== asked);
        return outcome.value;
      }
      past.tries++;
      past.lasting = outcome.lasting ? past.lasting + 1 : 0;
      past.denials += isDenial(outcome.failure) ? 1 : 0;
      const wait = waitAfter(past, request, { server, nodes, node, failure: outcome.failure });
      if (wait === undefined || performance.now() + wait > latest) throw outcome.error;
      nodes.leave(asked);
      if (wait > 0) await unlessCancelled(pause(wait), cancelled);
    }
  }
  return {
    send,
    warm: (count) => {
      nodes
        .current()
        .connections()
        .then(
          ({ warm }) => warm(count),
          () => undefined,
        );
    },
    close: nodes.close,
  };
}

interface Past {
  readonly tries: number;
  /** The last so many failed in a way that lasts. */
  readonly lasting: number;
  /** So many were answered with 403. */
  readonly denials: number;
}

interface Position {
  readonly server: Server;
  readonly nodes: Nodes;
  readonly node: Node;
  readonly failure: Failure;
}

/**
 * Milliseconds to wait before another try; undefined when there must be none. A round of all nodes counts as one try, and
 * within it there is no wait.
 */
function waitAfter(
  { tries, lasting, denials }: Past,
  { operation, once = false }: Request<unknown>,
  { server, nodes, node, failure }: Position,
): number | undefined {
  if (lasting === nodes.count) return undefined;
  const final = operation === 'revoke' ? denials >= nodes.count : nodes.health(node) === 'active';
  const hearsay = isDenial(failure) && !once && nodes.count > 1 && (!final || nodes.areElecting());
  if (!hearsay && !mayRetry(operation, once, failure)) return undefined;
  if (tries % nodes.count !== 0) return 0;
  const passing = passesByItself(operation, failure) || (nodes.areElecting() && !hearsay);
  const round = tries / nodes.count;
  if (round > server.retries && !(passing && server.retries > 0)) return undefined;
  return waitMs(round, failure, Math.random());
}

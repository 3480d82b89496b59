/** Why this exists: a proxy in front of the real server that can do to a request what networks and servers do. */

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { open } from './loopback.ts';
import { play } from './play.ts';
import { type Recorded, record } from './recorded.ts';
import type { Answer, Reply } from './reply.ts';

export type { Answer } from './reply.ts';

export interface Seen extends Recorded {
  /** What the real server said; undefined while it has not, and for a request that it never got. */
  readonly answer?: Answer;
}

/**
 * `pass`: to the real server. A reply: the real server never sees the request. `processed`: the real server does what it
 * is asked for, and then the reply comes in place of its answer, or its answer damaged.
 */
export type Fault = 'pass' | Reply | { readonly processed: Reply | ((answer: Answer) => Reply) };
type Decision = Fault | Promise<Fault>;

export interface FaultServer {
  readonly address: string;
  /** Every request, in order. */
  readonly seen: readonly Seen[];
  /** Decides about requests whose path matches; `nth` counts them from 1. The last rule that matches wins. */
  on(path: RegExp, fault: (nth: number, seen: Seen) => Decision): void;
  /** From now on connections are refused. Requests that are here are still answered; idle connections end. */
  refuse(): Promise<void>;
  /** Listens again. */
  accept(): Promise<void>;
  stop(): Promise<void>;
}

interface Rule {
  readonly path: RegExp;
  readonly fault: (nth: number, seen: Seen) => Decision;
  count: number;
}

/** In front of `target`; without one, every request needs a rule. */
export async function faultServer(target = 'http://127.0.0.1:1'): Promise<FaultServer> {
  const seen: Seen[] = [];
  const rules: Rule[] = [];
  const busy = new Set<Socket>();
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const one: Seen = await record(incoming, listening.numberOf(incoming.socket.remotePort ?? 0));
    seen.push(one);
    const fault = await decide(rules, one);
    if (!server.listening) outgoing.setHeader('Connection', 'close');
    await carryOut(fault, one, outgoing, target);
  };
  const server = createServer((incoming, outgoing) => {
    const { socket } = incoming;
    busy.add(socket);
    outgoing.once('close', () => busy.delete(socket));
    answer(incoming, outgoing).catch(() => socket.destroy());
  });
  const listening = await open(server);
  return {
    address: `http://${listening.host}`,
    seen,
    on: (path, fault) => rules.unshift({ path, fault, count: 0 }),
    refuse: async () => {
      server.close();
      listening.disconnect(busy);
      await listening.openConnections(busy.size);
    },
    accept: () => new Promise((resolve) => server.listen(listening.port, '127.0.0.1', resolve)),
    stop: listening.stop,
  };
}

function decide(rules: readonly Rule[], seen: Seen): Decision {
  const rule = rules.find(({ path }) => path.test(seen.path));
  if (!rule) return 'pass';
  rule.count++;
  return rule.fault(rule.count, seen);
}

async function carryOut(fault: Fault, seen: Seen, outgoing: ServerResponse, target: string): Promise<void> {
  if (fault !== 'pass' && !isProcessed(fault)) {
    play(fault, outgoing);
    return;
  }
  const answer = await forward(seen, target);
  Object.assign(seen, { answer });
  if (fault === 'pass') play(answer, outgoing);
  else
    play(typeof fault.processed === 'function' ? fault.processed(answer) : fault.processed, outgoing, answer);
}

function isProcessed(fault: Fault): fault is Extract<Fault, { processed: unknown }> {
  return typeof fault === 'object' && 'processed' in fault;
}

/** What the server at `target` answers to the request, whole. Throws when it does not. */
export function forward({ method, path, headers, body }: Seen, target: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const forwarded = request(`${target}${path}`, { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const { connection, 'transfer-encoding': _, ...kept } = answer.headers;
      resolve({ status: answer.statusCode ?? 502, headers: kept, body: Buffer.concat(chunks) });
    });
    forwarded.on('error', reject);
    forwarded.end(body);
  });
}

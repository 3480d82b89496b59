/** Why this exists: a proxy in front of the real server that can do to a request what networks and servers do. */

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** `pass`: to the real server. `hang`: read and never answered. `reset`: read, then the connection breaks. */
export type Fault = 'pass' | 'hang' | 'reset' | Answer;
type Decision = Fault | Promise<Fault>;

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FaultServer {
  readonly address: string;
  /** Every request, in order. */
  readonly seen: readonly Seen[];
  /** Decides about requests whose path matches; `nth` counts them from 1. The last rule that matches wins. */
  on(path: RegExp, fault: (nth: number, seen: Seen) => Decision): void;
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
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      void Promise.resolve(decide(rules, one)).then((fault) => carryOut(fault, one, outgoing, target));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    seen,
    on: (path, fault) => rules.unshift({ path, fault, count: 0 }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decide(rules: readonly Rule[], seen: Seen): Decision {
  const rule = rules.find(({ path }) => path.test(seen.path));
  if (!rule) return 'pass';
  rule.count++;
  return rule.fault(rule.count, seen);
}

function carryOut(fault: Fault, seen: Seen, outgoing: ServerResponse, target: string): void {
  if (fault === 'hang') return;
  if (fault === 'reset') outgoing.socket?.resetAndDestroy();
  else if (fault === 'pass') pass(seen, outgoing, target);
  else {
    outgoing.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers });
    outgoing.end(fault.body ?? '');
  }
}

function pass({ method, path, headers, body }: Seen, outgoing: ServerResponse, target: string): void {
  const forwarded = request(`${target}${path}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  forwarded.on('error', () => outgoing.destroy());
  forwarded.end(body);
}

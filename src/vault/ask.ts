/** Why this exists: a request to one node of a cluster, and to the one that it redirects to; and the look for the leader. */

import { attempt, lost, type Outcome, type Target } from './attempt.ts';
import { VaultError } from './errors.ts';
import { HEALTH, healthOf } from './health.ts';
import type { Health, Node, Nodes } from './nodes.ts';
import { inCircles, leadLost, toPage, toStranger } from './outage.ts';
import type { Request } from './request.ts';
import type { Server } from './server.ts';

/** One attempt, as it may be told: metadata only (rule R23). */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** What came of it: a status such as `200`, or the code of the failure. */
  readonly result: string;
  readonly ms: number;
}

export interface Answered<T> {
  /** The one that the answer, or the lack of it, is from. */
  readonly node: Node;
  readonly outcome: Exclude<Outcome<T>, { kind: 'moved' }>;
}

export interface Asking {
  readonly server: Server;
  readonly nodes: Nodes;
  readonly observe?: ((exchange: Exchange) => void) | undefined;
  /** By which it must have ended, in milliseconds of the clock that nobody can set. */
  readonly deadline: number;
  readonly cancelled?: AbortSignal | undefined;
}

/**
 * The answer of a node, or of the one that it redirects to. What must not be done twice is not to be forwarded: a
 * standby's redirect then proves that nobody has processed it. A redirect of the node that led proves nothing.
 */
export async function ask<T>(asked: Node, request: Request<T>, asking: Asking): Promise<Answered<T>> {
  const { nodes } = asking;
  const { once = false } = request;
  let direct = once && nodes.count > 1;
  let [node, redirected] = [asked, false];
  for (;;) {
    const target = await targetAt(node, asking);
    const outcome = await observed({ ...request, direct }, target, asking);
    if (outcome.kind !== 'moved') return { node, outcome };
    const page = toPage(outcome.location, node.address.base);
    if (page) return { node, outcome: lost(request, target, page) };
    const leader = nodes.at(outcome.location);
    const proven = direct && nodes.health(node) !== 'active';
    if (!leader && !direct) return { node, outcome: lost(request, target, toStranger(outcome.location)) };
    if (once && !proven) return { node, outcome: lost(request, target, leadLost()) };
    if (leader && redirected) {
      return { node, outcome: lost(request, target, inCircles({ proven, alone: nodes.count === 1 })) };
    }
    if (leader) [node, redirected] = [leader, true];
    else direct = false;
  }
}

/** Milliseconds for a node to say whether it leads: one that is slower can wait for its turn. */
const LONGEST_LOOK_MS = 2_000;

/** Whether the node leads its cluster. */
export async function look(node: Node, asking: Asking): Promise<Health> {
  const deadline = Math.min(asking.deadline, performance.now() + LONGEST_LOOK_MS);
  return healthOf(await observed(HEALTH, await targetAt(node, { ...asking, deadline }), asking));
}

async function targetAt(
  { address, connections }: Node,
  { server, deadline, cancelled }: Asking,
): Promise<Target> {
  const opened = await connections();
  const timeoutMs = Math.max(1, Math.min(server.timeoutMs, Math.ceil(deadline - performance.now())));
  return { server, address, connections: opened, timeoutMs, cancelled };
}

async function observed<T>(request: Request<T>, target: Target, { observe }: Asking): Promise<Outcome<T>> {
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

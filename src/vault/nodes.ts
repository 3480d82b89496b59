/** Why this exists: of several addresses, the one to ask: the active node where one says that it is, else each in turn. */

import { type Connections, openConnections } from './connections.ts';
import type { Address, Server } from './server.ts';

export interface Node {
  readonly address: Address;
  connections(): Promise<Connections>;
  close(): void;
}

/** What a node says of itself. `silent`: dead, sealed, not initialised, no answer in time, or never asked. */
export type Health = 'active' | 'standby' | 'silent';
type Ask = (node: Node) => Promise<Health>;

export interface Nodes {
  readonly count: number;
  current(): Node;
  /** As it was when it was last looked at. */
  health(node: Node): Health;
  /** There were standbys and none that leads: they elect one within seconds. */
  areElecting(): boolean;
  /** Looks for the active node, unless the current one is known to answer. Asks one after the other. */
  findActive(ask: Ask): Promise<void>;
  /** It is the one to ask from now on; when a standby redirects there, it leads. */
  answered(node: Node, leads: boolean): void;
  /** On to the next, unless another request has left the failed one already. */
  leave(failed: Node): void;
  /** Where a redirect leads, if that is one of the addresses (rule R9). */
  at(location: string): Node | undefined;
  close(): void;
}

/** The addresses of a server, in their order. */
export function nodesOf(server: Server): Nodes {
  const [first, ...others] = server.addresses;
  const nodes: [Node, ...Node[]] = [nodeAt(first, server), ...others.map((one) => nodeAt(one, server))];
  const seen = new Map<Node, Health>();
  let current = nodes[0];
  let settled = nodes.length === 1;
  let looking: Promise<void> | undefined;
  const look = async (ask: Ask): Promise<void> => {
    for (const node of startingAt(current, nodes)) {
      seen.set(node, await ask(node));
      settled = seen.get(node) === 'active';
      if (settled) current = node;
      if (settled) break;
    }
    looking = undefined;
  };
  return {
    count: nodes.length,
    current: () => current,
    health: (node) => seen.get(node) ?? 'silent',
    areElecting: () => {
      const all = new Set(seen.values());
      return all.has('standby') && !all.has('active');
    },
    findActive: async (ask) => {
      if (!settled) looking ??= look(ask);
      await looking;
    },
    answered: (node, leads) => {
      if (leads) seen.set(node, 'active');
      current = node;
      settled = true;
    },
    leave: (failed) => {
      if (failed !== current || nodes.length === 1) return;
      current = startingAt(current, nodes)[1] ?? current;
      settled = false;
    },
    at: (location) => nodes.find(({ address }) => originOf(address.base) === originOf(location)),
    close: () => nodes.forEach(({ close }) => close()),
  };
}

function startingAt(node: Node, nodes: readonly Node[]): readonly Node[] {
  const from = nodes.indexOf(node);
  return [...nodes.slice(from), ...nodes.slice(0, from)];
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function nodeAt(address: Address, server: Server): Node {
  let opened: Promise<Connections> | undefined;
  return {
    address,
    connections: () => {
      opened ??= openConnections(address, server);
      return opened;
    },
    close: () => {
      opened?.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}

/** Why this exists: servers on loopback whose connections can be counted, and which end with their test. */

import { createServer, type Server, type Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';

export interface Listening {
  readonly port: number;
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Connections accepted so far, and those still open. */
  readonly connections: { readonly accepted: number; readonly open: number };
  /** The number, from 1, of the latest connection that came from that port. */
  numberOf(remotePort: number): number;
  /** Settles when exactly that many connections are open and, where there is TLS, through with the handshake. */
  openConnections(count: number): Promise<void>;
  /** Ends every connection but these; the server goes on listening. */
  disconnect(but?: ReadonlySet<Socket>): void;
}

/** Listens until the end of the test; port 0 is any free one. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  const { stop, ...listening } = await open(server, port);
  onTestFinished(stop);
  return listening;
}

export interface Stoppable extends Listening {
  readonly stop: () => Promise<void>;
}

/** Listens until it is stopped. */
export async function open(server: Server, port = 0): Promise<Stoppable> {
  const all = new Set<Socket>();
  const ready = server instanceof TlsServer ? new Set<Socket>() : all;
  const numbers = new Map<number, number>();
  const waiting = new Set<() => void>();
  let accepted = 0;
  const changed = (): void => waiting.forEach((check) => check());
  const hold = (set: Set<Socket>, socket: Socket): void => {
    set.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      set.delete(socket);
      changed();
    });
    changed();
  };
  server.on('connection', (socket: Socket) => {
    numbers.set(socket.remotePort ?? 0, ++accepted);
    hold(all, socket);
  });
  if (ready !== all) server.on('secureConnection', (socket: Socket) => hold(ready, socket));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const disconnect = (but?: ReadonlySet<Socket>): void =>
    all.forEach((socket) => but?.has(socket) || socket.destroy());
  return {
    port: portOf(server),
    host: `127.0.0.1:${portOf(server)}`,
    connections: {
      get accepted() {
        return accepted;
      },
      get open() {
        return all.size;
      },
    },
    numberOf: (remotePort) => numbers.get(remotePort) ?? 0,
    openConnections: (count) => settled(waiting, () => all.size === count && ready.size === count),
    disconnect,
    stop: async () => {
      disconnect();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function settled(waiting: Set<() => void>, reached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!reached()) return;
      waiting.delete(check);
      resolve();
    };
    waiting.add(check);
    check();
  });
}

/** A server that accepts connections and never says a byte. */
export function mute(): Promise<Listening> {
  return listen(createServer((socket) => socket.resume()));
}

/** A port that nobody listens on; another process may take it, which no test of ours does. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

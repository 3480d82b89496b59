/** Why this exists: a forward proxy that tunnels by CONNECT, wherever the name leads, and notes all that it is told. */

import { connect, createServer, type Socket } from 'node:net';
import { type Listening, listen } from './loopback.ts';

export interface ConnectProxy extends Listening {
  /** What each client said before its tunnel stood, whole. */
  readonly asked: readonly string[];
  /** All bytes that went through the tunnels. */
  carried(): string;
}

/** What opens a tunnel; anything else is said as it is, and nothing at all ends the connection. */
export const OPEN = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** Until the end of the test. Every tunnel leads to `port` on loopback, whatever name is asked for. */
export async function connectProxy(
  port: number,
  answer: string | ((asked: string) => Promise<string>) = OPEN,
): Promise<ConnectProxy> {
  const asked: string[] = [];
  const carried: Buffer[] = [];
  const tunnel = (socket: Socket): void => {
    const upstream = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => carried.push(chunk)).pipe(upstream);
    upstream.on('data', (chunk) => carried.push(chunk)).pipe(socket);
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
  };
  const server = createServer((socket) => {
    socket.once('data', async (chunk) => {
      const text = chunk.toString('latin1');
      asked.push(text);
      const said = typeof answer === 'string' ? answer : await answer(text);
      if (said === OPEN) tunnel(socket);
      if (said === '') socket.destroy();
      else socket.write(said);
    });
  });
  return { ...(await listen(server)), asked, carried: () => Buffer.concat(carried).toString('latin1') };
}

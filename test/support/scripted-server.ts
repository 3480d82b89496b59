/** Why this exists: a server on loopback that answers as told, also in the ways that no real server does on demand. */

import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

/** PEM files made by openssl for these tests only: valid from 2020 to 2120, for vault.test, localhost and 127.0.0.1. */
export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
}

export interface Recorded {
  readonly method: string;
  /** With the query: `/v1/secret/data/app?version=2`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Number of the connection it came over, from 1. */
  readonly connection: number;
  /** Milliseconds, by the clock of `performance.now()`. */
  readonly at: number;
  /** The name that the client asked for in the TLS handshake. */
  readonly serverName: string | undefined;
  /** The common name of the client's certificate. */
  readonly clientName: string | undefined;
}

export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      readonly body: string;
    }
  /** Reads the request and says nothing, ever. */
  | { readonly kind: 'silence' }
  /** The head and half of a body, then nothing more. */
  | { readonly kind: 'stall' }
  /** The head, then a byte now and then, without end. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Half of the body that its head promises, then the connection closes. */
  | { readonly kind: 'cut' }
  /** Reads the request, then resets the connection. */
  | { readonly kind: 'reset' }
  /** A body of that many bytes, in pieces, for as long as somebody reads. */
  | { readonly kind: 'flood'; readonly bytes: number };

/** One reply for all requests; or one each, the last one repeated; or a decision. */
export type Script = Reply | readonly Reply[] | ((request: Recorded, index: number) => Reply | Promise<Reply>);

export function json(status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Reply {
  return text(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
}

/** What a server says when it refuses. */
export function errors(status: number, ...said: readonly string[]): Reply {
  return json(status, { errors: said });
}

export function text(status: number, body: string, headers: OutgoingHttpHeaders = {}): Reply {
  return { kind: 'answer', status, headers, body };
}

export function page(status: number, headers: OutgoingHttpHeaders = {}): Reply {
  return text(status, '<html><body>canary-page</body></html>', { 'Content-Type': 'text/html', ...headers });
}

export function redirect(status: number, location: string): Reply {
  return text(status, '', { Location: location });
}

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`. */
  readonly base: string;
  readonly host: string;
  readonly port: number;
  readonly requests: readonly Recorded[];
  /** Connections accepted so far, and those still open. */
  readonly connections: { readonly accepted: number; readonly open: number };
  /** Settles when that many connections are open. */
  openConnections(count: number): Promise<void>;
  /** Ends every connection; the server goes on listening. */
  disconnect(): void;
}

export interface ScriptedOptions {
  /** `mutual` wants a client certificate of the test CA. */
  readonly tls?: 'plain' | 'mutual';
  readonly port?: number;
}

/** A server until the end of the test. */
export async function scripted(
  script: Script,
  { tls, port = 0 }: ScriptedOptions = {},
): Promise<ScriptedServer> {
  const requests: Recorded[] = [];
  const numbers = new WeakMap<Socket, number>();
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await record(message, numbers.get(underlying(message.socket)) ?? 0);
    requests.push(request);
    play(await choose(script, request, requests.length - 1), response);
  };
  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    answer(message, response).catch(() => message.socket.destroy());
  };
  const server = tls ? createSecureServer(tlsOptions(tls), listener) : createServer(listener);
  const counted = await listen(server, { port, accepted: (socket, number) => numbers.set(socket, number) });
  return { ...counted, base: `${tls ? 'https' : 'http'}://${counted.host}`, requests };
}

/** A server that accepts connections and never says a byte. */
export async function mute(): Promise<Omit<ScriptedServer, 'base' | 'requests'>> {
  return listen(createTcpServer(), { port: 0, accepted: () => undefined });
}

/** A port that nobody listens on; another process may take it, which no test of ours does. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Listening {
  readonly port: number;
  accepted(socket: Socket, number: number): void;
}

type Counted = Omit<ScriptedServer, 'base' | 'requests'>;

/** Listens until the end of the test, and counts connections. */
export async function listen(server: Server, { port, accepted: onAccepted }: Listening): Promise<Counted> {
  const open = new Set<Socket>();
  const waiting = new Set<() => void>();
  let accepted = 0;
  const changed = (): void => waiting.forEach((check) => check());
  server.on('connection', (socket: Socket) => {
    if (socket instanceof TLSSocket) return;
    onAccepted(socket, ++accepted);
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      changed();
    });
    changed();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const disconnect = (): void => open.forEach((socket) => socket.destroy());
  onTestFinished(async () => {
    disconnect();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: portOf(server),
    host: `127.0.0.1:${portOf(server)}`,
    connections: {
      get accepted() {
        return accepted;
      },
      get open() {
        return open.size;
      },
    },
    openConnections: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (open.size !== count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    disconnect,
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function tlsOptions(tls: 'plain' | 'mutual'): object {
  const mutual = { ca: fixture('ca'), requestCert: true, rejectUnauthorized: true };
  return { key: fixture('server-key'), cert: fixture('server'), ...(tls === 'mutual' && mutual) };
}

/** The TCP connection below a TLS one: that is where connections are counted. */
function underlying(socket: Socket): Socket {
  const parent: unknown = '_parent' in socket ? socket._parent : undefined;
  return socket instanceof TLSSocket && isSocket(parent) ? parent : socket;
}

function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && 'remotePort' in value;
}

async function record(message: IncomingMessage, connection: number): Promise<Recorded> {
  const at = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { socket } = message;
  const tls = socket instanceof TLSSocket ? socket : undefined;
  const name = tls && 'servername' in tls ? tls.servername : undefined;
  return {
    method: message.method ?? '',
    path: message.url ?? '',
    headers: message.headers,
    body: Buffer.concat(chunks).toString(),
    connection,
    at,
    serverName: typeof name === 'string' ? name : undefined,
    clientName: tls?.getPeerCertificate().subject?.CN?.toString(),
  };
}

async function choose(script: Script, request: Recorded, index: number): Promise<Reply> {
  if (typeof script === 'function') return script(request, index);
  const replies: readonly Reply[] = 'kind' in script ? [script] : script;
  return replies[index] ?? replies.at(-1) ?? { kind: 'silence' };
}

const JSON_HEAD = { 'Content-Type': 'application/json' };
const HALF = '{"data": {"canary-half": "canary-h';
const PIECE = Buffer.alloc(256 * 1024, ' ');

function play(reply: Reply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'answer':
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    case 'silence':
      return;
    case 'stall':
      response.writeHead(200, JSON_HEAD).write(HALF);
      return;
    case 'drip':
      drip(response, reply.everyMs);
      return;
    case 'cut':
      response.writeHead(200, { ...JSON_HEAD, 'Content-Length': 2 * HALF.length });
      response.write(HALF, () => response.socket?.destroy());
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'flood':
      flood(response, reply.bytes);
  }
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, JSON_HEAD).write('{"data": "');
  const timer = setInterval(() => response.write('x'), everyMs);
  response.once('close', () => clearInterval(timer));
}

function flood(response: ServerResponse, bytes: number): void {
  response.writeHead(200, JSON_HEAD);
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= PIECE.length;
      if (!response.write(PIECE)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

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
import { TLSSocket } from 'node:tls';
import { type Listening, listen } from './loopback.ts';

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
export type Script =
  | Reply
  | readonly Reply[]
  | ((request: Recorded, index: number) => Reply | Promise<Reply>);

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

export interface ScriptedServer extends Listening {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`. */
  readonly base: string;
  readonly requests: readonly Recorded[];
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
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await record(message, numberOf(message));
    requests.push(request);
    play(await choose(script, request, requests.length - 1), response);
  };
  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    answer(message, response).catch(() => message.socket.destroy());
  };
  const server = tls ? createSecureServer(tlsOptions(tls), listener) : createServer(listener);
  const listening = await listen(server, port);
  const numberOf = ({ socket }: IncomingMessage): number => listening.numberOf(socket.remotePort ?? 0);
  return { ...listening, base: `${tls ? 'https' : 'http'}://${listening.host}`, requests };
}

function tlsOptions(tls: 'plain' | 'mutual'): object {
  const mutual = { ca: fixture('ca'), requestCert: true, rejectUnauthorized: true };
  return { key: fixture('server-key'), cert: fixture('server'), ...(tls === 'mutual' && mutual) };
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

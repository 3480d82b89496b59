/** Why this exists: a server on loopback that answers as told, also in the ways that no real server does on demand. */

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type Listening, listen } from './loopback.ts';
import { play } from './play.ts';
import { type Recorded, record } from './recorded.ts';
import type { Reply } from './reply.ts';

/** PEM files made by openssl for these tests only: valid from 2020 to 2120, for vault.test, localhost and 127.0.0.1. */
export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
}

/** One reply for all requests; or one each, the last one repeated; or a decision. */
export type Script =
  | Reply
  | readonly Reply[]
  | ((request: Recorded, index: number) => Reply | Promise<Reply>);

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
    const request = await record(message, listening.numberOf(message.socket.remotePort ?? 0));
    requests.push(request);
    play(await choose(script, request, requests.length - 1), response);
  };
  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    answer(message, response).catch(() => message.socket.destroy());
  };
  const server = tls ? createSecureServer(tlsOptions(tls), listener) : createServer(listener);
  const listening = await listen(server, port);
  return { ...listening, base: `${tls ? 'https' : 'http'}://${listening.host}`, requests };
}

function tlsOptions(tls: 'plain' | 'mutual'): object {
  const mutual = { ca: fixture('ca'), requestCert: true, rejectUnauthorized: true };
  return { key: fixture('server-key'), cert: fixture('server'), ...(tls === 'mutual' && mutual) };
}

async function choose(script: Script, request: Recorded, index: number): Promise<Reply> {
  if (typeof script === 'function') return script(request, index);
  const replies = [script].flat();
  return replies[index] ?? replies.at(-1) ?? 'hang';
}

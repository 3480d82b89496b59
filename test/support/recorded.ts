/** Why this exists: what a test's server knows of each request, whatever server it is. */

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

export interface Recorded {
  readonly method: string;
  /** With the query: `/v1/secret/data/app?version=2`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Number of the connection it came over, from 1. */
  readonly connection: number;
  /** The name that the client asked for in the TLS handshake. */
  readonly serverName: string | undefined;
  /** The common name of the client's certificate. */
  readonly clientName: string | undefined;
}

/** The request, once all of it is there. Throws when the connection breaks before. */
export async function record(message: IncomingMessage, connection: number): Promise<Recorded> {
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
    serverName: typeof name === 'string' ? name : undefined,
    clientName: tls?.getPeerCertificate().subject?.CN?.toString(),
  };
}

/** Why this exists: what is asked of a server, and the headers and body that carry it. */

import { Secret } from '../secret.ts';
import type { Answer } from './answer.ts';
import { jsonText } from './json.ts';
import type { Operation } from './operation.ts';
import type { Server } from './server.ts';

export interface Request<T> {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST';
  /** The API path without `/v1/`, escaped. */
  readonly path: string;
  readonly token?: Secret | undefined;
  readonly namespace?: string | undefined;
  /** JSON; a `Secret` at its top level is sent as its text. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** The answer is to be wrapped for that long, such as `5m`: a token comes in its place. */
  readonly wrapTtl?: string | undefined;
  /** It spends or mints something: sent again only when the first was certainly not processed (rule R16). */
  readonly once?: boolean;
  /** This node or none: a standby redirects in place of forwarding it, which proves that nothing was processed. */
  readonly direct?: boolean;
  /** Statuses beyond 2xx that `decode` understands. */
  readonly accept?: readonly number[];
  /** Runs synchronously with the arrival of the last byte; turns secrets into `Secret`. Undefined = not understood. */
  decode(answer: Answer): T | undefined;
}

/** The body, secrets revealed; empty for a request without one. */
export function bodyText(body: Request<unknown>['body']): string {
  if (!body) return '';
  const fields = Object.entries(body).map(([name, value]) => [name, revealed(value)]);
  return jsonText(Object.fromEntries(fields));
}

/** An empty namespace header is an error on Vault Community: none is sent then. */
export function headersOf(
  { token, namespace, body, direct, wrapTtl }: Request<unknown>,
  server: Server,
): Record<string, string> {
  const extra = Object.entries(server.extraHeaders).map(([name, value]) => [name, revealed(value)]);
  return {
    ...Object.fromEntries(extra),
    Accept: 'application/json',
    'X-Vault-Request': 'true',
    ...(direct && { 'X-Vault-No-Request-Forwarding': 'true' }),
    ...(body && { 'Content-Type': 'application/json' }),
    ...(namespace && { 'X-Vault-Namespace': namespace }),
    ...(wrapTtl && { 'X-Vault-Wrap-TTL': wrapTtl }),
    ...(token && { 'X-Vault-Token': token.reveal() }),
  };
}

function revealed<T>(value: T | Secret): T | string {
  return value instanceof Secret ? value.reveal() : value;
}

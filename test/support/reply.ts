/** Why this exists: one language for what a test's server does to a request, whatever server it is. */

import { gzipSync } from 'node:zlib';

export interface Answer {
  readonly status: number;
  /** Without them, the body is said to be JSON. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: string | Buffer;
}

/** What no server sends on purpose. The answer that is damaged is the real one where there is one. */
export type Damage =
  /** Nothing, ever. */
  | 'hang'
  /** The connection is reset. */
  | 'reset'
  /** The head and half of the body, then nothing more. */
  | 'stall'
  /** The head and half of the body, then a blank now and then, without end. */
  | 'drip'
  /** Half of the body that the head promises, then the connection closes. */
  | 'cut'
  /** Blanks, 64 MiB of them, for as long as somebody reads. */
  | 'flood';

export type Reply = Answer | Damage;

export function json(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return text(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
}

/** What a server says when it refuses. */
export function errors(status: number, ...said: readonly string[]): Answer {
  return json(status, { errors: said });
}

export function text(status: number, body: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body };
}

export function page(status: number, headers: Answer['headers'] = {}, said = 'canary-page'): Answer {
  return text(status, `<html><body>${said}</body></html>`, { 'Content-Type': 'text/html', ...headers });
}

export function redirect(status: number, location: string): Answer {
  return text(status, '', { Location: location });
}

/** The answer compressed, which nobody asked for. */
export function gzipped(answer: Answer): Answer {
  return { ...answer, headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body: gzipSync(bodyOf(answer)) };
}

/** The head promises less than comes. */
export function understated(answer: Answer): Answer {
  const body = bodyOf(answer);
  const half = `${Math.floor(body.length / 2)}`;
  return { ...answer, headers: { ...JSON_TYPE, 'Content-Length': half }, body };
}

/** JSON no longer, though all of it is there. */
export function garbled(answer: Answer): Answer {
  return { ...answer, headers: JSON_TYPE, body: `${bodyOf(answer)}}` };
}

/** The real answer in the page of something on the way. */
export function quoted(status: number): (answer: Answer) => Answer {
  return (answer) => page(status, {}, bodyOf(answer).toString());
}

export const JSON_TYPE = { 'Content-Type': 'application/json' };

export function bodyOf({ body = '' }: Answer): Buffer {
  return Buffer.from(body);
}

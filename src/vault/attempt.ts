/** Why this exists: one attempt at one request at one address, and the judgement of what came back. */

import type { IncomingHttpHeaders } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { type Answer, isJson, readAnswer, readBody } from './answer.ts';
import { unlessCancelled } from './cancellation.ts';
import type { Attempt, Connections } from './connections.ts';
import { hintFor } from './diagnosis.ts';
import { UnreachableError, VaultError } from './errors.ts';
import { parseJson } from './json.ts';
import { brokenAnswer, noData, notVault, type Outage, outageOf, strayRedirect } from './outage.ts';
import { bodyText, headersOf, type Request } from './request.ts';
import type { Failure } from './retry.ts';
import type { Address, Server } from './server.ts';

export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly status: number }
  | { readonly kind: 'moved'; readonly location: string }
  | Lost;

export interface Lost {
  readonly kind: 'failed';
  readonly failure: Failure;
  /** The same address would fail the same way again. */
  readonly lasting: boolean;
  readonly error: VaultError | UnreachableError;
}

export interface Target {
  readonly server: Server;
  readonly address: Address;
  readonly connections: Connections;
  readonly timeoutMs: number;
  readonly cancelled?: AbortSignal | undefined;
}

/**
 * Sends the request once. Throws only what `decode` throws, and the reason of a cancellation: then the request was not
 * sent, or leaves nothing behind. Never takes longer than `timeoutMs`.
 */
export async function attempt<T>(request: Request<T>, target: Target): Promise<Outcome<T>> {
  target.cancelled?.throwIfAborted();
  const state: Attempt = { connecting: false };
  const answer = answerInTime(request, target, state);
  const isHarmless = (): boolean => !request.once || state.connecting;
  const received = await unlessCancelled(answer, target.cancelled, isHarmless).catch((reason: unknown) => {
    state.request?.destroy();
    throw reason;
  });
  if ('unsent' in received) state.request?.destroy();
  return 'unsent' in received ? lost(request, target, received) : judge(request, target, received);
}

async function answerInTime(
  request: Request<unknown>,
  target: Target,
  state: Attempt,
): Promise<Received | Outage> {
  const limit = timeLimit(target.timeoutMs);
  return Promise.race([exchange(request, target, state), limit.passed])
    .catch((error: unknown) =>
      outageOf(error, { timedOut: error === LATE || limit.isPast(), connecting: state.connecting }),
    )
    .finally(limit.clear);
}

const LATE = new Error('late');

/**
 * A request that still waits for its connection would not notice that it is destroyed: time is kept beside it. The
 * socket's own limit may be a moment faster, timers count whole milliseconds; whatever fails once the time is over has
 * failed for that.
 */
function timeLimit(ms: number): { readonly passed: Promise<never>; isPast(): boolean; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const end = performance.now() + ms;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(LATE), ms);
  });
  return { passed, isPast: () => performance.now() >= end - 1, clear: () => clearTimeout(timer) };
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `readBody()` of the library never settles on a stalled body, and its redirects carry the token: neither is used. */
async function exchange(
  request: Request<unknown>,
  { server, address, connections, timeoutMs }: Target,
  state: Attempt,
): Promise<Received> {
  const url = `${address.base}/v1/${request.path}`;
  const onConnection = {
    prepareRequest: (options: object) => {
      Object.assign(options, { attempt: state, protocol: new URL(url).protocol });
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('unreachable')),
  };
  const client = new HttpClient('vault-approle', [onConnection], {
    allowRedirects: false,
    allowRetries: false,
    socketTimeout: 2 * timeoutMs,
  });
  /** Its own choice of an agent would ask the environment for a proxy again (and is why `tunnel` can be absent). */
  Object.assign(client, { _getAgent: () => connections.agent });
  const { message } = await client.request(
    request.method,
    url,
    bodyText(request.body),
    headersOf(request, server),
  );
  const body = await readBody(message);
  return { status: message.statusCode ?? 0, headers: message.headers, body };
}

function judge<T>(request: Request<T>, target: Target, { status, headers, body }: Received): Outcome<T> {
  if (status >= 300 && status < 400) return redirected(request, target, headers.location);
  const answer = readAnswer(status, headers['content-type'], body);
  if (!answer)
    return lost(
      request,
      target,
      isCut(headers, body) ? brokenAnswer() : notVault(status),
      retryAfter(headers),
    );
  if ((status >= 200 && status < 300) || request.accept?.includes(status)) {
    const value = request.decode(answer);
    if (value !== undefined) return { kind: 'done', value, status };
    if (status < 300)
      return lost(request, target, isBare(request, answer) ? noData(status) : notVault(status));
  }
  return refused(request, answer, retryAfter(headers));
}

/** JSON that holds no credential, neither in clear nor wrapped. */
function isBare({ operation }: Request<unknown>, { data, auth, whole }: Answer): boolean {
  return (
    operation === 'read' && [data, auth, whole.wrap_info].every((part) => part === undefined || part === null)
  );
}

/** It says that it is JSON, and is not: a part is missing, or something on the way damaged it. */
function isCut(headers: IncomingHttpHeaders, body: string): boolean {
  return isJson(headers['content-type']) && body !== '' && parseJson(body) === undefined;
}

function redirected<T>(request: Request<T>, target: Target, location: string | undefined): Outcome<T> {
  return location === undefined
    ? lost(request, target, strayRedirect('a redirect without a destination'))
    : { kind: 'moved', location };
}

function refused(request: Request<unknown>, answer: Answer, wait: number | undefined): Lost {
  const { status, errors, warnings } = answer;
  const { operation, method, path, once = false } = request;
  const text = [...errors, ...warnings].join('\n');
  const hint = hintFor({ operation, status, text, once });
  return {
    kind: 'failed',
    lasting: false,
    failure: { kind: 'refused', status, text, retryAfter: wait },
    error: new VaultError({
      operation,
      method,
      path,
      status,
      errors: errors.length > 0 ? errors : warnings,
      hint,
    }),
  };
}

/** The outcome of a request that got no usable answer. */
export function lost(
  { operation, once = false }: Request<unknown>,
  { address }: Target,
  { code, status, what, unsent, lasting, passing = false }: Outage,
  wait?: number,
): Lost {
  const hint = hintFor({ operation, code, unsent, once, ...(status && { status }) });
  const host = new URL(address.base).host;
  return {
    kind: 'failed',
    lasting,
    failure: { kind: 'unreachable', unsent, passing, retryAfter: wait },
    error: new UnreachableError({ operation, host, code, status, what, hint }),
  };
}

/** Seconds; the other form of the header, a date, is not honoured. */
function retryAfter(headers: IncomingHttpHeaders): number | undefined {
  const seconds = headers['retry-after'];
  return seconds && /^\d+$/.test(seconds) ? Number(seconds) : undefined;
}

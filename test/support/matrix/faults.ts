/** Why this exists: the rows of the matrix: what goes wrong, and whether the server had done its work by then. */

import type { Fault, Seen } from '../fault-server.ts';
import { errors, garbled, gzipped, json, page, quoted, redirect, understated } from '../reply.ts';

export interface Row {
  readonly name: string;
  /** `refused`: nothing listens. */
  readonly fault: 'refused' | ((seen: Seen) => Fault);
  /** Seconds for the input `timeout`, where the fault wants its own. */
  readonly timeout?: number;
}

/** Seconds: long where nothing waits for them; elsewhere long enough for a third attempt after two that hang. */
export const UNHURRIED = 10;
export const SHORT = 3;

/** Commands of a runner in every spelling, and colours. */
const EVIL = 'x\n::add-path::/evil\n##[add-path]/evil\r::set-env name=A::b\u001b[31m\n::stop-commands::x';

/** What says all that it was told: a server, or something in front of it. */
function echo({ body, headers }: Seen): string {
  return `${body} ${headers['x-vault-token'] ?? ''}`;
}

const QUOTA = 'request path "x": rate limit quota exceeded';

/** The server never sees the request. The stranger is an address that `url` does not list. */
export function lost(stranger: string): readonly Row[] {
  return [
    row('nothing listens', 'refused'),
    row('connection reset, request lost', 'reset'),
    row('silence, request lost', 'hang', SHORT),
    row('429', errors(429, QUOTA)),
    row('429, `Retry-After: 3600`', json(429, { errors: [QUOTA] }, { 'Retry-After': '3600' }), 5),
    row('412, standby behind', errors(412, 'required index state not present')),
    row('503, sealed', errors(503, 'Vault is sealed')),
    row('500, standby without a leader', errors(500, 'active cluster node not found')),
    row('500', errors(500, 'internal error')),
    row('403 that quotes commands and credentials', (seen) => errors(403, EVIL, echo(seen))),
    row('web page, 503', (seen) => page(503, {}, echo(seen))),
    row('web page, 200', (seen) => page(200, {}, echo(seen))),
    row('redirect to a host not in `url`', redirect(307, `${stranger}/v1/x`)),
  ];
}

/** The server does what it is asked for, and then its answer is lost or damaged. */
export const DONE: readonly Row[] = [
  row('connection reset, answer lost', { processed: 'reset' }),
  row('silence, answer lost', { processed: 'hang' }, SHORT),
  row('half an answer, then silence', { processed: 'stall' }, SHORT),
  row('half an answer, then a drip', { processed: 'drip' }, SHORT),
  row('half an answer, then the end', { processed: 'cut' }),
  row('`Content-Length` too small', { processed: understated }),
  row('gzip, unasked', { processed: gzipped }),
  row('broken JSON', { processed: garbled }),
  row('more than 16 MiB', { processed: 'flood' }, UNHURRIED),
  row('web page, 502', { processed: quoted(502) }),
];

function row(name: string, fault: 'refused' | Fault | ((seen: Seen) => Fault), timeout?: number): Row {
  const done = fault === 'refused' || typeof fault === 'function' ? fault : () => fault;
  return { name, fault: done, ...(timeout && { timeout }) };
}

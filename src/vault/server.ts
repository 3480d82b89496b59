/** Why this exists: all that is needed to reach a server again, by main and, from the kept state, by post. */

import type { Secret } from '../secret.ts';

export interface Tls {
  /** PEM. Replaces the system's roots (https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions). */
  readonly ca?: string | undefined;
  /** PEM; together with `key`. */
  readonly cert?: string | undefined;
  readonly key?: Secret | undefined;
  /** Name for SNI and verification, when the address's own name is not in the certificate. */
  readonly serverName?: string | undefined;
  readonly skipVerify: boolean;
}

export interface Address {
  /** `https://host:port/prefix`, without a trailing slash or `/v1`. */
  readonly base: string;
  /** `http(s)://[user:password@]host:port` of the proxy to go through. */
  readonly proxy?: Secret | undefined;
}

export interface Server {
  /** Tried in this order. */
  readonly addresses: readonly [Address, ...Address[]];
  readonly tls: Tls;
  readonly extraHeaders: Readonly<Record<string, Secret>>;
  /** Milliseconds for one attempt: connect, headers and body. */
  readonly timeoutMs: number;
  /** Tries after the first, for what may be tried again. */
  readonly retries: number;
}

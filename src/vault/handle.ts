/** Why this exists: what clean-up needs to know of a token, and how that is kept between two processes. */

import { Secret } from '../secret.ts';
import type { Login } from './approle.ts';
import type { Address, Server } from './server.ts';

/** All that is needed to revoke a token from another process (rule R12). */
export interface TokenHandle {
  readonly token: Secret;
  readonly namespace?: string | undefined;
  readonly server: Server;
  readonly batch: boolean;
  /** Milliseconds since the epoch, by this machine's clock; undefined for a token that never expires. */
  readonly expiresAt?: number | undefined;
  /** Uses the token was born with; 0 is unlimited. */
  readonly uses: number;
  /** Whether the `default` policy, which allows revoke-self, is on the token. */
  readonly defaultPolicy: boolean;
}

export function tokenHandle(login: Login, server: Server, namespace: string | undefined): TokenHandle {
  return {
    token: login.token,
    namespace,
    server,
    batch: login.type === 'batch',
    expiresAt: login.ttl > 0 ? Date.now() + login.ttl * 1000 : undefined,
    uses: login.uses,
    defaultPolicy: login.policies.includes('default') || login.policies.includes('root'),
  };
}

type Kept = Omit<TokenHandle, 'token' | 'server'> & {
  readonly token: string;
  readonly server: Omit<Server, 'addresses' | 'tls' | 'extraHeaders'> & {
    readonly addresses: readonly { readonly base: string; readonly proxy?: string | undefined }[];
    readonly tls: Omit<Server['tls'], 'key'> & { readonly key?: string | undefined };
    readonly extraHeaders: Readonly<Record<string, string>>;
  };
};

/** The handle as one opaque text: base64, so that a runner in debug mode prints a single line that one mask covers. */
export function packHandle({ token, server, ...rest }: TokenHandle): Secret {
  const { addresses, tls, extraHeaders } = server;
  const headers = Object.entries(extraHeaders).map(([name, value]) => [name, value.reveal()]);
  const kept: Kept = {
    ...rest,
    token: token.reveal(),
    server: {
      ...server,
      addresses: addresses.map(({ base, proxy }) => ({ base, proxy: proxy?.reveal() })),
      tls: { ...tls, key: tls.key?.reveal() },
      extraHeaders: Object.fromEntries(headers),
    },
  };
  return new Secret(Buffer.from(JSON.stringify(kept)).toString('base64'));
}

/** The reverse of `packHandle`; undefined for a text that it did not make. */
export function unpackHandle(packed: string): TokenHandle | undefined {
  const kept = parse(packed);
  const [first, ...others] = (kept?.server.addresses ?? []).map(address);
  if (!kept || !first) return undefined;
  const { tls, extraHeaders } = kept.server;
  const headers = Object.entries(extraHeaders).map(([name, value]) => [name, new Secret(value)]);
  return {
    ...kept,
    token: new Secret(kept.token),
    server: {
      ...kept.server,
      addresses: [first, ...others],
      tls: { ...tls, key: tls.key === undefined ? undefined : new Secret(tls.key) },
      extraHeaders: Object.fromEntries(headers),
    },
  };
}

function address({ base, proxy }: Kept['server']['addresses'][number]): Address {
  return { base, proxy: proxy === undefined ? undefined : new Secret(proxy) };
}

/** Our own writing, read back in another process: the runner's state file has no other author. */
function parse(packed: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(Buffer.from(packed, 'base64').toString('utf8'));
    const whole =
      typeof kept === 'object' && kept !== null && 'token' in kept && 'server' in kept && kept.server;
    return whole ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

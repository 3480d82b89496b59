/** Why this exists: the many ways in which no usable answer comes, in words, and what each says about another try. */

export interface Outage {
  /** Node's code, or one of ours: TIMEOUT, CONNECT_TIMEOUT, TLS_DISCONNECTED, PROXY …, NOT_VAULT, NO_DATA, REDIRECT, LOGIN_PAGE, LEAD_LOST, TOO_LARGE, BROKEN. */
  readonly code: string;
  /** The status of an answer that was not one of Vault's. */
  readonly status?: number;
  /** A clause for the message. */
  readonly what: string;
  /** Proven: the server did not process the request. */
  readonly unsent: boolean;
  /** The same address would fail the same way again. */
  readonly lasting: boolean;
  /** It ends without anybody's doing, within seconds. */
  readonly passing?: boolean;
}

interface Moment {
  readonly timedOut: boolean;
  readonly connecting: boolean;
}

/** What an error of a connection means. Error texts of Node are not used, except for certificate names. */
export function outageOf(error: unknown, { timedOut, connecting }: Moment): Outage {
  const code = codeOf(error, { timedOut, connecting });
  return {
    code,
    what: code.startsWith('ERR_TLS_CERT_ALTNAME') ? messageOf(error) : (WORDS.get(code) ?? words(code)),
    unsent: connecting || CERTAINLY_UNSENT.test(code),
    lasting: LASTING.test(code),
  };
}

/** An answer came, but not one of Vault's. */
export function notVault(status: number): Outage {
  return {
    code: 'NOT_VAULT',
    status,
    what: `an answer with status ${status} that is not Vault's JSON`,
    unsent: false,
    lasting: (status < 500 && status !== 429) || status === 501,
  };
}

/** Vault's JSON, but without what a secret has. It made no credential: that would be in it. */
export function noData(status: number): Outage {
  return {
    code: 'NO_DATA',
    status,
    what: `an answer with status ${status} without data`,
    unsent: false,
    lasting: true,
  };
}

/** It says that it is JSON, but it is not, or not the whole of it. */
export function brokenAnswer(): Outage {
  return { code: 'BROKEN', what: 'an answer with broken JSON', unsent: false, lasting: false };
}

export function strayRedirect(what: string): Outage {
  return { code: 'REDIRECT', what, unsent: false, lasting: true };
}

/**
 * What stands in front of the server wants a person to log in: a redirect on the same host that leaves the API. Undefined
 * for any other redirect; a node's, to the one that leads, keeps the path.
 */
export function toPage(location: string, base: string): Outage | undefined {
  if (location === '' || !URL.canParse(location, base)) return undefined;
  const { origin, pathname } = new URL(location, base);
  if (origin !== new URL(base).origin || pathname.includes('/v1/')) return undefined;
  return {
    ...strayRedirect(`a redirect to ${pathname}, which is not in the API: a login page of a gateway?`),
    code: 'LOGIN_PAGE',
  };
}

/** The request would carry a token, or a credential, to a host that nobody named. */
export function toStranger(location: string): Outage {
  const host = URL.canParse(location) ? new URL(location).host : '';
  return strayRedirect(host ? `a redirect to ${host}, which url does not list` : 'a redirect to nowhere');
}

/** Nodes that do not agree on who leads: one that has just lost the lead may even redirect to itself. */
export function inCircles({ proven, alone }: { readonly proven: boolean; readonly alone: boolean }): Outage {
  return { ...strayRedirect('one redirect led to another'), unsent: proven, lasting: alone, passing: !alone };
}

/** A node that led when it was asked, and no longer leads: nobody knows how far it has come with the request. */
export function leadLost(): Outage {
  return {
    code: 'LEAD_LOST',
    what: 'it lost the lead before it had answered',
    unsent: false,
    lasting: false,
  };
}

/** TLS 1.3 clients learn of a refused client certificate only after they sent: the server read nothing. */
const CERTAINLY_UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_SSL_.*ALERT.*|PROXY.*)$/;
const LASTING = /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|TOO_LARGE|PROXY 40)/;

const WORDS = new Map(
  Object.entries({
    TIMEOUT: 'no answer in time',
    CONNECT_TIMEOUT: 'no connection in time',
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'the connection broke before the answer was complete',
    ENOTFOUND: 'the name cannot be resolved',
    EAI_AGAIN: 'the name cannot be resolved at the moment',
    EHOSTUNREACH: 'the host cannot be reached',
    ENETUNREACH: 'the network cannot be reached',
    TOO_LARGE: 'the answer is larger than 16 MiB',
    TLS_DISCONNECTED: 'the connection was closed during the TLS handshake',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown CA',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown CA',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an unknown CA',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  }),
);

function codeOf(error: unknown, { timedOut, connecting }: Moment): string {
  if (timedOut) return connecting ? 'CONNECT_TIMEOUT' : 'TIMEOUT';
  const code = rawCode(error);
  return code === 'ECONNRESET' && connecting ? 'TLS_DISCONNECTED' : code;
}

/** Trying several IP addresses of a name fails with an `AggregateError`: its first error speaks for all. */
function rawCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rawCode(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function words(code: string): string {
  const status = /^PROXY (.*)$/.exec(code)?.[1];
  return status ? `the proxy did not open the tunnel (${status})` : `the connection failed (${code})`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, ' ') : '';
}

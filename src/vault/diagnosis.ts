/** Why this exists: one table from what went wrong to the hint that helps. Pure data. */

import { type Anchor, type Hint, hint } from './hints.ts';
import type { Operation } from './operation.ts';
import { FORWARDING_BROKE, LEADERLESS } from './retry.ts';

/** What is known of a failure: the server's answer (status, text) or, without one, the connection's code. */
export interface Facts {
  readonly operation: Operation;
  readonly status?: number;
  readonly text?: string;
  readonly code?: string;
  /** Without an answer: it is proven that the server did not process the request. */
  readonly unsent?: boolean;
  /** The request may have made something that exists only once. */
  readonly once?: boolean;
}

interface Rule {
  readonly anchor: Anchor;
  readonly operation?: readonly Operation[];
  readonly status?: readonly number[];
  readonly text?: RegExp;
  readonly code?: RegExp;
  readonly once?: true;
  /** Nobody knows whether the server has done what it was asked for. */
  readonly open?: true;
}

/** Whatever the code: Node has many for a connection that stood and an answer that cannot be read. */
const AMBIGUOUS = { open: true, code: /^(?!(REDIRECT|LOGIN_PAGE|NO_DATA)$)/ } as const;
/** The same without answers that are no Vault's: at a login they mostly mean that `url` is wrong. */
const LOST = { open: true, code: /^(?!(REDIRECT|LOGIN_PAGE|NOT_VAULT)$)/ } as const;

const OF_SECRET_IDS = ['accessor list', 'accessor lookup', 'destruction'] as const;
const OF_ROLES = ['mint', 'role lookup', ...OF_SECRET_IDS] as const;

/** The first rule that fits wins. Texts are substrings of what the servers write (OpenBao 2.7, Vault 1.x sources). */
const RULES: readonly Rule[] = [
  { anchor: 'sealed', status: [500], text: LEADERLESS },
  { anchor: 'unwrap-interrupted', operation: ['unwrap'], ...AMBIGUOUS },
  { anchor: 'unwrap-interrupted', operation: ['unwrap'], status: [500, 502, 504] },
  { anchor: 'unwrap-interrupted', operation: ['unwrap'], text: FORWARDING_BROKE },
  { anchor: 'login-interrupted', operation: ['login'], ...LOST },
  { anchor: 'login-interrupted', operation: ['login'], code: /^NOT_VAULT$/, status: [502, 504] },
  { anchor: 'login-interrupted', operation: ['login'], status: [502, 504] },
  { anchor: 'login-interrupted', operation: ['login'], text: FORWARDING_BROKE },
  { anchor: 'credential-maybe-spent', operation: ['issue', 'read', 'mint'], once: true, ...AMBIGUOUS },
  {
    anchor: 'credential-maybe-spent',
    operation: ['issue', 'read', 'mint'],
    once: true,
    text: FORWARDING_BROKE,
  },

  { anchor: 'dns', code: /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME)$/ },
  { anchor: 'connection-refused', code: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/ },
  { anchor: 'timeout', code: /^(TIMEOUT|CONNECT_TIMEOUT|ETIMEDOUT|DEADLINE)$/ },
  { anchor: 'tls-name', code: /^ERR_TLS_CERT_ALTNAME/ },
  { anchor: 'tls-expired', code: /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/ },
  { anchor: 'tls-unknown-ca', code: /SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE|INVALID_CA/ },
  { anchor: 'tls-handshake', code: /^(EPROTO|TLS_DISCONNECTED|ERR_SSL|ERR_TLS)/ },
  { anchor: 'proxy', code: /^PROXY/ },
  { anchor: 'redirect', code: /^REDIRECT$/ },
  { anchor: 'login-page', code: /^LOGIN_PAGE$/ },
  { anchor: 'no-secret', code: /^NO_DATA$/ },
  { anchor: 'gateway', code: /^NOT_VAULT$/, status: [502, 503, 504] },
  { anchor: 'not-vault', code: /^NOT_VAULT$/ },
  { anchor: 'answer-too-large', code: /^TOO_LARGE$/ },
  { anchor: 'connection-lost', code: /./ },

  { anchor: 'namespace-not-found', text: /namespace not found|namespaces feature not enabled/ },
  { anchor: 'namespace-locked', text: /API access to this namespace has been locked/ },
  { anchor: 'sealed', status: [503], text: /./ },
  { anchor: 'rate-limited', status: [429] },
  { anchor: 'replication-lag', status: [412] },
  { anchor: 'gateway', status: [502, 503, 504] },

  { anchor: 'missing-role-id', operation: ['login'], text: /missing role_id/ },
  { anchor: 'missing-secret-id', operation: ['login'], text: /missing secret_id/ },
  { anchor: 'cidr-subset', operation: ['login'], text: /subset relationship between CIDR/ },
  { anchor: 'cidr', operation: ['login'], text: /source address .* unauthorized/ },
  {
    anchor: 'invalid-role-or-secret-id',
    operation: ['login'],
    text: /invalid (role or secret ID|secret_id)/,
  },
  { anchor: 'login-permission-denied', operation: ['login'], status: [403, 404] },
  { anchor: 'login-permission-denied', operation: ['login'], text: /missing client token/ },
  { anchor: 'unsupported-operation', status: [405] },

  { anchor: 'no-such-mount', operation: ['list'], text: /no handler for route/ },
  { anchor: 'list-permission-denied', operation: ['list'], status: [403] },
  { anchor: 'folder-empty', operation: ['list'], status: [404] },
  { anchor: 'issue-permission-denied', operation: ['issue'], status: [403] },
  { anchor: 'no-such-mount', operation: ['issue'], status: [404] },
  { anchor: 'issue-refused', operation: ['issue'], status: [400] },
  { anchor: 'token-uses', operation: ['read'], text: /token had one use left/ },
  { anchor: 'kv-upgrade', operation: ['read'], text: /Upgrading from non-versioned/ },
  { anchor: 'kv2-path', operation: ['read'], text: /Invalid path for a versioned K\/V/ },
  { anchor: 'no-such-mount', operation: ['read'], text: /no handler for route/ },
  { anchor: 'read-permission-denied', operation: ['read'], status: [403] },
  { anchor: 'secret-not-found', operation: ['read'], status: [404] },
  { anchor: 'mint-permission-denied', operation: ['mint'], status: [403] },
  { anchor: 'no-such-role', operation: OF_ROLES, status: [404] },
  { anchor: 'mint-refused', operation: ['mint'], text: /bind_secret_id is not set|CIDR|already registered/ },
  { anchor: 'rotation-permission-denied', operation: OF_SECRET_IDS, status: [403] },
  { anchor: 'token-refused', operation: ['token lookup'], status: [403] },
  { anchor: 'server-error', status: [500] },
];

/** What to do about a failure, if the table knows. */
export function hintFor(facts: Facts): Hint | undefined {
  const rule = RULES.find((candidate) => fits(candidate, facts));
  return rule && hint(rule.anchor);
}

function fits(rule: Rule, facts: Facts): boolean {
  return (
    (!rule.once || facts.once === true) &&
    (!rule.open || facts.unsent === false) &&
    (!rule.operation || rule.operation.includes(facts.operation)) &&
    (!rule.status || (facts.status !== undefined && rule.status.includes(facts.status))) &&
    (!rule.text || rule.text.test(facts.text ?? '')) &&
    (rule.code ? rule.code.test(facts.code ?? '') : facts.code === undefined)
  );
}

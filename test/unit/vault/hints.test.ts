import { describe, expect, it } from 'vitest';
import { hintFor } from '../../../src/vault/diagnosis.ts';
import { type Anchor, HINTS, hint } from '../../../src/vault/hints.ts';
import type { Operation } from '../../../src/vault/operation.ts';

/** What servers answer: one row or more for each rule. Texts are those of OpenBao's and Vault's sources. */
const ANSWERS: readonly (readonly [Operation, number, string, Anchor])[] = [
  ['unwrap', 500, 'internal error', 'unwrap-interrupted'],
  ['unwrap', 502, '', 'unwrap-interrupted'],
  ['unwrap', 504, '', 'unwrap-interrupted'],
  ['unwrap', 500, 'local node not active but active cluster node not found', 'sealed'],
  ['unwrap', 503, 'no active Vault instance found', 'unwrap-interrupted'],
  ['login', 503, 'no active Vault instance found', 'login-interrupted'],
  ['login', 502, '', 'login-interrupted'],
  ['login', 504, '', 'login-interrupted'],

  ['login', 404, 'namespace not found', 'namespace-not-found'],
  ['read', 404, 'namespace not found', 'namespace-not-found'],
  ['read', 403, 'namespaces feature not enabled', 'namespace-not-found'],
  ['login', 503, 'API access to this namespace has been locked by an administrator', 'namespace-locked'],
  ['login', 503, 'Vault is sealed', 'sealed'],
  ['read', 503, 'namespace is sealed', 'sealed'],
  ['read', 503, 'no active Vault instance found', 'sealed'],
  ['unwrap', 503, 'node is not active', 'sealed'],
  ['read', 500, 'local node not active but active cluster node not found', 'sealed'],
  ['login', 429, 'request path "auth/approle/login": rate limit quota exceeded', 'rate-limited'],
  ['unwrap', 429, '', 'rate-limited'],
  ['revoke', 412, 'required index state not present', 'replication-lag'],
  ['read', 502, 'upstream rate limited', 'gateway'],
  ['read', 503, '', 'gateway'],
  ['read', 504, '', 'gateway'],

  ['login', 500, 'missing role_id', 'missing-role-id'],
  ['login', 400, 'missing role_id', 'missing-role-id'],
  ['login', 400, 'missing secret_id', 'missing-secret-id'],
  ['login', 500, 'failed to verify subset relationship between CIDR blocks', 'cidr-subset'],
  [
    'login',
    400,
    'source address "192.0.2.1" unauthorized through CIDR restrictions on the secret ID',
    'cidr',
  ],
  [
    'login',
    400,
    'source address "192.0.2.1" unauthorized by CIDR restrictions on the secret ID: %!w(<nil>)',
    'cidr',
  ],
  [
    'login',
    400,
    'source address "2001:db8::1" unauthorized by CIDR restrictions on the role: %!w(<nil>)',
    'cidr',
  ],
  ['login', 400, 'invalid role or secret ID', 'invalid-role-or-secret-id'],
  ['login', 400, 'invalid secret_id "canary-secret-id"', 'invalid-role-or-secret-id'],
  ['login', 403, '1 error occurred:\n\t* permission denied\n\n', 'login-permission-denied'],
  ['login', 404, 'no handler for route "auth/x/login". route entry not found.', 'login-permission-denied'],
  ['login', 400, 'missing client token', 'login-permission-denied'],
  ['list', 403, 'permission denied', 'list-permission-denied'],
  ['list', 404, '', 'folder-empty'],
  ['issue', 403, 'permission denied', 'issue-permission-denied'],
  ['issue', 404, 'no handler for route "pki/issue/x"', 'no-such-mount'],
  ['issue', 400, 'common name evil.test not allowed by this role', 'issue-refused'],
  ['mint', 403, 'permission denied', 'mint-permission-denied'],
  ['mint', 400, 'bind_secret_id is not set on the role', 'mint-refused'],
  ['mint', 500, 'failed to validate CIDR blocks: invalid CIDR address: here', 'mint-refused'],
  ['mint', 500, 'failed to store secret_id: SecretID is already registered', 'mint-refused'],
  ['mint', 500, 'internal error', 'server-error'],
  ['mint', 404, 'role "ci" does not exist', 'no-such-role'],
  ['accessor list', 404, 'no handler for route "auth/x/role/ci/secret-id"', 'no-such-role'],
  ['role lookup', 404, '', 'no-such-role'],
  ['accessor list', 403, 'permission denied', 'rotation-permission-denied'],
  ['accessor lookup', 403, 'permission denied', 'rotation-permission-denied'],
  ['destruction', 403, 'permission denied', 'rotation-permission-denied'],
  ['read', 405, '1 error occurred:\n\t* unsupported operation\n\n', 'unsupported-operation'],

  [
    'read',
    400,
    'Secret cannot be returned; token had one use left, so leased credentials were immediately revoked.',
    'token-uses',
  ],
  [
    'read',
    400,
    'Upgrading from non-versioned to versioned data. This backend will be unavailable for a brief period and will resume service shortly.',
    'kv-upgrade',
  ],
  [
    'read',
    404,
    'Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use.',
    'kv2-path',
  ],
  ['read', 404, 'no handler for route "nowhere/app". route entry not found.', 'no-such-mount'],
  ['read', 403, '1 error occurred:\n\t* permission denied\n\n', 'read-permission-denied'],
  ['read', 404, '', 'secret-not-found'],
  ['token lookup', 403, 'permission denied', 'token-refused'],
  ['read', 500, 'internal error', 'server-error'],
  ['login', 500, 'error performing token check', 'server-error'],
];

/** Codes of connections without an answer of Vault, with the status where there was one. */
const SILENCES: readonly (readonly [Operation, string, number | undefined, Anchor])[] = [
  ['unwrap', 'TIMEOUT', undefined, 'unwrap-interrupted'],
  ['issue', 'BROKEN', undefined, 'credential-maybe-spent'],
  ['unwrap', 'ECONNRESET', undefined, 'unwrap-interrupted'],
  ['unwrap', 'EPIPE', undefined, 'unwrap-interrupted'],
  ['unwrap', 'NOT_VAULT', 502, 'unwrap-interrupted'],
  ['unwrap', 'TOO_LARGE', undefined, 'unwrap-interrupted'],
  ['unwrap', 'UNKNOWN', undefined, 'unwrap-interrupted'],
  ['unwrap', 'HPE_HEADER_OVERFLOW', undefined, 'unwrap-interrupted'],
  ['issue', 'HPE_UNEXPECTED_CONTENT_LENGTH', undefined, 'credential-maybe-spent'],
  ['mint', 'ECONNRESET', undefined, 'credential-maybe-spent'],
  ['unwrap', 'ECONNREFUSED', undefined, 'connection-refused'],
  ['unwrap', 'CONNECT_TIMEOUT', undefined, 'timeout'],
  ['unwrap', 'TLS_DISCONNECTED', undefined, 'tls-handshake'],
  ['unwrap', 'PROXY 407', undefined, 'proxy'],
  ['unwrap', 'REDIRECT', undefined, 'redirect'],

  ['login', 'ENOTFOUND', undefined, 'dns'],
  ['login', 'EAI_AGAIN', undefined, 'dns'],
  ['login', 'EHOSTUNREACH', undefined, 'connection-refused'],
  ['login', 'ENETUNREACH', undefined, 'connection-refused'],
  ['login', 'CONNECT_TIMEOUT', undefined, 'timeout'],
  ['login', 'TIMEOUT', undefined, 'login-interrupted'],
  ['login', 'ECONNRESET', undefined, 'login-interrupted'],
  ['login', 'EPIPE', undefined, 'login-interrupted'],
  ['login', 'TOO_LARGE', undefined, 'login-interrupted'],
  ['login', 'BROKEN', undefined, 'login-interrupted'],
  ['login', 'UNKNOWN', undefined, 'login-interrupted'],
  ['login', 'HPE_INVALID_HEADER_TOKEN', undefined, 'login-interrupted'],
  ['login', 'NOT_VAULT', 502, 'login-interrupted'],
  ['login', 'NOT_VAULT', 504, 'login-interrupted'],
  ['login', 'NOT_VAULT', 503, 'gateway'],
  ['login', 'NOT_VAULT', 404, 'not-vault'],
  ['read', 'TIMEOUT', undefined, 'timeout'],
  ['login', 'NOT_VAULT', 200, 'not-vault'],
  ['login', 'ECONNREFUSED', undefined, 'connection-refused'],
  ['login', 'TLS_DISCONNECTED', undefined, 'tls-handshake'],
  ['login', 'ETIMEDOUT', undefined, 'timeout'],
  ['login', 'ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'tls-name'],
  ['login', 'CERT_HAS_EXPIRED', undefined, 'tls-expired'],
  ['login', 'CERT_NOT_YET_VALID', undefined, 'tls-expired'],
  ['login', 'SELF_SIGNED_CERT_IN_CHAIN', undefined, 'tls-unknown-ca'],
  ['login', 'DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'tls-unknown-ca'],
  ['login', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'tls-unknown-ca'],
  ['login', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', undefined, 'tls-unknown-ca'],
  ['login', 'EPROTO', undefined, 'tls-handshake'],
  ['login', 'ERR_SSL_WRONG_VERSION_NUMBER', undefined, 'tls-handshake'],
  ['login', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', undefined, 'tls-handshake'],
  ['read', 'PROXY ECONNREFUSED', undefined, 'proxy'],
  ['read', 'REDIRECT', undefined, 'redirect'],
  ['unwrap', 'LOGIN_PAGE', undefined, 'login-page'],
  ['login', 'LOGIN_PAGE', undefined, 'login-page'],
  ['issue', 'LOGIN_PAGE', undefined, 'login-page'],
  ['read', 'NO_DATA', 200, 'no-secret'],
  ['read', 'NOT_VAULT', 502, 'gateway'],
  ['read', 'NOT_VAULT', 503, 'gateway'],
  ['read', 'NOT_VAULT', 504, 'gateway'],
  ['read', 'NOT_VAULT', 200, 'not-vault'],
  ['read', 'NOT_VAULT', 404, 'not-vault'],
  ['read', 'TOO_LARGE', undefined, 'answer-too-large'],
  ['read', 'ECONNRESET', undefined, 'connection-lost'],
  ['read', 'EPIPE', undefined, 'connection-lost'],
  ['read', 'UNKNOWN', undefined, 'connection-lost'],
  ['read', 'HPE_HEADER_OVERFLOW', undefined, 'connection-lost'],
];

/** Codes of connections that never stood. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI|EHOST|ENET|ETIMEDOUT|EPROTO|CONNECT_|TLS_|ERR_|CERT_|SELF_|DEPTH_|UNABLE_|PROXY)/;

/** Given by the code that finds out, and not by the table. */
const GIVEN: readonly Anchor[] = [
  'mfa-required',
  'no-token-in-answer',
  'wrapping-token-invalid',
  'wrapping-creation-path',
  'wrapping-content',
  'secret-deleted',
];

describe('an answer', () => {
  it.each(ANSWERS)('to a %s with %i %j leads to %s', (operation, status, text, anchor) => {
    expect(hintFor({ operation, status, text })).toEqual({ anchor, text: HINTS[anchor] });
  });
});

describe('no answer', () => {
  it.each(SILENCES)('to a %s, but %s (%s), leads to %s', (operation, code, status, anchor) => {
    const facts = { operation, code, once: operation !== 'read', unsent: UNSENT.test(code) };
    expect(hintFor({ ...facts, ...(status && { status }) })?.anchor).toBe(anchor);
  });

  it('R16: on a connection that stood leaves it open what became of a request, whatever the code', () => {
    for (const code of [
      'ETIMEDOUT',
      'EPROTO',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_STREAM_PREMATURE_CLOSE',
    ]) {
      const anchors = (['unwrap', 'login', 'issue', 'read', 'mint'] as const).map(
        (operation) => hintFor({ operation, code, once: true, unsent: false })?.anchor,
      );
      const spent = 'credential-maybe-spent';
      expect(anchors).toEqual(['unwrap-interrupted', 'login-interrupted', spent, spent, spent]);
    }
  });
});

it.each([
  ['wrapping lookup', 400, 'wrapping token is not valid or does not exist'],
  ['wrapping lookup', 403, 'permission denied'],
  ['revoke', 400, 'batch tokens cannot be revoked'],
  ['mount lookup', 403, 'preflight capability check returned 403'],
  ['capability lookup', 403, 'permission denied'],
  ['role lookup', 403, 'permission denied'],
] as const)(
  'a %s with %i has no hint of the table: the code that asked knows better',
  (operation, status, text) => {
    expect(hintFor({ operation, status, text })).toBeUndefined();
  },
);

it('every hint is reached by an answer, by silence, or given', () => {
  const reached = new Set([...ANSWERS, ...SILENCES].map(([, , , anchor]) => anchor));
  expect([...reached, ...GIVEN].sort()).toEqual(Object.keys(HINTS).sort());
});

it('a hint is sentences that say what to do, and an anchor that a link can have', () => {
  for (const anchor of Object.keys(HINTS)) expect(anchor).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const text of Object.values(HINTS)) {
    expect(text).toMatch(/^[A-Z`].*\.$/);
    expect(text.length).toBeLessThan(400);
  }
  expect(hint('dns')).toEqual({ anchor: 'dns', text: HINTS.dns });
});

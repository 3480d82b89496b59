import { describe, expect, it } from 'vitest';
import { notVault, outageOf, strayRedirect } from '../../../src/vault/outage.ts';

const coded = (code: string, message = 'canary-text of Node'): Error =>
  Object.assign(new Error(message), { code });
const sent = { timedOut: false, connecting: false };
const connecting = { timedOut: false, connecting: true };

describe('outageOf', () => {
  it.each([
    ['ECONNREFUSED', 'connection refused', true, false],
    ['ENOTFOUND', 'the name cannot be resolved', true, false],
    ['EAI_AGAIN', 'the name cannot be resolved at the moment', true, false],
    ['EHOSTUNREACH', 'the host cannot be reached', true, false],
    ['ENETUNREACH', 'the network cannot be reached', true, false],
    ['ECONNRESET', 'the connection broke before the answer was complete', false, false],
    ['EPIPE', 'the connection failed (EPIPE)', false, false],
    ['TOO_LARGE', 'the answer is larger than 16 MiB', false, true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is self-signed', false, true],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate is signed by an unknown CA', false, true],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate is signed by an unknown CA', false, true],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its certificate is signed by an unknown CA', false, true],
    ['CERT_HAS_EXPIRED', 'its certificate has expired', false, true],
    ['CERT_NOT_YET_VALID', 'its certificate is not valid yet', false, true],
    [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      'the connection failed (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED)',
      true,
      true,
    ],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'the connection failed (ERR_SSL_WRONG_VERSION_NUMBER)', false, true],
    ['PROXY 407', 'the proxy did not open the tunnel (407)', true, true],
    ['PROXY 502', 'the proxy did not open the tunnel (502)', true, false],
    ['PROXY ECONNREFUSED', 'the proxy did not open the tunnel (ECONNREFUSED)', true, false],
  ] as const)('%s is told as "%s"; unsent: %s, lasting: %s', (code, what, unsent, lasting) => {
    expect(outageOf(coded(code), sent)).toEqual({ code, what, unsent, lasting });
  });

  it('R16: whatever fails before the connection stands was not sent', () => {
    for (const code of ['EPIPE', 'ECONNRESET', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ETIMEDOUT'])
      expect(outageOf(coded(code), connecting).unsent).toBe(true);
  });

  it('a connection closed while it is made is a failed handshake', () => {
    expect(outageOf(coded('ECONNRESET'), connecting)).toEqual({
      code: 'TLS_DISCONNECTED',
      what: 'the connection was closed during the TLS handshake',
      unsent: true,
      lasting: false,
    });
  });

  it('R16: time that ran out says whether anything was sent', () => {
    const error = coded('ABORT_ERR');
    expect(outageOf(error, { timedOut: true, connecting: true })).toEqual({
      code: 'CONNECT_TIMEOUT',
      what: 'no connection in time',
      unsent: true,
      lasting: false,
    });
    expect(outageOf(error, { timedOut: true, connecting: false })).toEqual({
      code: 'TIMEOUT',
      what: 'no answer in time',
      unsent: false,
      lasting: false,
    });
  });

  it("Node's own text is used for the names in a certificate, on one line, and for nothing else", () => {
    const names = outageOf(
      coded('ERR_TLS_CERT_ALTNAME_INVALID', "Host: a. is not in\nthe cert's altnames"),
      sent,
    );
    expect(names.what).toBe("Host: a. is not in the cert's altnames");
    for (const code of ['ECONNRESET', 'ERR_INVALID_CHAR', 'UNKNOWN'])
      expect(outageOf(coded(code), sent).what).not.toContain('canary');
  });

  it('of several addresses of one name, the first speaks for all', () => {
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    expect(outageOf(both, connecting).code).toBe('ECONNREFUSED');
    expect(outageOf(new AggregateError([]), sent).code).toBe('UNKNOWN');
  });

  it('what has no code is unknown, and nothing is proven', () => {
    for (const error of [new Error('canary'), 'canary', undefined, coded(''), { code: 'ECONNREFUSED' }])
      expect(outageOf(error, sent)).toMatchObject({ unsent: false, lasting: false });
    expect(outageOf(new Error('canary'), sent)).toMatchObject({
      code: 'UNKNOWN',
      what: 'the connection failed (UNKNOWN)',
    });
  });
});

it('an answer that is not of Vault lasts, unless its status says that it may pass', () => {
  const lasting = [200, 302, 401, 403, 404, 429, 500, 502, 503].map((status) => [
    status,
    notVault(status).lasting,
  ]);
  expect(lasting).toEqual([
    [200, true],
    [302, true],
    [401, true],
    [403, true],
    [404, true],
    [429, false],
    [500, false],
    [502, false],
    [503, false],
  ]);
  expect(notVault(502)).toMatchObject({
    code: 'NOT_VAULT',
    what: "an answer with status 502 that is not Vault's JSON",
    unsent: false,
  });
});

it('a stray redirect lasts, and is not told to be unsent', () => {
  expect(strayRedirect('a redirect to nowhere')).toEqual({
    code: 'REDIRECT',
    what: 'a redirect to nowhere',
    unsent: false,
    lasting: true,
  });
});

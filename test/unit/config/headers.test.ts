/** Why this exists: extra headers reach a gateway as written, and change nothing of what our own requests mean. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../../src/config/headers.ts';

function revealed(text: string): Readonly<Record<string, string>> {
  const { headers, problems } = readHeaders(text);
  expect(problems).toEqual([]);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.reveal()]));
}

describe('headers that are taken', () => {
  it.each([
    ['', {}],
    ['\n  \r\n', {}],
    ['X-A: canary', { 'x-a': 'canary' }],
    ['X-A:canary', { 'x-a': 'canary' }],
    ['  X-A:   canary two  ', { 'x-a': 'canary two' }],
    ['X-A: a: b', { 'x-a': 'a: b' }],
    ['X-A: 1\r\nX-B: 2', { 'x-a': '1', 'x-b': '2' }],
    ['X-A: 1\nx-a: 2\nX-A: 3', { 'x-a': '1, 2, 3' }],
    ['Authorization: Basic Y2FuYXJ5', { authorization: 'Basic Y2FuYXJ5' }],
    ['CF-Access-Client-Id: canary', { 'cf-access-client-id': 'canary' }],
    ["!#$%&'*+.^_`|~9: x", { "!#$%&'*+.^_`|~9": 'x' }],
  ])('%j', (text, expected) => {
    expect(revealed(text)).toEqual(expected);
  });

  it('R5: their values are secrets', () => {
    expect(JSON.stringify(readHeaders('X-A: canary'))).not.toContain('canary');
  });

  it('a header named like a part of every object is a header', () => {
    expect(Object.keys(readHeaders('__proto__: x').headers)).toEqual(['__proto__']);
  });
});

describe('headers that are refused', () => {
  it.each([
    'X-Vault-Token',
    'x-vault-namespace',
    'X-Vault-Wrap-TTL',
    'X-VAULT-REQUEST',
    'Host',
    'Content-Length',
    'content-type',
    'Transfer-Encoding',
    'Connection',
    'Accept',
    'User-Agent',
    'Expect',
    'Upgrade',
    'TE',
    'Trailer',
    'Keep-Alive',
    'Proxy-Authorization',
    'Proxy-Connection',
  ])('%s is ours', (name) => {
    expect(readHeaders(`${name}: canary`)).toEqual({
      headers: {},
      problems: [`line 1 sets ${name}, which is set by the action itself`],
    });
  });

  it.each([
    'canary',
    'X-A',
    'X-A:',
    'X-A:  ',
    ': canary',
    'X A: canary',
    'X-Ä: canary',
    'X-A: canärie',
    'X-A: can\u0000ary',
    'X-A: can\tary',
    'X-A : canary',
  ])('%j is no header, and is not repeated', (text) => {
    expect(readHeaders(text)).toEqual({
      headers: {},
      problems: ['line 1 is not "Name: value" in printable ASCII'],
    });
  });

  it('a value cannot go on to another line', () => {
    expect(readHeaders('X-A: 1\n 2').problems).toEqual(['line 2 is not "Name: value" in printable ASCII']);
    expect(readHeaders('X-A: 1\rX-Vault-Token: 2').problems).toHaveLength(1);
  });

  it('all wrong lines are told together, by the number that an editor shows', () => {
    expect(readHeaders('X-A: 1\n\nwrong\r\n\r\nHost: x\n').problems).toEqual([
      'line 3 is not "Name: value" in printable ASCII',
      'line 5 sets Host, which is set by the action itself',
    ]);
  });
});

it('whatever is taken, is what HTTP allows in a header, and none of ours', () => {
  const piece = fc.constantFrom(
    'X-A',
    'Host',
    'x-vault-token',
    ':',
    ' ',
    '\n',
    '\r',
    '\t',
    'canary',
    'ü',
    '\u0000',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      for (const [name, value] of Object.entries(readHeaders(pieces.join('')).headers)) {
        expect(name).toMatch(/^[!#$%&'*+.^_`|~0-9a-z-]+$/);
        expect(name).not.toMatch(/^(host|x-vault-token)$/);
        expect(value.reveal()).toMatch(/^[ -~]+$/);
      }
    }),
  );
});

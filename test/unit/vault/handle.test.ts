import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import type { Login } from '../../../src/vault/approle.ts';
import { packHandle, type TokenHandle, tokenHandle, unpackHandle } from '../../../src/vault/handle.ts';
import { serverAt } from '../../support/client.ts';

/** The handle with its secrets in clear: two `Secret`s compare equal whatever they hold. */
function bare({ token, server, ...rest }: TokenHandle): unknown {
  const { addresses, tls, extraHeaders, ...settings } = server;
  return {
    ...rest,
    token: token.reveal(),
    ...settings,
    addresses: addresses.map(({ base, proxy }) => ({ base, proxy: proxy?.reveal() })),
    tls: { ...tls, key: tls.key?.reveal() },
    extraHeaders: Object.entries(extraHeaders).map(([name, value]) => [name, value.reveal()]),
  };
}

function repacked(handle: TokenHandle): unknown {
  const unpacked = unpackHandle(packHandle(handle).reveal());
  return unpacked && bare(unpacked);
}

const text = fc.string({ unit: 'binary' });
const secret = text.map((value) => new Secret(value));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const address = fc.record({ base: text, proxy: optional(secret) });

const handles: fc.Arbitrary<TokenHandle> = fc.record({
  token: secret,
  namespace: optional(text),
  batch: fc.boolean(),
  expiresAt: optional(fc.maxSafeNat()),
  uses: fc.nat(),
  defaultPolicy: fc.boolean(),
  server: fc.record({
    addresses: fc.tuple(address, fc.array(address)).map(([first, others]) => [first, ...others] as const),
    tls: fc.record({
      ca: optional(text),
      cert: optional(text),
      key: optional(secret),
      serverName: optional(text),
      skipVerify: fc.boolean(),
    }),
    extraHeaders: fc.dictionary(text, secret),
    timeoutMs: fc.nat(),
    retries: fc.nat(),
  }),
});

describe('R12: what clean-up needs of a token', () => {
  it('comes back from its packed form as it was, whatever it holds', () => {
    fc.assert(
      fc.property(handles, (handle) => {
        expect(repacked(handle)).toEqual(bare(handle));
      }),
    );
  });

  it('is packed into one line that one mask covers, and that no shell or command file stumbles over', () => {
    fc.assert(
      fc.property(handles, (handle) => {
        expect(packHandle(handle).reveal()).toMatch(/^[A-Za-z0-9+/]+=*$/);
      }),
    );
  });

  it.each([
    '',
    'canary',
    'null',
    '7',
    '"x"',
    '[]',
    '{}',
    '{"token":"t"}',
    '{"server":{"addresses":[{"base":"https://vault.test"}]}}',
    '{"token":"t","server":{}}',
    '{"token":"t","server":{"addresses":[]}}',
  ])('is not read from what it was not packed into: %j', (content) => {
    expect(unpackHandle(Buffer.from(content).toString('base64'))).toBeUndefined();
    expect(unpackHandle(content)).toBeUndefined();
  });

  it('is not read from a packed form that was cut', () => {
    const packed = packHandle(tokenHandle(LOGIN, serverAt(['https://vault.test']), 'team')).reveal();
    for (let length = 0; length < packed.length - 4; length += 7)
      expect(unpackHandle(packed.slice(0, length))).toBeUndefined();
  });
});

const LOGIN: Login = {
  token: new Secret('canary-token'),
  type: 'service',
  policies: ['default', 'ci'],
  ttl: 600,
  uses: 3,
};

describe('the handle of a login', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const server = serverAt(['https://vault.test']);
  const handleOf = (change: Partial<Login>): TokenHandle =>
    tokenHandle({ ...LOGIN, ...change }, server, 'team');

  it('has the token, its namespace and the whole server', () => {
    const handle = handleOf({});
    expect(handle.token.reveal()).toBe('canary-token');
    expect(handle).toMatchObject({ namespace: 'team', uses: 3, batch: false });
    expect(handle.server).toBe(server);
  });

  it('knows when the token expires, by the clock of this machine', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    expect(handleOf({ ttl: 600 }).expiresAt).toBe(1_600_000);
    expect(handleOf({ ttl: 0 }).expiresAt).toBeUndefined();
  });

  it('knows a batch token, and whether the token may surely revoke itself', () => {
    expect(handleOf({ type: 'batch' }).batch).toBe(true);
    const may = (...policies: readonly string[]): boolean => handleOf({ policies }).defaultPolicy;
    expect([may('default'), may('root'), may('ci'), may()]).toEqual([true, true, false, false]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/vault/operation.ts';
import { type Failure, mayRetry, waitMs } from '../../../src/vault/retry.ts';

const unsent: Failure = { kind: 'unreachable', unsent: true };
const ambiguous: Failure = { kind: 'unreachable', unsent: false };
const refused = (status: number, text = ''): Failure => ({ kind: 'refused', status, text });
const UPGRADING = refused(
  400,
  'Upgrading from non-versioned to versioned data. This backend will be back soon',
);

/** What architecture.md's table says for operations that change nothing. */
const REPEATABLE: readonly (readonly [string, Failure, boolean])[] = [
  ['an unsent request', unsent, true],
  ['an ambiguous failure', ambiguous, true],
  ['400', refused(400), false],
  ['a mount under upgrade', UPGRADING, true],
  ['403', refused(403, 'permission denied'), false],
  ['404', refused(404), false],
  ['405', refused(405), false],
  ['412', refused(412, 'required index state not present'), true],
  ['412 of an agent that wants X-Vault-Request', refused(412, 'missing "X-Vault-Request" header'), false],
  ['413', refused(413), false],
  ['429', refused(429), true],
  ['500', refused(500), true],
  ['501', refused(501), false],
  ['502', refused(502), true],
  ['503', refused(503, 'Vault is sealed'), true],
  ['504', refused(504), true],
];

/** The only ones that prove that nothing was spent. */
const AFTER_ONCE = new Set(['an unsent request', '412', '429', '503']);

const IDEMPOTENT: readonly Operation[] = ['wrapping lookup', 'mount lookup', 'revoke'];

describe.each(IDEMPOTENT)('%s', (operation) => {
  it.each(REPEATABLE)('after %s', (_, failure, again) => {
    expect(mayRetry(operation, false, failure)).toBe(again);
    expect(mayRetry(operation, true, failure)).toBe(again);
  });
});

describe('a read of a KV path', () => {
  it.each(REPEATABLE)('after %s', (_, failure, again) => {
    expect(mayRetry('read', false, failure)).toBe(again);
  });
});

describe.each(['login', 'unwrap', 'read'] as const)('R16: %s, once', (operation) => {
  it.each(REPEATABLE)('after %s', (name, failure) => {
    expect(mayRetry(operation, true, failure)).toBe(AFTER_ONCE.has(name));
  });
});

describe('waitMs', () => {
  const tries = fc.integer({ min: 1, max: 50 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('without a wish of the server: full jitter that doubles from 250 ms up to 5 s', () => {
    const longest = [1, 2, 3, 4, 5, 6, 50].map((count) => waitMs(count, ambiguous, 1));
    expect(longest).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(waitMs(3, ambiguous, 0)).toBe(0);
  });

  it('is never negative, and never over 5 s without a wish', () => {
    fc.assert(
      fc.property(tries, random, (count, chance) => {
        const wait = waitMs(count, refused(500), chance);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(5000);
      }),
    );
  });

  it('with Retry-After: at least that long, up to 10 s, and spread by a quarter of a second', () => {
    fc.assert(
      fc.property(tries, random, fc.nat(100_000), (count, chance, seconds) => {
        const wait = waitMs(count, { ...refused(429), retryAfter: seconds }, chance);
        const wished = Math.min(seconds, 10) * 1000;
        expect(wait).toBeGreaterThanOrEqual(wished);
        expect(wait).toBeLessThanOrEqual(wished + 250);
      }),
    );
  });
});

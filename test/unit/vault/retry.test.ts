import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/vault/operation.ts';
import { type Failure, isDenial, mayRetry, passesByItself, waitMs } from '../../../src/vault/retry.ts';

const unsent: Failure = { kind: 'unreachable', unsent: true };
const ambiguous: Failure = { kind: 'unreachable', unsent: false };
const refused = (status: number, text = ''): Failure => ({ kind: 'refused', status, text });
const UPGRADING = refused(
  400,
  'Upgrading from non-versioned to versioned data. This backend will be back soon',
);

const LEADERLESS = refused(500, 'local node not active but active cluster node not found');

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
  ['500 of a cluster without a leader', LEADERLESS, true],
  ['503', refused(503, 'Vault is sealed'), true],
  ['503 of a standby that could not forward', refused(503, 'no active Vault instance found'), true],
  ['504', refused(504), true],
];

/** The only ones that prove that nothing was spent. */
const AFTER_ONCE = new Set(['an unsent request', '412', '429', '500 of a cluster without a leader', '503']);

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

describe('time alone limits', () => {
  it('waiting in line for a quota, and for a leader', () => {
    const circles: Failure = { kind: 'unreachable', unsent: false, passing: true };
    const passing = [refused(429), LEADERLESS, circles].map((failure) => passesByItself('login', failure));
    expect(passing).toEqual([true, true, true]);
    const lasting = [refused(503, 'Vault is sealed'), refused(500), unsent, ambiguous];
    expect(lasting.map((failure) => passesByItself('login', failure))).toEqual([false, false, false, false]);
  });

  it('R14: every failure of a revocation that may be tried again', () => {
    for (const [, failure] of REPEATABLE) expect(passesByItself('revoke', failure)).toBe(true);
  });
});

it('a denial is a 403 of the server itself', () => {
  expect([refused(403), refused(400), refused(404), unsent].map(isDenial)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('waitMs', () => {
  const tries = fc.integer({ min: 1, max: 50 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('full jitter that doubles from 250 ms up to 5 s', () => {
    const longest = [1, 2, 3, 4, 5, 6, 50].map((count) => waitMs(count, ambiguous, 1));
    expect(longest).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(waitMs(3, ambiguous, 0)).toBe(0);
  });

  it('in line for a quota the jitter shrinks, so that who has waited longest does not wait longest again', () => {
    const longest = [1, 5, 6, 10, 16, 100].map((count) => waitMs(count, refused(429), 1));
    expect(longest).toEqual([2000, 2000, 1000, 1000, 500, 500]);
    expect(waitMs(10, refused(429), 0)).toBe(0);
  });

  it('with Retry-After: that long, up to 10 s, and then the jitter', () => {
    fc.assert(
      fc.property(tries, random, fc.nat(100_000), (count, chance, seconds) => {
        for (const failure of [refused(429), refused(503), ambiguous]) {
          const wait = waitMs(count, { ...failure, retryAfter: seconds }, chance);
          const jitter = waitMs(count, failure, chance);
          expect(wait).toBeCloseTo(Math.min(seconds, 10) * 1000 + jitter);
          expect(jitter).toBeGreaterThanOrEqual(0);
          expect(jitter).toBeLessThanOrEqual(5000);
        }
      }),
    );
  });
});

/** Why this exists: each end that a token can have is told in one true sentence, at the level it deserves (rule R14). */

import { describe, expect, it } from 'vitest';
import { describe as sentenceFor } from '../../../src/job/revocation.ts';
import { Secret } from '../../../src/secret.ts';
import { UnreachableError, VaultError } from '../../../src/vault/errors.ts';
import type { TokenHandle } from '../../../src/vault/handle.ts';
import { hint } from '../../../src/vault/hints.ts';

const NOW = 1_700_000_000_000;

function handle(changes: Partial<TokenHandle> = {}): TokenHandle {
  return {
    token: new Secret('canary-token'),
    server: {
      addresses: [{ base: 'https://vault.test' }],
      tls: { skipVerify: false },
      extraHeaders: {},
      timeoutMs: 1000,
      retries: 0,
    },
    batch: false,
    expiresAt: NOW + 600_000,
    uses: 0,
    defaultPolicy: true,
    ...changes,
  };
}

const FAILED = {
  kind: 'failed',
  error: new UnreachableError({
    operation: 'revoke',
    host: 'vault.test:443',
    code: 'ECONNREFUSED',
    what: 'connection refused',
    hint: hint('connection-refused'),
  }),
} as const;

describe('R14: what became of the token', () => {
  it('revoked', () => {
    expect(sentenceFor({ kind: 'revoked' }, handle(), NOW)).toEqual({
      level: 'info',
      text: 'The token is revoked, with every lease it held.',
    });
  });

  it('a batch token is a notice, with the time it has left', () => {
    expect(sentenceFor({ kind: 'batch' }, handle({ batch: true }), NOW)).toEqual({
      level: 'info',
      text: 'The token is a batch token, which nothing can revoke: it lives for another 600 s at most.',
    });
  });

  it.each([
    [0, 'revoked before, or expired'],
    [3, 'its uses are used up, or it has expired'],
  ])(
    'refused, with the default policy and %i uses: it is gone already, or of other addresses',
    (uses, gone) => {
      expect(sentenceFor({ kind: 'refused' }, handle({ uses }), NOW)).toEqual({
        level: 'info',
        text: `The token is gone already: ${gone} (unless token_bound_cidrs of its role leave this address out: then it lives for another 600 s at most).`,
      });
      expect(sentenceFor({ kind: 'refused' }, handle({ uses, expiresAt: NOW }), NOW)).toEqual({
        level: 'info',
        text: `The token is gone already: ${gone}.`,
      });
    },
  );

  it.each([
    [0, ''],
    [3, ', unless its uses are used up'],
  ])(
    'refused, without the default policy and with %i uses: a warning with the time left and the remedy',
    (uses, unless) => {
      expect(sentenceFor({ kind: 'refused' }, handle({ uses, defaultPolicy: false }), NOW)).toEqual({
        level: 'warn',
        text: `The server refused to revoke the token (403): it lives for another 600 s at most${unless}. Its role is without the default policy; allow "update" on auth/token/revoke-self in one of its policies (docs/troubleshooting.md#revoke-refused).`,
      });
    },
  );

  it('failed: a warning with the time left, the reason and the hint', () => {
    const { level, text } = sentenceFor(FAILED, handle(), NOW);
    expect(level).toBe('warn');
    expect(text.split('\n')).toEqual([
      'The token could not be revoked: it lives for another 600 s at most.',
      'Revoke failed: vault.test:443: connection refused',
      expect.stringMatching(/^Hint: .*\(docs\/troubleshooting\.md#connection-refused\)$/),
    ]);
  });

  it('failed by an answer of the server: what it said is told', () => {
    const error = new VaultError({
      operation: 'revoke',
      method: 'POST',
      path: 'auth/token/revoke-self',
      status: 500,
      errors: ['internal error'],
    });
    expect(sentenceFor({ kind: 'failed', error }, handle(), NOW).text).toBe(
      [
        'The token could not be revoked: it lives for another 600 s at most.',
        'Revoke failed: POST auth/token/revoke-self answered 500',
        'The server said: internal error',
      ].join('\n'),
    );
  });
});

describe('R14: the time left', () => {
  it.each([
    [NOW + 1, 'lives for another 1 s at most'],
    [NOW + 1000, 'lives for another 1 s at most'],
    [NOW + 1001, 'lives for another 2 s at most'],
    [NOW, 'has expired'],
    [NOW - 5000, 'has expired'],
    [undefined, 'never expires by itself'],
  ])('of a token that expires at %s: it %s', (expiresAt, left) => {
    expect(sentenceFor(FAILED, handle({ expiresAt }), NOW).text).toContain(
      `could not be revoked: it ${left}.`,
    );
  });
});

/** A refusal in which the server repeats the token, as it must not be told. */
function echo(text: string): Parameters<typeof sentenceFor>[0] {
  const refusal = {
    operation: 'revoke',
    method: 'POST',
    path: 'auth/token/revoke-self',
    status: 500,
  } as const;
  return { kind: 'failed', error: new VaultError({ ...refusal, errors: [text] }) };
}

it('R5: what the server said is told without the token', () => {
  expect(sentenceFor(echo('no canary-token, canary-token'), handle(), NOW).text).toContain(
    'The server said: no ***, ***',
  );
});

it('R5: a long text of the server is cut only after the token was taken out, so that no part of it is left', () => {
  for (let length = 980; length < 1010; length++) {
    const { text } = sentenceFor(echo(`${'x'.repeat(length)}canary-token`), handle(), NOW);
    const [, said = ''] = text.split('The server said: ');
    expect(said, `after ${length} characters`).toMatch(/^x+\*{0,3}$/);
  }
});

it('R5: no sentence holds the token', () => {
  for (const revocation of [{ kind: 'revoked' }, { kind: 'batch' }, { kind: 'refused' }, FAILED] as const) {
    for (const changes of [{}, { uses: 1 }, { defaultPolicy: false }]) {
      expect(sentenceFor(revocation, handle(changes), NOW).text).not.toContain('canary');
    }
  }
});

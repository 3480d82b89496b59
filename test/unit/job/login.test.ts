import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawConfig } from '../../../src/config/inputs.ts';
import type { Ci } from '../../../src/job/ci.ts';
import { logInAs, type Session } from '../../../src/job/login.ts';
import { Secret } from '../../../src/secret.ts';
import { masksOf } from '../../../src/secrets/masks.ts';
import { WrappingError } from '../../../src/vault/errors.ts';
import { client, errorOf, failureOf, hintLine } from '../../support/client.ts';
import { jobConfig, type Vault, vault } from '../../support/job.ts';
import { type RecordingCi, recordingCi } from '../../support/recording-ci.ts';
import { errors, json, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

/** Time stands still, so that lifetimes are told to the second. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A CI system whose state file cannot be written. */
function forgetful(ci: RecordingCi): Ci {
  return {
    ...ci,
    keep: () => {
      ci.events.push('keep failed');
      throw Object.assign(new Error('canary-path'), { code: 'ENOSPC' });
    },
  };
}

interface LoggingIn {
  readonly ci: RecordingCi;
  readonly server: ScriptedServer;
  readonly session: Promise<Session>;
}

async function loggingIn(
  inputs: Partial<RawConfig>,
  answers: Vault = {},
  port: (ci: RecordingCi) => Ci = (ci) => ci,
): Promise<LoggingIn> {
  const ci = recordingCi();
  const server = await scripted(vault(answers, ci.events));
  const config = jobConfig({ url: server.base, ...inputs });
  const session = logInAs(config, client(config.server).connection, port(ci));
  session.catch(() => undefined);
  return { ci, server, session };
}

describe('a login with RoleID and SecretID', () => {
  it('R1, R12: the token is masked, then kept, and nothing is asked of the server before that', async () => {
    const { ci, session } = await loggingIn({});
    const { token, handle, login } = await session;
    expect(ci.events).toEqual(['POST auth/approle/login', 'mask', 'keep', 'info']);
    expect(ci.masked).toEqual(new Set(masksOf(new Secret('canary-token')).masks));
    expect(ci.masked).toContain('canary-token');
    expect(token.reveal()).toBe('canary-token');
    expect(handle).toBe(ci.kept[0]);
    expect(login?.roleName).toBe('ci');
  });

  it('what is kept is enough to revoke: token, namespace and server', async () => {
    const { ci, server, session } = await loggingIn({ namespace: 'team/a', authNamespace: 'team' });
    await session;
    const [handle] = ci.kept;
    expect(handle?.token.reveal()).toBe('canary-token');
    expect(handle).toMatchObject({ namespace: 'team', batch: false, uses: 0, defaultPolicy: true });
    expect(handle?.server.addresses.map(({ base }) => base)).toEqual([server.base]);
    expect(server.requests[0]?.headers['x-vault-namespace']).toBe('team');
  });

  it.each([
    [{}, 'Logged in as role ci; the token lives 1200 s.'],
    [{ num_uses: 5 }, 'Logged in as role ci; the token lives 1200 s and has 5 uses.'],
    [{ lease_duration: 0 }, 'Logged in as role ci; the token lives without end.'],
  ])('says who it is: %o', async (auth, said) => {
    const { ci, session } = await loggingIn({}, { auth });
    await session;
    expect(ci.infos).toEqual([said]);
    expect(ci.warnings).toEqual([]);
  });

  it('warns of a batch token', async () => {
    const { ci, session } = await loggingIn({}, { auth: { token_type: 'batch' } });
    await session;
    expect(ci.warnings).toEqual([
      'The token is a batch token, which cannot be revoked: it lives until its TTL ends.',
    ]);
    expect(ci.kept[0]?.batch).toBe(true);
  });

  it('with revoke: never masks the token, keeps nothing and says so', async () => {
    const { ci, session } = await loggingIn({ revoke: 'never' });
    await session;
    expect(ci.events).toEqual(['POST auth/approle/login', 'mask', 'info', 'warn']);
    expect(ci.warnings).toEqual(['The token is not revoked (revoke: never): it lives 1200 s.']);
  });

  it('that fails keeps nothing', async () => {
    const { ci, session } = await loggingIn({}, { login: errors(400, 'invalid role or secret ID') });
    expect(await errorOf(session)).toMatchObject({ refusal: { status: 400 } });
    expect(ci.events).toEqual(['POST auth/approle/login']);
  });

  it.each([
    [text(204, ''), 'The token is revoked, with every lease it held.'],
    [
      errors(500, 'internal error'),
      [
        'The token could not be revoked: it lives for another 1200 s at most.',
        'Revoke failed: POST auth/token/revoke-self answered 500',
        'The server said: internal error',
        hintLine('server-error'),
      ].join('\n'),
    ],
  ])('R12: a token that cannot be kept is revoked at once, and the job ends: %o', async (revoke, said) => {
    const { ci, session } = await loggingIn({ retries: '0' }, { revoke }, forgetful);
    expect(await failureOf(session)).toBe(
      `state: cannot be written (ENOSPC), so clean-up would not know of the token. ${said}`,
    );
    expect(ci.events).toEqual([
      'POST auth/approle/login',
      'mask',
      'keep failed',
      'POST auth/token/revoke-self',
    ]);
  });

  it('without a SecretID sends none', async () => {
    const { server, session } = await loggingIn({ secretId: '' });
    await session;
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ role_id: 'canary-role-id' });
  });
});

describe('a login with a wrapped SecretID', () => {
  const WRAPPED = { wrappedSecretId: 'canary-wrapping-token' };

  it('R1: the SecretID is masked before it is sent, the token before it is kept', async () => {
    const { ci, server, session } = await loggingIn(WRAPPED);
    await session;
    expect(ci.events).toEqual([
      'POST sys/wrapping/lookup',
      'POST sys/wrapping/unwrap',
      'mask',
      'POST auth/approle/login',
      'mask',
      'keep',
      'info',
    ]);
    expect(ci.masked).toContain('canary-unwrapped-id');
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toMatchObject({
      secret_id: 'canary-unwrapped-id',
    });
  });

  it('unwraps in the namespace of the login', async () => {
    const { server, session } = await loggingIn({ ...WRAPPED, namespace: 'team/a', authNamespace: 'team' });
    await session;
    expect(server.requests.map(({ headers }) => headers['x-vault-namespace'])).toEqual([
      'team',
      'team',
      'team',
    ]);
  });

  it('R17: compares the mount as the server names it, without escapes, and the role', async () => {
    const lookup = json(200, { data: { creation_path: 'auth/team é/role/CI/secret-id' } });
    const { ci, session } = await loggingIn({ ...WRAPPED, path: 'team é', roleName: 'ci' }, { lookup });
    await session.catch(() => undefined);
    expect(ci.events).toContain('POST auth/team%20%C3%A9/login');
  });

  it.each([
    ['a spent token', { lookup: errors(400, 'wrapping token is not valid or does not exist') }],
    ['another role', { lookup: json(200, { data: { creation_path: 'auth/approle/role/x/secret-id' } }) }],
    [
      'a token that was wrapped again',
      { lookup: json(200, { data: { creation_path: 'sys/wrapping/wrap' } }) },
    ],
    ['a token that was used in between', { unwrap: errors(400, 'wrapping token is not valid') }],
    ['another content', { unwrap: json(200, { data: { a: 'canary' } }) }],
  ])('R17: %s ends the job: no login with anything else', async (_, answers) => {
    const { ci, session } = await loggingIn({ ...WRAPPED, roleName: 'ci' }, answers);
    expect(await errorOf(session)).toBeInstanceOf(WrappingError);
    expect(ci.events).not.toContain('POST auth/approle/login');
    expect(ci.kept).toEqual([]);
  });
});

describe('a token of the user', () => {
  it('R15: is used as it is: nothing is asked, nothing is kept, nothing is known of it', async () => {
    const { ci, session } = await loggingIn({ token: 'canary-own-token' });
    const { token, ...rest } = await session;
    expect(token.reveal()).toBe('canary-own-token');
    expect(Object.keys(rest)).toEqual(['connection']);
    expect(ci.events).toEqual([]);
  });
});

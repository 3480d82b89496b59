import { describe, expect, it } from 'vitest';
import type { RawConfig } from '../../../src/config/inputs.ts';
import { type Fetched, fetchSecrets, warmUp } from '../../../src/job/fetch.ts';
import type { Session } from '../../../src/job/login.ts';
import { Secret } from '../../../src/secret.ts';
import type { Login } from '../../../src/vault/approle.ts';
import { UsageError } from '../../../src/vault/errors.ts';
import { connect } from '../../../src/vault/transport.ts';
import { client, errorOf, failureOf, hintLine } from '../../support/client.ts';
import { jobConfig, lease, secret, type Vault, vault } from '../../support/job.ts';
import type { Recorded } from '../../support/recorded.ts';
import { type RecordingCi, recordingCi } from '../../support/recording-ci.ts';
import { errors, type Reply } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const LOGIN: Login = { token: new Secret('canary-token'), type: 'service', policies: [], ttl: 600, uses: 0 };

interface Fetching {
  readonly ci: RecordingCi;
  readonly server: ScriptedServer;
  readonly fetched: Promise<Fetched>;
}

async function fetching(
  secrets: string,
  answers: Vault,
  { login = {}, inputs = {} }: { login?: Partial<Login>; inputs?: Partial<RawConfig> } = {},
): Promise<Fetching> {
  const ci = recordingCi();
  const server = await scripted(vault(answers, ci.events));
  const config = jobConfig({ url: server.base, secrets, ...inputs });
  const { connection } = client(config.server);
  const session: Session = { connection, token: LOGIN.token, login: { ...LOGIN, ...login } };
  const fetched = fetchSecrets(session, config, ci);
  fetched.catch(() => undefined);
  return { ci, server, fetched };
}

function valuesOf({ values }: Fetched): readonly string[] {
  return values.map(({ field, value }) => `${field}=${value.reveal()}`);
}

describe('what is fetched', () => {
  it('is what the entries ask for, in their order', async () => {
    const paths = {
      'secret/data/a': secret({ x: 'canary-1', y: 'canary-2' }),
      'secret/data/b': secret({ z: 'canary-3' }),
    };
    const { fetched } = await fetching('secret/data/b z; secret/data/a *; secret/data/a x', { paths });
    expect(valuesOf(await fetched)).toEqual(['z=canary-3', 'x=canary-1', 'y=canary-2', 'x=canary-1']);
  });

  it('is read once for each path and version, whichever way the path is written', async () => {
    const paths = {
      'secret/data/a': secret({ x: 'canary-1', y: 'canary-2' }),
      'secret/data/a?version=2': secret({ x: 'canary-0' }, 2),
    };
    const entries = 'secret/data/a x | A; secret/a y | B; secret/a?version=2 x | C; secret/data/a y | D';
    const { ci, fetched } = await fetching(entries, { paths });
    expect(valuesOf(await fetched)).toEqual(['x=canary-1', 'y=canary-2', 'y=canary-2', 'x=canary-0']);
    expect(ci.events.sort()).toEqual([
      'GET secret/data/a',
      'GET secret/data/a?version=2',
      'GET sys/internal/ui/mounts/secret/a',
    ]);
  });

  it('is read with the token, in the namespace of the secrets', async () => {
    const { server, fetched } = await fetching(
      'secret/a x',
      { paths: { 'secret/data/a': secret({ x: 'canary-1' }) } },
      { inputs: { namespace: 'team/a', authNamespace: 'team' } },
    );
    await fetched;
    expect(
      server.requests.map(({ headers }) => [headers['x-vault-token'], headers['x-vault-namespace']]),
    ).toEqual([
      ['canary-token', 'team/a'],
      ['canary-token', 'team/a'],
    ]);
  });

  it('is nothing, without a request, where nothing is asked for', async () => {
    const { ci, fetched } = await fetching('', {});
    expect(await fetched).toEqual({ values: [], answered: [], leased: false });
    expect(ci.events).toEqual([]);
  });
});

describe('failures', () => {
  it('of several paths are told together', async () => {
    const paths = {
      'secret/data/a': errors(403, 'permission denied'),
      'secret/data/b': secret({ x: 'canary-1' }),
      'secret/data/c': errors(404),
    };
    const { fetched } = await fetching('secret/data/a x; secret/data/b x; secret/data/c x', { paths });
    const error = await errorOf(fetched);
    expect(error).toBeInstanceOf(AggregateError);
    const texts = await Promise.all(
      (error instanceof AggregateError ? error.errors : []).map((one) => failureOf(Promise.reject(one))),
    );
    expect(texts.sort()).toEqual([
      `Read failed: GET secret/data/a answered 403\nThe server said: permission denied\n${hintLine('read-permission-denied')}`,
      `Read failed: GET secret/data/c answered 404\n${hintLine('secret-not-found')}`,
    ]);
  });

  it('of one path are told as they are', async () => {
    const paths = { 'secret/data/a': secret({ x: 'canary-1' }) };
    const { fetched } = await fetching('secret/data/a x; secret/data/b x', { paths });
    expect(await failureOf(fetched)).toBe(
      `Read failed: GET secret/data/b answered 404\n${hintLine('secret-not-found')}`,
    );
  });

  it('of fields are told together, with the fields that there are and without a value', async () => {
    const paths = {
      'secret/data/a': secret({ x: 'canary-1', y: 'canary-2' }),
      'secret/data/b': secret({}),
    };
    const { fetched } = await fetching('secret/data/a nope\nsecret/data/a x\nsecret/data/b z', { paths });
    const error = await errorOf(fetched);
    expect(error).toBeInstanceOf(UsageError);
    expect(await failureOf(fetched)).toBe(
      [
        'secrets: line 1: secret/data/a has no field "nope"; its fields are x, y',
        'secrets: line 3: secret/data/b has no field "z"; it has no fields',
      ].join('\n'),
    );
  });

  it('of a mount look-up are told when the other look-ups have ended: nothing goes on behind a failed job', async () => {
    const order: string[] = [];
    const server = await scripted(({ path }): Reply | Promise<Reply> => {
      if (path.endsWith('/a/x')) return errors(500, 'internal error');
      return new Promise((resolve) => {
        const answer = (): void => {
          order.push('the other look-up ended');
          resolve(errors(403, 'preflight capability check returned 403'));
        };
        setTimeout(answer, 100);
      });
    });
    const config = jobConfig({ url: server.base, secrets: 'a/x f | A; b/x f | B', retries: '0' });
    const { connection } = client(config.server);
    await errorOf(fetchSecrets({ connection, token: LOGIN.token }, config, recordingCi()));
    order.push('the job failed');
    expect(order).toEqual(['the other look-up ended', 'the job failed']);
  });

  it('start no further read, and those under way are waited for', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const held: (() => void)[] = [];
    const answer = ({ path }: Recorded): Reply | Promise<Reply> =>
      path.endsWith('/s0')
        ? errors(404)
        : new Promise((resolve) => held.push(() => resolve(secret({ x: 'canary-1' }))));
    const server = await scripted(answer);
    const config = jobConfig({
      url: server.base,
      secrets: names.map((name) => `secret/data/${name} x | ${name}`).join('\n'),
    });
    const release = async (): Promise<void> => {
      while (held.length < 31) await new Promise((resolve) => setTimeout(resolve, 5));
      held.forEach((answerNow) => answerNow());
    };
    const connection = connect(config.server, {
      observe: ({ result }) => result === '404' && release(),
    });
    const error = await errorOf(fetchSecrets({ connection, token: LOGIN.token }, config, recordingCi()));
    connection.close();
    expect(error).toMatchObject({ refusal: { status: 404 } });
    expect(server.requests.length).toBe(32);
    expect(held.length).toBe(31);
  });
});

it('32 reads are under way at the same time, and no more', async () => {
  const names = Array.from({ length: 70 }, (_, index) => `s${index}`);
  const held: (() => void)[] = [];
  let most = 0;
  const release = (): void => held.splice(0).forEach((answer) => answer());
  const server = await scripted(
    () =>
      new Promise((resolve) => {
        held.push(() => resolve(secret({ x: 'canary-1' })));
        most = Math.max(most, held.length);
        if (held.length === 32 || server.requests.length === names.length) setTimeout(release, 50);
      }),
  );
  const secrets = names.map((name) => `secret/data/${name} x | ${name}`).join('\n');
  const config = jobConfig({ url: server.base, secrets });
  const { connection } = client(config.server);
  const { answered } = await fetchSecrets({ connection, token: LOGIN.token }, config, recordingCi());
  expect(answered.length).toBe(70);
  expect(most).toBe(32);
});

describe('warnings', () => {
  const paths = { 'secret/data/a': secret({ x: 'canary-1' }), 'secret/data/b': secret({ x: 'canary-2' }) };
  const entries = 'secret/data/a x | A; secret/data/b x | B';

  it.each([
    [1, ['The token has 1 uses, but this job needs 3: set token_num_uses of the role to 0.']],
    [2, ['The token has 2 uses, but this job needs 3: set token_num_uses of the role to 0.']],
    [3, []],
    [0, []],
  ])('a token with %i uses, where two reads and a revocation need three', async (uses, warnings) => {
    const { ci, fetched } = await fetching(entries, { paths }, { login: { uses } });
    await fetched;
    expect(ci.warnings).toEqual(warnings);
    if (warnings.length > 0) expect(ci.events[0]).toBe('warn');
  });

  it.each([
    ['batch', lease({ password: 'canary-p' }), 1],
    ['batch', secret({ password: 'canary-p' }), 0],
    ['service', lease({ password: 'canary-p' }), 0],
  ] as const)('a %s token and %o', async (type, reply, count) => {
    const { ci, fetched } = await fetching(
      'database/creds/app password',
      { paths: { 'database/creds/app': reply } },
      { login: { type, ttl: 3600 } },
    );
    await fetched;
    expect(ci.warnings).toEqual(
      Array(count).fill(
        'Nothing can revoke the credentials of database/creds/app before their TTL ends: the token is a batch token. Use a role with token_type=service.',
      ),
    );
  });
});

it('what is leased is told, with its time', async () => {
  const paths = {
    'database/creds/app': lease({ password: 'canary-p' }),
    'secret/data/a': secret({ x: 'y' }),
  };
  const { fetched } = await fetching('database/creds/app password; secret/data/a x', { paths });
  const { leased, answered } = await fetched;
  expect(leased).toBe(true);
  expect(answered.map(({ secret: read }) => [read?.leased, read?.leaseDuration])).toEqual([
    [true, 600],
    [false, 0],
  ]);
});

it('connections are opened ahead for the distinct paths, 32 at most', () => {
  const counts: number[] = [];
  const connection = {
    send: () => Promise.reject(new Error('nothing is sent')),
    warm: (count: number) => counts.push(count),
    close: () => undefined,
  };
  const warmed = (secrets: string): number | undefined => {
    warmUp(connection, jobConfig({ url: 'https://vault.test', secrets }));
    return counts.at(-1);
  };
  expect(warmed('')).toBe(0);
  expect(warmed('a/data/b x; a/data/b y; a/data/c x')).toBe(2);
  expect(warmed(Array.from({ length: 40 }, (_, n) => `a/data/s${n} x`).join('\n'))).toBe(32);
});

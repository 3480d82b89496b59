import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import type { RawConfig } from '../../../src/config/inputs.ts';
import { runJob } from '../../../src/job/job.ts';
import { Secret } from '../../../src/secret.ts';
import { formatError } from '../../../src/vault/errors.ts';
import { errorOf } from '../../support/client.ts';
import { jobConfig, lease, secret, type Vault, vault } from '../../support/job.ts';
import { type RecordingCi, recordingCi } from '../../support/recording-ci.ts';
import { errors } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const LOGIN = 'POST auth/approle/login';
const REVOKE = 'POST auth/token/revoke-self';
const ENTRIES = 'secret/data/a x | A; secret/data/b y | B; secret/data/c z | C';
const PATHS = {
  'secret/data/a': secret({ x: 'canary-value-1' }),
  'secret/data/b': secret({ y: 'canary-value-2' }),
  'secret/data/c': secret({ z: 'canary-value-3' }, 7),
};

interface Run {
  readonly ci: RecordingCi;
  readonly server: ScriptedServer;
  readonly error: unknown;
}

async function run(
  inputs: Partial<RawConfig>,
  answers: Vault = {},
  change: (config: Config) => Config = (config) => config,
): Promise<Run> {
  const ci = recordingCi();
  const server = await scripted(vault({ paths: PATHS, ...answers }, ci.events));
  const config = change(jobConfig({ url: server.base, retries: '0', secrets: ENTRIES, ...inputs }));
  const error = await runJob(config, ci).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  await server.openConnections(0);
  return { ci, server, error };
}

/** What happened, without the messages. Reads run side by side: their order says nothing. */
function story({ ci }: Run): readonly string[] {
  const told = ci.events.filter((event) => event !== 'info' && event !== 'warn');
  return told.map((event) => (event.startsWith('GET ') ? 'read' : event));
}

describe('a job', () => {
  it('masks, logs in, keeps, reads, masks, publishes, in this order', async () => {
    const job = await run({});
    expect(job.error).toBeUndefined();
    expect(story(job)).toEqual([
      'mask',
      LOGIN,
      'mask',
      'keep',
      'read',
      'read',
      'read',
      'mask',
      'publish',
      'summarize',
    ]);
  });

  it('R12, R13: keeps the token before any other request', async () => {
    const { ci } = await run({});
    const requests = ci.events.filter((event) => /^(GET|POST) /.test(event));
    expect(requests[0]).toBe(LOGIN);
    const afterLogin = ci.events.slice(ci.events.indexOf(LOGIN) + 1);
    expect(afterLogin.slice(0, 2)).toEqual(['mask', 'keep']);
  });

  it('R1: publishes nothing that is not masked by then', async () => {
    const { ci } = await run({ exportToken: 'true', outputToken: 'true' });
    expect(ci.published.map(({ output, env, value }) => [output, env, value.reveal()])).toEqual([
      ['A', 'A', 'canary-value-1'],
      ['B', 'B', 'canary-value-2'],
      ['C', 'C', 'canary-value-3'],
      ['vault_token', 'VAULT_TOKEN', 'canary-token'],
    ]);
    expect(ci.bare).toEqual([]);
  });

  it('R5, R23: says nothing of a value, a token or a credential', async () => {
    for (const answers of [{}, { login: errors(400, 'missing secret_id') }]) {
      const { ci } = await run({}, answers);
      const said = [ci.debugs, ci.infos, ci.warnings, JSON.stringify(ci.reports)].flat().join('\n');
      expect(said).not.toContain('canary');
      expect(ci.debugs[0]).toMatch(/^POST \/v1\/auth\/approle\/login: \d{3} in \d+ ms$/);
    }
  });

  it('tells what it did', async () => {
    const { ci } = await run({});
    expect(ci.infos).toEqual([
      'Logged in as role ci; the token lives 1200 s.',
      expect.stringMatching(/^Published 3 values from 3 secrets, \d+ masks\.$/),
    ]);
    expect(ci.reports).toMatchObject([
      { role: 'ci', ttl: 1200, secrets: 3, rows: [{ env: 'A' }, { env: 'B' }, { env: 'C', version: 7 }] },
    ]);
  });

  it('writes no summary where none is wanted', async () => {
    const { ci } = await run({ summary: 'false' });
    expect(ci.reports).toEqual([]);
    expect(ci.published.length).toBe(3);
  });

  it('without secrets logs in, and no more', async () => {
    const job = await run({ secrets: '' });
    expect(job.error).toBeUndefined();
    expect(story(job).filter((event) => event !== 'mask')).toEqual([LOGIN, 'keep', 'publish', 'summarize']);
    expect(job.ci.published).toEqual([]);
  });

  it('warns of what was weakened before anything else', async () => {
    const { ci } = await run({ tlsSkipVerify: 'true' });
    expect(ci.events[0]).toBe('warn');
    expect(ci.warnings).toEqual([expect.stringMatching(/^tlsSkipVerify is on: /)]);
  });

  it('R3: names the values that it could not hide, or not well, and not the empty ones', async () => {
    const paths = {
      'secret/data/a': secret({ word: 'true', short: 'abc', weak: 'abcdef', none: '', ok: 'canary-0001' }),
    };
    const { ci } = await run({ secrets: 'secret/data/a *' }, { paths });
    expect(ci.warnings).toEqual(['Not masked, because too short or too common a text: word, short.']);
    expect(ci.infos).toContain('Masked although short, so the log may show *** in unexpected places: weak.');
    expect(ci.bare).toEqual(['true', 'abc', '']);
  });
});

describe('R1: what the user hands in is masked before the first request', () => {
  it.each([
    ['a SecretID', {}, 'canary-secret-id'],
    ['a wrapping token', { wrappedSecretId: 'canary-wrapping-token' }, 'canary-wrapping-token'],
    ['a token', { token: 'canary-own-token' }, 'canary-own-token'],
    [
      'the value of an extra header',
      { extraHeaders: 'X-Gateway-Key: canary-gateway-key' },
      'canary-gateway-key',
    ],
  ])('%s', async (_, inputs, text) => {
    const { ci } = await run(inputs);
    const first = ci.events.findIndex((event) => /^(GET|POST) /.test(event));
    expect(ci.events.indexOf('mask')).toBeLessThan(first);
    expect(ci.masked).toContain(text);
  });

  it('the key of a client certificate, line by line, and the password of a proxy', async () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\ncanary-key-line-1\ncanary-key-line-2\n-----END PRIVATE KEY-----';
    const proxy = new Secret('http://user:canary%40proxy@127.0.0.1:1');
    const { ci, error } = await run({}, {}, (config) => ({
      ...config,
      server: {
        ...config.server,
        addresses: [{ ...config.server.addresses[0], proxy }],
        tls: { ...config.server.tls, key: new Secret(key) },
      },
    }));
    expect(formatError(error, String)).toContain('the proxy did not open the tunnel');
    for (const text of ['canary-key-line-1', 'canary-key-line-2', 'canary@proxy'])
      expect(ci.masked).toContain(text);
    expect(ci.masked).not.toContain('-----BEGIN PRIVATE KEY-----');
  });
});

describe('all or nothing', () => {
  it('one of three paths fails: nothing is published, and the token stays kept', async () => {
    const job = await run({}, { paths: { ...PATHS, 'secret/data/b': errors(403, 'permission denied') } });
    expect(job.error).toMatchObject({ refusal: { status: 403, path: 'secret/data/b' } });
    expect(job.ci.events).not.toContain('publish');
    expect(job.ci.events).not.toContain('summarize');
    expect(job.ci.kept.map((handle) => handle?.token.reveal())).toEqual(['canary-token']);
  });

  it('two fail: both are told', async () => {
    const { error, ci } = await run({}, { paths: { 'secret/data/a': PATHS['secret/data/a'] } });
    expect(error).toBeInstanceOf(AggregateError);
    const paths = error instanceof AggregateError ? error.errors.map(({ refusal }) => refusal.path) : [];
    expect(paths.sort()).toEqual(['secret/data/b', 'secret/data/c']);
    expect(ci.published).toEqual([]);
  });

  it.each([
    ['a field that is not there', 'secret/data/a x | A; secret/data/b nope | B', 'has no field "nope"'],
    ['a reserved name', 'secret/data/a x | A; secret/data/b y | NODE_OPTIONS', 'NODE_OPTIONS is reserved'],
    ['two values for one name', 'secret/data/a x | A; secret/data/b y | A', 'would get two values'],
  ])('%s: nothing is published', async (_, secrets, said) => {
    const { error, ci } = await run({ secrets });
    expect(formatError(error, String)).toContain(said);
    expect(ci.published).toEqual([]);
    expect(ci.events.at(-1)).not.toBe('publish');
  });

  it('R8: a value too large for the environment: nothing is published', async () => {
    const paths = { ...PATHS, 'secret/data/b': secret({ y: 'canary-x'.repeat(16_384) }) };
    const { error, ci } = await run({}, { paths });
    expect(formatError(error, String)).toMatch(
      /^secrets: line 1: secret\/data\/b y has 128 KiB, more than the 64 KiB/,
    );
    expect(ci.published).toEqual([]);
  });

  it('the login fails: nothing is kept or read', async () => {
    const job = await run({}, { login: errors(400, 'invalid role or secret ID') });
    expect(story(job)).toEqual(['mask', LOGIN]);
    expect(await errorOf(Promise.reject(job.error))).toMatchObject({ refusal: { operation: 'login' } });
  });
});

describe('revoke', () => {
  it('post: leaves it to post', async () => {
    const job = await run({ revoke: 'post' });
    expect(story(job)).not.toContain(REVOKE);
    expect(job.ci.kept.length).toBe(1);
  });

  it('main: revokes when all is published, and then there is nothing to clean up', async () => {
    const job = await run({ revoke: 'main' });
    expect(story(job).slice(-4)).toEqual(['publish', 'summarize', REVOKE, 'keep nothing']);
    expect(job.server.requests.at(-1)?.headers['x-vault-token']).toBe('canary-token');
    expect(job.ci.infos.at(-1)).toBe('The token is revoked.');
  });

  it.each([
    ['is refused', errors(403, 'permission denied')],
    ['fails', errors(500, 'internal error')],
    ['gets no answer', 'reset'],
  ] as const)('main: where it %s, the job succeeds and post tries again', async (_, revoke) => {
    const job = await run({ revoke: 'main' }, { revoke });
    expect(job.error).toBeUndefined();
    expect(story(job).at(-1)).toBe(REVOKE);
    expect(job.ci.kept.at(-1)?.token.reveal()).toBe('canary-token');
  });

  it.each([
    ['a lease was read', { secrets: 'database/creds/app password' }],
    ['the token is exported', { exportToken: 'true' }],
    ['the token is an output', { outputToken: 'true' }],
  ])('main: not when %s, because what was handed out would die', async (_, inputs) => {
    const paths = { ...PATHS, 'database/creds/app': lease({ password: 'canary-p-0001' }) };
    const job = await run({ revoke: 'main', ...inputs }, { paths });
    expect(job.error).toBeUndefined();
    expect(story(job)).not.toContain(REVOKE);
    expect(job.ci.kept.at(-1)?.token.reveal()).toBe('canary-token');
    expect(job.ci.infos.at(-1)).toBe(
      'The token is revoked in post: it was handed out, or leased credentials die with it.',
    );
  });

  it('main: a job that fails leaves its token to post', async () => {
    const job = await run({ revoke: 'main' }, { paths: {} });
    expect(job.error).toBeDefined();
    expect(story(job)).not.toContain(REVOKE);
    expect(job.ci.kept.map((handle) => handle?.token.reveal())).toEqual(['canary-token']);
  });

  it('main: a batch token is not revoked, and post is told of it', async () => {
    const job = await run({ revoke: 'main' }, { auth: { token_type: 'batch' } });
    expect(story(job)).not.toContain(REVOKE);
    expect(job.ci.kept.at(-1)?.batch).toBe(true);
  });

  it('never: keeps nothing and revokes nothing', async () => {
    const job = await run({ revoke: 'never' });
    expect(story(job)).not.toContain(REVOKE);
    expect(job.ci.kept).toEqual([]);
    expect(job.ci.published.length).toBe(3);
  });

  it.each(['post', 'main', 'never'])('R15: a token of the user is never revoked (%s)', async (revoke) => {
    const job = await run({ token: 'canary-own-token', revoke });
    expect(job.error).toBeUndefined();
    expect(story(job)).toEqual(['mask', 'read', 'read', 'read', 'mask', 'publish', 'summarize']);
    expect(job.ci.kept).toEqual([]);
    expect(job.ci.reports[0]).toMatchObject({ role: undefined, ttl: undefined, secrets: 3 });
  });
});

describe('warnings of a job', () => {
  it('a token with too few uses is told of before the first read', async () => {
    const { ci } = await run({}, { auth: { num_uses: 3 } });
    expect(ci.warnings).toEqual([
      'The token has 3 uses, but this job needs 4: set token_num_uses of the role to 0.',
    ]);
    const firstRead = ci.events.findIndex((event) => event.startsWith('GET '));
    expect(ci.events.indexOf('warn')).toBeLessThan(firstRead);
  });

  it('leases read with a batch token are told of', async () => {
    const paths = { 'database/creds/app': lease({ password: 'canary-p-0001' }) };
    const { ci } = await run(
      { secrets: 'database/creds/app password' },
      { auth: { token_type: 'batch' }, paths },
    );
    expect(ci.warnings).toEqual([
      'The token is a batch token, which cannot be revoked: it lives until its TTL ends.',
      'Nothing can revoke the credentials of database/creds/app before their TTL ends: the token is a batch token. Use a role with token_type=service.',
    ]);
  });
});

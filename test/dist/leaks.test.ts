/** Why this exists: on a bad day, too, no credential is seen and no foreign text becomes a command (rules R5, R6, R23). */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Answer, type Fault, type FaultServer, faultServer } from '../support/fault-server.ts';
import { visibleLog } from '../support/masker.mjs';
import { runStep } from '../support/runner.mjs';
import { keptToken } from '../support/scenario.ts';

const SECRET_ID = 'canary-secret-id-0001';
const TOKEN = 'canary-client-token-0002';
const VALUE = 'canary-value-0003';

let server: FaultServer;
afterEach(() => server.stop());

const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) });
const LOGIN = json({ auth: { client_token: TOKEN, lease_duration: 60, policies: ['default'] } });
const READ = json({ data: { key: VALUE } });

async function run(login: Fault, read: Fault = READ, env: Record<string, string> = {}) {
  server = await faultServer();
  server.on(/login$/, () => login);
  server.on(/data\/app$/, () => read);
  server.on(/revoke-self$/, () => ({ status: 204 }));
  const inputs = {
    url: server.address,
    roleId: 'r',
    secretId: SECRET_ID,
    secrets: 'kv/data/app key',
    retries: '0',
  };
  return runStep('main', { inputs, env: { RUNNER_DEBUG: '1', ...env } });
}

const html = (body: string, status = 200): Answer => ({
  status,
  body,
  headers: { 'Content-Type': 'text/html' },
});

const EVIL = 'x\n::add-path::/evil\n##[add-path]/evil\r::set-env name=A::b\u001b[31m';

describe('R5: no credential and no value is seen, in debug mode neither', () => {
  const faults: Record<string, [Fault, Fault?]> = {
    'the server echoes the SecretID': [json({ errors: [`invalid secret_id "${SECRET_ID}"`] }, 400)],
    'the answer is the SecretID instead of JSON': [{ status: 200, body: SECRET_ID }],
    'the answer is a page that quotes the SecretID': [html(`<html>${SECRET_ID}</html>`, 502)],
    'the answer of a read is broken JSON with the value': [
      LOGIN,
      { status: 200, body: `{"data":{"key":"${VALUE}"` },
    ],
    'the answer of a read is text with the value': [LOGIN, html(VALUE)],
    'the error of a read quotes the token': [LOGIN, json({ errors: [`bad token ${TOKEN}`] }, 403)],
    'the read is reset': [LOGIN, 'reset'],
    'the read redirects with the token in the address': [
      LOGIN,
      { status: 307, headers: { Location: `http://evil.test/${TOKEN}` } },
    ],
  };
  it.each(Object.keys(faults))('%s', async (name) => {
    const [login, read] = faults[name] ?? ['reset'];
    const { status, log, errors, outputs, summary } = await run(login, read);
    expect(status).toBe(1);
    const outside = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const seen = [...outside, errors, summary, JSON.stringify(outputs)].join('\n');
    expect(seen).not.toContain('canary');
    for (const secret of [SECRET_ID, TOKEN, VALUE]) {
      expect(seen).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16));
    }
  });
});

describe('R6: what a server says is no command', () => {
  it('neither in an error nor in anything else that is printed', async () => {
    const { log } = await run(json({ errors: [EVIL] }, 400));
    const commands = log.split('\n').filter((line) => /^\s*::/.test(line) || line.includes('##['));
    expect(commands.every((line) => /^::(add-mask|debug|error)::/.test(line))).toBe(true);
    expect(log).not.toMatch(/^::error::.*##\[/m);
    expect(visibleLog(log)).not.toMatch(/^\s*::|##\[add-path/m);
    expect(log).not.toContain('\u001b');
  });

  it('nor in a field name', async () => {
    const { status, env } = await run(LOGIN, json({ data: { [EVIL]: VALUE } }));
    expect(status).toBe(1);
    expect(env).toEqual({});
  });
});

describe('the surroundings', () => {
  it('NODE_DEBUG would print headers: refused before any request', async () => {
    const { status, log } = await run(LOGIN, READ, { NODE_DEBUG: 'http' });
    expect(status).toBe(1);
    expect(log).toContain('::error::NODE_DEBUG: is set');
    expect(server.seen).toEqual([]);
  });

  it.each(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'])(
    'without %s: refused before any request',
    async (name) => {
      const { status, log } = await run(LOGIN, READ, { [name]: '' });
      expect(status).toBe(1);
      expect(log).toContain(`::error::${name}: is not set`);
      expect(log).not.toContain(`::set-`);
      expect(server.seen).toEqual([]);
    },
  );
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('law 3: a token that cannot be kept for post is revoked at once', async () => {
    const { status, log } = await run(LOGIN, READ, { GITHUB_STATE: '/dev/full' });
    expect(status).toBe(1);
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/v1/auth/approle/login',
      '/v1/auth/token/revoke-self',
    ]);
    expect(log).toContain(
      '::error::state: cannot be written (ENOSPC), so clean-up would not know of the token.',
    );
  });

  it.each(['GITHUB_OUTPUT', 'GITHUB_ENV'])(
    'law 3: %s on it is told, and nothing is published',
    async (name) => {
      const { status, log, errors, env, outputs, state } = await run(LOGIN, READ, { [name]: '/dev/full' });
      expect(status).toBe(1);
      expect(log).toContain(
        `::error::${name}: cannot be written (ENOSPC), so nothing was published. Make room on this runner`,
      );
      expect({ errors, env }).toEqual({ errors: '', env: {} });
      expect(Object.keys(outputs)).toEqual(name === 'GITHUB_ENV' ? ['errorMessage'] : []);
      expect(keptToken(state)).toBe(TOKEN);
      expect(visibleLog(log)).not.toContain('canary');
    },
  );

  it('a summary that cannot be written is a warning: the values are published already', async () => {
    const { status, log } = await run(LOGIN, READ, { GITHUB_STEP_SUMMARY: '/dev/full' });
    expect(status).toBe(0);
    expect(log).toContain('::warning::The job summary could not be written.');
  });
});

/** A disk of four pages, where this machine lets us have one. */
const tinyDisk = ((): string | undefined => {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
})();
afterAll(() => {
  if (!tinyDisk) return;
  execFileSync('umount', [tinyDisk]);
  rmSync(tinyDisk, { recursive: true });
});

describe.skipIf(!tinyDisk)('a disk that is full in the middle of a value', () => {
  it.each(['GITHUB_OUTPUT', 'GITHUB_ENV'])(
    'law 3: what got into %s is taken back, byte for byte',
    async (name) => {
      const file = join(tinyDisk ?? '', name);
      const before = 'EARLIER=step\n';
      writeFileSync(file, before);
      const read = json({ data: { key: `${VALUE}${'x'.repeat(40_000)}` } });
      const { status, log, env, outputs } = await run(LOGIN, read, { [name]: file });
      expect(status).toBe(1);
      expect(log).toContain(`::error::${name}: cannot be written (ENOSPC), so nothing was published.`);
      const left = readFileSync(file, 'utf8');
      expect(left.startsWith(before)).toBe(true);
      expect(left).not.toContain('canary');
      expect(JSON.stringify({ env, outputs })).not.toContain('canary');
    },
  );

  it('a file of the user that has no room is told, and post removes what there is of it', async () => {
    const read = json({ data: { key: `${VALUE}${'x'.repeat(40_000)}` } });
    const secrets = 'kv/data/app key | KEY file';
    const { status, log, state } = await run(LOGIN, read, {
      RUNNER_TEMP: tinyDisk ?? '',
      INPUT_SECRETS: secrets,
    });
    expect(status).toBe(1);
    expect(log).toContain(
      '::error::secrets: files cannot be written below RUNNER_TEMP (ENOSPC): nothing was published',
    );
    await runStep('post', { state });
    expect(readdirSync(tinyDisk ?? '').filter((file) => file.startsWith('vault-approle'))).toEqual([]);
  });
});

describe('what must end the step', () => {
  it.each([
    [
      'a login without a token',
      json({ auth: { client_token: '', lease_duration: 0 } }),
      'no-token-in-answer',
    ],
    [
      'login MFA',
      json({ auth: { client_token: '', lease_duration: 0, mfa_requirement: { mfa_request_id: 'x' } } }),
      'mfa-required',
    ],
    ['a wrapped answer to a login', json({ wrap_info: { token: 'x' }, auth: null }), 'no-token-in-answer'],
    ['a sealed server', json({ errors: ['Vault is sealed'] }, 503), 'sealed'],
    [
      'an old server that wants a token',
      json({ errors: ['missing client token'] }, 400),
      'login-permission-denied',
    ],
    [
      'namespaces on Vault Community',
      json({ errors: ['namespaces feature not enabled'] }, 403),
      'namespace-not-found',
    ],
    [
      'an overrun quota',
      json({ errors: ['request path "x": rate limit quota exceeded'] }, 429),
      'rate-limited',
    ],
    ['a page of a proxy', html('<html>', 502), 'login-interrupted'],
    ['the web page', { status: 307, headers: { Location: '/ui/' } } as Answer, 'login-page'],
  ])('%s', async (_, login, anchor) => {
    const { status, log, env, state } = await run(login);
    expect(status).toBe(1);
    expect(log).toContain(`docs/troubleshooting.md#${anchor})`);
    expect({ env, state }).toEqual({ env: {}, state: {} });
    expect(log + anchor).not.toMatch(/\n\s+at /);
  });

  it('R8: a value of 128 KiB is refused, and post still runs', async () => {
    const { status, log, state, env } = await run(LOGIN, json({ data: { key: 'x'.repeat(131_072) } }));
    expect(status).toBe(1);
    expect(env).toEqual({});
    expect(log).toContain(
      'kv/data/app key has 128 KiB, more than the 64 KiB that an environment variable may',
    );
    const post = await runStep('post', { state });
    expect(post.status).toBe(0);
    expect(server.seen.at(-1)?.headers['x-vault-token']).toBe(TOKEN);
  });
});

/** Why this exists: what mints or spends something is asked for once, whatever becomes of the answer (rule R16). */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultServer, faultServer } from '../support/fault-server.ts';
import { runStep } from '../support/runner.mjs';
import { type RoleOptions, scenario, unique } from '../support/scenario.ts';

const vault = scenario();
let server: FaultServer;
beforeEach(async () => {
  server = await faultServer(vault.address);
});
afterEach(() => server.stop());

async function run(inputs: Readonly<Record<string, string>>, options: RoleOptions = {}, wrapped = false) {
  const role = await vault.role(options);
  const credential = wrapped
    ? { wrappedSecretId: await role.wrapped() }
    : { secretId: await role.secretId() };
  const login = { url: server.address, path: role.mount, roleId: role.roleId, ...credential };
  return runStep('main', { inputs: { ...login, timeout: '2', ...inputs } });
}

const count = (path: RegExp): number => server.seen.filter((one) => path.test(one.path)).length;

describe('R16: an answer that is lost', () => {
  it('of a login: not sent again', async () => {
    server.on(/login$/, () => 'reset');
    const { log, status } = await run({});
    expect(status).toBe(1);
    expect(count(/login$/)).toBe(1);
    expect(log).toContain('#login-interrupted');
  });

  it('of an unwrap: not sent again, and no alarm but the truth', async () => {
    server.on(/unwrap$/, () => 'reset');
    const { log } = await run({}, {}, true);
    expect(count(/unwrap$/)).toBe(1);
    expect(count(/login$/)).toBe(0);
    expect(log).toContain('#unwrap-interrupted');
    expect(log).not.toContain('SECURITY');
  });

  it('of an issued certificate: not sent again', async () => {
    const mount = unique('pki');
    server.on(/issue/, () => 'hang');
    const pki = `${mount}/issue/web {"common_name":"a.example.org"}`;
    const { log } = await run({ pki }, { updates: [`${mount}/issue/web`] });
    expect(count(/issue/)).toBe(1);
    expect(log).toContain('#credential-maybe-spent');
  });

  it('of credentials that a GET makes: not sent again', async () => {
    server.on(/v1\/database\/creds/, () => 'reset');
    const { log } = await run({ secrets: 'database/creds/app password' }, { reads: ['database/creds/app'] });
    expect(count(/v1\/database\/creds\/app$/)).toBe(1);
    expect(log).toContain('#credential-maybe-spent');
  });

  it('of a KV secret, a list or a look-up: sent again, and the job succeeds', async () => {
    const mount = await vault.kv({ 'ci/app': { key: 'canary-value' } });
    server.on(/\/(data|metadata|mounts)\//, (nth) => (nth % 2 === 1 ? 'reset' : 'pass'));
    const rights = { reads: [`${mount}/*`], lists: [`${mount}/*`] };
    const { env, log } = await run({ secrets: `${mount}/ci/* key` }, rights);
    expect(env, log).toEqual({ APP_KEY: 'canary-value' });
  });
});

it('R16: proven not to be processed: sealed, over quota, standby behind: a login is sent again', async () => {
  const refusal = (status: number, text: string) => ({ status, body: JSON.stringify({ errors: [text] }) });
  const answers = [refusal(503, 'Vault is sealed'), refusal(429, 'quota'), refusal(412, 'required index')];
  server.on(/login$/, (nth) => answers[nth - 1] ?? 'pass');
  const { status, log } = await run({});
  expect(status, log).toBe(0);
  expect(count(/login$/)).toBe(4);
});

it('R14: post ends in time when the server never answers', async () => {
  const main = await run({ timeout: '1', retries: '0' });
  server.on(/revoke-self$/, () => 'hang');
  const post = await runStep('post', { state: main.state });
  expect(post.status).toBe(0);
  expect(post.log).toContain('no answer in time');
  expect(count(/revoke-self$/)).toBe(1);
});

/** Why this exists: whatever becomes of main, its token is dead after post (rules R12–R15). */

import { expect, it } from 'vitest';
import { faultServer } from '../support/fault-server.ts';
import { runStep } from '../support/runner.mjs';
import { keptToken, type Role, type RoleOptions, scenario } from '../support/scenario.ts';

const vault = scenario();
const { address, api } = vault;

async function inputsOf(options: RoleOptions = {}): Promise<Record<string, string> & { role: string }> {
  const role: Role = await vault.role(options);
  const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
  return { url: address, ...credentials, role: role.name };
}

it('R15: a failed main leaves a token that post revokes', async () => {
  const inputs = { ...(await inputsOf()), secrets: 'secret/data/none key' };
  const main = await runStep('main', { inputs });
  expect(main.status).toBe(1);
  const token = keptToken(main.state);
  expect(await vault.isAlive(token)).toBe(true);
  await runStep('post', { state: main.state });
  expect(await vault.isAlive(token)).toBe(false);
});

it('R14: post takes everything from the state: changed inputs and environment have no effect', async () => {
  const main = await runStep('main', { inputs: await inputsOf() });
  const post = await runStep('post', {
    state: main.state,
    inputs: { url: 'http://127.0.0.1:1', timeout: 'nonsense', roleId: 'other' },
    env: { VAULT_ADDR: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1', VAULT_NAMESPACE: 'other' },
  });
  expect(post.log).toBe('The token is revoked, with every lease it held.\n');
  expect(await vault.isAlive(keptToken(main.state))).toBe(false);
});

it('R14: a second post says that the token is gone', async () => {
  const main = await runStep('main', { inputs: await inputsOf() });
  await runStep('post', { state: main.state });
  const again = await runStep('post', { state: main.state });
  expect(again.log).toMatch(/^The token is gone already: revoked before, or expired \(unless .*\)\.\n$/);
  expect(again.status).toBe(0);
});

it('R14: a used-up token is gone, and that is no warning', async () => {
  const main = await runStep('main', { inputs: await inputsOf({ settings: { token_num_uses: 1 } }) });
  await api('GET', 'sys/internal/ui/mounts', undefined, { token: keptToken(main.state) }).catch(
    () => undefined,
  );
  await api('GET', 'auth/token/lookup-self', undefined, { token: keptToken(main.state) });
  const post = await runStep('post', { state: main.state });
  expect(post.log).toContain('its uses are used up');
  expect(post.log).not.toContain('::warning');
});

it('R14: a batch token is told in main and in post', async () => {
  const main = await runStep('main', { inputs: await inputsOf({ settings: { token_type: 'batch' } }) });
  expect(main.log).toContain('::warning::The token is a batch token');
  const post = await runStep('post', { state: main.state });
  expect(post.log).toMatch(/nothing can revoke: it lives for another \d+ s at most/);
  expect(post.status).toBe(0);
});

it('R14: a token that may not revoke itself is a warning with the policy to add', async () => {
  const main = await runStep('main', {
    inputs: await inputsOf({ settings: { token_no_default_policy: true } }),
  });
  const post = await runStep('post', { state: main.state });
  expect(post.log).toMatch(
    /^::warning::The server refused to revoke the token \(403\): it lives for another \d+ s/,
  );
  expect(post.log).toContain('auth/token/revoke-self');
  expect(post.status).toBe(0);
});

it('R14: a server that is away is a warning, and the job does not fail', async () => {
  const proxy = await faultServer(address);
  const main = await runStep('main', { inputs: { ...(await inputsOf()), url: proxy.address, retries: '0' } });
  await proxy.stop();
  const post = await runStep('post', { state: main.state });
  expect(post.log).toMatch(/^::warning::The token could not be revoked: it lives for another \d+ s/);
  expect(post.log).toContain('connection refused');
  expect(post.status).toBe(0);
});

it('revoke: main revokes at the end of main, and post has nothing to do', async () => {
  const main = await runStep('main', { inputs: { ...(await inputsOf()), revoke: 'main' } });
  expect(main.log).toContain('The token is revoked.');
  expect(keptToken(main.state)).toBe('');
  expect((await runStep('post', { state: main.state })).log).toBe('There is no token to revoke.\n');
});

it('revoke: main leaves a token that was handed out to post', async () => {
  const inputs = { ...(await inputsOf()), revoke: 'main', exportToken: 'true', outputToken: 'true' };
  const main = await runStep('main', { inputs });
  const token = keptToken(main.state);
  expect({ env: main.env.VAULT_TOKEN, output: main.outputs.vault_token }).toEqual({
    env: token,
    output: token,
  });
  expect(await vault.isAlive(token)).toBe(true);
  await runStep('post', { state: main.state });
  expect(await vault.isAlive(token)).toBe(false);
});

it('revoke: never keeps nothing, and warns', async () => {
  const main = await runStep('main', { inputs: { ...(await inputsOf()), revoke: 'never' } });
  expect(main.log).toContain('::warning::The token is not revoked (revoke: never): it lives 600 s.');
  expect(main.state).toEqual({});
});

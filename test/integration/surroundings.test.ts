/** Why this exists: what another step left in the environment neither shows a token nor changes how a step ends. */

import { expect, it } from 'vitest';
import { visibleLog } from '../support/masker.mjs';
import { runStep } from '../support/runner.mjs';
import { keptToken, scenario } from '../support/scenario.ts';

const vault = scenario();

async function inputsOf(): Promise<Record<string, string>> {
  const role = await vault.role();
  return { url: vault.address, path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
}

it('R5: NODE_DEBUG, set between main and post, prints the header with the token, but by then it is masked', async () => {
  const main = await runStep('main', { inputs: await inputsOf() });
  const token = keptToken(main.state);
  const post = await runStep('post', { state: main.state, env: { NODE_DEBUG: 'http,net,tls' } });
  expect(post.errors).toContain(token);
  expect(visibleLog(main.log + post.errors + post.log)).not.toContain(token);
  expect(post.log).toBe('The token is revoked, with every lease it held.\n');
  expect(await vault.isAlive(token)).toBe(false);
});

it.each(['none', 'warn', 'strict'])(
  'law 5: NODE_OPTIONS with --unhandled-rejections=%s changes neither the status nor the message of a failure',
  async (mode) => {
    const env = { NODE_OPTIONS: `--unhandled-rejections=${mode}` };
    const inputs = { ...(await inputsOf()), secrets: 'secret/data/none key' };
    const main = await runStep('main', { inputs, env });
    expect({ status: main.status, errors: main.errors }).toEqual({ status: 1, errors: '' });
    expect(main.log).toMatch(/^::error::Read failed: GET secret\/data\/none answered 403/m);
    const post = await runStep('post', { state: main.state, env });
    expect(post.status).toBe(0);
    expect(await vault.isAlive(keptToken(main.state))).toBe(false);
  },
);

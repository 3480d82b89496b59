/** Why this exists: a cancelled step ends soon, publishes nothing, and leaves no token that post does not know (R13). */

import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type FaultServer, faultServer } from '../support/fault-server.ts';
import { runStep } from '../support/runner.mjs';
import { keptToken, scenario } from '../support/scenario.ts';

const vault = scenario();
let server: FaultServer;
beforeEach(async () => {
  server = await faultServer(vault.address);
});
afterEach(() => server.stop());

type Signal = 'SIGINT' | 'SIGTERM';

/** Sends the signal when a request for the path has arrived, and answers half a second later. */
async function cancelled(signal: Signal, path: RegExp) {
  const mount = await vault.kv({ app: { key: 'canary-value' } });
  const role = await vault.role({ reads: [`${mount}/*`] });
  let send = (): unknown => undefined;
  server.on(path, async () => {
    send();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return 'pass' as const;
  });
  const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
  const main = await runStep('main', {
    inputs: { url: server.address, ...credentials, secrets: `${mount}/data/app key` },
    started: (child) => {
      send = () => child.kill(signal);
    },
  });
  return main;
}

const asked = (path: RegExp): number => server.seen.filter((one) => path.test(one.path)).length;

describe.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('R13: %s', (signal) => {
  it('while a login is under way: its token is waited for and kept, and post revokes it', async () => {
    const main = await cancelled(signal, /login$/);
    expect({ status: main.status, signal: main.signal }).toEqual({ status: 1, signal: null });
    expect(main.log).toContain(`::error::${signal}: the step was cancelled`);
    const token = keptToken(main.state);
    expect(await vault.isAlive(token)).toBe(true);
    expect(asked(/data\/app$/)).toBe(0);
    await runStep('post', { state: main.state });
    expect(await vault.isAlive(token)).toBe(false);
  });

  it('while a read is under way: the step ends without it, and publishes nothing', async () => {
    const main = await cancelled(signal, /data\/app$/);
    expect({ status: main.status, env: main.env, values: main.outputs.key }).toEqual({ status: 1, env: {} });
    const token = keptToken(main.state);
    await runStep('post', { state: main.state });
    expect(await vault.isAlive(token)).toBe(false);
  });

  it('with a token of the job itself: nothing is issued, and nothing said of values', async () => {
    const mount = await vault.kv({ app: { key: 'canary-value' } });
    let send = (): unknown => undefined;
    let heard: Promise<unknown> | undefined;
    server.on(/ui\/mounts/, async () => {
      send();
      await heard;
      return 'pass' as const;
    });
    const { status, log, summary, outputs } = await runStep('main', {
      inputs: {
        ...{ url: server.address, method: 'token', token: inject('server').rootToken },
        ...{ secrets: `${mount}/app key`, pki: 'pki/issue/web {"common_name": "a.example.org"}' },
      },
      started: (child) => {
        send = () => child.kill(signal);
        heard = new Promise<void>((resolve) => {
          child.stdout?.on('data', (chunk) => `${chunk}`.includes('was cancelled') && resolve());
        });
      },
    });
    expect(server.seen.map(({ path }) => path)).toEqual([expect.stringContaining('/ui/mounts/')]);
    const message = `${signal}: the step was cancelled`;
    expect({ status, summary, outputs }).toEqual({
      status: 1,
      summary: '',
      outputs: { errorMessage: message },
    });
    expect(log.split('\n').filter((line) => !/^(::add-mask::.*)?$/.test(line))).toEqual([
      `::error::${message}`,
    ]);
  });
});

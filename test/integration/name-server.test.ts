/** Why this exists: nobody can take back a question to a name server: a step does not wait for its answer. */

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Secret } from '../../src/secret.ts';
import { packHandle } from '../../src/vault/handle.ts';
import { serverAt } from '../support/client.ts';
import { runStep } from '../support/runner.mjs';

const SILENT = fileURLToPath(new URL('../support/fixtures/silent-names.cjs', import.meta.url));
const env = { NODE_OPTIONS: `--require "${SILENT.replaceAll('\\', '/')}"` };
const ADDRESS = 'https://vault.example.org:8200';
/** Milliseconds; a process that waits for the name server waits for ever. */
const killAfterMs = 20_000;

it('main ends when it has told of its failure', async () => {
  const credentials = { roleId: 'canary-role-id', secretId: 'canary-secret-id' };
  const inputs = { url: ADDRESS, ...credentials, timeout: '1', retries: '0' };
  const { status, signal, log } = await runStep('main', { inputs, env, killAfterMs });
  expect({ status, signal }).toEqual({ status: 1, signal: null });
  expect(log).toContain('::error::Login failed: vault.example.org:8200: no connection in time');
  expect(log).toContain('To find out why');
});

it('post ends when it has told of its failure', async () => {
  const cleanup = packHandle({
    token: new Secret('canary-token'),
    server: serverAt([ADDRESS], { timeoutMs: 500 }),
    batch: false,
    uses: 0,
    defaultPolicy: true,
  });
  const { status, signal, log } = await runStep('post', {
    state: { cleanup: cleanup.reveal() },
    env,
    killAfterMs,
  });
  expect({ status, signal }).toEqual({ status: 0, signal: null });
  expect(log.match(/^::warning::/gm)).toHaveLength(1);
  expect(log).toContain('::warning::The token could not be revoked');
});

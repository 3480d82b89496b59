/** Why this exists: a wrapped SecretID is opened once, and everything that may be tampering is an alarm (rule R17). */

import { expect, it } from 'vitest';
import { runStep } from '../support/runner.mjs';
import { type Role, scenario } from '../support/scenario.ts';

const vault = scenario();
const { address, api } = vault;
const ALARM = '::error::SECURITY: the wrapped SecretID cannot be trusted: ';

function inputsOf(role: Role, wrappedSecretId: string): Record<string, string> {
  return { url: address, path: role.mount, roleId: role.roleId, wrappedSecretId };
}

async function alarm(inputs: Record<string, string>): Promise<string> {
  const { status, log } = await runStep('main', { inputs });
  expect(status).toBe(1);
  expect(log).toContain(ALARM);
  return log;
}

it('opens a wrapped SecretID and logs in with it', async () => {
  const role = await vault.role({ settings: { secret_id_num_uses: 1 } });
  const inputs = { ...inputsOf(role, await role.wrapped()), roleName: role.name };
  expect((await runStep('main', { inputs })).status).toBe(0);
});

it('accepts the role in any case of letters, and a custom SecretID', async () => {
  const role = await vault.role();
  const path = `auth/${role.mount}/role/${role.name}/custom-secret-id`;
  const { wrap_info } = await api('POST', path, { secret_id: 'canary-custom-id' }, { wrapTtl: '60s' });
  const inputs = { ...inputsOf(role, wrap_info.token), roleName: role.name.toUpperCase() };
  expect((await runStep('main', { inputs })).status).toBe(0);
});

it('R17: a wrapping token that was used is an alarm', async () => {
  const role = await vault.role();
  const inputs = inputsOf(role, await role.wrapped());
  expect((await runStep('main', { inputs })).status).toBe(0);
  expect(await alarm(inputs)).toContain('#wrapping-token-invalid');
});

it('R17: a wrapping token that expired, or never was one, is an alarm', async () => {
  const role = await vault.role();
  const wrapped = await role.wrapped('1s');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await alarm(inputsOf(role, wrapped));
  await alarm(inputsOf(role, 'canary-no-wrapping-token'));
});

it('R17: a SecretID that somebody opened and wrapped again is an alarm, and is not unwrapped', async () => {
  const role = await vault.role();
  const secretId = await role.secretId();
  const { wrap_info } = await api('POST', 'sys/wrapping/wrap', { secret_id: secretId }, { wrapTtl: '60s' });
  const log = await alarm(inputsOf(role, wrap_info.token));
  expect(log).toContain(`it was made by sys/wrapping/wrap, not by auth/${role.mount}/role/<role>/secret-id.`);
  const left = await api('POST', 'sys/wrapping/lookup', { token: wrap_info.token });
  expect(left.data.creation_path).toBe('sys/wrapping/wrap');
});

it('R17: a SecretID of another role, or of another mount, is an alarm', async () => {
  const role = await vault.role();
  const other = await vault.role();
  const inputs = { ...inputsOf(role, await role.wrapped()), roleName: other.name };
  expect(await alarm(inputs)).toContain('#wrapping-creation-path');
  expect(await alarm(inputsOf(role, await other.wrapped()))).toContain('#wrapping-creation-path');
});

it('R17: something else that the same role wrapped is an alarm', async () => {
  const role = await vault.role();
  const path = `auth/${role.mount}/role/${role.name}/role-id`;
  const { wrap_info } = await api('GET', path, undefined, { wrapTtl: '60s' });
  expect(await alarm(inputsOf(role, wrap_info.token))).toContain('#wrapping-creation-path');
});

/** Why this exists: which of an input, a BAO_ variable and a VAULT_ variable has the word, for every input. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  completeInputs,
  INPUTS,
  type InputName,
  type RawConfig,
  standIns,
} from '../../../src/config/inputs.ts';

type Given = Partial<Record<InputName, string>>;

function complete(given: Given, env: Readonly<Record<string, string>> = {}): RawConfig {
  return completeInputs((name) => given[name] ?? '', env);
}

const FROM_ENVIRONMENT = [
  ['url', 'ADDR'],
  ['namespace', 'NAMESPACE'],
  ['method', 'AUTH_METHOD'],
  ['roleId', 'ROLE_ID'],
  ['secretId', 'SECRET_ID'],
  ['wrappedSecretId', 'WRAPPED_SECRET_ID'],
  ['caCertificate', 'CACERT_BYTES'],
  ['caCertificate', 'CACERT'],
  ['clientCertificate', 'CLIENT_CERT'],
  ['clientKey', 'CLIENT_KEY'],
  ['tlsServerName', 'TLS_SERVER_NAME'],
] as const satisfies readonly (readonly [InputName, string])[];

describe('the inputs', () => {
  it('are those of action.yml', () => {
    const yaml = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8');
    const block = /^inputs:\n([\s\S]*?)^\S/m.exec(yaml)?.[1] ?? '';
    const names = [...block.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    expect(names.toSorted()).toEqual([...INPUTS].toSorted());
  });

  it('all are asked for, and are empty when absent', () => {
    expect(complete({})).toEqual(Object.fromEntries(INPUTS.map((name) => [name, ''])));
    const names = Object.fromEntries(INPUTS.map((name) => [name, `canary-${name}`]));
    expect(complete(names)).toEqual(names);
  });
});

describe.each(FROM_ENVIRONMENT)('the input %s and the variable VAULT_%s', (name, variable) => {
  it('the variable stands in for an absent input', () => {
    expect(complete({}, { [`VAULT_${variable}`]: ' canary-vault\n' })[name]).toBe('canary-vault');
    expect(complete({}, { [`BAO_${variable}`]: 'canary-bao' })[name]).toBe('canary-bao');
  });

  it('and can be told', () => {
    const env = { [`VAULT_${variable}`]: 'canary-vault' };
    expect([...standIns(() => '', env)]).toEqual([[name, `VAULT_${variable}`]]);
    expect([...standIns(() => '', { ...env, [`BAO_${variable}`]: 'canary-bao' })]).toEqual([
      [name, `BAO_${variable}`],
    ]);
    expect([...standIns((one) => (one === name ? 'canary-input' : ''), env)]).toEqual([]);
  });

  it('the input wins', () => {
    const env = { [`VAULT_${variable}`]: 'canary-vault', [`BAO_${variable}`]: 'canary-bao' };
    expect(complete({ [name]: 'canary-input' }, env)[name]).toBe('canary-input');
  });

  it('BAO_ wins over VAULT_, also when it is empty', () => {
    const vault = { [`VAULT_${variable}`]: 'canary-vault' };
    expect(complete({}, { ...vault, [`BAO_${variable}`]: 'canary-bao' })[name]).toBe('canary-bao');
    expect(complete({}, { ...vault, [`BAO_${variable}`]: '' })[name]).toBe('');
  });
});

describe('the environment has no say about', () => {
  it('an input that has no variable', () => {
    const without = INPUTS.filter((name) => !FROM_ENVIRONMENT.some(([known]) => known === name));
    const env = Object.fromEntries(
      without.flatMap((name) => {
        const variable = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
        return [
          [`VAULT_${variable}`, 'canary'],
          [`BAO_${variable}`, 'canary'],
        ];
      }),
    );
    const completed = complete({}, env);
    for (const name of without) expect(completed[name], name).toBe('');
  });

  it.each([
    [{ secretIdFile: 'x' }, 'secretId', { VAULT_SECRET_ID: 'canary' }],
    [{ wrappedSecretId: 'x' }, 'secretId', { VAULT_SECRET_ID: 'canary' }],
    [{ secretId: 'x' }, 'wrappedSecretId', { VAULT_WRAPPED_SECRET_ID: 'canary' }],
    [{ secretIdFile: 'x' }, 'wrappedSecretId', { BAO_WRAPPED_SECRET_ID: 'canary' }],
    [{ roleIdFile: 'x' }, 'roleId', { VAULT_ROLE_ID: 'canary' }],
    [{ clientCertificate: 'x' }, 'clientKey', { VAULT_CLIENT_KEY: 'canary' }],
    [{ clientKey: 'x' }, 'clientCertificate', { VAULT_CLIENT_CERT: 'canary' }],
  ] as const)('the alternative of a given input: %j leaves %s empty', (given, name, env) => {
    expect(complete(given, env)[name]).toBe('');
  });
});

describe('alternatives in the environment alone', () => {
  it('are all taken, so that a contradiction is told', () => {
    const completed = complete({}, { VAULT_SECRET_ID: 'canary-a', VAULT_WRAPPED_SECRET_ID: 'canary-b' });
    expect(completed).toMatchObject({ secretId: 'canary-a', wrappedSecretId: 'canary-b' });
  });

  it('the bytes of a CA certificate win over its path', () => {
    expect(complete({}, { VAULT_CACERT: 'path', VAULT_CACERT_BYTES: 'bytes' }).caCertificate).toBe('bytes');
    expect(complete({}, { VAULT_CACERT: 'path', VAULT_CACERT_BYTES: ' ' }).caCertificate).toBe('path');
  });
});

describe('VAULT_TOKEN', () => {
  const env = { VAULT_TOKEN: 'canary-vault' };

  it('is for the method token alone', () => {
    expect(complete({}, env).token).toBe('');
    expect(complete({ method: 'approle' }, env).token).toBe('');
    for (const method of ['token', 'Token', 'TOKEN'])
      expect(complete({ method }, env).token).toBe('canary-vault');
    expect(complete({}, { ...env, VAULT_AUTH_METHOD: 'token' }).token).toBe('canary-vault');
  });

  it('an input wins over it, and BAO_TOKEN as well', () => {
    expect(complete({ method: 'token', token: 'canary-input' }, env).token).toBe('canary-input');
    expect(complete({ method: 'token' }, { ...env, BAO_TOKEN: 'canary-bao' }).token).toBe('canary-bao');
    expect(complete({ method: 'token' }, { ...env, BAO_TOKEN: '' }).token).toBe('');
  });
});

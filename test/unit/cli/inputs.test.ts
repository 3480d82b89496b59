/** Why this exists: where an input comes from when there are several places, and what a command may know of them (rule R4). */

import { describe, expect, it } from 'vitest';
import { readInputs, withoutCredentials } from '../../../src/cli/inputs.ts';

const FILES: Readonly<Record<string, string>> = {
  file: ' canary-of-file\n',
  empty: ' \n',
  '-': 'canary-of-stdin\n',
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error('canary-message'), { code: 'ENOENT' });
  return text;
}

function read(flags: Record<string, string>, env: Record<string, string> = {}) {
  const { inputs, problems } = readInputs(new Map(Object.entries(flags)), env, readFile);
  return { ...inputs, problems };
}

const problems = (flags: Record<string, string>, env: Record<string, string> = {}) =>
  Object.fromEntries(read(flags, env).problems.map(({ name, problem }) => [name, problem]));

describe('an input', () => {
  it('is the flag, then BAO_X, then VAULT_X', () => {
    const env = { BAO_ADDR: 'https://bao', VAULT_ADDR: 'https://vault' };
    expect(read({ url: ' https://flag ' }, env).raw.url).toBe('https://flag');
    expect(read({}, env).raw.url).toBe('https://bao');
    expect(read({}, { VAULT_ADDR: env.VAULT_ADDR }).raw.url).toBe('https://vault');
  });

  it.each(['roleId', 'secretId', 'wrappedSecretId', 'token', 'extraHeaders'] as const)(
    '%s may be in a variable that a flag names, and wins over the one of convention',
    (name) => {
      const flag = `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-variable`;
      const env = { MINE: ' canary-of-mine\n', VAULT_ROLE_ID: 'other', VAULT_SECRET_ID: 'other' };
      expect(read({ [flag]: 'MINE' }, env)).toMatchObject({
        raw: { [name]: 'canary-of-mine' },
        problems: [],
      });
    },
  );

  it.each(['wrappedSecretId', 'token', 'extraHeaders'] as const)(
    '%s may be in a file, or standard input',
    (name) => {
      const flag = `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-file`;
      expect(read({ [flag]: 'file' }).raw[name]).toBe('canary-of-file');
      expect(read({ [flag]: '-' }).raw[name]).toBe('canary-of-stdin');
    },
  );

  it('that a job reads from its file itself keeps the name of the file', () => {
    const { raw } = read({ 'secret-id-file': '-', 'role-id-file': 'file' });
    expect([raw.secretIdFile, raw.roleIdFile]).toEqual(['-', 'file']);
  });

  it('an alternative to a flag is not taken from the environment', () => {
    const { raw } = read({ 'wrapped-secret-id-file': 'file' }, { VAULT_SECRET_ID: 'canary-other' });
    expect([raw.wrappedSecretId, raw.secretId]).toEqual(['canary-of-file', '']);
  });

  it.each([
    [
      { 'token-file': 'canary-a-token-itself' },
      { '--token-file': 'the file of that name cannot be read (ENOENT)' },
    ],
    [{ 'token-file': '/no/where' }, { '--token-file': 'the file /no/where cannot be read (ENOENT)' }],
    [{ 'token-file': 'empty' }, { '--token-file': 'the file of that name is empty' }],
    [
      { 'secret-id-variable': 'NONE' },
      {
        '--secret-id-variable': expect.stringMatching(
          /^the variable NONE is not set, or empty; a protected variable/,
        ),
      },
    ],
    [
      { 'token-variable': 'X', 'token-file': 'file' },
      { '--token-variable': 'cannot be combined with --token-file: give one of them' },
    ],
    [
      { 'role-id': 'x', 'role-id-variable': 'X' },
      { '--role-id': 'cannot be combined with --role-id-variable: give one of them' },
    ],
    [
      { 'secret-id-variable': 'X', 'secret-id-file': 'file' },
      { '--secret-id-variable': 'cannot be combined with --secret-id-file: give one of them' },
    ],
    [
      { 'token-file': '-', 'extra-headers-file': '-' },
      { '--extra-headers-file': 'standard input is read by --token-file' },
    ],
    [
      { 'client-key': '-----BEGIN PRIVATE KEY-----canary' },
      { '--client-key': expect.stringMatching(/^would be a secret in an argument/) },
    ],
    [
      { 'client-key': 'LS0tLS1CRUdJTicanary' },
      { '--client-key': expect.stringMatching(/^would be a secret in an argument/) },
    ],
  ])('%j is told, and shows no value', (flags, told) => {
    const found = problems(flags);
    expect(found).toEqual(told);
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it('that is wrong is told with all others', () => {
    expect(Object.keys(problems({ 'token-file': 'nowhere', 'secret-id-variable': 'NONE' }))).toHaveLength(2);
  });

  it('a path of a client key is fine', () => {
    expect(problems({ 'client-key': '/etc/key.pem' })).toEqual({});
  });
});

describe('R4: the environment for a command', () => {
  function left(env: Record<string, string>, flags: Record<string, string> = {}): readonly string[] {
    return Object.keys(
      withoutCredentials(env, readInputs(new Map(Object.entries(flags)), env, readFile).inputs),
    );
  }

  it('is as it was where there is nothing of ours', () => {
    expect(left({ PATH: '/bin', CI: 'true', VAULT_ADDR: 'https://a', VAULT_NAMESPACE: 'n' })).toEqual([
      'PATH',
      'CI',
      'VAULT_ADDR',
      'VAULT_NAMESPACE',
    ]);
  });

  it.each(['ROLE_ID', 'SECRET_ID', 'WRAPPED_SECRET_ID', 'TOKEN'])(
    'is without %s of either product, used or not',
    (name) => {
      expect(
        left({ [`VAULT_${name}`]: 'canary-1', [`BAO_${name}`]: 'x', [`vault_${name.toLowerCase()}`]: 'y' }),
      ).toEqual([]);
    },
  );

  it('is without all variables that stand for flags', () => {
    expect(left({ VAULT_APPROLE_SECRETS: 'a b', VAULT_APPROLE_SCRIPT: 'x', VAULT_APPROLE: 'stays' })).toEqual(
      ['VAULT_APPROLE'],
    );
  });

  it('is without the variable that a flag names, in its own case of letters', () => {
    expect(left({ mySecret: 'short', MYSECRET: 'other' }, { 'secret-id-variable': 'mySecret' })).toEqual([
      'MYSECRET',
    ]);
  });

  it('is without copies of a credential under any name, wherever that came from', () => {
    const env = { COPY: ' canary-of-file\n', OTHER: 'canary-of-file and more' };
    expect(left(env, { 'wrapped-secret-id-file': 'file' })).toEqual(['OTHER']);
    expect(left({ VAULT_SECRET_ID: 'canary-0001', COPY: 'canary-0001' })).toEqual([]);
  });

  it('keeps a variable that is like a short credential by chance', () => {
    expect(left({ VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: 'root', LOGNAME: 'root' })).toEqual([
      'VAULT_AUTH_METHOD',
      'LOGNAME',
    ]);
  });

  it('keeps the path of a client key, and not a key itself', () => {
    expect(left({ VAULT_CLIENT_KEY: '/etc/ssl/key.pem' })).toEqual(['VAULT_CLIENT_KEY']);
    expect(left({ VAULT_CLIENT_KEY: '-----BEGIN PRIVATE KEY-----\ncanary' })).toEqual([]);
  });
});

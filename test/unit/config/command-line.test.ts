/** Why this exists: the inputs of a job come back through a shell as they were, and nothing secret is among them. */

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsOf, variablesOf, word } from '../../../src/config/command-line.ts';
import { completeInputs, type InputName, type RawConfig } from '../../../src/config/inputs.ts';
import { oneLine, parseSecrets } from '../../../src/secrets/grammar.ts';

function raw(given: Partial<Record<InputName, string>>): RawConfig {
  return completeInputs((name) => given[name] ?? '', {});
}

describe('the flags of a job', () => {
  it('are those that tell where and what', () => {
    const given = {
      url: 'https://a:8200, https://b:8200',
      namespace: 'team',
      path: 'ci/github',
      secrets: "# two\nsecret/ci/app\n  password | DB_PASSWORD;\n\nsecret/ci/app 'it''s'",
      caCertificate: '/etc/ca.pem',
      tlsSkipVerify: 'True',
    };
    expect(flagsOf(raw(given))).toBe(
      `--url 'https://a:8200, https://b:8200' --namespace team --path ci/github --ca-certificate /etc/ca.pem --secrets 'secret/ci/app password | DB_PASSWORD; secret/ci/app '\\''it'\\'''\\''s'\\''' --tls-skip-verify`,
    );
  });

  it('R4: are never a credential, nor what is one line of many', () => {
    const secret = 'canary-secret';
    const given = {
      roleId: secret,
      secretId: secret,
      wrappedSecretId: secret,
      token: secret,
      extraHeaders: `X: ${secret}`,
    };
    const pem = `-----BEGIN PRIVATE KEY-----\n${secret}`;
    expect(flagsOf(raw({ ...given, clientKey: pem, path: 'approle' }))).toBe('');
  });

  it('leave out a list of secrets that nobody would read', () => {
    expect(flagsOf(raw({ secrets: 'secret/data/app key;'.repeat(40) }))).toBe('');
  });
});

it.each([
  [{ roleId: 'r', secretId: 's' }, 'VAULT_ROLE_ID and VAULT_SECRET_ID'],
  [{ roleId: 'r', wrappedSecretId: 's' }, 'VAULT_ROLE_ID and a new VAULT_WRAPPED_SECRET_ID'],
  [{ roleId: 'r' }, 'VAULT_ROLE_ID'],
  [{ token: 't' }, 'VAULT_TOKEN'],
  [{ method: 'token', token: 't', roleId: 'r' }, 'VAULT_TOKEN'],
])('the variables for %j are %s', (given, variables) => {
  expect(variablesOf(raw(given))).toBe(variables);
});

it('any text is one word for a shell', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
  const all = fc.sample(text, 200);
  const script = `printf '%s\\0' ${all.map((one) => (one === '' ? "''" : word(one))).join(' ')}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(
    all.map((one) => `${one}\0`).join(''),
  );
});

it('a list of secrets on one line means the same', () => {
  const piece = fc.constantFrom(
    'secret/app',
    'key',
    '|',
    ';',
    '\n',
    ' ',
    '"a b"',
    "'c'",
    '#x',
    'NAME',
    'optional',
    '*',
    'a/**',
  );
  const list = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(list, (text) => {
      const { entries, mistakes } = parseSecrets(text);
      fc.pre(mistakes.length === 0);
      const again = parseSecrets(oneLine(text));
      expect(again.mistakes).toEqual([]);
      expect(again.entries.map((entry) => ({ ...entry, line: 0 }))).toEqual(
        entries.map((entry) => ({ ...entry, line: 0 })),
      );
      expect(oneLine(text)).not.toContain('\n');
    }),
    { numRuns: 2000 },
  );
});

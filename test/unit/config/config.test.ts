/** Why this exists: inputs become a configuration, or every problem in them at once, before any request is made. */

import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../../src/config/config.ts';
import { completeInputs, type InputName } from '../../../src/config/inputs.ts';
import { Secret } from '../../../src/secret.ts';
import { type Problem, UsageError } from '../../../src/vault/errors.ts';

type Given = Partial<Record<InputName, string>>;

const CERTIFICATE = readFileSync(
  new URL('../../support/fixtures/fake-vault-test-certificate.pem', import.meta.url),
  'utf8',
);

const RIGHT: Given = { url: 'https://vault.test', roleId: 'canary-role', secretId: 'canary-secret' };

function read(given: Given): Config {
  const raw = completeInputs((name) => given[name] ?? '', {});
  return readConfig(raw, {
    readFile: (path) => readFileSync(path, 'utf8'),
    crypto: () => crypto,
    proxyFor: (base) => (base.includes('proxied') ? new Secret('http://proxy.test') : undefined),
  });
}

function problemsOf(given: Given): readonly Problem[] {
  try {
    read(given);
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  return [];
}

function namesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ name }) => name);
}

describe('right inputs', () => {
  it('become a configuration', () => {
    const config = read({
      ...RIGHT,
      url: 'https://vault.test/v1, https://proxied.vault.test',
      namespace: '/team/a/',
      authNamespace: 'team',
      secrets: 'secret/ci/app key',
      pki: 'pki/issue/web {"common_name": "a.example.org"}',
      ignoreNotFound: 'true',
      secretEncodingType: 'base64',
      caCertificate: CERTIFICATE,
      tlsServerName: 'vault.test',
      extraHeaders: 'X-A: canary-header',
      timeout: '2.5',
      retries: '0',
      revoke: 'main',
      exportEnv: 'false',
      exportToken: 'true',
      outputToken: 'true',
      summary: 'false',
    });
    expect(config).toMatchObject({
      server: {
        addresses: [{ base: 'https://vault.test', proxy: undefined }, { base: 'https://proxied.vault.test' }],
        tls: { ca: CERTIFICATE, serverName: 'vault.test', skipVerify: false },
        timeoutMs: 2500,
        retries: 0,
      },
      namespace: 'team/a',
      authNamespace: 'team',
      entries: [{ path: 'secret/ci/app', selector: { kind: 'field', text: 'key' }, origin: 'secrets' }],
      certificates: [{ path: 'pki/issue/web', parameters: { common_name: 'a.example.org' }, line: 1 }],
      ignoreNotFound: true,
      secretEncodingType: 'base64',
      revoke: 'main',
      exportEnv: false,
      exportToken: true,
      outputToken: true,
      summary: false,
      warnings: [],
    });
    expect(config.server.addresses[1]?.proxy?.reveal()).toBe('http://proxy.test');
    expect(config.server.extraHeaders['x-a']?.reveal()).toBe('canary-header');
    expect(config.identity.method === 'approle' && config.identity.roleId.reveal()).toBe('canary-role');
  });

  it('have safe defaults', () => {
    expect(read(RIGHT)).toMatchObject({
      server: { timeoutMs: 10_000, retries: 3, extraHeaders: {}, tls: { skipVerify: false } },
      entries: [],
      certificates: [],
      ignoreNotFound: false,
      secretEncodingType: undefined,
      exportEnv: true,
      exportToken: false,
      outputToken: false,
      revoke: 'post',
      summary: true,
    });
  });

  it.each([
    ['', undefined],
    ['utf8', undefined],
    ['base64', 'base64'],
    ['hex', 'hex'],
  ])('secretEncodingType %j decodes every value as %s', (secretEncodingType, encoding) => {
    expect(read({ ...RIGHT, secretEncodingType }).secretEncodingType).toBe(encoding);
  });

  it.each([
    [{}, undefined, undefined],
    [{ namespace: 'a' }, 'a', 'a'],
    [{ authNamespace: 'b' }, undefined, 'b'],
    [{ namespace: 'a/', authNamespace: '/b/c' }, 'a', 'b/c'],
    [{ namespace: '/' }, undefined, undefined],
    [{ namespace: 'a', authNamespace: '/' }, 'a', undefined],
  ])('namespaces %j are %s for reads and %s for the login', (given, namespace, authNamespace) => {
    const config = read({ ...RIGHT, ...given });
    expect([config.namespace, config.authNamespace]).toEqual([namespace, authNamespace]);
  });

  it('R5: a configuration that is printed shows no credential', () => {
    const config = read({ ...RIGHT, extraHeaders: 'X-A: canary-header', wrappedSecretId: '' });
    expect(JSON.stringify(config)).not.toContain('canary');
  });
});

describe('tlsSkipVerify', () => {
  it('R10: is told loudly', () => {
    const { server, warnings } = read({ ...RIGHT, tlsSkipVerify: 'true' });
    expect(server.tls.skipVerify).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(/^tlsSkipVerify is on: .*caCertificate/)]);
  });

  it('R11: allows http:// to other machines', () => {
    expect(namesOf(problemsOf({ ...RIGHT, url: 'http://vault.test' }))).toEqual(['url']);
    expect(problemsOf({ ...RIGHT, url: 'http://vault.test', tlsSkipVerify: 'true' })).toEqual([]);
  });

  it('a text that is no boolean never turns protection off', () => {
    expect(namesOf(problemsOf({ ...RIGHT, url: 'http://vault.test', tlsSkipVerify: 'yes' }))).toEqual([
      'url',
      'tlsSkipVerify',
    ]);
  });
});

describe('wrong inputs', () => {
  it.each([
    [{ url: '' }, ['url']],
    [{ url: 'http://a.test https://b.test/ui' }, ['url', 'url']],
    [{ namespace: 'a b' }, ['namespace']],
    [{ namespace: 'a\nX-Vault-Token: x' }, ['namespace']],
    [{ authNamespace: 'größe' }, ['authNamespace']],
    [{ method: 'jwt' }, ['method']],
    [{ roleId: '' }, ['roleId']],
    [{ path: '..' }, ['path']],
    [{ secrets: 'a/b; c/d e f' }, ['secrets', 'secrets']],
    [{ secretsFile: 'no-such-file' }, ['secretsFile']],
    [{ pki: '{}; a/b' }, ['pki', 'pki']],
    [{ secretEncodingType: 'rot13' }, ['secretEncodingType']],
    [{ ignoreNotFound: 'yes' }, ['ignoreNotFound']],
    [{ caCertificate: 'no-such-file' }, ['caCertificate']],
    [{ clientCertificate: CERTIFICATE }, ['clientKey']],
    [{ extraHeaders: 'Host: x' }, ['extraHeaders']],
    [{ timeout: 'x' }, ['timeout']],
    [{ exportEnv: 'yes', summary: '1' }, ['exportEnv', 'summary']],
  ])('%j is told under the name of the input', (given, names) => {
    expect(namesOf(problemsOf({ ...RIGHT, ...given }))).toEqual(names);
  });

  it('a mistake in secrets is told with line and column', () => {
    expect(problemsOf({ ...RIGHT, secrets: '\n  a/b c d' })).toEqual([
      { name: 'secrets', problem: 'line 2, column 9: expected "|", ";" or a new line before "d"' },
    ]);
  });

  it('a mistake in pki is told with line and column', () => {
    expect(problemsOf({ ...RIGHT, pki: 'a/b {};\n  c/../d {}' })).toEqual([
      { name: 'pki', problem: 'line 2, column 3: the path may not hold . or ..' },
    ]);
  });

  it('all are told together, none of them with a credential', () => {
    const problems = problemsOf({
      url: 'https://canary-user:canary-pass@vault.test',
      namespace: 'a b',
      authNamespace: 'c d',
      path: 'a/../b',
      roleId: 'canary-role',
      roleIdFile: 'x',
      wrappedSecretId: 'canary with blanks',
      secrets: 'a/b',
      pki: 'a/b {canary}',
      ignoreNotFound: 'yes',
      secretEncodingType: 'no',
      caCertificate: 'no-such-file',
      clientKey: 'canary-key',
      extraHeaders: 'canary-header',
      exportEnv: 'yes',
      exportToken: 'yes',
      outputToken: 'yes',
      tlsSkipVerify: 'yes',
      timeout: '0',
      retries: '-1',
      revoke: 'later',
      summary: 'yes',
    });
    expect(new Set(namesOf(problems))).toEqual(
      new Set([
        'url',
        'namespace',
        'authNamespace',
        'path',
        'roleId',
        'wrappedSecretId',
        'secrets',
        'pki',
        'ignoreNotFound',
        'secretEncodingType',
        'caCertificate',
        'clientKey',
        'extraHeaders',
        'exportEnv',
        'exportToken',
        'outputToken',
        'tlsSkipVerify',
        'timeout',
        'retries',
        'revoke',
        'summary',
      ]),
    );
    expect(problems.map(({ problem }) => problem).join('\n')).not.toContain('canary');
  });

  it('no input is blamed for the mistake of another', () => {
    const given = { ...RIGHT, url: 'http://vault.test', tlsSkipVerify: 'true', timeout: 'soon' };
    expect(namesOf(problemsOf(given))).toEqual(['timeout']);
  });
});

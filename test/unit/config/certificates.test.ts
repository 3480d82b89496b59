/** Why this exists: TLS inputs become PEM that Node accepts, or a problem; never a connection with less protection. */

import crypto, { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTls } from '../../../src/config/certificates.ts';
import { completeInputs, type InputName } from '../../../src/config/inputs.ts';

type Given = Partial<Record<InputName, string>>;

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../support/fixtures/${name}`, import.meta.url));
}

function readFile(path: string): string {
  return readFileSync(path, 'utf8');
}

/** A self-signed certificate for vault.test, valid for 100 years, and its key: both for tests only. */
const CERTIFICATE_FILE = fixture('fake-vault-test-certificate.pem');
const KEY_FILE = fixture('fake-vault-test-key.pem');
const CERTIFICATE = readFile(CERTIFICATE_FILE);
const KEY = readFile(KEY_FILE);
const OTHER_KEY = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const ENCRYPTED_KEY = createPrivateKey(KEY)
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'canary' })
  .toString();

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function read(given: Given, skipVerify = false): ReturnType<typeof readTls> {
  return readTls(
    completeInputs((name) => given[name] ?? '', {}),
    skipVerify,
    { readFile, crypto: () => crypto },
  );
}

function problemsOf(given: Given): readonly string[] {
  return read(given).problems.map(({ name, problem }) => `${name}: ${problem}`);
}

function inLines(text: string): string {
  return base64(text).replace(/.{76}/g, '$&\n');
}

/** How a user may give what is in a file. */
const SPELLINGS: readonly (readonly [name: string, spell: (path: string) => string])[] = [
  ['PEM', readFile],
  ['base64 of PEM', (path) => base64(readFile(path))],
  ['base64 in lines', (path) => inLines(readFile(path))],
  ['the path of a file', (path) => path],
];

describe.each(SPELLINGS)('given as %s', (_, spell) => {
  it('a CA certificate, a client certificate and its key are taken', () => {
    const { tls, problems } = read({
      caCertificate: spell(CERTIFICATE_FILE),
      clientCertificate: spell(CERTIFICATE_FILE),
      clientKey: spell(KEY_FILE),
    });
    expect(problems).toEqual([]);
    expect(tls).toMatchObject({ ca: CERTIFICATE, cert: CERTIFICATE });
    expect(tls.key?.reveal()).toBe(KEY);
  });
});

describe('several certificates', () => {
  it.each([
    ['PEM', CERTIFICATE + CERTIFICATE],
    ['base64 of PEM', base64(CERTIFICATE + CERTIFICATE)],
    ['base64 in lines', inLines(CERTIFICATE + CERTIFICATE)],
  ])('stay together as %s', (_, text) => {
    const { tls, problems } = read({ caCertificate: text });
    expect(problems).toEqual([]);
    expect(tls.ca).toBe(CERTIFICATE + CERTIFICATE);
  });
});

describe('what is not given', () => {
  it('is not set', () => {
    expect(read({})).toEqual({
      tls: { ca: undefined, cert: undefined, key: undefined, serverName: undefined, skipVerify: false },
      problems: [],
    });
  });

  it('R10: verification is off only when it is asked to be', () => {
    expect(read({}, true).tls.skipVerify).toBe(true);
    expect(read({ caCertificate: 'no such file' }).tls.skipVerify).toBe(false);
  });

  it('a server name is passed on', () => {
    expect(read({ tlsServerName: 'vault.test' }).tls.serverName).toBe('vault.test');
  });
});

describe('a text before the PEM', () => {
  it('does no harm', () => {
    expect(read({ caCertificate: `Subject: CN=vault.test\r\n${CERTIFICATE}` }).problems).toEqual([]);
  });
});

const WAYS = 'give PEM, base64 of PEM, or the path of a file';
const DAMAGED = CERTIFICATE.replace(/\n.{20}/, '\ncanary');

describe('a certificate that is none', () => {
  it.each([
    ['a damaged one', DAMAGED],
    ['a good one and a damaged one', CERTIFICATE + DAMAGED],
    ['armour without content', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'],
    ['one that is cut off', CERTIFICATE.slice(0, 300)],
    ['a key', KEY],
    ['base64 of something else', base64('canary '.repeat(60))],
  ])('%s is told', (_, text) => {
    expect(problemsOf({ caCertificate: text })).toEqual([
      `caCertificate: holds no valid certificate: ${WAYS}`,
    ]);
  });

  it('a file that does not exist is told by the reason, and its text is not repeated', () => {
    expect(problemsOf({ caCertificate: 'canary-no-such-file' })).toEqual([
      'caCertificate: is neither PEM nor base64 of PEM nor a file that can be read (ENOENT)',
    ]);
  });

  it('a file with something else in it is told', () => {
    expect(
      problemsOf({
        caCertificate: fileURLToPath(import.meta.url).replace('certificates.test', 'files.test'),
      }),
    ).toEqual([`caCertificate: holds no valid certificate: ${WAYS}`]);
  });

  it('is never replaced by the roots of the system: the problem stops the job', () => {
    const { tls, problems } = read({ caCertificate: DAMAGED });
    expect(tls.ca).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});

describe('client certificate and key', () => {
  it.each([
    [
      { clientCertificate: CERTIFICATE },
      'clientKey: is empty, but clientCertificate is given: both or neither',
    ],
    [{ clientKey: KEY }, 'clientCertificate: is empty, but clientKey is given: both or neither'],
  ])('one without the other is told', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  it('the key of another certificate is told', () => {
    expect(problemsOf({ clientCertificate: CERTIFICATE, clientKey: OTHER_KEY })).toEqual([
      'clientKey: is not the key of clientCertificate',
    ]);
  });

  it.each([
    ['an encrypted one', ENCRYPTED_KEY],
    ['a damaged one', KEY.replace(/\n.{20}/, '\ncanary')],
    ['a certificate', CERTIFICATE],
  ])('%s in place of a key is told, with a remedy', (_, text) => {
    expect(problemsOf({ clientCertificate: CERTIFICATE, clientKey: text })).toEqual([
      'clientKey: holds no private key that can be used (an encrypted key cannot: decrypt it first)',
    ]);
  });

  it('R5: a key that is not understood is not repeated', () => {
    const [problem] = problemsOf({ clientCertificate: CERTIFICATE, clientKey: 'canary-no-key' });
    expect(problem).toBe('clientKey: is neither PEM nor base64 of PEM nor a file that can be read (ENOENT)');
    expect(problemsOf({ clientCertificate: CERTIFICATE, clientKey: base64('canary '.repeat(60)) })).toEqual([
      `clientKey: holds no key: ${WAYS}`,
    ]);
  });

  it('the leaf is the first certificate of a chain', () => {
    expect(problemsOf({ clientCertificate: CERTIFICATE + CERTIFICATE, clientKey: KEY })).toEqual([]);
  });
});

describe('R8: the size that fits into the environment of the post step', () => {
  const fitting = Math.floor((48 * 1024) / CERTIFICATE.length);

  it('48 KiB are taken', () => {
    expect(problemsOf({ caCertificate: CERTIFICATE.repeat(fitting) })).toEqual([]);
  });

  it('more are refused, with what to give instead', () => {
    expect(problemsOf({ caCertificate: CERTIFICATE.repeat(fitting + 1) })).toEqual([
      "caCertificate: and the client certificate have 49 KiB, more than 48 KiB: give only the CA that signed the server's certificate, not a bundle of all CAs",
    ]);
  });

  it('CA, client certificate and key count together', () => {
    const half = CERTIFICATE.repeat(Math.ceil(fitting / 2) + 1);
    expect(problemsOf({ caCertificate: half, clientCertificate: half, clientKey: KEY })).toHaveLength(1);
  });
});

describe('several problems', () => {
  it('are told together', () => {
    const wrong = {
      caCertificate: 'no-such-file',
      clientCertificate: DAMAGED,
      clientKey: base64('canary '.repeat(60)),
    };
    expect(problemsOf(wrong).map((problem) => problem.split(':', 1)[0])).toEqual([
      'caCertificate',
      'clientCertificate',
      'clientKey',
    ]);
  });
});

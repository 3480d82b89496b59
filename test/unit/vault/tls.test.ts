import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { Request } from '../../../src/vault/request.ts';
import { certificates, keyProblem, readPem, tlsOptions } from '../../../src/vault/tls.ts';
import { client, failureOf, hintLine, type Settings, serverAt } from '../../support/client.ts';
import { json } from '../../support/reply.ts';
import { fixture, type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const LOGIN: Request<string> = {
  operation: 'login',
  method: 'POST',
  path: 'auth/approle/login',
  body: { role_id: 'r', secret_id: new Secret('canary-secret-id') },
  once: true,
  decode: ({ data }) => (data === undefined ? undefined : jsonText(data)),
};
const FOUND = json(200, { data: 'canary-value' });
const CA = fixture('ca');
const CLIENT = { cert: fixture('client'), key: new Secret(fixture('client-key')) };

async function loginAt(server: ScriptedServer, tls: Settings['tls'], host = '127.0.0.1'): Promise<string> {
  return client(serverAt([`https://${host}:${server.port}`], { ...(tls && { tls }) })).connection.send(LOGIN);
}

describe('the certificate of the server', () => {
  it('is verified by the given CA', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await loginAt(server, { ca: CA })).toBe('canary-value');
  });

  it('is verified by any of several CAs in one text', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await loginAt(server, { ca: `${fixture('other-ca')}\n${CA}` })).toBe('canary-value');
  });

  it.each([
    ['no CA', {}],
    ['another CA', { ca: fixture('other-ca') }],
  ])('with %s is refused, and nothing is sent', async (_, tls) => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await failureOf(loginAt(server, tls))).toBe(
      `Login failed: ${server.host}: its certificate is signed by an unknown CA\n${hintLine('tls-unknown-ca')}`,
    );
    expect(server.requests).toEqual([]);
  });

  it('must be for the name in the address', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await loginAt(server, { ca: CA }, 'localhost')).toBe('canary-value');
    expect(await loginAt(server, { ca: CA }, '127.0.0.1')).toBe('canary-value');
    expect(server.requests.map(({ serverName }) => serverName || 'none')).toEqual(['localhost', 'none']);
  });

  it('must be for tlsServerName, where that is given, and the server is told the name', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await loginAt(server, { ca: CA, serverName: 'vault.test' })).toBe('canary-value');
    expect(server.requests[0]?.serverName).toBe('vault.test');
    expect(await failureOf(loginAt(server, { ca: CA, serverName: 'other.test' }))).toBe(
      [
        `Login failed: ${server.host}: Hostname/IP does not match certificate's altnames: Host: other.test. is not in the cert's altnames: DNS:vault.test, DNS:localhost, IP Address:127.0.0.1`,
        hintLine('tls-name'),
      ].join('\n'),
    );
    expect(server.requests.length).toBe(1);
  });

  it('is verified on connections that were opened ahead', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    const { connection } = client(serverAt([server.base], { tls: { ca: CA, serverName: 'other.test' } }));
    connection.warm(1);
    expect(await failureOf(connection.send(LOGIN))).toContain(hintLine('tls-name'));
    expect(server.requests).toEqual([]);
  });

  it('is not verified with skipVerify', async () => {
    const server = await scripted(FOUND, { tls: 'plain' });
    expect(await loginAt(server, { skipVerify: true, serverName: 'other.test' })).toBe('canary-value');
  });
});

describe('the certificate of the client', () => {
  it('is shown to a server that wants one', async () => {
    const server = await scripted(FOUND, { tls: 'mutual' });
    expect(await loginAt(server, { ca: CA, ...CLIENT })).toBe('canary-value');
    expect(server.requests[0]?.clientName).toBe('test client');
  });

  it('is missed by such a server before it reads a request', async () => {
    const server = await scripted(FOUND, { tls: 'mutual' });
    const message = await failureOf(loginAt(server, { ca: CA }));
    expect(message).toContain(`Login failed: ${server.host}: `);
    expect(message).toContain(hintLine('tls-handshake'));
    expect(server.requests).toEqual([]);
  });
});

it('a port that speaks no TLS is told as that, and sees no credential', async () => {
  const server = await scripted(FOUND);
  const message = await failureOf(loginAt(server, { ca: CA }));
  expect(message).toContain(hintLine('tls-handshake'));
  expect(server.requests).toEqual([]);
});

/** Runs in a process of its own, because Node reads the variable once. */
const PROGRAM = `
import { get } from 'node:https';
import { connect } from '${new URL('../../../src/vault/transport.ts', import.meta.url)}';
import { formatError } from '${new URL('../../../src/vault/errors.ts', import.meta.url)}';
const base = process.argv[1];
const unverified = await new Promise((resolve) => get(base, { agent: false }, (r) => resolve(r.resume().statusCode)).on('error', (e) => resolve(e.code)));
const tls = { skipVerify: false };
const connection = connect({ addresses: [{ base }], tls, extraHeaders: {}, timeoutMs: 5000, retries: 0 });
const ours = await connection
  .send({ operation: 'login', method: 'POST', path: 'x', decode: () => 'logged in' })
  .catch(formatError);
connection.close();
console.log(JSON.stringify({ unverified, ours }));
`;

it('R10: NODE_TLS_REJECT_UNAUTHORIZED=0 has no say, though Node itself follows it', async () => {
  const server = await scripted(FOUND, { tls: 'plain' });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', PROGRAM, server.base],
    {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      env: { PATH: process.env.PATH, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    },
  );
  expect(JSON.parse(stdout)).toEqual({
    unverified: 200,
    ours: `Login failed: ${server.host}: its certificate is signed by an unknown CA\n${hintLine('tls-unknown-ca')}`,
  });
  expect(server.requests.map(({ path }) => path)).toEqual(['/']);
});

describe('tlsOptions', () => {
  it('always say to verify, and to speak TLS 1.2 at least', () => {
    expect(tlsOptions({ skipVerify: false })).toEqual({ rejectUnauthorized: true, minVersion: 'TLSv1.2' });
    expect(tlsOptions({ skipVerify: true })).toMatchObject({ rejectUnauthorized: false });
  });

  it('hold what is given', () => {
    const given = { ca: CA, ...CLIENT, serverName: 'vault.test', skipVerify: false };
    expect(tlsOptions(given)).toMatchObject({
      ca: CA,
      cert: CLIENT.cert,
      key: fixture('client-key'),
      servername: 'vault.test',
    });
  });
});

describe('readPem', () => {
  const noFile = (path: string): string => {
    throw new Error(`no file was to be read: ${path}`);
  };
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it.each([
    ['PEM', CA],
    ['base64 of PEM', base64(CA)],
    ['base64 of PEM, in lines', base64(CA).replace(/.{64}/g, '$&\n')],
  ])('takes %s, and asks for no file', (_, given) => {
    expect(readPem(given, noFile)).toBe(CA);
  });

  it.each([
    ['PEM', CA],
    ['base64 of PEM', base64(CA)],
  ])('takes the path of a file that holds %s', (_, content) => {
    expect(readPem(' ca.pem\n', (path) => (path === 'ca.pem' ? content : ''))).toBe(CA);
  });

  it('gives nothing for a file without PEM, and for long base64 of something else', () => {
    expect(readPem('ca.pem', () => 'canary')).toBeUndefined();
    expect(readPem(base64('canary '.repeat(50)), noFile)).toBeUndefined();
  });

  it('lets the error of a file that cannot be read pass', () => {
    expect(() => readPem('missing.pem', noFile)).toThrow('no file was to be read: missing.pem');
  });
});

describe('certificates', () => {
  it('finds all of a text, whatever stands between them', () => {
    const subjects = certificates(`# one\n${CA}\n# two\r\n${fixture('client')}`, crypto)?.map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual(
      ['CN=test CA, not for use', 'CN=test client'].map((name) => expect.stringContaining(name.slice(3, 10))),
    );
  });

  it.each([
    ['no certificate', 'canary'],
    ['a key in place of one', fixture('client-key')],
    ['a damaged one', CA.replace(/[A-Za-z]{4}/g, 'AAAA')],
    ['a damaged one beside a good one', `${CA}\n${CA.replace(/\nM/, '\nA')}`],
  ])('gives nothing for %s', (_, pem) => {
    expect(certificates(pem, crypto)).toBeUndefined();
  });
});

describe('keyProblem', () => {
  it('finds none in a pair', () => {
    expect(keyProblem({ cert: CLIENT.cert, key: CLIENT.key.reveal() }, crypto)).toBeUndefined();
  });

  it('says when the key is another one', () => {
    expect(keyProblem({ cert: CLIENT.cert, key: fixture('server-key') }, crypto)).toBe(
      'is not the key of clientCertificate',
    );
  });

  it.each([
    ['canary-no-key'],
    [CLIENT.cert],
    ['-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----'],
  ])('says when there is no key that can be used, without quoting it', (key) => {
    expect(keyProblem({ cert: CLIENT.cert, key }, crypto)).toBe(
      'holds no private key that can be used (an encrypted key cannot: decrypt it first)',
    );
  });
});

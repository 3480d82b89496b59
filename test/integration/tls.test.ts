/** Why this exists: TLS in every form users have it, against real TLS listeners of a real server, also by proxy. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectProxy } from '../support/connect-proxy.ts';
import { closedPort, type Listening, listen } from '../support/loopback.ts';
import { runStep } from '../support/runner.mjs';
import { keptToken, type Role } from '../support/scenario.ts';
import { fixture, scripted } from '../support/scripted-server.ts';
import { startTlsServer, type TlsServer } from '../support/tls-server.ts';

let server: TlsServer;
let role: Role;
let mount: string;

beforeAll(async () => {
  server = await startTlsServer();
  mount = await server.vault.kv({ app: { key: 'canary-value' } });
  role = await server.vault.role({ reads: [`${mount}/data/app`] });
});
afterAll(() => server.stop());

type Inputs = Readonly<Record<string, string>>;

async function run(url: string, more: Inputs = {}, env: Inputs = {}) {
  const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
  const inputs = { url, retries: '0', ...credentials, secrets: `${mount}/data/app key`, ...more };
  return runStep('main', { inputs, env });
}

/** A job that works, to its end: the value is there, and post finds the server again by its state alone. */
async function expectWholeJob(url: string, more: Inputs = {}, env: Inputs = {}): Promise<string> {
  const main = await run(url, more, env);
  expect(main.env, main.log).toEqual({ KEY: 'canary-value' });
  const post = await runStep('post', { state: main.state });
  expect(post.log).toContain('The token is revoked');
  expect(await server.vault.isAlive(keptToken(main.state))).toBe(false);
  return main.log;
}

async function expectFailure(
  url: string,
  anchor: string,
  more: Inputs = {},
  env: Inputs = {},
): Promise<void> {
  const main = await run(url, more, env);
  expect(main.status).toBe(1);
  expect(main.log).toContain(`docs/troubleshooting.md#${anchor})`);
}

describe('a private CA', () => {
  it('as PEM, as base64 of PEM, and as a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'vault-approle-')), 'ca.pem');
    writeFileSync(file, server.ca);
    for (const caCertificate of [server.ca, Buffer.from(server.ca).toString('base64'), file]) {
      await expectWholeJob(`https://${server.plain}`, { caCertificate });
    }
  });

  it('from VAULT_CACERT_BYTES, which wins over VAULT_CACERT', async () => {
    const env = { VAULT_CACERT_BYTES: server.ca, VAULT_CACERT: 'nowhere.pem' };
    await expectWholeJob(`https://${server.plain}`, {}, env);
  });

  it('R10: without it the job fails, also with NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment', async () => {
    await expectFailure(`https://${server.plain}`, 'tls-unknown-ca');
    await expectFailure(
      `https://${server.plain}`,
      'tls-unknown-ca',
      {},
      { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    );
  });

  it('tlsSkipVerify does without it, and warns', async () => {
    const log = await expectWholeJob(`https://${server.plain}`, { tlsSkipVerify: 'true' });
    expect(log).toContain('::warning::tlsSkipVerify is on');
  });
});

it('a name that is not in the certificate fails, and tlsServerName gives the one that is', async () => {
  const caCertificate = server.ca;
  const main = await run(`https://${server.plain}`, { caCertificate, tlsServerName: 'other.test' });
  expect(main.log).toContain('#tls-name');
  await expectWholeJob(`https://${server.plain}`, { caCertificate, tlsServerName: 'vault.test' });
});

it('R10, R14: what takes the place of the server between main and post learns nothing, whatever the environment says', async () => {
  const real = Number(server.plain.split(':')[1]);
  const relay = await relayTo(real);
  const impostor = await scripted({ status: 204 }, { tls: 'plain' });
  const main = await run(`https://${relay.host}`, { caCertificate: server.ca });
  relay.leadTo(impostor.port);
  const env = {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_EXTRA_CA_CERTS: fileURLToPath(new URL('../support/fixtures/tls/ca.pem', import.meta.url)),
    VAULT_ADDR: impostor.base,
    VAULT_SKIP_VERIFY: 'true',
    VAULT_CACERT_BYTES: fixture('ca'),
  };
  const inputs = { url: impostor.base, tlsSkipVerify: 'true', caCertificate: fixture('ca') };
  const misled = await runStep('post', { state: main.state, inputs, env });
  expect(misled.log).toContain('#tls-unknown-ca');
  expect([impostor.connections.accepted > 0, impostor.requests]).toEqual([true, []]);

  relay.leadTo(real);
  const post = await runStep('post', { state: main.state, inputs, env });
  expect(post.log).toBe('The token is revoked, with every lease it held.\n');
  expect(await server.vault.isAlive(keptToken(main.state))).toBe(false);
});

/** One address, behind which the server can be exchanged. */
async function relayTo(port: number): Promise<Listening & { leadTo(port: number): void }> {
  let target = port;
  const relay = createServer((socket) => {
    const upstream = connect(target, '127.0.0.1');
    socket.pipe(upstream).pipe(socket);
    for (const end of [socket, upstream])
      end.on('error', () => [socket, upstream].map((one) => one.destroy()));
  });
  return { ...(await listen(relay)), leadTo: (other) => (target = other) };
}

describe('a client certificate', () => {
  it('is sent where it is wanted', async () => {
    const { cert, key } = server.client;
    await expectWholeJob(`https://${server.mutual}`, {
      caCertificate: server.ca,
      clientCertificate: cert,
      clientKey: Buffer.from(key).toString('base64'),
    });
  });

  it('missing, or signed by another CA, is a TLS failure with a hint', async () => {
    await expectFailure(`https://${server.mutual}`, 'tls-handshake', { caCertificate: server.ca });
    const { cert, key } = server.stranger;
    const inputs = { caCertificate: server.ca, clientCertificate: cert, clientKey: key };
    await expectFailure(`https://${server.mutual}`, 'tls-handshake', inputs);
  });
});

it('an http:// address of a TLS port, and an https:// address of one without TLS, say so', async () => {
  await expectFailure(`http://${server.plain}`, 'not-vault');
  const plain = server.vault.address.replace('http:', 'https:');
  await expectFailure(plain, 'tls-handshake');
});

describe('R20: a proxy', () => {
  it('is used for main and post, with private CA and client certificate, and learns host and port only', async () => {
    const port = Number(server.mutual.split(':')[1]);
    const proxy = await connectProxy(port);
    const { cert, key } = server.client;
    const inputs = { caCertificate: server.ca, clientCertificate: cert, clientKey: key };
    const env = { HTTPS_PROXY: `http://user:canary-p%40ss@${proxy.host}` };
    const log = await expectWholeJob(`https://vault.test:${port}`, inputs, env);
    const basic = Buffer.from('user:canary-p@ss').toString('base64');
    expect(proxy.asked.length).toBeGreaterThan(1);
    for (const asked of proxy.asked) {
      expect(asked).toMatch(new RegExp(`^CONNECT vault\\.test:${port} HTTP/1\\.1\r\n`));
      expect(asked).toContain(`proxy-authorization: Basic ${basic}\r\n`);
    }
    expect(log).toContain('::add-mask::canary-p@ss');
  });

  it('is not used for hosts in NO_PROXY, nor for loopback', async () => {
    const proxy = await connectProxy(1);
    const env = { HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: 'vault.test' };
    await expectWholeJob(`https://${server.plain}`, { caCertificate: server.ca }, env);
    await expectFailure('https://vault.test:1', 'dns', {}, env);
    expect(proxy.asked).toEqual([]);
  });

  it('that refuses, or is not there, is named', async () => {
    const proxy = await connectProxy(1, 'HTTP/1.1 407 No\r\n\r\n');
    const env = { HTTPS_PROXY: `http://${proxy.host}` };
    const refused = await run('https://vault.test', {}, env);
    expect(refused.log).toContain('the proxy did not open the tunnel (407)');
    const gone = { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` };
    await expectFailure('https://vault.test', 'proxy', {}, gone);
  });
});

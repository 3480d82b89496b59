/** Why this exists: a real PostgreSQL, of Debian's package, run by an unprivileged user for the time of a test. */

import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './openbao.mjs';

const DEBIAN = '/usr/lib/postgresql';

export interface Postgres {
  readonly port: number;
  /** What a query prints, as this user; throws when the server refuses. */
  query(sql: string, as?: { readonly user: string; readonly password: string }): string;
  stop(): void;
}

/** The folder of the server's programs; undefined, with a line about it, where there are none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found) return found;
  const how = 'Tests of database credentials need PostgreSQL: apt-get install postgresql';
  if (process.env.CI && process.platform === 'linux') throw new Error(how);
  console.log(`skipped: ${how}`);
  return undefined;
}

export const SUPERUSER = { user: 'admin', password: '' };

export async function startPostgres(bin: string): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-pg-'));
  const port = await freePort();
  const account = unprivileged();
  if (account) chownSync(home, account.uid, account.gid);
  const run = (program: string, ...args: readonly string[]): void => {
    const options: SpawnSyncOptions = { stdio: ['ignore', 'pipe', 'pipe'], cwd: home, ...account };
    const { status, stderr } = spawnSync(join(bin, program), args, options);
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  const data = join(home, 'data');
  run('initdb', '-D', data, '-U', SUPERUSER.user, '--auth-local=trust', '--auth-host=scram-sha-256', '-N');
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -k ${home} -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start');
  return {
    port,
    query: (sql, as) => {
      const host = as ? '127.0.0.1' : home;
      const args = ['-h', host, '-p', `${port}`, '-U', (as ?? SUPERUSER).user, '-d', 'postgres', '-Atc', sql];
      const env = { PATH: process.env.PATH, PGPASSWORD: as?.password, PGCONNECT_TIMEOUT: '5' };
      return execFileSync(join(bin, 'psql'), args, { env, encoding: 'utf8', stdio: 'pipe' }).trim();
    },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Why this exists: `export` on the real server: what is in its files, who can read them, and what they never overwrite. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, credentials, lesserUser, runCli, startCli } from '../../support/cli.ts';
import { faultServer } from '../../support/fault-server.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const vault = scenario();
const VALUE = `canary '$x" \\1`;

let mount: string;
let root: string;
beforeAll(async () => {
  mount = await vault.kv({ app: { password: VALUE, user: 'canary user' } });
  root = mkdtempSync(join(tmpdir(), 'cli-export-'));
  chmodSync(root, 0o755);
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
});

interface Job {
  readonly role: Role;
  readonly folder: string;
  readonly out: string;
  readonly state: string;
  readonly env: Record<string, string>;
  /** Names of all that is in the folder. */
  left(): readonly string[];
}

async function job(address = vault.address): Promise<Job> {
  const role = await vault.role({ reads: [`${mount}/data/*`] });
  const folder = mkdtempSync(join(root, 'job-'));
  return {
    role,
    folder,
    out: join(folder, 'env'),
    state: join(folder, 'job.state'),
    env: {
      ...credentials(address, { ...role, secretId: await role.secretId() }),
      VAULT_APPROLE_SECRETS: `${mount}/app *`,
    },
    left: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(),
  };
}

function run({ env, out, state }: Job, args: readonly string[] = [], options: CliRun = {}) {
  return runCli(['export', '--out', out, '--state', state, ...args], { env, ...options });
}

const mode = (path: string): number => statSync(path).mode & 0o777;
const posix = describe.skipIf(process.platform === 'win32');
const user = lesserUser();

describe.concurrent('export', () => {
  it('writes the values for others to read, and a state; the token lives', async () => {
    const one = await job();
    expect(await run(one)).toMatchObject({ status: 0, stdout: '' });
    expect(parseEnv(readFileSync(one.out, 'utf8'))).toEqual({ PASSWORD: VALUE, USER: 'canary user' });
    expect(one.left()).toEqual(['env', 'job.state']);
    expect(await one.role.tokens()).toHaveLength(1);
  });

  it('says nothing of the values', async () => {
    const { stderr } = await run(await job(), ['--debug']);
    expect(stderr).toContain('Published 2 values from 1 secret');
    expect(stderr).not.toContain('canary');
  });

  it('--format json is an object of texts', async () => {
    const one = await job();
    await run(one, ['--format', 'json', '--token-env']);
    const { VAULT_TOKEN = '', ...values } = JSON.parse(readFileSync(one.out, 'utf8')) as Record<
      string,
      string
    >;
    expect(values).toEqual({ PASSWORD: VALUE, USER: 'canary user' });
    expect(await vault.isAlive(VAULT_TOKEN)).toBe(true);
  });

  it('what a format cannot hold is refused by name, and nothing is left', async () => {
    const odd = await vault.kv({ app: { fine: 'canary', odd: 'canary\r\n' } });
    const one = await job();
    const role = await vault.role({ reads: [`${odd}/data/*`] });
    const env = credentials(vault.address, { ...role, secretId: await role.secretId() });
    const { status, stderr } = await run({ ...one, env }, ['--secrets', `${odd}/app *`]);
    expect(status).toBe(2);
    expect(stderr).toContain('error: ODD: holds characters that programs read differently');
    expect(stderr).not.toContain('canary');
    expect({ left: one.left(), tokens: await role.tokens() }).toEqual({ left: [], tokens: [] });
  });

  it('all that is wrong is told at once', async () => {
    const { status, stderr } = await runCli(['export', '--format', 'xml', '--out', 'x', '--', 'cmd']);
    expect(status).toBe(2);
    const named = [...stderr.matchAll(/^vault-approle: error: ([^:]+):/gm)].map(([, name]) => name);
    expect(named).toEqual(['--', '--state', '--format', '--url', '--role-id']);
  });
});

posix.concurrent('--format shell', () => {
  it('is for any shell, and does not show the values to one that traces', async () => {
    const one = await job();
    await run(one, ['--format', 'shell']);
    const script = '. "$0"; printf %s "$PASSWORD" > "$0.read"';
    const { status, stderr } = spawnSync('sh', ['-xec', script, one.out], { encoding: 'utf8' });
    expect(readFileSync(`${one.out}.read`, 'utf8')).toBe(VALUE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `+ . ${one.out}\n` });
  });
});

posix.concurrent('R18: files', () => {
  it.each(['022', '000', '777'])('are 0600, in a new folder of 0700: umask %s', async (umask) => {
    const one = await job();
    chownSync(one.folder, user?.uid ?? -1, -1);
    const out = join(one.folder, 'a', 'env');
    const state = join(one.folder, 'b', 'c', 'job.state');
    const secrets = `${mount}/app password | PASSWORD file`;
    const options = { umask, ...user };
    const { status, stderr } = await run({ ...one, out, state }, ['--secrets', secrets], options);
    expect(status, stderr).toBe(0);
    const { PASSWORD = '' } = parseEnv(readFileSync(out, 'utf8'));
    expect([out, state, PASSWORD].map(mode)).toEqual([0o600, 0o600, 0o600]);
    expect([join(out, '..'), join(state, '..'), join(PASSWORD, '..')].map(mode)).toEqual([
      0o700, 0o700, 0o700,
    ]);
    expect(readFileSync(PASSWORD, 'utf8')).toBe(VALUE);
    await runCli(['revoke', '--state', state], { ...user });
    expect(one.left()).toEqual(['a', 'b', 'b/c']);
  });

  it('an existing --out is replaced by a new file, not written into', async () => {
    const one = await job();
    const other = join(one.folder, 'other');
    writeFileSync(one.out, 'theirs', { mode: 0o666 });
    linkSync(one.out, other);
    expect((await run(one)).status).toBe(0);
    expect(readFileSync(other, 'utf8')).toBe('theirs');
    expect(readFileSync(one.out, 'utf8')).toContain('PASSWORD=');
    expect(mode(one.out)).toBe(0o600);
  });

  it('a --out that was there before is still there when the export fails', async () => {
    const one = await job();
    writeFileSync(one.out, 'theirs');
    const { status } = await run({ ...one, env: { ...one.env, VAULT_SECRET_ID: 'wrong' } });
    expect(status).toBe(1);
    expect(one.left()).toEqual(['env']);
    expect(readFileSync(one.out, 'utf8')).toBe('theirs');
  });

  it('links are replaced, never followed', async () => {
    const one = await job();
    const target = join(one.folder, 'target');
    writeFileSync(target, 'theirs');
    for (const name of [one.out, `${one.out}.new`, `${one.state}.new`]) symlinkSync(target, name);
    expect((await run(one)).status).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe('theirs');
    expect(lstatSync(one.out).isFile()).toBe(true);
    expect(one.left()).toEqual(['env', 'job.state', 'target']);
  });

  it.each(['file', 'link', 'dangling link'])(
    'a state that is there already is left alone, before any request: a %s',
    async (kind) => {
      const one = await job('http://127.0.0.1:1');
      const target = join(one.folder, 'target');
      if (kind !== 'dangling link') writeFileSync(target, 'theirs');
      if (kind === 'file') linkSync(target, one.state);
      else symlinkSync(target, one.state);
      const { status, stderr } = await run(one);
      expect(status).toBe(2);
      expect(stderr).toContain('error: --state: is there already: an earlier export was not ended');
      if (kind !== 'dangling link') expect(readFileSync(target, 'utf8')).toBe('theirs');
      expect(one.left()).toEqual(kind === 'dangling link' ? ['job.state'] : ['job.state', 'target']);
    },
  );

  it.each(['CI_PROJECT_DIR', 'WORKSPACE', 'GITHUB_WORKSPACE'])(
    'R19: none goes into the workspace: %s',
    async (name) => {
      const one = await job();
      const workspace = join(one.folder, 'workspace');
      mkdirSync(workspace);
      symlinkSync(workspace, join(one.folder, 'link'));
      const paths = { out: join(one.folder, 'link', 'env'), state: join(workspace, 'new', 'job.state') };
      const { status, stderr } = await run({ ...one, ...paths, env: { ...one.env, [name]: workspace } });
      expect(status).toBe(2);
      expect(stderr).toContain(`error: --out: lies in the workspace (${name})`);
      expect(stderr).toContain(`error: --state: lies in the workspace (${name})`);
      expect(readdirSync(workspace)).toEqual([]);
      const beside = { ...one.env, [name]: join(one.folder, 'work') };
      expect((await run({ ...one, env: beside })).status).toBe(0);
    },
  );

  it('a folder in the place of --out is told, and nothing is left', async () => {
    const one = await job();
    mkdirSync(one.out);
    const { status, stderr } = await run(one);
    expect(status).toBe(2);
    expect(stderr).toContain('error: --out: is a folder: give the path of a file in it');
    expect(stderr).not.toContain('holds secrets');
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: ['env'], tokens: [] });
  });

  it.skipIf(!user)('a folder that may not be written to is told, and nothing is left', async () => {
    const one = await job();
    chownSync(one.folder, user?.uid ?? -1, -1);
    const locked = join(one.folder, 'locked');
    mkdirSync(locked, { mode: 0o500 });
    const { status, stderr } = await run({ ...one, out: join(locked, 'env') }, [], { ...user });
    expect(status).toBe(2);
    expect(stderr).toContain('error: --out: cannot be written (EACCES)');
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: ['locked'], tokens: [] });
  });
});

/** A file system with room for the state and for no values; only root can make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cli-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    console.log('skipped: a full disk needs the right to mount one');
    return undefined;
  }
}

const disk = process.platform === 'linux' ? smallDisk() : undefined;
afterAll(() => {
  if (!disk) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe.skipIf(!disk)('a full disk', () => {
  it.each(['--out', '--state'])('leaves nothing half written and no token, and is told: %s', async (flag) => {
    const big = await vault.kv({ app: { key: 'canary'.repeat(4_000) } });
    const one = await job();
    const role = await vault.role({ reads: [`${big}/data/*`] });
    const env = credentials(vault.address, { ...role, secretId: await role.secretId() });
    const file = join(disk ?? '', 'file');
    const filler = join(disk ?? '', 'filler');
    if (flag === '--state') writeFileSync(filler, 'x'.repeat(12 * 1024));
    const full = flag === '--out' ? { out: file } : { state: file };
    const { status, stderr } = await run({ ...one, ...full, env }, ['--secrets', `${big}/app *`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      flag === '--out'
        ? /error: --out: cannot be written \(ENOSPC\)/
        : /error: state: cannot be written \(ENOSPC\)/,
    );
    rmSync(filler, { force: true });
    expect([readdirSync(disk ?? ''), one.left(), await role.tokens()]).toEqual([[], [], []]);
  });
});

posix.concurrent('a signal', () => {
  it.each([
    ['while it logs in', /login$/],
    ['while it reads', /data\/app/],
  ])('%s leaves no file and no token, and ends with 143', async (_, path) => {
    const faulty = await faultServer(vault.address);
    const one = await job(faulty.address);
    const cli = startCli(['export', '--out', one.out, '--state', one.state], { env: one.env });
    faulty.on(path, async () => {
      cli.kill('SIGTERM');
      if (path.test('login')) await cli.saw('a login under way is waited for');
      return 'pass' as const;
    });
    const { status } = await cli.ended;
    expect({ status, left: one.left(), tokens: await one.role.tokens() }).toEqual({
      status: 143,
      left: [],
      tokens: [],
    });
    await faulty.stop();
  });
});

/** Why this exists: `revoke` on the real server: nothing of what `export` made is left, whatever happened in between. */

import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials, lesserUser, runCli, startCli } from '../../support/cli.ts';
import { faultServer } from '../../support/fault-server.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const vault = scenario();

let mount: string;
let root: string;
beforeAll(async () => {
  mount = await vault.kv({ app: { password: 'canary-password-1', key: 'canary-key-1' } });
  root = mkdtempSync(join(tmpdir(), 'cli-revoke-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Job {
  readonly role: Role;
  readonly folder: string;
  readonly state: string;
  export(more?: Record<string, string>, name?: string): ReturnType<typeof runCli>;
  left(): readonly string[];
}

async function job(address = vault.address): Promise<Job> {
  const role = await vault.role({ reads: [`${mount}/data/*`] });
  const folder = mkdtempSync(join(root, 'job-'));
  const env = {
    ...credentials(address, { ...role, secretId: await role.secretId() }),
    VAULT_APPROLE_SECRETS: `${mount}/app password; ${mount}/app key | KEY file`,
  };
  const paths = (name: string) => [
    '--out',
    join(folder, `${name}.env`),
    '--state',
    join(folder, `${name}.state`),
  ];
  return {
    role,
    folder,
    state: join(folder, 'job.state'),
    export: (more = {}, name = 'job') => runCli(['export', ...paths(name)], { env: { ...env, ...more } }),
    left: () => readdirSync(folder).sort(),
  };
}

const revoke = (state: string, more: readonly string[] = []) => runCli(['revoke', '--state', state, ...more]);

describe.concurrent('revoke', () => {
  it('removes values, folder and state, and revokes the token, with nothing but the state; twice is fine', async () => {
    const one = await job();
    expect((await one.export()).status).toBe(0);
    expect(one.left()).toEqual(['job.env', 'job.state', expect.stringMatching(/^vault-approle-/)]);
    const ended = await revoke(one.state);
    expect(ended).toMatchObject({ status: 0, stdout: '' });
    expect(ended.stderr).toContain('The token is revoked');
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: [], tokens: [] });
    const again = await revoke(one.state);
    expect(again).toMatchObject({ status: 0, stdout: '' });
    expect(again.stderr).toContain('There is nothing to revoke');
  });

  it('may be asked for twice at once', async () => {
    const one = await job();
    await one.export();
    const both = await Promise.all([revoke(one.state), revoke(one.state)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: [], tokens: [] });
  });

  it('of a folder ends every state in it', async () => {
    const one = await job();
    for (const name of ['a', 'b']) await one.export({}, name);
    writeFileSync(join(one.folder, 'other'), '');
    expect(await one.role.tokens()).toHaveLength(2);
    expect((await revoke(one.folder)).status).toBe(0);
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: ['other'], tokens: [] });
    expect((await revoke(one.folder)).status).toBe(0);
  });

  it('of a folder is not kept from the others by one that is no state', async () => {
    const one = await job();
    await one.export({}, 'b');
    writeFileSync(join(one.folder, 'a.state'), '{}');
    const { status, stderr } = await revoke(one.folder);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `error: --state: ${join(one.folder, 'a.state')} is no state of vault-approle export`,
    );
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: ['a.state'], tokens: [] });
  });

  it('goes on where the server is away: the files are gone, and a status and a sentence tell', async () => {
    const server = await faultServer(vault.address);
    const one = await job(server.address);
    await one.export({ VAULT_APPROLE_RETRIES: '0' });
    await server.stop();
    const { status, stderr } = await revoke(one.state);
    expect(status).toBe(1);
    expect(stderr).toMatch(/warning: The token could not be revoked: it lives for another \d+ s at most/);
    expect(one.left()).toEqual([]);
  });

  it('takes the server from the state alone', async () => {
    const one = await job();
    await one.export();
    const env = { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_TOKEN: 'canary', VAULT_APPROLE_URL: 'nonsense' };
    expect((await runCli(['revoke', '--state', one.state], { env })).status).toBe(0);
    expect(await one.role.tokens()).toEqual([]);
  });

  it('R23: --debug tells of the request, and not of the token', async () => {
    const one = await job();
    await one.export({ VAULT_APPROLE_TOKEN_ENV: 'true' });
    const token = /^VAULT_TOKEN='(.+)'$/m.exec(readFileSync(join(one.folder, 'job.env'), 'utf8'))?.[1] ?? '?';
    const { stderr } = await revoke(one.state, ['--debug']);
    expect(stderr).toContain('debug: POST /v1/auth/token/revoke-self: 204');
    expect(stderr).not.toContain(token);
  });

  it.each([
    ['no text of ours', 'canary'],
    ['another version', '{"kind": "vault-approle state 2", "files": []}'],
    ['a half', '{"kind": "vault-approle state 1", "fil'],
  ])('leaves alone what is no state, and does not show it: %s', async (_, text) => {
    const file = join(mkdtempSync(join(root, 'no-state-')), 'file');
    writeFileSync(file, text);
    const { status, stderr } = await revoke(file);
    expect(status).toBe(2);
    expect(stderr).toBe(`vault-approle: error: --state: ${file} is no state of vault-approle export\n`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.skipIf(lesserUser()?.uid === undefined)('leaves alone what belongs to another user', async () => {
    const one = await job();
    await one.export();
    chownSync(one.state, lesserUser()?.uid ?? -1, -1);
    const { status, stderr } = await revoke(one.state);
    expect(status).toBe(2);
    expect(stderr).toContain('belongs to another user');
    expect(existsSync(join(one.folder, 'job.env'))).toBe(true);
  });

  it('wants to know which state', async () => {
    const { status, stderr } = await runCli(['revoke']);
    expect(status).toBe(2);
    expect(stderr).toContain('error: --state: is needed');
  });

  it.skipIf(process.platform === 'win32')(
    'is not ended by a signal, only told of it in the status',
    async () => {
      const server = await faultServer(vault.address);
      const one = await job(server.address);
      await one.export();
      const cli = startCli(['revoke', '--state', one.state]);
      server.on(/revoke-self/, async () => {
        cli.kill('SIGTERM');
        await cli.saw('the revocation is waited for');
        return 'pass' as const;
      });
      expect((await cli.ended).status).toBe(143);
      expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: [], tokens: [] });
      await server.stop();
    },
  );
});

const KILL_AT = fileURLToPath(new URL('../../support/fixtures/kill-at.cjs', import.meta.url));
/** An export with a value in a file of its own writes and renames ten times; the second has the token in it. */
const MOMENTS = Array.from({ length: 10 }, (_, moment) => moment + 1);

describe.skipIf(process.platform === 'win32').concurrent('after SIGKILL', () => {
  const killedAt = (moment: number) => ({ NODE_OPTIONS: `--require ${KILL_AT}`, KILL_AT: `${moment}` });

  it.each(MOMENTS)('revoke finds all that export left when it had written %i times', async (moment) => {
    const one = await job();
    expect((await one.export(killedAt(moment))).signal).toBe('SIGKILL');
    expect((await revoke(one.folder)).status).toBe(0);
    expect({ left: one.left(), tokens: await one.role.tokens() }).toEqual({ left: [], tokens: [] });
  });

  it('these were all moments', async () => {
    const one = await job();
    expect((await one.export(killedAt(MOMENTS.length + 1))).status).toBe(0);
  });
});

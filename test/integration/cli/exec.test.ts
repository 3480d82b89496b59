/** Why this exists: `exec` on the real server, with real commands: what they get, how it ends, and what is left. */

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, credentials, lesserUser, runCli, startCli } from '../../support/cli.ts';
import { faultServer } from '../../support/fault-server.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const vault = scenario();

let mount: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-exec-'));
  chmodSync(folder, 0o755);
  mount = await vault.kv({
    app: { password: 'canary-password-1', user: 'canary-user-1', multi: 'canary-line-1\ncanary-line-2' },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Job {
  readonly role: Role;
  readonly secretId: string;
  readonly env: Record<string, string>;
}

/** A role of its own: its tokens can be counted while other tests run. */
async function job(more: Record<string, string> = {}): Promise<Job> {
  const role = await vault.role({ reads: [`${mount}/data/*`] });
  const secretId = await role.secretId();
  const env = {
    ...credentials(vault.address, { ...role, secretId }),
    VAULT_APPROLE_SECRETS: `${mount}/app *`,
  };
  return { role, secretId, env: { ...env, ...more } };
}

async function exec(args: readonly string[], more: Record<string, string> = {}, options: CliRun = {}) {
  const one = await job(more);
  const result = await runCli(['exec', ...args], { ...options, env: one.env });
  return { ...result, tokens: await one.role.tokens() };
}

const user = lesserUser();
const posix = describe.skipIf(process.platform === 'win32');

posix.concurrent('exec', () => {
  it('hands the values to the command, masks them in what it prints, and revokes the token', async () => {
    const print = 'echo "is $PASSWORD"; echo "$USER" >&2; echo $MULTI';
    const { status, stdout, stderr, tokens } = await exec(['--', 'sh', '-c', print]);
    expect(stdout).toBe('is ***\n*** ***\n');
    expect(stderr).toContain('\n***\n');
    expect(stderr).toContain('The token is revoked');
    expect({ status, tokens }).toEqual({ status: 0, tokens: [] });
  });

  it('--no-mask leaves output as it is', async () => {
    const { stdout, tokens } = await exec(['--no-mask', '--', 'sh', '-c', 'echo "is $PASSWORD"']);
    expect(stdout).toBe('is canary-password-1\n');
    expect(tokens).toEqual([]);
  });

  it('R23: --debug tells of requests and of no value', async () => {
    const { stderr } = await exec(['--debug', '--', 'true']);
    expect(stderr).toMatch(/debug: POST \/v1\/auth\/\S+\/login: 200 in \d+ ms/);
    expect(stderr).toContain('debug: POST /v1/auth/token/revoke-self: 204');
    expect(stderr).not.toContain('canary');
  });

  it('a --debug of the command is its own', async () => {
    const { stdout, stderr } = await exec(['--', 'echo', '--debug', '--help', '--', 'x']);
    expect(stdout).toBe('--debug --help -- x\n');
    expect(stderr).not.toContain('debug:');
  });

  it('standard input goes to the command', async () => {
    expect((await exec(['--', 'cat'], {}, { stdin: 'one\ntwo' })).stdout).toBe('one\ntwo');
  });

  it('standard input may hold the SecretID, and is then empty for the command', async () => {
    const { role, secretId, env } = await job();
    const { VAULT_SECRET_ID: _, ...rest } = env;
    const options = { env: rest, stdin: `${secretId}\n` };
    const result = await runCli(
      ['exec', '--secret-id-file', '-', '--', 'sh', '-c', 'echo "in: $(cat)"'],
      options,
    );
    expect({ ...result, tokens: await role.tokens() }).toMatchObject({
      status: 0,
      stdout: 'in: \n',
      tokens: [],
    });
  });

  it('a command that is waiting for its input gets it when it comes', async () => {
    const { env } = await job();
    const cli = startCli(['exec', '--', 'sh', '-c', 'echo ready; cat'], { env, openInput: true });
    await cli.saw('ready');
    cli.child.stdin.end('late\n');
    expect(await cli.ended).toMatchObject({ status: 0, stdout: 'ready\nlate\n' });
  });
});

posix.concurrent('R4: the environment of the command', () => {
  /** The environment of a command, by the names in it. */
  async function environment(args: readonly string[], one: Job, more: Record<string, string> = {}) {
    const print = ['--', process.execPath, '-p', 'JSON.stringify(process.env)'];
    const result = await runCli(['exec', '--no-mask', ...args, ...print], { env: { ...one.env, ...more } });
    expect(result.stderr).toContain('The token is revoked');
    return JSON.parse(result.stdout) as Record<string, string>;
  }

  it('is ours with the values, and without credentials, whatever they are called', async () => {
    const one = await job();
    const { VAULT_SECRET_ID: _, ...rest } = one.env;
    const env = await environment(
      ['--secret-id-variable', 'MY_SECRET'],
      { ...one, env: rest },
      {
        MY_SECRET: one.secretId,
        COPY: ` ${one.secretId}\n`,
        VAULT_TOKEN: 'canary-token-of-the-job',
        BAO_TOKEN: 'canary-token-of-the-job',
        VAULT_WRAPPED_SECRET_ID: '',
        VAULT_APPROLE_TIMEOUT: '20',
        OTHER: 'stays',
      },
    );
    const names = Object.keys(env).filter((name) => !name.startsWith('__'));
    expect(names.sort()).toEqual(['HOME', 'MULTI', 'OTHER', 'PASSWORD', 'PATH', 'USER', 'VAULT_ADDR']);
    expect(env).toMatchObject({
      OTHER: 'stays',
      PASSWORD: 'canary-password-1',
      MULTI: 'canary-line-1\ncanary-line-2',
    });
  });

  it('--token-env adds the token as VAULT_TOKEN, which works until the command has ended', async () => {
    const one = await job();
    const ask = `fetch(process.env.VAULT_ADDR + '/v1/auth/token/lookup-self', { headers: { 'X-Vault-Token': process.env.VAULT_TOKEN } })
      .then((answer) => console.log(answer.status, process.env.VAULT_TOKEN))`;
    const run = (more: readonly string[]) =>
      runCli(['exec', '--token-env', ...more, '--', process.execPath, '-e', ask], { env: one.env });
    const shown = (await run(['--no-mask'])).stdout.trim().split(' ');
    expect(shown).toEqual(['200', expect.stringMatching(/^\S{20,}$/)]);
    expect(await vault.isAlive(shown[1] ?? '')).toBe(false);
    expect((await run([])).stdout).toBe('200 ***\n');
  });

  it('no secret is in an argument of ours, and none in the environment of what we start beside the command', async () => {
    const one = await job();
    const cli = startCli(['exec', '--', 'sh', '-c', 'echo ready; read line'], {
      env: one.env,
      openInput: true,
    });
    await cli.saw('ready');
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const ours = pids.filter((pid) => parentOf(pid) === cli.child.pid);
    expect(ours.map((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()).sort()).toEqual(['cat', 'sh']);
    const arguments_ = [String(cli.child.pid), ...ours].map((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    );
    expect(arguments_.join('\n')).not.toMatch(new RegExp(`canary|${one.secretId}`));
    const witness = ours.find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'cat\n');
    expect(readFileSync(`/proc/${witness}/environ`, 'utf8')).toMatch(/^PATH=[^\0]*\0$/);
    cli.child.stdin.end();
    await cli.ended;
  });

  function parentOf(pid: string): number {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return 0;
    }
  }
});

posix.concurrent('the status', () => {
  it.each([0, 1, 3, 125, 255])('is that of the command: %i', async (status) => {
    expect((await exec(['--', 'sh', '-c', `exit ${status}`])).status).toBe(status);
  });

  it.each([
    ['TERM', 143],
    ['KILL', 137],
    ['INT', 130],
    ['SEGV', 139],
  ])('is 128 and the signal that ended the command: SIG%s', async (signal, status) => {
    const result = await exec(['--', 'sh', '-c', `kill -${signal} $$`]);
    expect(result).toMatchObject({ status, tokens: [] });
  });

  it('is 127 for a command that is not there', async () => {
    const { status, stderr, tokens } = await exec(['--', 'no-such-command-canary']);
    expect({ status, tokens }).toEqual({ status: 127, tokens: [] });
    expect(stderr).toContain('error: command: is not there');
    expect(stderr).not.toContain('canary');
  });

  it('is 126 for one that cannot be executed', async () => {
    const file = join(folder, 'no-program');
    writeFileSync(file, 'text', { mode: 0o644 });
    const { status, stderr, tokens } = await exec(['--', file]);
    expect({ status, tokens }).toEqual({ status: 126, tokens: [] });
    expect(stderr).toContain('error: command: is not executable');
  });

  it('is 2 for what is wrong with the call, and all of that is told at once', async () => {
    const args = ['--tiemout', '1', '--secret-id', 'canary-argument', '--role-id-variable', 'NONE'];
    const { status, stdout, stderr } = await runCli(['exec', ...args, '--retries=x'], {
      env: { VAULT_APPROLE_WRONG: 'canary-variable', NODE_DEBUG: 'nothing', VAULT_APPROLE_SECRETS: 'a b |' },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const named = [...stderr.matchAll(/^vault-approle: error: ([^:]+):/gm)].map(([, name]) => name);
    const flags = ['--retries', '--role-id-variable', '--secret-id', '--secrets', '--tiemout', '--url'];
    expect(named.sort()).toEqual([...flags, 'NODE_DEBUG', 'VAULT_APPROLE_WRONG', 'command']);
    expect(stderr).not.toContain('canary');
  });

  it('is 2 before any request is sent', async () => {
    const server = await faultServer(vault.address);
    const { env } = await job({ VAULT_ADDR: server.address });
    expect((await runCli(['exec'], { env })).status).toBe(2);
    expect(server.seen).toEqual([]);
    await server.stop();
  });

  it('is 2 for a name that no value may take, told before the command is started', async () => {
    const result = await exec(['--', 'touch', join(folder, 'reserved')], {
      VAULT_APPROLE_SECRETS: `${mount}/app password | LD_PRELOAD`,
    });
    expect(result).toMatchObject({ status: 2, tokens: [] });
    expect(existsSync(join(folder, 'reserved'))).toBe(false);
  });

  it('R17: is 3 for a wrapping token that was opened before, and nothing is started', async () => {
    const { role, env } = await job();
    const { VAULT_SECRET_ID: _, ...rest } = env;
    const wrapped = { ...rest, VAULT_WRAPPED_SECRET_ID: await role.wrapped() };
    const first = await runCli(['exec', '--', 'sh', '-c', 'echo $PASSWORD'], { env: wrapped });
    expect(first).toMatchObject({ status: 0, stdout: '***\n' });
    const second = await runCli(['exec', '--', 'echo', 'started'], { env: wrapped });
    expect(second).toMatchObject({ status: 3, stdout: '' });
    expect(second.stderr).toContain('error: SECURITY: the wrapped SecretID cannot be trusted');
    expect(await role.tokens()).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['the login fails', { VAULT_SECRET_ID: 'canary-wrong-secret-id' }],
    ['no server is there', { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_APPROLE_RETRIES: '0' }],
    ['a secret is not there', { VAULT_APPROLE_SECRETS: 'nowhere/at/all key' }],
  ])('is 125 when %s, and the command is not started', async (_, more) => {
    const { status, stdout, stderr, tokens } = await exec(['--', 'echo', 'started'], more);
    expect({ status, stdout, tokens }).toEqual({ status: 125, stdout: '', tokens: [] });
    expect(stderr).toContain('vault-approle: error: ');
    expect(stderr).toContain('Hint: ');
    expect(stderr).not.toContain('canary');
  });

  it('is that of the command when the server is away at the end, with a warning', async () => {
    const server = await faultServer(vault.address);
    server.on(/revoke-self/, () => 'reset');
    const { env } = await job({ VAULT_ADDR: server.address, VAULT_APPROLE_RETRIES: '1' });
    const { status, stderr } = await runCli(['exec', '--', 'sh', '-c', 'exit 5'], { env });
    expect(status).toBe(5);
    expect(stderr).toMatch(/warning: The token could not be revoked: it lives for another \d+ s at most/);
    await server.stop();
  });
});

posix.concurrent('--script', () => {
  it('runs as a CI system runs a script: line by line, until one fails', async () => {
    const script = 'echo "one $PASSWORD"\nfalse\necho two';
    const { status, stdout, tokens } = await exec(['--script', script]);
    expect({ status, stdout, tokens }).toEqual({ status: 1, stdout: 'one ***\n', tokens: [] });
  });

  it('is run by its #! line if it has one', async () => {
    const script = `#!${process.execPath}\nconsole.log(process.argv.length, process.env.PASSWORD)`;
    expect(await exec(['--script', script])).toMatchObject({ status: 0, stdout: '2 ***\n' });
  });

  it('can be a variable, and is in a file of this user alone that is gone afterwards', async () => {
    const script = 'stat -c %a "$0" "$(dirname "$0")"\necho "$0"; env | grep -c VAULT_APPROLE || true';
    const { stdout, status } = await exec([], { VAULT_APPROLE_SCRIPT: script });
    const [file, directory, path = '', count] = stdout.split('\n');
    expect({ status, file, directory, count }).toEqual({
      status: 0,
      file: '700',
      directory: '700',
      count: '0',
    });
    expect(existsSync(join(path, '..'))).toBe(false);
  });

  it('is gone when it was never run', async () => {
    const temporary = mkdtempSync(join(folder, 'tmp-'));
    const { status } = await exec(['--script', 'true'], { VAULT_SECRET_ID: 'wrong', TMPDIR: temporary });
    expect(status).toBe(125);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

posix.concurrent('R18: a value in a file', () => {
  it.each(['022', '000', '777'])(
    'is 0600 in a folder of 0700 while the command runs, and gone afterwards: umask %s',
    async (umask) => {
      const script =
        'stat -c %a "$PASSWORD" "$(dirname "$PASSWORD")"; umask; cat "$PASSWORD"; echo; echo "$PASSWORD"';
      const secrets = { VAULT_APPROLE_SECRETS: `${mount}/app password | PASSWORD file` };
      const { stdout, status } = await exec(['--', 'sh', '-c', script], secrets, { umask });
      const [file, directory, mask, value, path = ''] = stdout.split('\n');
      expect({ status, file, directory, value }).toEqual({
        status: 0,
        file: '600',
        directory: '700',
        value: '***',
      });
      expect(mask).toBe(`0${umask}`);
      expect(existsSync(join(path, '..'))).toBe(false);
    },
  );

  it('has a path that stays one when the command changes its folder, also with a relative TMPDIR', async () => {
    const secrets = { VAULT_APPROLE_SECRETS: `${mount}/app password | PASSWORD file`, TMPDIR: '.' };
    const cwd = mkdtempSync(join(folder, 'relative-'));
    const { status, stdout } = await exec(['--', 'sh', '-c', 'cd / && cat "$PASSWORD"'], secrets, { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '***' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(['CI_PROJECT_DIR', 'WORKSPACE'])(
    'R19: is in no workspace (%s), whose files are kept',
    async (name) => {
      const workspace = mkdtempSync(join(folder, 'workspace-'));
      mkdirSync(join(workspace, 'temporary'));
      const link = join(folder, `link-to-${name}`);
      symlinkSync(join(workspace, 'temporary'), link);
      const secrets = { VAULT_APPROLE_SECRETS: `${mount}/app password | PASSWORD file` };
      const given = { ...secrets, TMPDIR: link, [name]: workspace };
      const { status, stdout, stderr, tokens } = await exec(['--', 'echo', 'started'], given);
      expect({ status, stdout, tokens }).toEqual({ status: 2, stdout: '', tokens: [] });
      expect(stderr).toContain('error: --secrets: the temporary folder (TMPDIR) lies in the workspace');
      expect(readdirSync(join(workspace, 'temporary'))).toEqual([]);
    },
  );

  it.skipIf(!user)('that cannot be removed is told, and the token is revoked all the same', async () => {
    const temporary = mkdtempSync(join(folder, 'locked-'));
    chownSync(temporary, user?.uid ?? -1, -1);
    const secrets = { VAULT_APPROLE_SECRETS: `${mount}/app password | PASSWORD file`, TMPDIR: temporary };
    const result = await exec(['--', 'chmod', '500', temporary], secrets, { ...user });
    expect(result).toMatchObject({ status: 0, tokens: [] });
    expect(result.stderr).toContain('could not be removed (EACCES): it holds secrets');
  });
});

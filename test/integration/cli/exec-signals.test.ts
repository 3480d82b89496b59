/** Why this exists: a signal at any moment: the command gets it once, and the token comes to its end (rules R13 and R15). */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLI, type CliProcess, type CliRun, credentials, startCli } from '../../support/cli.ts';
import { type FaultServer, faultServer } from '../../support/fault-server.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const vault = scenario();

let mount: string;
beforeAll(async () => {
  mount = await vault.kv({ app: { password: 'canary-password-1' } });
});

interface Run extends CliProcess {
  readonly role: Role;
  readonly server: FaultServer;
  /** Its end, and the tokens that are left. */
  outcome(): Promise<{ status: number | null; stdout: string; stderr: string; tokens: readonly string[] }>;
}

/** `exec` in front of a server that can be made to fail, with a role of its own. */
async function exec(
  command: readonly string[],
  options: CliRun & { args?: readonly string[] } = {},
): Promise<Run> {
  const [role, server] = await Promise.all([
    vault.role({ reads: [`${mount}/data/*`] }),
    faultServer(vault.address),
  ]);
  const env = {
    ...credentials(server.address, { ...role, secretId: await role.secretId() }),
    VAULT_APPROLE_SECRETS: `${mount}/app *`,
  };
  const cli = startCli(['exec', ...(options.args ?? []), '--', ...command], { ...options, env });
  return {
    ...cli,
    role,
    server,
    outcome: async () => {
      const { status, stdout, stderr } = await cli.ended;
      const tokens = await role.tokens();
      await server.stop();
      return { status, stdout, stderr, tokens };
    },
  };
}

/** Tells of each signal, and of its own end a while after the first one. */
function counting(ms: number, status: number): readonly string[] {
  const program = `
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => {
      console.log('got ' + signal);
      setTimeout(() => { console.log('stopped'); process.exit(${status}); }, ${ms});
    });
    setInterval(() => undefined, 1000);
    console.log('ready');`;
  return [process.execPath, '-e', program];
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

describe.skipIf(process.platform === 'win32').concurrent('R15: a signal while the command runs', () => {
  it.each(SIGNALS)('%s to us alone is passed on once, and the command may take its time', async (signal) => {
    const run = await exec(counting(800, 4));
    await run.saw('ready');
    run.kill(signal);
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, stdout, tokens }).toEqual({
      status: 4,
      stdout: `ready\ngot ${signal}\nstopped\n`,
      tokens: [],
    });
  });

  it.each(SIGNALS)('%s to the whole process group reaches the command once', async (signal) => {
    const run = await exec(counting(800, 4), { ownGroup: true });
    await run.saw('ready');
    run.killGroup(signal);
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, stdout, tokens }).toEqual({
      status: 4,
      stdout: `ready\ngot ${signal}\nstopped\n`,
      tokens: [],
    });
  });

  it('reaches a command that has left our process group, wherever it was sent', async () => {
    const run = await exec(['timeout', '60', ...counting(0, 4)], { ownGroup: true });
    await run.saw('ready');
    run.killGroup('SIGTERM');
    const { stdout, tokens } = await run.outcome();
    expect(stdout).toContain('ready\ngot SIGTERM\n');
    expect(tokens).toEqual([]);
  });

  it.each(SIGNALS)('%s makes a status of 0 one that tells of it', async (signal) => {
    const run = await exec(counting(0, 0));
    await run.saw('ready');
    run.kill(signal);
    const { status, tokens } = await run.outcome();
    expect({ status, tokens }).toEqual({ status: 128 + NUMBERS[signal], tokens: [] });
  });

  it.each(SIGNALS)('%s ends a command that has no say in it: 128 and its number', async (signal) => {
    const run = await exec(['sh', '-c', 'ulimit -c 0; echo ready; exec sleep 60']);
    await run.saw('ready');
    run.kill(signal);
    const { status, tokens } = await run.outcome();
    expect({ status, tokens }).toEqual({ status: 128 + NUMBERS[signal], tokens: [] });
  });

  it('a second one kills a command that ignores the first', async () => {
    const run = await exec(['sh', '-c', 'trap "" TERM INT; echo ready; while :; do sleep 1; done']);
    await run.saw('ready');
    run.kill('SIGTERM');
    run.kill('SIGINT');
    const { status, stderr, tokens } = await run.outcome();
    expect({ status, tokens }).toEqual({ status: 137, tokens: [] });
    expect(stderr).toContain('The token is revoked');
  });

  it('the same to us and then to our group, as from timeout(1), is one: the command may take its time', async () => {
    const run = await exec(counting(800, 4), { ownGroup: true });
    await run.saw('ready');
    run.kill('SIGTERM');
    await run.saw('got SIGTERM');
    run.killGroup('SIGTERM');
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, tokens }).toEqual({ status: 4, tokens: [] });
    expect(stdout).toMatch(/stopped\n$/);
  });

  it('a third one cuts the revocation short', async () => {
    const run = await exec(['sh', '-c', 'trap "" TERM; echo ready; while :; do sleep 1; done']);
    run.server.on(/revoke-self/, () => {
      run.kill('SIGHUP');
      return 'hang';
    });
    await run.saw('ready');
    run.kill('SIGTERM');
    run.kill('SIGINT');
    const { status, stderr, tokens } = await run.outcome();
    expect(status).toBe(137);
    expect(stderr).toContain('warning: The revocation was cut short by a signal');
    expect(tokens).toHaveLength(1);
  });

  it.each(['SIGUSR1', 'SIGUSR2'] as const)(
    '%s stops nobody: the command gets it each time',
    async (signal) => {
      const program = `
      let got = 0;
      process.on('${signal}', () => console.log('got ' + ++got + ';'));
      process.on('SIGTERM', () => process.exit(7));
      setInterval(() => undefined, 1000);
      console.log('ready');`;
      const run = await exec([process.execPath, '-e', program], { ownGroup: true });
      await run.saw('ready');
      run.kill(signal);
      await run.saw('got 1;');
      run.killGroup(signal);
      await run.saw('got 2;');
      const again = setInterval(run.kill, 100, signal);
      await run.saw('got 3;').finally(() => clearInterval(again));
      run.kill('SIGTERM');
      const { status, stderr, tokens } = await run.outcome();
      expect({ status, tokens }).toEqual({ status: 7, tokens: [] });
      expect(stderr).not.toContain('Debugger');
    },
  );

  it('--no-mask changes nothing of that', async () => {
    const run = await exec(counting(0, 0), { ownGroup: true, args: ['--no-mask'] });
    await run.saw('ready');
    run.killGroup('SIGTERM');
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, stdout, tokens }).toEqual({
      status: 143,
      stdout: 'ready\ngot SIGTERM\nstopped\n',
      tokens: [],
    });
  });
});

/** Runs a command in a terminal of its own, and presses a key for each of the texts when it appears. */
const TERMINAL = `
import json, os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
waiting, seen = sys.argv[1].split(','), b''
while True:
    try:
        read = os.read(terminal, 1024)
    except OSError:
        break
    seen += read
    if waiting and waiting[0].encode() in seen:
        waiting.pop(0)
        os.write(terminal, bytes.fromhex(sys.argv[2]))
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({'status': status, 'seen': seen.decode().replace('\\r', '')}))`;

describe.skipIf(process.platform === 'win32')('in a terminal', () => {
  it.each([
    ['Ctrl-C', '03', 'SIGINT'],
    ['Ctrl-\\', '1c', 'SIGQUIT'],
  ])('%s is the business of the command alone, as often as it is pressed', async (_, key, signal) => {
    const role = await vault.role({ reads: [`${mount}/data/*`] });
    const env = credentials(vault.address, { ...role, secretId: await role.secretId() });
    const command = ['exec', '--secrets', `${mount}/app *`, '--no-mask', '--', ...counting(800, 0)];
    const args = ['-c', TERMINAL, `ready,got ${signal}`, key, process.execPath, CLI, ...command];
    const { stdout } = await promisify(execFile)('python3', args, { env: { ...process.env, ...env } });
    const { status, seen } = JSON.parse(stdout) as { status: number; seen: string };
    expect(seen.split(`got ${signal}`)).toHaveLength(3);
    expect(seen).toContain('stopped');
    expect({ status, tokens: await role.tokens() }).toEqual({ status: 0, tokens: [] });
  });
});

describe.skipIf(process.platform === 'win32').concurrent('R13: a signal while we work', () => {
  it.each(SIGNALS)(
    '%s during the login: its token is waited for and revoked, and nothing is started',
    async (signal) => {
      const run = await exec(['echo', 'started']);
      run.server.on(/login$/, async () => {
        run.kill(signal);
        await run.saw('a login under way is waited for');
        return 'pass' as const;
      });
      const { status, stdout, stderr, tokens } = await run.outcome();
      expect({ status, stdout, tokens }).toEqual({ status: 128 + NUMBERS[signal], stdout: '', tokens: [] });
      const asked = run.server.seen.map(({ path }) => path.replace(/.*\//, ''));
      expect(asked.filter((one) => one === 'login' || one === 'revoke-self')).toEqual([
        'login',
        'revoke-self',
      ]);
      expect(stderr).toContain(`warning: interrupted by ${signal}`);
    },
  );

  it('a login that is never answered is not waited for without end', async () => {
    const run = await exec(['echo', 'started']);
    run.server.on(/login$/, () => {
      run.kill('SIGTERM');
      return 'hang';
    });
    expect(await run.outcome()).toMatchObject({ status: 143, stdout: '' });
    expect(run.server.seen).toHaveLength(1);
  });

  it('a second signal during the login is not waited for at all', async () => {
    const run = await exec(['echo', 'started']);
    run.server.on(/login$/, async () => {
      run.kill('SIGTERM');
      await run.saw('a login under way is waited for');
      run.kill('SIGINT');
      return 'hang' as const;
    });
    expect(await run.outcome()).toMatchObject({ status: 130, stdout: '' });
  });

  it('while secrets are read: the token is revoked, and nothing is started', async () => {
    const run = await exec(['echo', 'started']);
    run.server.on(/data\/app/, () => {
      run.kill('SIGTERM');
      return 'hang';
    });
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, stdout, tokens }).toEqual({ status: 143, stdout: '', tokens: [] });
  });

  it('during the revocation: it goes on', async () => {
    const run = await exec(['sh', '-c', 'echo done']);
    run.server.on(/revoke-self/, async () => {
      run.kill('SIGTERM');
      await run.saw('the revocation is waited for');
      return 'pass' as const;
    });
    const { status, stdout, tokens } = await run.outcome();
    expect({ status, stdout, tokens }).toEqual({ status: 143, stdout: 'done\n', tokens: [] });
  });

  it('a server that never answers the revocation ends it within its time, with the status of the command', async () => {
    const run = await exec(['sh', '-c', 'exit 6'], { args: ['--timeout', '1'] });
    run.server.on(/revoke-self/, () => 'hang');
    const { status, stderr } = await run.outcome();
    expect(status).toBe(6);
    expect(stderr).toContain('warning: The token could not be revoked');
  });
});

/** Why this exists: whatever a command does with its output, and whoever reads it or does not, the token comes to its end. */

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type CliProcess, type CliRun, credentials, runCli, startCli } from '../../support/cli.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const vault = scenario();

let mount: string;
beforeAll(async () => {
  mount = await vault.kv({ app: { password: 'canary-password-1' } });
});

async function exec(
  command: readonly string[],
  options: CliRun & { args?: readonly string[] } = {},
): Promise<CliProcess & { role: Role }> {
  const role = await vault.role({ reads: [`${mount}/data/*`] });
  const env = {
    ...credentials(vault.address, { ...role, secretId: await role.secretId() }),
    VAULT_APPROLE_SECRETS: `${mount}/app *`,
    ...options.env,
  };
  return { ...startCli(['exec', ...(options.args ?? []), '--', ...command], { ...options, env }), role };
}

const sh = (script: string): readonly string[] => ['sh', '-c', script];
const node = (program: string): readonly string[] => [process.execPath, '-e', program];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.skipIf(process.platform === 'win32').concurrent('output', () => {
  it('floods of both streams arrive whole and in order', async () => {
    const program = `
      for (const name of ['stdout', 'stderr']) {
        const lines = Array.from({ length: 200000 }, (_, line) => name + ' line ' + line);
        process[name].write(lines.join('\\n') + '\\n');
      }`;
    const run = await exec(node(program));
    const { status, stdout, stderr } = await run.ended;
    const lines = (name: string) =>
      `${Array.from({ length: 200_000 }, (_, line) => `${name} line ${line}`).join('\n')}\n`;
    const others = stderr.split('\n').filter((line) => !line.startsWith('vault-approle: '));
    expect(status).toBe(0);
    expect(hash(stdout)).toBe(hash(lines('stdout')));
    expect(hash(others.join('\n'))).toBe(hash(lines('stderr')));
    expect(await run.role.tokens()).toEqual([]);
  });

  it('goes into pipes, which a script can open by name', async () => {
    const run = await exec(
      sh('echo one; echo two > /dev/stdout; echo three | tee /dev/stderr; [ -p /dev/stdout ]'),
    );
    const { status, stdout, stderr } = await run.ended;
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'one\ntwo\nthree\n' });
    expect(stderr).toContain('three\n');
  });

  it('that the command closes ends nothing but itself', async () => {
    const run = await exec(sh('exec >&- 2>&-; sleep 0.2; exit 6'));
    expect(await run.ended).toMatchObject({ status: 6, stdout: '' });
    expect(await run.role.tokens()).toEqual([]);
  });

  it('of a process in the background is shown, masked, for a few seconds after the command', async () => {
    const run = await exec(sh('(sleep 0.5; echo "late $PASSWORD"; sleep 60) & echo "pid $!"; exit 3'));
    await run.saw('The token is revoked');
    expect(run.child.exitCode).toBeNull();
    const { status, stdout } = await run.ended;
    const [, pid] = /^pid (\d+)\nlate \*\*\*\n$/.exec(stdout) ?? [];
    expect(status).toBe(3);
    process.kill(Number(pid));
    expect(await run.role.tokens()).toEqual([]);
  });

  it.each(['stdout', 'stderr'] as const)('whose reader has gone ends the command: %s', async (name) => {
    const run = await exec(sh(`yes canary ${name === 'stderr' ? '>&2' : ''}`), { ignoreEnd: true });
    await run.saw('canary');
    run.child[name].destroy();
    expect((await run.ended).status).toBe(141);
    expect(await run.role.tokens()).toEqual([]);
  });

  it('whose readers have both gone, as after a cancelled job, keeps nothing from its end', async () => {
    const stop =
      "process.on('SIGTERM', () => process.exit(9)); setInterval(() => undefined, 1000); console.log('ready')";
    const run = await exec(node(stop), { ignoreEnd: true });
    await run.saw('ready');
    run.child.stdout.destroy();
    run.child.stderr.destroy();
    run.kill('SIGTERM');
    expect((await run.ended).status).toBe(9);
    expect(await run.role.tokens()).toEqual([]);
  });

  it('of our own that nobody reads any more keeps nothing from its end', async () => {
    const run = await exec(sh('exit 4'), { args: ['--no-mask', '--debug'], ignoreEnd: true });
    run.child.stderr.destroy();
    expect((await run.ended).status).toBe(4);
    expect(await run.role.tokens()).toEqual([]);
  });

  it('that nobody reads keeps no signal from the command, and no token from its end', async () => {
    const run = await exec(sh('echo ready >&2; yes'), { unread: true });
    await run.saw('ready');
    run.kill('SIGTERM');
    const { status, stderr } = await run.ended;
    expect(status).toBe(143);
    expect(stderr).toContain('The token is revoked');
    expect(await run.role.tokens()).toEqual([]);
  });

  it('that is read late arrives whole, after the token has ended', async () => {
    const run = await exec(node("process.stdout.write('x'.repeat(300_000) + 'end')"), { unread: true });
    await run.saw('The token is revoked');
    expect(await run.role.tokens()).toEqual([]);
    expect(run.child.exitCode).toBeNull();
    let text = '';
    for await (const chunk of run.child.stdout.setEncoding('utf8')) text += chunk;
    expect(text).toBe(`${'x'.repeat(300_000)}end`);
    expect((await run.ended).status).toBe(0);
  });

  it('that is never read is given up with a signal, also after the command', async () => {
    const run = await exec(node("process.stdout.write('x'.repeat(300_000))"), { unread: true });
    await run.saw('The token is revoked');
    run.kill('SIGTERM');
    expect((await run.ended).status).toBe(143);
  });
});

const LOST = /error: standard output: cannot be written \((ENOSPC|EFBIG)\): what is missing there is lost\n$/;

describe.skipIf(process.platform !== 'linux').concurrent('output that cannot be written', () => {
  it.each([
    ['echo full', 1],
    ['echo full; exit 6', 6],
  ])('is told, and no success: %s', async (script, status) => {
    const run = await exec(sh(script), { shell: 'exec >/dev/full' });
    const ended = await run.ended;
    expect(ended.status).toBe(status);
    expect(ended.stderr).toMatch(LOST);
    expect(await run.role.tokens()).toEqual([]);
  });

  it('is told also where the end of a chunk is all that has no room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cli-output-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const shell = `ulimit -f 8 && exec >${folder}/out`;
    const run = await exec(node("process.stdout.write('x'.repeat(10_000))"), { shell });
    const { status, stderr } = await run.ended;
    const { size } = statSync(join(folder, 'out'));
    expect(size % 4096).toBe(0);
    expect({ status, isCut: size < 10_000 }).toEqual({ status: 1, isCut: true });
    expect(stderr).toMatch(LOST);
  });

  it('of any other command, too', async () => {
    const env = { VAULT_APPROLE_SECRETS: 'secret/ci/app *' };
    const { status, stderr } = await runCli(['policy'], { shell: 'exec >/dev/full', env });
    expect(status).toBe(1);
    expect(stderr).toMatch(LOST);
  });

  it('to standard error is no success either', async () => {
    const run = await exec(sh('echo full >&2'), { shell: 'exec 2>/dev/full' });
    expect(await run.ended).toMatchObject({ status: 1, stderr: '' });
    expect(await run.role.tokens()).toEqual([]);
  });
});

const BREAK = fileURLToPath(new URL('../../support/fixtures/break-after-spawn.cjs', import.meta.url));

describe.skipIf(process.platform === 'win32')('R15: a mistake of ours', () => {
  it('ends the command, and the token, and is told', async () => {
    const env = { NODE_OPTIONS: `--require ${BREAK}` };
    const run = await exec(sh('echo ready; exec sleep 60'), { args: ['--no-mask'], env });
    const { status, stdout, stderr } = await run.ended;
    expect({ status, stdout }).toEqual({ status: 125, stdout: 'ready\n' });
    expect(stderr).toContain('error: Unexpected error, please report it: Error: broken by a test');
    expect(await run.role.tokens()).toEqual([]);
  });
});

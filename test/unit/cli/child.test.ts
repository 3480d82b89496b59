/** Why this exists: how a command is started, what cannot be started, and what a broken filter does to it. */

import { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Carry, start, Unstartable } from '../../../src/cli/child.ts';
import { takeSignals } from '../../../src/cli/signals.ts';

const { PATH } = process.env;

function started(
  file: string,
  args: readonly string[] = [],
  carry: Carry = async (source) => void source.resume(),
) {
  const source = new EventEmitter();
  const signals = takeSignals(source);
  const running = start({ file, args, env: { PATH, VALUE: 'x' } }, { carry, signals, isTerminal: false });
  return { source, running };
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-child-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.skipIf(process.platform === 'win32')('a command', () => {
  it('has the environment that it is given, and its output is carried', async () => {
    const seen: Record<string, string> = {};
    const carry: Carry = async (source, name) => {
      seen[name] = await text(source);
    };
    const { ended, drained } = await started('sh', ['-c', 'echo "$VALUE$HOME"; echo err >&2; exit 7'], carry)
      .running;
    expect(await ended).toBe(7);
    await drained;
    expect(seen).toEqual({ stdout: 'x\n', stderr: 'err\n' });
  });

  it('is ended by the failure of what carries its output, which is told', async () => {
    const carry: Carry = () => Promise.reject(new Error('the filter broke'));
    const { ended, drained } = await started(
      'sh',
      ['-c', 'trap "" TERM HUP INT; while :; do sleep 1; done'],
      carry,
    ).running;
    expect(await ended).toBe(137);
    await expect(drained).rejects.toThrow('the filter broke');
  });

  it('gets our first signal once and is killed by the second', async () => {
    const carried: string[] = [];
    let ready = (): void => undefined;
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const carry: Carry = async (source) => {
      for await (const chunk of source) {
        carried.push(String(chunk));
        ready();
      }
    };
    const script = 'trap "echo got" TERM; echo ready; while :; do sleep 0.1; done';
    const { source, running } = started('sh', ['-c', script], carry);
    const { ended, drained } = await running;
    await isReady;
    source.emit('SIGTERM');
    await vi.waitFor(() => expect(carried.join('')).toBe('ready\ngot\n'), { timeout: 10_000 });
    source.emit('SIGHUP');
    expect(await ended).toBe(137);
    await drained;
  });

  it('gets the signal that came while it was being started', async () => {
    const { source, running } = started('sleep', ['60']);
    source.emit('SIGTERM');
    expect(await (await running).ended).toBe(143);
  });

  it.each([
    ['slowly', true],
    ['at once', false],
  ])('is not outlived by a background process that prints without end: read %s', async (_, isSlow) => {
    const carry: Carry = async (source) => {
      if (isSlow) source.pause();
      else source.resume();
      const timer = setInterval(() => isSlow && source.read(), 10);
      await once(source, 'close');
      clearInterval(timer);
    };
    const { ended, drained } = await started('sh', ['-c', 'yes & exit 5'], carry).running;
    expect(await ended).toBe(5);
    await drained;
  });

  it('that cannot be killed, as another user, is left to itself', async () => {
    const { source, running } = started('sleep', ['3']);
    const { ended } = await running;
    const kill = vi.spyOn(ChildProcess.prototype, 'kill').mockImplementation(function (this: ChildProcess) {
      return this.emit('error', Object.assign(new Error('kill EPERM'), { code: 'EPERM' }));
    });
    onTestFinished(() => kill.mockRestore());
    source.emit('SIGTERM');
    source.emit('SIGINT');
    expect(await ended).toBe(137);
  });

  it.each([
    ['no-such-canary', 127, /^command: is not there/],
    ['', 126, /^command: cannot be started \(ERR_INVALID_ARG_VALUE\)$/],
    ['canary\0x', 126, /^command: cannot be started \(ERR_INVALID_ARG_VALUE\)$/],
    ['/', 126, /^command: is not executable/],
  ])('that cannot be started has the status of shells, and is not quoted: %j', async (file, status, said) => {
    const error = await started(file, ['canary-argument']).running.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unstartable);
    expect(error).toMatchObject({ status, message: expect.stringMatching(said) });
    expect(String(error)).not.toContain('canary');
  });

  it('whose interpreter is not there is told so', async () => {
    const file = join(temporary(), 'script');
    writeFileSync(file, '#!/no/such/interpreter\n', { mode: 0o755 });
    await expect(started(file).running).rejects.toThrow(/nor what its #! line names/);
  });

  it('runs where no pipes can be made by name, and nothing of them is left', async () => {
    const folder = temporary();
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const seen: Record<string, string> = {};
    const carry: Carry = async (source, name) => {
      seen[name] = await text(source);
    };
    const sh = '/bin/sh';
    const signals = takeSignals(new EventEmitter());
    const without = { file: sh, args: ['-c', 'echo out'], env: { PATH: folder } };
    const { ended, drained } = await start(without, { carry, signals, isTerminal: false });
    expect(await ended).toBe(0);
    await drained;
    expect([seen, readdirSync(folder)]).toEqual([{ stdout: 'out\n', stderr: '' }, []]);
  });
});

/** Why this exists: a command runs in our place: its signals, its streams and its status are as without us. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Secret } from '../secret.ts';
import { errorCode, UsageError } from '../vault/errors.ts';
import { closeEnds, openPipes } from './pipes.ts';
import { type Notice, type Signal, type Signals, statusOf } from './signals.ts';
import { startWitness } from './witness.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What it reads from its standard input, in place of ours. */
  readonly input?: Secret;
}

/** Carries what the child writes to one of our streams; settles when all of it is there, or can no longer be. */
export type Carry = (source: Readable, name: 'stdout' | 'stderr') => Promise<void>;

export interface Running {
  /** The command's status: its own, or 128 and the number of the signal that ended it. */
  readonly ended: Promise<number>;
  /** Settles when all of its output is written. */
  readonly drained: Promise<void>;
}

/** The command cannot be started. The status is that of a shell: 127 not found, 126 found and no program. */
export class Unstartable extends UsageError {
  readonly status: number;

  constructor(code: string) {
    super([{ name: 'command', problem: WHY.get(code) ?? `cannot be started (${code})` }]);
    this.status = code === 'ENOENT' ? 127 : 126;
  }
}

const WHY = new Map([
  ['ENOENT', 'is not there: neither a file of that path, nor a program in PATH, nor what its #! line names'],
  ['EACCES', 'is not executable: chmod +x, or name its interpreter, as in -- sh script.sh'],
  ['ENOEXEC', 'is no program: begin it with a line such as #!/bin/sh, or name its interpreter'],
  ['E2BIG', 'gets more environment than this system allows: say file behind the largest values'],
  ['EINVAL', 'cannot be started without a shell: name it, as in -- cmd /c script.bat'],
]);

/** Starts the command without a shell, standard input inherited. `carry` undefined: its output is ours, unchanged. */
export async function start(
  { file, args, env, input }: Command,
  { carry, signals, isTerminal }: { carry: Carry | undefined; signals: Signals; isTerminal: boolean },
): Promise<Running> {
  const pipes = carry && openPipes(env.PATH);
  const stdio: StdioOptions = carry
    ? [input ? 'pipe' : 'inherit', ...(pipes?.map(({ end }) => end) ?? PIPES)]
    : 'inherit';
  const child = await launch(() => spawn(file, args, { env, stdio })).finally(() => closeEnds(pipes ?? []));
  /** A signal that we may not send (EPERM). */
  child.on('error', () => undefined);
  leaveNoOrphan(child);
  child.stdin?.on('error', () => undefined).end(input?.reveal());
  const lost = passOn(child, { signals, isTerminal, path: env.PATH });
  const [stdout, stderr] = pipes?.map(({ source }) => source) ?? [child.stdout, child.stderr];
  const drained = carry && stdout && stderr ? drain(child, { stdout, stderr }, carry) : Promise.resolve();
  return { ended: Promise.race([endOf(child), lost]), drained };
}

const PIPES = ['pipe', 'pipe'] as const;

/** Node's own message would quote the arguments and the environment's values. */
async function launch(spawned: () => ChildProcess): Promise<ChildProcess> {
  try {
    const child = spawned();
    await once(child, 'spawn');
    return child;
  } catch (error) {
    throw new Unstartable(errorCode(error));
  }
}

/** Where we break down, nobody reads the command's output nor revokes what it uses. */
function leaveNoOrphan(child: ChildProcess): void {
  const kill = (): unknown => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? statusOf(signal) : (code ?? 1)));
  });
}

/** Milliseconds that a killed command has. One that has become another user, as by `sudo`, cannot be killed by us. */
const LONGEST_DEATH_MS = 1_000;

/** What a terminal's keys send, to everybody there. */
const KEYS: ReadonlySet<Signal> = new Set(['SIGINT', 'SIGQUIT']);

/**
 * The first signal is passed on, unless it went to the whole process group, as from a terminal or a cancelled GitLab job:
 * then the child has it already. The second one kills. What a terminal's keys send is the child's own business, and so is
 * what stops nobody. Settles with a status when the child was killed and is not waited for any longer.
 */
function passOn(
  child: ChildProcess,
  { signals, isTerminal, path }: { signals: Signals; isTerminal: boolean; path: string | undefined },
): Promise<number> {
  let witness = startWitness(path);
  const forward = async (signal: Signal | Notice): Promise<void> => {
    if (await witness.saw(signal, child.pid ?? 0)) witness = startWitness(path);
    else child.kill(signal);
  };
  child.once('exit', () => witness.dismiss());
  /** It came while the command was being started. */
  const [missed] = signals.received;
  if (missed) child.kill(missed);
  return new Promise((resolve) =>
    signals.listen((signal, nth) => {
      if (isTerminal && KEYS.has(signal)) return signals.disregard();
      if (nth === 1) return void forward(signal);
      child.kill('SIGKILL');
      setTimeout(resolve, LONGEST_DEATH_MS, statusOf('SIGKILL')).unref();
    }, forward),
  );
}

/** Milliseconds that a background process may go on writing to the command's output after its end. */
const LONGEST_ECHO_MS = 3_000;

/** A filter that breaks ends the command: nobody would see what it prints, or everybody. */
function drain(
  child: ChildProcess,
  { stdout, stderr }: Readonly<Record<'stdout' | 'stderr', Readable>>,
  carry: Carry,
): Promise<void> {
  child.once('exit', () => [stdout, stderr].forEach(closeSoon));
  const drained = Promise.all([carry(stdout, 'stdout'), carry(stderr, 'stderr')]).then(() => undefined);
  drained.catch(() => child.kill('SIGKILL'));
  return drained;
}

/** Bytes that a pipe holds at most, unless root made it larger (pipe(7), `pipe-max-size`). */
const FULLEST_PIPE = 1_048_576;

/**
 * Somebody who reads slowly still gets everything: what waits for them is paused, not idle. Of a background process that
 * goes on, they get what it has written until then: as much as a pipe can hold.
 */
function closeSoon(stream: Readable): void {
  if (stream.closed) return;
  let left = Number.POSITIVE_INFINITY;
  const look = (): void => {
    left = Math.min(left, FULLEST_PIPE);
    if (stream.isPaused()) return;
    const before = left;
    /** What is in the pipe by now is read before this. */
    setImmediate(() => {
      if (left === before) stream.destroy();
    });
  };
  stream.on('data', ({ length }: Buffer) => {
    left -= length;
    if (left <= 0) stream.destroy();
  });
  const timer = setInterval(look, LONGEST_ECHO_MS);
  stream.once('close', () => clearInterval(timer));
}

/** Why this exists: a command runs in our place: its signals, its streams and its status are as without us. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { errorCode, UsageError } from '../vault/errors.ts';
import { type Signal, type Signals, statusOf } from './signals.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Carries what the child writes to one of our streams; settles when all of it is there, or can no longer be. */
export type Carry = (source: Readable, name: 'stdout' | 'stderr') => Promise<void>;

export interface Running {
  /** Status of the command once it has ended: its own, or 128 and the number of its signal. */
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
  ['ENOENT', 'is not there: neither a file of that path nor a program of that name in PATH'],
  ['EACCES', 'is not executable: chmod +x, or name its interpreter, as in -- sh script.sh'],
  ['ENOEXEC', 'is no program: begin it with a line such as #!/bin/sh, or name its interpreter'],
  ['E2BIG', 'gets more environment than this system allows: say file behind the largest values'],
  ['EINVAL', 'cannot be started without a shell: name it, as in -- cmd /c script.bat'],
]);

/** Starts the command without a shell, standard input inherited. `carry` undefined: its output is ours, unchanged. */
export async function start(
  { file, args, env }: Command,
  { carry, signals, isTerminal }: { carry: Carry | undefined; signals: Signals; isTerminal: boolean },
): Promise<Running> {
  const stdio: StdioOptions = carry ? ['inherit', 'pipe', 'pipe'] : 'inherit';
  const child = launch(() => spawn(file, args, { env, stdio }));
  await once(child, 'spawn').catch((error: unknown) => {
    throw new Unstartable(errorCode(error));
  });
  const ended = endOf(child, signals);
  passOn(child, signals, isTerminal);
  return { ended, drained: carry ? drain(child, carry) : Promise.resolve() };
}

/** Node's own message would quote the arguments and the environment's values. */
function launch(spawned: () => ChildProcess): ChildProcess {
  try {
    return spawned();
  } catch (error) {
    throw new Unstartable(errorCode(error));
  }
}

/** A command that was told to stop has not succeeded, whatever it says itself. */
async function endOf(child: ChildProcess, { received }: Signals): Promise<number> {
  const [code, signal]: [number | null, NodeJS.Signals | null] = await new Promise((resolve) =>
    child.once('exit', (...end) => resolve(end)),
  );
  const own = signal ? statusOf(signal) : (code ?? 1);
  const [first] = received;
  return own === 0 && first ? statusOf(first) : own;
}

/** Milliseconds in which a signal to the whole process group has reached all of it. */
const GROUP_MS = 100;

/**
 * The first signal is passed on, unless it went to the whole process group, as from a terminal or a cancelled GitLab job:
 * then the child has it already. The second one kills. What a terminal's keys send is the child's own business.
 */
function passOn(child: ChildProcess, signals: Signals, isTerminal: boolean): void {
  const witness = startWitness();
  const forward = async (signal: Signal): Promise<void> => {
    if (!(await witness.sawIt())) child.kill(signal);
  };
  signals.listen((signal, nth) => {
    if (isTerminal && signal === 'SIGINT') return;
    if (nth === 1) void forward(signal);
    else child.kill('SIGKILL');
  });
  child.once('exit', witness.dismiss);
}

interface Witness {
  /** Whether a signal that we just got ended the witness as well. */
  sawIt(): Promise<boolean>;
  dismiss(): void;
}

/** A process of our group that does nothing: nobody is told whom else a signal was sent to, but this one's end shows it. */
function startWitness(): Witness {
  const { PATH } = process.env;
  const witness = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'], env: { PATH } });
  const gone = new Promise<boolean>((resolve) => {
    witness.once('error', () => resolve(false));
    witness.once('exit', (_, signal) => resolve(signal !== null));
  });
  witness.unref();
  return {
    sawIt: () =>
      Promise.race([gone, new Promise<boolean>((resolve) => setTimeout(resolve, GROUP_MS, false).unref())]),
    dismiss: () => witness.stdin.destroy(),
  };
}

/** Milliseconds that a background process may go on writing to the command's output after its end. */
const LONGEST_ECHO_MS = 3_000;

async function drain(child: ChildProcess, carry: Carry): Promise<void> {
  const streams = [
    ['stdout', child.stdout],
    ['stderr', child.stderr],
  ] as const;
  child.once('exit', () => streams.forEach(([, stream]) => stream && closeSoon(stream)));
  await Promise.all(streams.map(([name, stream]) => stream && carry(stream, name)));
}

/** Somebody who reads slowly still gets everything: what waits for them is paused, not idle. */
function closeSoon(stream: Readable): void {
  const timer = setInterval(() => {
    if (!stream.isPaused()) stream.destroy();
  }, LONGEST_ECHO_MS);
  stream.once('close', () => clearInterval(timer));
}

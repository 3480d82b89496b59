/** Why this exists: the entry of the command line. Whatever happens ends in a message and a status. */

import { isatty } from 'node:tty';
import { type Problem, UsageError, WrappingError } from '../vault/errors.ts';
import { Unstartable } from './child.ts';
import { COMMANDS, run } from './commands.ts';
import { GENERAL, helpOf, VERSION } from './help.ts';
import { endIt, type Surroundings } from './job.ts';
import { nodeProblems } from './node-version.ts';
import { firstSoFar, Interrupted, statusOf, takeSignals } from './signals.ts';
import { ownStreams } from './streams.ts';
import { terminal as makeTerminal } from './terminal.ts';

const LOST = 1;
const USAGE = 2;
const TAMPERED = 3;
const UNEXPECTED = 125;

const { env } = process;
const [name = '', ...argv] = process.argv.slice(2);
/** Without what belongs to a command of the user's. */
const ours = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
const isDebug = ours.includes('--debug') || /^true$/i.test(env.VAULT_APPROLE_DEBUG ?? '');
const lost: Problem[] = [];
const streams = ownStreams(process, (problem) => lost.push(problem));
const surroundings: Surroundings = {
  terminal: makeTerminal((text) => streams.stderr.write(text), isDebug),
  signals: takeSignals(process),
  alive: new Set(),
};

/** Failed until proven otherwise: a process whose work never settles would end with 0. */
process.exitCode = UNEXPECTED;
const broken = new Promise<never>((_, reject) => process.on('uncaughtException', reject));
Promise.race([main(), broken]).then(conclude, giveUp);

async function main(): Promise<number> {
  const tooOld = nodeProblems(process.versions.node);
  if (tooOld.length > 0) throw new UsageError(tooOld);
  if (/^(--version|-v|version)$/.test(name)) return print(`${VERSION}\n`);
  if (/^(--help|-h|help)$/.test(name)) return print(argv[0] ? helpOf(argv[0]) : GENERAL);
  const command = COMMANDS.get(name);
  if (!command) throw new UsageError([{ name: 'command', problem: unknown(name) }]);
  if (ours.includes('--help') || ours.includes('-h')) return print(helpOf(name));
  return run(command, argv, { env, surroundings, streams, isTerminal: isatty(0) });
}

/** What was told to stop has not succeeded, whatever a command says itself: a CI system would take it for success. */
async function conclude(status: number): Promise<void> {
  const first = await firstSoFar(surroundings.signals);
  leave(status === 0 && first ? statusOf(first) : status);
}

function print(text: string): number {
  streams.stdout.write(text);
  return 0;
}

/** A word in the wrong place may be a secret: it is not repeated. */
function unknown(given: string): string {
  const known = [...COMMANDS.keys()].join(', ');
  return given === '' ? `is missing: give one of ${known}` : `is unknown: give one of ${known}`;
}

async function giveUp(error: unknown): Promise<void> {
  const { terminal } = surroundings;
  if (error instanceof Interrupted) terminal.warn(error.message);
  else terminal.fail(error);
  for (const handle of surroundings.alive) await endIt(handle, surroundings);
  leave(statusFor(error));
}

function statusFor(error: unknown): number {
  if (error instanceof Interrupted) return statusOf(error.signal);
  if (error instanceof WrappingError) return TAMPERED;
  if (error instanceof Unstartable) return error.status;
  if (error instanceof UsageError) return USAGE;
  if (error instanceof AggregateError && error.errors.every((one) => one instanceof UsageError)) return USAGE;
  return COMMANDS.get(name)?.failure ?? UNEXPECTED;
}

/** Milliseconds for the last of our own messages, when nobody reads them and we were told to end. */
const LONGEST_FAREWELL_MS = 2_000;

/** Who has lost some of what we print has not got what was asked for, whatever we did. */
function leave(status: number): void {
  if (lost.length > 0) surroundings.terminal.fail(new UsageError(lost));
  const exit = (): void => process.exit(status === 0 && lost.length > 0 ? LOST : status);
  const { signals } = surroundings;
  if (signals.received.length > 0) setTimeout(exit, LONGEST_FAREWELL_MS);
  else signals.listen((signal) => process.exit(status === 0 ? statusOf(signal) : status));
  streams.stdout.write('', () => streams.stderr.write('', exit));
}

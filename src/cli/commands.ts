/** Why this exists: the commands, the flags of each, and what each is called with. */

import { readFileSync } from 'node:fs';
import { type Config, type Machine, readConfig } from '../config/config.ts';
import type { ReadFile } from '../config/files.ts';
import { debugProblems } from '../platform/surroundings.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import { proxyFor } from '../vault/proxy.ts';
import { type Known, readArguments } from './args.ts';
import type { Call, Given, PartsCall, PlainCall } from './call.ts';
import { deliveryProblems } from './delivery.ts';
import { doctor } from './doctor/doctor.ts';
import { exec } from './exec.ts';
import { exportValues, targetProblems } from './export.ts';
import { INPUT_FLAGS, type Kind, kebab } from './flags.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { login } from './login.ts';
import { maskingProblems } from './masking.ts';
import { policy } from './policy.ts';
import { revokeStates, stateProblems } from './revoke.ts';
import { rotate } from './rotate.ts';
import { wrap } from './wrap.ts';

interface Command {
  /** Its own flags, beside those of the inputs. */
  readonly flags: Readonly<Record<string, Kind>>;
  /** Status of a failure that is neither a wrong use nor a wrapping token that somebody has opened. */
  readonly failure: number;
  /** What is wrong with its own flags, and with what stands behind `--`. */
  readonly problems: readonly ((given: Given) => readonly Problem[])[];
  /** For commands that log in. */
  readonly run?: (call: Call) => Promise<number>;
  readonly runPlain?: (call: PlainCall) => Promise<number>;
  /** For commands that can do with a part of the inputs. */
  readonly runParts?: (call: PartsCall) => Promise<number>;
}

const EXEC: Command = {
  flags: { script: 'text', 'no-mask': 'switch', 'token-env': 'switch' },
  failure: 125,
  problems: [commandProblems],
  run: exec,
};

const EXPORT: Command = {
  flags: { format: 'text', out: 'text', state: 'text', 'token-env': 'switch', 'add-mask': 'switch' },
  failure: 1,
  problems: [restProblems, targetProblems, maskingProblems],
  run: exportValues,
};

const REVOKE: Command = {
  flags: { state: 'text' },
  failure: 1,
  problems: [restProblems, stateProblems],
  runPlain: revokeStates,
};

const LOGIN: Command = { flags: { json: 'switch' }, failure: 1, problems: [restProblems], run: login };

const DOCTOR: Command = {
  flags: { json: 'switch', 'use-secret-id': 'switch' },
  failure: 1,
  problems: [restProblems],
  runParts: doctor,
};

const POLICY: Command = {
  flags: {
    setup: 'switch',
    cli: 'text',
    'kv-version': 'text',
    cidr: 'text',
    'secret-id-ttl': 'text',
    'no-default-policy': 'switch',
  },
  failure: 1,
  problems: [restProblems],
  runParts: policy,
};

const WRAP: Command = {
  flags: {
    ttl: 'text',
    metadata: 'text',
    cidr: 'text',
    'custom-secret-id-file': 'text',
    'custom-secret-id-variable': 'text',
    check: 'switch',
  },
  failure: 1,
  problems: [restProblems],
  runParts: wrap,
};

const ROTATE: Command = {
  flags: { out: 'argument', exec: 'argument' },
  failure: 1,
  problems: [restProblems, deliveryProblems],
  run: rotate,
};

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['exec', EXEC],
  ['export', EXPORT],
  ['revoke', REVOKE],
  ['login', LOGIN],
  ['doctor', DOCTOR],
  ['policy', POLICY],
  ['wrap', WRAP],
  ['rotate', ROTATE],
]);

const COMMON: Readonly<Record<string, Kind>> = { debug: 'switch', help: 'switch' };

/** The flags of a command. */
export function flagsOf({ flags, run, runParts }: Command): ReadonlyMap<string, Kind> {
  return new Map([
    ...(run || runParts ? INPUT_FLAGS : []),
    ...Object.entries(flags),
    ...Object.entries(COMMON),
  ]);
}

/** The flags of all commands that can be a variable. */
const ALL: ReadonlySet<string> = new Set(
  [...COMMANDS.values()]
    .flatMap((one) => [...flagsOf(one)])
    .flatMap(([name, kind]) => (kind === 'argument' ? [] : [name])),
);

type Invocation = Omit<PlainCall, 'flags' | 'rest'>;

/** Runs a command. Returns its status; throws what the user is to be told: of all that is wrong with a call, everything. */
export async function run(
  command: Command,
  argv: readonly string[],
  invocation: Invocation,
): Promise<number> {
  const { env } = invocation;
  const known: Known = { flags: flagsOf(command), all: ALL };
  const { flags, rest, problems: wrong } = readArguments(argv, known, env);
  const call = { ...invocation, flags, rest };
  const problems = [...wrong, ...command.problems.flatMap((find) => find(call)), ...debugProblems(env)];
  if (command.run) return command.run({ ...call, ...readAll(call, problems) });
  if (command.runParts) return command.runParts({ ...call, ...readSome(call, problems) });
  if (problems.length > 0) throw new UsageError(problems);
  return (await command.runPlain?.(call)) ?? 0;
}

/** The inputs as texts. Throws a `UsageError` with these problems and those of reading them. */
function readSome({ flags, env }: Given, known: readonly Problem[]): { inputs: Inputs; machine: Machine } {
  const { inputs, problems } = readInputs(flags, env, readFile);
  if (known.length + problems.length > 0) throw new UsageError([...known, ...problems]);
  return { inputs, machine: machineOf(env) };
}

const readFile: ReadFile = (path) => readFileSync(path === '-' ? 0 : path, 'utf8');

function machineOf(env: Given['env']): Machine {
  const crypto: Machine['crypto'] = () => process.getBuiltinModule('node:crypto');
  return { readFile, proxyFor: (base) => proxyFor(base, env), crypto };
}

/** The inputs and what they mean. Throws a `UsageError` with these problems and those that are found. */
function readAll(
  { flags, env }: Given,
  known: readonly Problem[],
): { inputs: Inputs; machine: Machine; config: Config } {
  const { inputs, problems: unread } = readInputs(flags, env, readFile);
  const machine = machineOf(env);
  const problems = [...known, ...unread];
  const raw = { ...inputs.raw, exportToken: flags.get('token-env') ?? '' };
  try {
    const config = readConfig(raw, machine, inputs.standIns);
    if (problems.length === 0) return { inputs, machine, config };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(...error.problems.filter((one) => !isTold(one, problems)));
  }
  throw new UsageError(problems);
}

/** An input that could not be read is missing, too, which is no news. */
function isTold({ name }: Problem, told: readonly Problem[]): boolean {
  return told.some((one) => one.name.startsWith(`--${kebab(name)}`));
}

function restProblems({ rest }: Given): readonly Problem[] {
  return rest.length > 0
    ? [{ name: '--', problem: 'nothing can stand behind it: only exec runs a command' }]
    : [];
}

function commandProblems({ flags, rest }: Given): readonly Problem[] {
  const ways = (rest[0] ? 1 : 0) + (flags.has('script') ? 1 : 0);
  if (ways === 1) return [];
  const problem = 'give the command to run behind --, or a script in --script';
  return [{ name: 'command', problem: ways === 2 ? `${problem}, not both` : problem }];
}

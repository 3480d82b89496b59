/** Why this exists: the commands, the flags of each, and what each is called with. */

import { readFileSync } from 'node:fs';
import { readConfig } from '../config/config.ts';
import { debugProblems } from '../platform/surroundings.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import { proxyFor } from '../vault/proxy.ts';
import { type Known, readArguments } from './args.ts';
import type { Call, PlainCall } from './call.ts';
import { exec } from './exec.ts';
import { exportValues } from './export.ts';
import { INPUT_FLAGS, type Kind } from './flags.ts';
import { readInputs } from './inputs.ts';
import { login } from './login.ts';
import { revokeStates } from './revoke.ts';

interface Command {
  /** Its own flags, beside those of the inputs. */
  readonly flags: Readonly<Record<string, Kind>>;
  /** Status of a failure that is neither a wrong use nor a wrapping token that somebody has opened. */
  readonly failure: number;
  /** For commands that log in. */
  readonly run?: (call: Call) => Promise<number>;
  readonly runPlain?: (call: PlainCall) => Promise<number>;
  /** A command of the user's own may stand behind `--`. */
  readonly takesCommand?: boolean;
}

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'exec',
    {
      flags: { script: 'text', 'no-mask': 'switch', 'token-env': 'switch' },
      failure: 125,
      run: exec,
      takesCommand: true,
    },
  ],
  [
    'export',
    {
      flags: { format: 'text', out: 'text', state: 'text', 'token-env': 'switch' },
      failure: 1,
      run: exportValues,
    },
  ],
  ['revoke', { flags: { state: 'text' }, failure: 1, runPlain: revokeStates }],
  ['login', { flags: { json: 'switch' }, failure: 1, run: login }],
]);

const COMMON: Readonly<Record<string, Kind>> = { debug: 'switch', help: 'switch' };

/** The flags of a command. */
export function flagsOf({ flags, run }: Command): ReadonlyMap<string, Kind> {
  return new Map([...(run ? INPUT_FLAGS : []), ...Object.entries(flags), ...Object.entries(COMMON)]);
}

const ALL: ReadonlySet<string> = new Set([...COMMANDS.values()].flatMap((one) => [...flagsOf(one).keys()]));

type Invocation = Omit<PlainCall, 'flags'> & Pick<Call, 'isTerminal'>;

/** Runs a command. Returns its status; throws what the user is to be told. */
export async function run(
  command: Command,
  argv: readonly string[],
  invocation: Invocation,
): Promise<number> {
  const { env } = invocation;
  const known: Known = { flags: flagsOf(command), all: ALL };
  const { flags, rest, problems } = readArguments(argv, known, env);
  const all = [...problems, ...commandProblems(command, flags, rest), ...debugProblems(env)];
  if (all.length > 0) throw new UsageError(all);
  if (command.runPlain) return command.runPlain({ ...invocation, flags });
  const readFile = (path: string): string => readFileSync(path === '-' ? 0 : path, 'utf8');
  const inputs = readInputs(flags, env, readFile);
  const raw = { ...inputs.raw, exportToken: flags.get('token-env') ?? '' };
  const config = readConfig(raw, { readFile, proxyFor });
  return (await command.run?.({ ...invocation, flags, rest, inputs, config })) ?? 0;
}

function commandProblems(
  { takesCommand }: Command,
  flags: ReadonlyMap<string, string>,
  rest: readonly string[],
): readonly Problem[] {
  if (!takesCommand) {
    return rest.length > 0
      ? [{ name: '--', problem: 'nothing can stand behind it: only exec runs a command' }]
      : [];
  }
  const ways = (rest.length > 0 ? 1 : 0) + (flags.has('script') ? 1 : 0);
  if (ways === 1) return [];
  const problem = 'give the command to run behind --, or a script in --script';
  return [{ name: 'command', problem: ways === 2 ? `${problem}, not both` : problem }];
}

/** Why this exists: the arguments of a command, completed from the environment, or everything that is wrong with them. */

import { parseArgs } from 'node:util';
import type { Problem } from '../vault/errors.ts';
import { type Kind, kebab, PREFIX, SECRET_INPUTS, snake } from './flags.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Arguments {
  /** The flags by their names without `--`; a switch that is on has the text `true`. */
  readonly flags: ReadonlyMap<string, string>;
  /** What stands behind `--`. */
  readonly rest: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Known {
  /** The flags of this command. */
  readonly flags: ReadonlyMap<string, Kind>;
  /** The names of the flags of all commands that can be a variable. */
  readonly all: ReadonlySet<string>;
}

/**
 * Reads the arguments behind a command's name. A flag wins over its variable `VAULT_APPROLE_…`. No value of an argument is
 * ever told: it may be a secret that should not be there.
 */
export function readArguments(argv: readonly string[], known: Known, env: Environment): Arguments {
  const end = argv.indexOf('--');
  const given = readFlags(end < 0 ? argv : argv.slice(0, end), known.flags);
  const surrounding = readVariables(known, env);
  return {
    flags: new Map([...surrounding.flags, ...given.flags]),
    rest: end < 0 ? [] : argv.slice(end + 1),
    problems: [...given.problems, ...surrounding.problems],
  };
}

type Flags = Pick<Arguments, 'flags' | 'problems'>;

function readFlags(args: readonly string[], known: ReadonlyMap<string, Kind>): Flags {
  const options = Object.fromEntries(
    [...known].map(([name, kind]) => [
      name,
      kind === 'switch' ? ({ type: 'boolean' } as const) : ({ type: 'string' } as const),
    ]),
  );
  const bare = args.filter((arg, at) => lacksValue(arg, args[at + 1], known));
  const { tokens } = parseArgs({
    args: args.filter((arg) => !bare.includes(arg)),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Map<string, string>();
  const problems = tokens.flatMap((token): readonly Problem[] => {
    if (token.kind !== 'option') return [];
    const { name, value, rawName } = token;
    if (!rawName.startsWith('--')) return [SHORT];
    const problem = flagProblem(name, value, known) ?? (flags.has(name) ? 'is given twice' : undefined);
    if (problem) return [{ name: rawName, problem }];
    flags.set(name, value ?? 'true');
    return [];
  });
  problems.unshift(...bare.map((name) => ({ name, problem: 'needs a value' })));
  const isStray = tokens.some(({ kind }) => kind === 'positional');
  return { flags, problems: isStray && problems.length === 0 ? [STRAY] : [...new Set(problems)] };
}

/** In `--path --url x` the second is a flag, too: a value that begins so is written `--path=--url`. */
function lacksValue(arg: string, next: string | undefined, known: ReadonlyMap<string, Kind>): boolean {
  const isText = arg.startsWith('--') && /text|argument/.test(known.get(arg.slice(2)) ?? '');
  return isText && (next === undefined || next.startsWith('--'));
}

/** Such an argument is taken apart into letters, which together may be a secret. */
const SHORT: Problem = {
  name: 'arguments',
  problem: 'there is one with a single dash: all flags begin with --',
};

const STRAY: Problem = {
  name: 'arguments',
  problem:
    'there is one that belongs to no flag: a text with blanks needs quotes, and a command to run goes behind --',
};

function flagProblem(
  name: string,
  value: string | undefined,
  known: ReadonlyMap<string, Kind>,
): string | undefined {
  const kind = known.get(name);
  if (!kind) return secretProblem(name) ?? `is no flag of this command${suggestion(name, known)}`;
  return kind === 'switch' && value !== undefined ? 'is a switch and takes no value' : undefined;
}

/** Other processes see arguments, and logs quote them. */
function secretProblem(name: string): string | undefined {
  const ways = secretWays(name);
  return (
    ways &&
    `would be a secret in an argument, which every process of this machine can read: give ${ways}. Replace the secret if it was real`
  );
}

/** How to hand over a secret whose flag this would be. */
function secretWays(name: string): string | undefined {
  const input = SECRET_INPUTS.find((secret) => kebab(secret) === name);
  if (!input) return undefined;
  const variable = input === 'extraHeaders' ? '' : `VAULT_${snake(name)}, `;
  return `${variable}--${name}-file FILE (- is standard input) or --${name}-variable NAME`;
}

function suggestion(name: string, known: ReadonlyMap<string, Kind>): string {
  const plain = name.replace(/[-_]/g, '').toLowerCase();
  const meant = [...known.keys()].find((one) => one.replaceAll('-', '') === plain);
  return meant ? `: did you mean --${meant}?` : ', see --help';
}

/** Almost every flag can be a variable, so that CI systems need no quoting. One that means nothing is a mistake like any other. */
function readVariables({ flags: known, all }: Known, env: Environment): Flags {
  const flags = new Map<string, string>();
  const set = Object.entries(env).filter(([name, value]) => name.startsWith(PREFIX) && value);
  const problems = set.flatMap(([name, value = '']): readonly Problem[] => {
    const flag = name.slice(PREFIX.length).toLowerCase().replaceAll('_', '-');
    const kind = known.get(flag);
    const problem = variableProblem(flag, value, { kind, all });
    if (problem) return [{ name, problem }];
    if (kind === 'text') flags.set(flag, value);
    if (kind === 'switch' && isOn(value)) flags.set(flag, 'true');
    return [];
  });
  return { flags, problems };
}

function variableProblem(
  flag: string,
  value: string,
  { kind, all }: { readonly kind: Kind | undefined; readonly all: ReadonlySet<string> },
): string | undefined {
  if (kind === 'switch') return switchProblem(value);
  if (kind === 'text' || all.has(flag)) return undefined;
  return kind === 'argument' ? `is not read: give --${flag}` : strangeProblem(flag);
}

function isOn(value: string): boolean {
  return /^true$/i.test(value);
}

function switchProblem(value: string): string | undefined {
  return /^(true|false)$/i.test(value) ? undefined : 'is a switch: true or false';
}

function strangeProblem(flag: string): string {
  const ways = secretWays(flag);
  return ways ? `is not read: give ${ways}` : 'stands for no flag, see --help';
}

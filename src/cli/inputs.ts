/** Why this exists: flags, the variables and files that they name, and the environment become the inputs of a job. */

import { type ReadFile, readCredential } from '../config/files.ts';
import { completeInputs, INPUTS, type InputName, type RawConfig, standIns } from '../config/inputs.ts';
import type { Problem } from '../vault/errors.ts';
import { CREDENTIALS, kebab, PREFIX } from './flags.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Inputs {
  readonly raw: RawConfig;
  /** The variables, and flags of another name, that the texts of some of them are from. */
  readonly standIns: ReadonlyMap<InputName, string>;
  /** Names of the variables in the environment that hold a credential. */
  readonly variables: readonly string[];
}

export interface Reading {
  /** Not to be used when there are problems. */
  readonly inputs: Inputs;
  readonly problems: readonly Problem[];
}

/** The inputs, and all that cannot be read or contradicts. */
export function readInputs(
  flags: ReadonlyMap<string, string>,
  env: Environment,
  readFile: ReadFile,
): Reading {
  const given = new Map<InputName, string>();
  const problems: Problem[] = [...standardInputProblems(flags)];
  for (const name of INPUTS) {
    const read = readInput(name, flags, env, readFile);
    if ('problem' in read) problems.push(read.problem);
    else given.set(name, read.text);
  }
  problems.push(...keyProblems(given.get('clientKey') ?? ''));
  const named = CREDENTIALS.flatMap((name) => flags.get(`${kebab(name)}-variable`) ?? []);
  const input = (name: InputName): string => given.get(name) ?? '';
  const inputs = {
    raw: completeInputs(input, env),
    standIns: new Map([...sources(flags, input), ...standIns(input, env)]),
    variables: [...named, ...STANDARD],
  };
  return { inputs, problems };
}

/** The flags that say where credentials were found, by the input. */
function sources(
  flags: ReadonlyMap<string, string>,
  input: (name: InputName) => string,
): readonly (readonly [InputName, string])[] {
  return CREDENTIALS.filter((name) => input(name) !== '').flatMap((name) => {
    const ways = [`${kebab(name)}-variable`, `${kebab(name)}-file`];
    const way = ways.find((one) => (flags.get(one) ?? '').trim() !== '');
    return way === undefined ? [] : [[name, `--${way}`] as const];
  });
}

/** It can be read once. */
function standardInputProblems(flags: ReadonlyMap<string, string>): readonly Problem[] {
  const [first, ...others] = [...flags].filter(([name, value]) => name.endsWith('-file') && value === '-');
  if (!first) return [];
  return others.map(([name]) => ({ name: `--${name}`, problem: `standard input is read by --${first[0]}` }));
}

/** Variables that hold credentials by convention, ours or not: no command that we start needs them. */
const STANDARD = ['ROLE_ID', 'SECRET_ID', 'WRAPPED_SECRET_ID', 'TOKEN'].flatMap((name) => [
  `VAULT_${name}`,
  `BAO_${name}`,
]);

type Read = { readonly text: string } | { readonly problem: Problem };

function readInput(
  name: InputName,
  flags: ReadonlyMap<string, string>,
  env: Environment,
  readFile: ReadFile,
): Read {
  const flag = kebab(name);
  const own = (flags.get(flag) ?? '').trim();
  const isCredential = CREDENTIALS.some((one) => one === name);
  const all = isCredential ? [flag, `${flag}-variable`, `${flag}-file`] : [flag];
  const ways = all.filter((way) => (flags.get(way) ?? '').trim() !== '');
  const [first = flag, ...others] = ways;
  if (others.length > 0) {
    const more = others.map((way) => `--${way}`).join(' and ');
    return wrong(first, `cannot be combined with ${more}: give one of them`);
  }
  if (first === `${flag}-variable`) return readVariable(first, flags.get(first) ?? '', env);
  const isInput = INPUTS.some((one) => one === `${name}File`);
  if (first !== `${flag}-file` || isInput) return { text: own };
  const read = readCredential(flags.get(first) ?? '', readFile);
  return 'problem' in read ? wrong(first, read.problem) : { text: read.text.trim() };
}

function readVariable(flag: string, name: string, env: Environment): Read {
  const text = (env[name] ?? '').trim();
  if (text !== '') return { text };
  return wrong(
    flag,
    `the variable ${name} is not set, or empty; a protected variable is there only on protected branches and tags`,
  );
}

function wrong(flag: string, problem: string): { readonly problem: Problem } {
  return { problem: { name: `--${flag}`, problem } };
}

/** A key's path may be an argument, its text may not. In the environment both are fine. */
function keyProblems(clientKey: string): readonly Problem[] {
  if (!isKey(clientKey)) return [];
  return [
    {
      name: '--client-key',
      problem: `would be a secret in an argument: give the path of a file, or set VAULT_CLIENT_KEY`,
    },
  ];
}

/** PEM, or base64 of it. */
function isKey(text: string): boolean {
  return /PRIVATE KEY|^LS0tLS1/.test(text);
}

/** Characters from which a variable with the same text as a credential is one; a test server's token may be `root`. */
const LEAST = 8;

/** The environment for a command that must know none of our credentials, nor any other token of the server (rule R4). */
export function withoutCredentials(env: NodeJS.ProcessEnv, { raw, variables }: Inputs): NodeJS.ProcessEnv {
  const key = isKey(raw.clientKey) ? raw.clientKey : '';
  const secrets = [raw.secretId, raw.wrappedSecretId, raw.token, key, raw.extraHeaders];
  const keeps = ([name, value = '']: [string, string | undefined]): boolean =>
    !variables.includes(name.toUpperCase()) &&
    !variables.includes(name) &&
    !name.startsWith(PREFIX) &&
    !(value.trim().length >= LEAST && secrets.includes(value.trim()));
  return Object.fromEntries(Object.entries(env).filter(keeps));
}

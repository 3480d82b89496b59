/** Why this exists: which flags there are, and which of them also come from the environment. No secret is in any. */

import { INPUTS, type InputName } from '../config/inputs.ts';

/** Inputs about what a runner does with values: a command says that by itself. */
const OF_THE_ACTION: readonly InputName[] = ['exportEnv', 'exportToken', 'outputToken', 'revoke', 'summary'];

/** Every process of the machine can read an argument, so these have no flag (rule R4). */
export const SECRET_INPUTS = ['secretId', 'wrappedSecretId', 'token', 'extraHeaders'] as const;

export type SecretInput = (typeof SECRET_INPUTS)[number];

/** Inputs that may also be in a variable or a file that a flag names. */
export const CREDENTIALS = ['roleId', ...SECRET_INPUTS] as const;

/** The inputs that have a flag of their own. */
export const PLAIN_INPUTS: readonly InputName[] = INPUTS.filter(
  (name) => !OF_THE_ACTION.includes(name) && !isSecret(name),
);

function isSecret(name: InputName): boolean {
  return SECRET_INPUTS.some((secret) => secret === name);
}

/** An `argument` is a text without a variable: what one command writes must not go where another was told to write. */
export type Kind = 'text' | 'switch' | 'argument';

/** `secretIdFile` becomes `secret-id-file`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Of the variables that stand for flags: `VAULT_APPROLE_SECRET_ID_FILE` for `--secret-id-file`. */
export const PREFIX = 'VAULT_APPROLE_';

/** `secret-id` becomes `SECRET_ID`. */
export function snake(flag: string): string {
  return flag.toUpperCase().replaceAll('-', '_');
}

const SWITCHES: readonly InputName[] = ['ignoreNotFound', 'tlsSkipVerify'];

/** The flags that every command has which logs in. */
export const INPUT_FLAGS: ReadonlyMap<string, Kind> = new Map([
  ...PLAIN_INPUTS.map((name): [string, Kind] => [kebab(name), SWITCHES.includes(name) ? 'switch' : 'text']),
  ...CREDENTIALS.flatMap((name): [string, Kind][] => [
    [`${kebab(name)}-file`, 'text'],
    [`${kebab(name)}-variable`, 'text'],
  ]),
]);

/** What the inputs are called here that have no flag of their own name. */
const OTHERWISE: Partial<Record<InputName, string>> = {
  secretId: 'VAULT_SECRET_ID',
  wrappedSecretId: 'VAULT_WRAPPED_SECRET_ID',
  token: '--token-file',
  extraHeaders: '--extra-headers-file',
  exportToken: '--token-env',
};

/** What an input is called on this command line; one that it does not have keeps its name. */
export function spelling(name: string): string {
  const input = INPUTS.find((one) => one === name);
  if (!input) return name;
  return OTHERWISE[input] ?? (PLAIN_INPUTS.includes(input) ? `--${kebab(input)}` : input);
}

/** A text of ours that names inputs as the action does, in the words of this command line. Switches take no value here. */
export function spelled(text: string): string {
  return text
    .replace(SWITCHED_ON, (_, name: string) => spelling(name))
    .replace(CAMEL, (name) => spelling(name));
}

const SWITCHED_ON = new RegExp(`\\b(${SWITCHES.join('|')}): true\\b`, 'g');
/** A name that is one plain word could be the word alone. */
const CAMEL = new RegExp(`\\b(?:${INPUTS.filter((name) => /[A-Z]/.test(name)).join('|')})\\b`, 'g');

/** Why this exists: under which names a value is published, and which names nobody may take. */

import type { Secret } from '../secret.ts';
import { type Entry, givesMany, placeOf } from './grammar.ts';
import { overLetters } from './letters.ts';
import type { Want } from './plan.ts';
import { reserved } from './reserved.ts';

/** A value that an entry gives, ready to be named. */
export interface Value {
  readonly entry: Entry;
  /** The secret it was read from, as it was planned; undefined for what was issued. */
  readonly want?: Want;
  /** The prefix of a secret in a folder: `db_`. */
  readonly own: string;
  /** The field's name, or the selector's text. */
  readonly field: string;
  /** Equal for two values that are the same by their origin. */
  readonly source: string;
  /** The text or, with `binary`, base64 of the bytes. */
  readonly value: Secret;
  readonly binary: boolean;
}

/** A value and the names it goes by. */
export interface Named extends Value {
  /** For messages: the name in outputs or, without one there, in the environment. */
  readonly label: string;
  readonly output?: string | undefined;
  /** Undefined when the name cannot be that of an environment variable, or none is wanted. */
  readonly env?: string | undefined;
  /** The value goes into a file of this name; output and variable hold its path. */
  readonly file?: string | undefined;
  /** The user wants to see it. */
  readonly unmasked: boolean;
}

export interface Naming {
  readonly named: readonly Named[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Names for all values together: reserved names and two values for one name are problems (rule R7). */
export function nameAll(values: readonly Value[], { exportEnv }: { readonly exportEnv: boolean }): Naming {
  const named = values.map((value) => nameOne(value, exportEnv));
  const problems = [...new Set(named.flatMap(nameProblems))];
  return {
    named: distinct(named),
    problems: [...problems, ...clashes(named)],
    warnings: named.filter((one) => wantsEnv(one, exportEnv) && one.env === undefined).map(envWarning),
  };
}

function envWarning({ label }: Named): string {
  return `${label} is no name for an environment variable, only for an output.`;
}

function wantsEnv({ entry }: Value, exportEnv: boolean): boolean {
  return entry.modifiers.only === 'env' || (exportEnv && entry.modifiers.only !== 'output');
}

function nameOne(value: Value, exportEnv: boolean): Named {
  const { only, file, unmasked } = value.entry.modifiers;
  const label = outputName(value);
  const env = envName(value.entry, label);
  return {
    ...value,
    source: `${value.source}${file ? ' in a file' : ''}${unmasked ? ' unmasked' : ''}`,
    label,
    output: only === 'env' ? undefined : label,
    env: wantsEnv(value, exportEnv) && ENV_NAME(env).test(env) ? env : undefined,
    file: file && (file.name ?? label),
    unmasked,
  };
}

const OUTPUT_NAME = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_-]*$`);
const ENV_NAME = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);
const STRANGE = overLetters(String.raw`[^\p{L}\p{N}_]`, 'g');
const FIRST_DIGIT = overLetters(String.raw`^[\p{N}]`);

function outputName({ entry, own, field }: Value): string {
  if (givesMany(entry)) return normalize((entry.name ?? '') + own + field);
  return entry.name ?? normalize(field);
}

/** A name that the user gave is taken verbatim; one made of a field is in upper case, except with `**`. */
function envName(entry: Entry, label: string): string {
  const { selector, name } = entry;
  const asItIs = selector.kind === 'all' && !selector.upperCase;
  return asItIs || (!givesMany(entry) && name !== undefined) ? label : label.toUpperCase();
}

/** As vault-action does: dots become `__`, other characters outside letters, digits and `_` go. */
function normalize(text: string): string {
  const name = text.replaceAll('.', '__').replace(STRANGE(text), '');
  return FIRST_DIGIT(name).test(name) ? `_${name}` : name;
}

/** For messages: `line 3: secret/ci/app password`. */
export function whereOf({ entry, field }: Value): string {
  return `${placeOf(entry)}: ${entry.path} ${field}`;
}

function nameProblems(one: Named): readonly string[] {
  const { entry, label, env } = one;
  const where = whereOf(one);
  if (label === '') return [`${where}: no letter of the field's name can be in a name; give one after "|"`];
  if (!OUTPUT_NAME(label).test(label)) {
    return [
      `${where}: "${label}" is no valid name: a letter or "_" first, then letters, digits, "_" and "-"`,
    ];
  }
  if (env !== undefined && reserved(env)) {
    return [
      `${where}: the environment variable ${env} is reserved, because it would change how later steps run`,
    ];
  }
  if (entry.modifiers.only === 'env' && env === undefined) {
    return [`${where}: "${label}" is no name for an environment variable, and the entry says env`];
  }
  return [];
}

/** Two different values for one name, each name told once. Expressions look outputs up in any case of letters. */
function clashes(named: readonly Named[]): readonly string[] {
  const outputs = clashesBy(named, 'output', ({ output }) => [output, output?.toLowerCase()]);
  const envs = clashesBy(named, 'environment variable', ({ env }) => [env, env]);
  const files = clashesBy(named, 'file', ({ file }) => [file, file?.toLowerCase()]);
  return [...(outputs.length > 0 ? outputs : envs), ...files];
}

function clashesBy(
  named: readonly Named[],
  what: string,
  nameOf: (one: Named) => readonly [name: string | undefined, key: string | undefined],
): readonly string[] {
  const first = new Map<string, Named>();
  const problems = new Map<string, string>();
  for (const one of named) {
    const [name, key] = nameOf(one);
    if (name === undefined || key === undefined) continue;
    const other = first.get(key) ?? one;
    first.set(key, other);
    if (one.source !== other.source) {
      problems.set(
        key,
        `the ${what} ${name} would get two values: ${described(other)} and ${described(one)}`,
      );
    }
  }
  return [...problems.values()];
}

function described({ entry, own, field }: Named): string {
  return `${entry.path} ${own && `${own.replace(/_$/, '')} `}${field} (${placeOf(entry)})`;
}

function distinct(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.map((one) => [`${one.output}\n${one.env}\n${one.file}`, one])).values()];
}

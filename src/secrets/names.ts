/** Why this exists: under which names a value is published, and which names nobody may take. */

import type { Secret } from '../secret.ts';
import type { Entry } from './grammar.ts';
import { reserved } from './reserved.ts';
import type { Selected } from './select.ts';

/** A value and the names it goes by. */
export interface Named {
  /** For messages and the summary. */
  readonly entry: Entry;
  readonly field: string;
  readonly output: string;
  /** Undefined when the name cannot be that of an environment variable, or none are wanted. */
  readonly env?: string | undefined;
  readonly value: Secret;
}

export interface Naming {
  readonly named: readonly Named[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Names for all values together: reserved names and two values for one name are problems (rule R7). */
export function nameAll(
  selected: readonly Selected[],
  { exportEnv }: { readonly exportEnv: boolean },
): Naming {
  const named = selected.map((one) => nameOne(one, exportEnv));
  const warnings = exportEnv
    ? named
        .filter(({ env }) => env === undefined)
        .map(({ output }) => `${output} is no name for an environment variable: it is set as an output only.`)
    : [];
  const problems = [...new Set(named.flatMap(nameProblems))];
  return { named: distinct(named), problems: [...problems, ...clashes(named)], warnings };
}

function nameOne({ entry, field, value }: Selected, exportEnv: boolean): Named {
  const output = outputName(entry, field);
  const env = envName(entry, output);
  return { entry, field, value, output, env: exportEnv && ENV_NAME.test(env) ? env : undefined };
}

const OUTPUT_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const ENV_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function outputName({ selector, name }: Entry, field: string): string {
  if (selector.kind === 'all') return normalize((name ?? '') + field);
  return name ?? normalize(field);
}

/** A name that the user gave is taken verbatim; one made of a field is in upper case, except with `**`. */
function envName({ selector, name }: Entry, output: string): string {
  const verbatim = selector.kind === 'all' ? !selector.upperCase : name !== undefined;
  return verbatim ? output : output.toUpperCase();
}

/** As vault-action does: dots become `__`, other characters outside letters, digits and `_` go. */
function normalize(text: string): string {
  const name = text.replaceAll('.', '__').replace(/[^\p{L}\p{N}_]/gu, '');
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

function nameProblems({ entry, field, output, env }: Named): readonly string[] {
  const where = `line ${entry.line}: ${entry.path} ${field}`;
  if (output === '') return [`${where}: no letter of the field's name can be in a name; give one after "|"`];
  if (!OUTPUT_NAME.test(output)) {
    return [
      `${where}: "${output}" is no valid name: a letter or "_" first, then letters, digits, "_" and "-"`,
    ];
  }
  if (env !== undefined && reserved(env)) {
    return [
      `${where}: the environment variable ${env} is reserved, because it would change how later steps run`,
    ];
  }
  return [];
}

/** Two different values for one name, each name told once. */
function clashes(named: readonly Named[]): readonly string[] {
  const outputs = clashesBy(named, 'output', ({ output }) => output);
  const envs = clashesBy(named, 'environment variable', ({ env }) => env);
  return outputs.length > 0 ? outputs : envs;
}

function clashesBy(
  named: readonly Named[],
  what: string,
  nameOf: (one: Named) => string | undefined,
): readonly string[] {
  const first = new Map<string, Named>();
  const problems = new Map<string, string>();
  for (const one of named) {
    const name = nameOf(one);
    if (name === undefined) continue;
    const other = first.get(name) ?? one;
    first.set(name, other);
    if (!sameSource(one, other))
      problems.set(name, `the ${what} ${name} would get two values: ${both(other, one)}`);
  }
  return [...problems.values()];
}

function both(one: Named, other: Named): string {
  return [one, other].map(({ entry, field }) => `${entry.path} ${field} (line ${entry.line})`).join(' and ');
}

function sameSource(one: Named, other: Named): boolean {
  const { entry: a } = one;
  const { entry: b } = other;
  return one.field === other.field && a.path === b.path && a.version === b.version;
}

function distinct(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.map((one) => [`${one.output}\n${one.env}`, one])).values()];
}

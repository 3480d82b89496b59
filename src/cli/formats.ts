/** Why this exists: values as files that other programs read back, byte for byte, or a refusal by name. */

import type { Secret } from '../secret.ts';
import { UsageError } from '../vault/errors.ts';

export const FORMATS = ['dotenv', 'shell', 'json'] as const;

export type Format = (typeof FORMATS)[number];

export interface Variable {
  readonly name: string;
  readonly value: Secret;
}

/** The file's whole text. Throws a `UsageError` with every variable that the format cannot hold. */
export function formatVariables(variables: readonly Variable[], format: Format): string {
  if (format === 'json') return json(variables);
  const lines = variables.map((one) => (format === 'shell' ? shellLine(one) : dotenvLine(one)));
  const problems = lines.flatMap((line) => (typeof line === 'string' ? [] : [line]));
  if (problems.length > 0) throw new UsageError(problems);
  return [...(format === 'shell' ? QUIET : []), ...lines, ''].join('\n');
}

function json(variables: readonly Variable[]): string {
  const entries = variables.map(({ name, value }) => [name, value.reveal()]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** `sh -x` would print every line that is read from here on, values included. */
const QUIET = ['{ set +x; } 2>/dev/null'];

interface Unwritable {
  readonly name: string;
  readonly problem: string;
}

function shellLine({ name, value }: Variable): string | Unwritable {
  const text = value.reveal();
  const wrong =
    nameProblem(name) ?? ownProblem(name) ?? (isText(text) ? undefined : { name, problem: NO_TEXT });
  return wrong ?? `export ${name}='${text.replaceAll("'", `'\\''`)}'`;
}

/** Without halves of characters, which no file of text can hold. */
function isText(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const NO_TEXT = 'is not text throughout: give --format json, or say file behind its name';

/** What Node's `parseEnv` and python-dotenv both read back unchanged; other readers follow one of the two. */
function dotenvLine({ name, value }: Variable): string | Unwritable {
  const text = value.reveal();
  const quoted = /\r|\$\{[^}]*\}/.test(text) || !isText(text) ? undefined : quote(text);
  return nameProblem(name) ?? (quoted === undefined ? { name, problem: NO_QUOTES } : `${name}=${quoted}`);
}

const NO_QUOTES =
  'holds characters that programs read differently from a dotenv file: give --format shell or json, or say file behind its name';

function quote(text: string): string | undefined {
  if (!/['\\]/.test(text)) return `'${text}'`;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return BARE.test(text) ? text : undefined;
}

/** Without quotes: no comment, and nothing at either end that one of the readers takes for white space. */
const BARE = /^[^\p{C}\p{Z}'"`#](?:[^\p{C}#]*[^\p{C}\p{Z}#])?$/u;

/**
 * Names that a shell keeps for itself: it refuses a value of ours, shows it in a message, or has another one in its place.
 * Asked of dash, bash, busybox, zsh, mksh and ksh. zsh's `USERNAME` and `status` are not among them: secrets are called
 * so, and no other shell minds.
 */
const OF_SHELLS = new Set(
  `_ argv BASHPID COLUMNS DIRSTACK EGID EPOCHREALTIME EPOCHSECONDS ERRNO EUID FUNCNAME FUNCNEST GID GROUPS HISTCMD
  HISTSIZE JOBMAX KEYTIMEOUT KSHEGID KSHGID KSHUID KSH_VERSION LINENO LINES LISTMAX MAILCHECK OPTIND PGRP PIPESTATUS PPID
  RANDOM SAVEHIST SECONDS SHLVL SRANDOM TMOUT TRY_BLOCK_ERROR TTYIDLE UID WATCH fpath histchars
  pipestatus`.split(/\s+/),
);

function ownProblem(name: string): Unwritable | undefined {
  if (!OF_SHELLS.has(name) && !name.startsWith('LC_')) return undefined;
  return { name, problem: 'is a variable that shells keep for themselves: give another one behind "|"' };
}

/** Letters beyond ASCII are fine for an environment, and for no shell. */
function nameProblem(name: string): Unwritable | undefined {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined;
  return { name, problem: 'is no name for a variable in such a file: give another one behind "|"' };
}

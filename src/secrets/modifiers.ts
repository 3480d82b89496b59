/** Why this exists: the words after a name that say what becomes of a value: whether it may be missing, where it goes. */

import { overLetters } from './letters.ts';
import { type Mistake, type Token, unquoted } from './lexer.ts';

export interface Modifiers {
  /** A missing path or field is skipped. */
  readonly optional: boolean;
  /** Used when path or field is missing. */
  readonly fallback?: string | undefined;
  readonly decode?: 'base64' | 'hex' | undefined;
  /** The value goes into a file; its name, where one is given. */
  readonly file?: { readonly name?: string | undefined } | undefined;
  /** Only there, and not in both places. */
  readonly only?: 'env' | 'output' | undefined;
  readonly unmasked: boolean;
}

export const NO_MODIFIERS: Modifiers = { optional: false, unmasked: false };

/** Words, those that take a text with a "=", and what each sets. */
const KNOWN: Readonly<Record<string, (text: string | undefined) => Partial<Modifiers>>> = {
  optional: () => ({ optional: true }),
  'default=': (text) => ({ fallback: text }),
  base64: () => ({ decode: 'base64' }),
  hex: () => ({ decode: 'hex' }),
  file: () => ({ file: {} }),
  'file=': (name) => ({ file: { name } }),
  env: () => ({ only: 'env' }),
  output: () => ({ only: 'output' }),
  nomask: () => ({ unmasked: true }),
};

/** Words that say two different things about the same. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['optional', 'default='],
  ['base64', 'hex'],
  ['env', 'output'],
  ['file', 'file='],
];

/** What the words set, and what is wrong with them. */
export function parseModifiers(tokens: readonly Token[]): {
  modifiers: Modifiers;
  mistakes: readonly Mistake[];
} {
  const words = tokens.map((token) => ({ token, ...parts(token.text) }));
  const mistakes = words.flatMap(({ token, word, text }, index) => {
    const earlier = words.slice(0, index).map((other) => other.word);
    const problem = token.kind === 'word' ? problemOf(word, text, earlier) : `unexpected "${token.text}"`;
    return problem ? [{ line: token.line, column: token.column, problem }] : [];
  });
  const set = words.map(({ word, text }) => (Object.hasOwn(KNOWN, word) ? KNOWN[word]?.(text) : {}));
  return { modifiers: Object.assign({}, NO_MODIFIERS, ...set), mistakes };
}

/** `default="a b"` is the word `default=` and the text `a b`. */
function parts(raw: string): { readonly word: string; readonly text?: string } {
  const [, word, text] = /^([^=]*=)(.*)$/s.exec(raw) ?? [];
  return word === undefined || text === undefined ? { word: raw } : { word, text: unquoted(text) ?? text };
}

function problemOf(word: string, text: string | undefined, earlier: readonly string[]): string | undefined {
  if (!Object.hasOwn(KNOWN, word)) return `unknown modifier "${word}": did you mean ${nearest(word)}?`;
  if (earlier.includes(word)) return `"${word}" is there twice`;
  const other = EXCLUSIVE.find((group) => group.includes(word))?.find((one) => earlier.includes(one));
  if (other) return `"${word}" and "${other}" exclude each other`;
  return word === 'file=' ? fileNameProblem(text ?? '') : undefined;
}

const FILE_NAME = overLetters(String.raw`^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,127}$`);

/** A name within our own folder, on every system. */
function fileNameProblem(name: string): string | undefined {
  if (FILE_NAME(name).test(name)) return undefined;
  return `"${name}" is no file name: letters, digits, "_", "-" and "." make one, and no folder`;
}

function nearest(word: string): string {
  const known = Object.keys(KNOWN).map((name) => ({ name, distance: distance(word, name) }));
  return known.sort((a, b) => a.distance - b.distance)[0]?.name ?? '';
}

/** Levenshtein distance, case ignored. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, a] of [...one.toLowerCase()].entries()) {
    const next = [i + 1];
    for (const [j, b] of [...other].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a === b ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * Why this exists: the text of the `secrets` input becomes entries, or every mistake in it with line and column.
 *
 *     entries := entry (";" | newline) …       "# comment" lines are skipped
 *     entry   := path WS selector ["|" name {WS modifier}]
 *
 * A newline ends an entry once it has its selector; before that, and next to a "|", it is white space.
 */

import { type Path, parsePath } from '../vault/paths.ts';
import { lex, type Mistake, type Token } from './lexer.ts';
import { type Modifiers, parseModifiers } from './modifiers.ts';
import { parseSelector, type Selector } from './selectors.ts';

export interface Entry extends Path {
  readonly selector: Selector;
  /** The name to publish under or, where an entry may give several values, the prefix of their names. */
  readonly name?: string | undefined;
  readonly modifiers: Modifiers;
  /** Where it stands: a line, counted from 1, of the input of this name. */
  readonly line: number;
  readonly origin: Origin;
}

export type Origin = 'secrets' | 'secretsFile' | 'pki';

export interface Parsed {
  readonly entries: readonly Entry[];
  readonly mistakes: readonly Mistake[];
}

/** The entries of a list, and all the mistakes in it. */
export function parseSecrets(text: string, origin: Origin = 'secrets'): Parsed {
  const results = statements(lex(text)).map((statement) => parseEntry(statement, origin));
  return {
    entries: results.flatMap(({ entries }) => entries),
    mistakes: results.flatMap(({ mistakes }) => mistakes),
  };
}

/** The same list on one line, without its comments. What begins it is none, either. */
export function oneLine(text: string): string {
  const entries = statements(lex(text)).map((tokens) => tokens.map((token) => token.text).join(' '));
  return entries.join('; ').replace(/^#/, ';#');
}

/** Whether an entry may give several values, so that its name is a prefix. */
export function givesMany({ selector, folder }: Entry): boolean {
  return folder !== undefined || selector.kind === 'all' || selector.kind === 'glob';
}

/** For messages: `line 3`, or `secretsFile line 3`. */
export function placeOf({ line, origin }: Entry): string {
  return origin === 'secrets' ? `line ${line}` : `${origin} line ${line}`;
}

/** Splits the tokens at `;` and at those newlines that end an entry. */
function statements(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const all: Token[][] = [[]];
  tokens.forEach((token, index) => {
    const current = all.at(-1) ?? [];
    const ends = token.kind === ';' || (token.kind === 'newline' && isComplete(current, tokens, index));
    if (ends) all.push([]);
    else if (token.kind !== 'newline') current.push(token);
  });
  return all.filter((statement) => statement.length > 0);
}

function isComplete(statement: readonly Token[], tokens: readonly Token[], index: number): boolean {
  if (statement.length < 2 || statement.at(-1)?.kind === '|') return false;
  return nextOnLaterLine(tokens, index)?.kind !== '|';
}

function nextOnLaterLine(tokens: readonly Token[], index: number): Token | undefined {
  for (let at = index; at < tokens.length; at++) if (tokens[at]?.kind !== 'newline') return tokens[at];
  return undefined;
}

function parseEntry(tokens: readonly Token[], origin: Origin): Parsed {
  const broken = tokens.find(({ problem }) => problem);
  if (broken?.problem) return mistake(broken, broken.problem);
  const [path, selector, bar, name, ...rest] = tokens;
  if (path?.kind !== 'word') return mistake(path, 'expected a path, such as secret/ci/app, before "|"');
  if (selector?.kind !== 'word') {
    return mistake(selector ?? path, `expected a field after "${path.text}", such as password or *`);
  }
  if (bar && bar.kind !== '|') return mistake(bar, `expected "|", ";" or a new line before "${bar.text}"`);
  if (bar && name?.kind !== 'word') return mistake(name ?? bar, 'expected a name after "|"');
  return assemble({ path, selector, name, rest, origin });
}

interface Parts {
  readonly path: Token;
  readonly selector: Token;
  readonly name?: Token | undefined;
  readonly rest: readonly Token[];
  readonly origin: Origin;
}

function assemble({ path, selector, name, rest, origin }: Parts): Parsed {
  const parsedPath = parsePathToken(path);
  const label = (name?.quoted ?? name?.text) || undefined;
  const parsedSelector = parseSelector(selector, { named: label !== undefined });
  const { modifiers, mistakes } = parseModifiers(rest);
  const problems = [
    ...('problem' in parsedPath ? [at(path, parsedPath.problem)] : []),
    ...('problem' in parsedSelector ? [at(selector, parsedSelector.problem)] : []),
    ...mistakes,
  ];
  if ('problem' in parsedPath || 'problem' in parsedSelector || problems.length > 0) {
    return { entries: [], mistakes: problems };
  }
  const entry = { ...parsedPath, selector: parsedSelector, name: label, modifiers, line: path.line, origin };
  const conflict = conflictOf(entry);
  return conflict ? mistake(selector, conflict) : { entries: [entry], mistakes: [] };
}

function parsePathToken({ text, quoted }: Token): ReturnType<typeof parsePath> {
  if (quoted !== undefined) return parsePath(quoted, { literal: true });
  if (/["'`]/.test(text)) return { problem: 'a path is quoted as a whole or not at all' };
  return parsePath(text, { literal: false });
}

function conflictOf(entry: Entry): string | undefined {
  const { selector, folder, modifiers } = entry;
  if (folder && selector.kind === 'expression')
    return 'an expression cannot be applied to all secrets of a folder';
  if (modifiers.fallback !== undefined && givesMany(entry))
    return 'default= needs an entry that gives one value';
  if (modifiers.file?.name !== undefined && givesMany(entry))
    return 'file=NAME needs an entry that gives one value';
  return undefined;
}

function mistake(token: Token | undefined, problem: string): Parsed {
  return { entries: [], mistakes: [at(token, problem)] };
}

function at(token: Token | undefined, problem: string): Mistake {
  return { line: token?.line ?? 1, column: token?.column ?? 1, problem };
}

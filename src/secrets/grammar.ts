/**
 * Why this exists: the text of the `secrets` input becomes entries, or every mistake in it with line and column.
 *
 *     entries := entry (";" | newline) …       "# comment" lines are skipped
 *     entry   := path WS selector ["|" name]
 *
 * A newline ends an entry once it has its selector; before that, and next to a "|", it is white space.
 */

import { lex, type Token } from './lexer.ts';
import { type Path, parsePath } from './paths.ts';

export type Selector =
  | { readonly kind: 'field'; readonly name: string }
  /** `*`: env names in upper case; `**`: as they are. */
  | { readonly kind: 'all'; readonly upperCase: boolean };

export interface Entry extends Path {
  readonly selector: Selector;
  /** The name to publish under or, with `*` and `**`, the prefix of the names. */
  readonly name?: string | undefined;
  readonly line: number;
}

export type Mistake = { readonly line: number; readonly column: number; readonly problem: string };

/** The entries of a list, or all the mistakes in it. */
export function parseSecrets(text: string): {
  readonly entries: readonly Entry[];
  readonly mistakes: readonly Mistake[];
} {
  const results = statements(lex(text)).map(parseEntry);
  return {
    entries: results.flatMap((result) => ('selector' in result ? [result] : [])),
    mistakes: results.flatMap((result) => ('problem' in result ? [result] : [])),
  };
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
  const next = tokens.slice(index).find(({ kind }) => kind !== 'newline');
  return statement.length >= 2 && statement.at(-1)?.kind !== '|' && next?.kind !== '|';
}

function parseEntry(tokens: readonly Token[]): Entry | Mistake {
  const broken = tokens.find(({ problem }) => problem);
  if (broken?.problem) return mistake(broken, broken.problem);
  const [path, selector, bar, name, extra] = tokens;
  if (path?.kind !== 'word') return mistake(path, 'expected a path, such as secret/data/ci/app');
  if (selector?.kind !== 'word') {
    return mistake(selector ?? path, `expected a field after ${quoted(path)}, such as password or *`);
  }
  if (bar && bar.kind !== '|') return mistake(bar, `expected "|", ";" or a new line before ${quoted(bar)}`);
  if (bar && name?.kind !== 'word') return mistake(name ?? bar, 'expected a name after "|"');
  if (extra) return mistake(extra, `expected ";" or a new line before ${quoted(extra)}`);
  const parsed = path.quoted ? parsePath(path.text.replaceAll('?', '%3F')) : parsePath(path.text);
  if ('problem' in parsed) return mistake(path, parsed.problem);
  return { ...parsed, selector: parseSelector(selector), name: name?.text, line: path.line };
}

function parseSelector({ text, quoted: literal }: Token): Selector {
  if (!literal && (text === '*' || text === '**')) return { kind: 'all', upperCase: text === '*' };
  return { kind: 'field', name: text };
}

function mistake(token: Token | undefined, problem: string): Mistake {
  return { line: token?.line ?? 1, column: token?.column ?? 1, problem };
}

function quoted({ text }: Token): string {
  return `"${text}"`;
}

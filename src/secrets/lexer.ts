/** Why this exists: words, quotes, separators and comments of the `secrets` text, each with its place in it. */

export interface Token {
  readonly kind: 'word' | '|' | ';' | 'newline';
  /** A word without its quotes. */
  readonly text: string;
  /** The whole word stood in quotes. */
  readonly quoted: boolean;
  /** Both count from 1; columns in characters. */
  readonly line: number;
  readonly column: number;
  readonly problem?: string | undefined;
}

/** A word is made of quoted pieces and of characters that separate nothing. */
const WORD = /(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[^\s;|"'`])+/uy;
const SEPARATOR = /[;|]/y;
const BLANK = /[^\S\n]+/y;
const COMMENT = /#[^\n]*/y;
const QUOTED = /^(["'`])(.*)\1$/s;

/** The tokens of a text. What cannot be read becomes a token with a `problem`. */
export function lex(text: string): readonly Token[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => [...lexLine(line, index + 1), newline(index + 1)]);
}

function lexLine(text: string, line: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  while (at < text.length) {
    if (match(BLANK)) continue;
    if (tokens.length === 0 && match(COMMENT)) break;
    const place = { line, column: at + 1 };
    const separator = match(SEPARATOR);
    const found = separator ?? match(WORD);
    if (found === undefined) return [...tokens, unclosed(text.slice(at), place)];
    if (separator === ';' || separator === '|')
      tokens.push({ kind: separator, text: found, quoted: false, ...place });
    else tokens.push(word(found, place));
  }
  return tokens;
}

function word(raw: string, place: { line: number; column: number }): Token {
  const [, quote, inner] = QUOTED.exec(raw) ?? [];
  const quoted = inner !== undefined && quote !== undefined && !inner.includes(quote);
  return { kind: 'word', text: quoted ? inner : raw, quoted, ...place };
}

function unclosed(rest: string, place: { line: number; column: number }): Token {
  return {
    kind: 'word',
    text: rest,
    quoted: false,
    ...place,
    problem: `the quote ${rest[0]} is not closed on this line`,
  };
}

function newline(line: number): Token {
  return { kind: 'newline', text: '\n', quoted: false, line, column: 0 };
}

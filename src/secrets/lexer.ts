/** Why this exists: words, quotes, separators and comments of the `secrets` text, each with its place in it. */

export interface Token {
  readonly kind: 'word' | '|' | ';' | 'newline';
  /** As it stands in the text, quotes included. */
  readonly text: string;
  /** What is between the quotes, where the whole word stands in quotes. */
  readonly quoted?: string | undefined;
  /** Both count from 1; columns in UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly problem?: string | undefined;
}

export interface Mistake {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/** A word is made of quoted pieces and of characters that separate nothing. */
const WORD = /(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[^\s;|"'`])+/uy;
const SEPARATOR = /[;|]/y;
const BLANK = /[^\S\n]+/y;
const COMMENT = /#[^\n]*/y;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|`([^`]*)`)$/;

/** The tokens of a text. What cannot be read becomes a token with a `problem`. */
export function lex(text: string): readonly Token[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => [...lexLine(line, index + 1), newline(index + 1)]);
}

/** The text between the quotes of a wholly quoted one, else undefined. */
export function unquoted(text: string): string | undefined {
  const [, double, single, back] = QUOTED.exec(text) ?? [];
  return double ?? single ?? back;
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
    if (separator === ';' || separator === '|') tokens.push({ kind: separator, text: found, ...place });
    else tokens.push({ kind: 'word', text: found, quoted: unquoted(found), ...place });
  }
  return tokens;
}

function unclosed(rest: string, place: { line: number; column: number }): Token {
  return { kind: 'word', text: rest, ...place, problem: `the quote ${rest[0]} is not closed on this line` };
}

function newline(line: number): Token {
  return { kind: 'newline', text: '\n', line, column: 0 };
}

/** Why this exists: the forms of a text between the quotes of shells and programming languages. */

import { hex } from '../../secrets/forms.ts';

/** Shells trace commands and list variables in such forms; languages print values so that they could be read again. */
export function quotedForms(text: string): readonly string[] {
  const bytes = Buffer.from(text).toString('latin1');
  return [
    ...shellForms(text),
    inside("'", text, BASH),
    inside("'", bytes, BASH_IN_LOCALE_C),
    ...[PYTHON, PYTHON_ASCII, NODE].flatMap((way) => [inside("'", text, way), inside(NO_QUOTE, text, way)]),
    ...["'", NO_QUOTE].map((quote) => inside(quote, bytes, PYTHON_ASCII)),
    inside('"', text, GO),
    // Perl, PHP
    text.replace(/[\\']/g, '\\$&'),
    // YAML, SQL and PowerShell; CSV; make and docker compose
    ...["'", '"', '$'].map((quote) => text.replaceAll(quote, () => quote + quote)),
  ];
}

function shellForms(text: string): readonly string[] {
  return [
    // single quotes: bash, with `set -x`; then busybox and Python's shlex
    text.replaceAll("'", "'\\''"),
    text.replaceAll("'", `'"'"'`),
    // neighbouring quotes together, and no empty text behind the last: dash, with `export -p`
    text.replace(/'+/g, (run) => `'"${run}"'`).replace(/(?<=")'$/, ''),
    // double quotes: `declare -p`
    text.replace(/["$`\\]/g, '\\$&'),
    // no quotes: `printf %q`, alone and behind other text
    text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|(?<=[=:])~|^[~#]/g, '\\$&'),
    text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|(?<=[=:])~/g, '\\$&'),
  ];
}

const NO_QUOTE = '';

/** What is escaped besides the backslash and the quote around the text, and how. */
interface Escapes {
  readonly escaped: RegExp;
  readonly names: Readonly<Record<string, string>>;
  /** For a character without a name. */
  readonly code: (character: string) => string;
}

function inside(quote: string, text: string, { escaped, names, code }: Escapes): string {
  const plain = text
    .replaceAll('\\', '\\\\')
    .replace(escaped, (character) => names[character] ?? code(character));
  return quote === NO_QUOTE ? plain : plain.replaceAll(quote, `\\${quote}`);
}

const BLANKS = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const NAMES = { ...BLANKS, '\b': '\\b', '\f': '\\f' };
const NAMES_IN_C = { ...NAMES, '\x07': '\\a', '\v': '\\v' };

/** `$'…'`: bash, for a text with control characters. */
const BASH: Escapes = {
  escaped: /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}]/gu,
  names: { ...NAMES_IN_C, '\x1b': '\\E' },
  code: (character) =>
    [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
};

/** For a text whose characters are bytes: there, all that is not ASCII counts as a control character. */
const BASH_IN_LOCALE_C: Escapes = {
  escaped: /[^\x20-\x7e]/g,
  names: BASH.names,
  code: (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
};

/** `repr()` */
const PYTHON: Escapes = {
  escaped: /\p{C}|(?! )\p{Z}/gu,
  names: BLANKS,
  code: (character) => coded(character, 0x100),
};

/** `ascii()`, and `repr()` of bytes */
const PYTHON_ASCII: Escapes = { ...PYTHON, escaped: /[^\x20-\x7e]/gu };

/** `util.inspect()`, `console.log()` of an object */
const NODE: Escapes = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it escapes
  escaped: /[\x00-\x1f\x7f-\x9f]/g,
  names: NAMES,
  code: (character) => `\\x${hex(character.charCodeAt(0), 2, 'upper')}`,
};

/** `%q` */
const GO: Escapes = {
  escaped: PYTHON.escaped,
  names: NAMES_IN_C,
  code: (character) => coded(character, 0x80),
};

/** By the shortest of three forms; `\x` only below `bound`. */
function coded(character: string, bound: number): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < bound) return `\\x${hex(code, 2, 'lower')}`;
  return code < 0x10000 ? `\\u${hex(code, 4, 'lower')}` : `\\U${hex(code, 8, 'lower')}`;
}

/**
 * Why this exists: the forms in which programs print a text, as far as masks (`masks.ts`) and the redaction filter
 * (`src/cli/redact/`) share them: JSON, percent-encoding, base64.
 */

/** A text in JSON without the quotes around it; with `escaped`, characters that this program writes as `\uXXXX`, too. */
export function json(text: string, escaped: RegExp = NOTHING, digits: Digits = 'lower'): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(escaped, (unit) => `\\u${hex(unit.charCodeAt(0), 4, digits)}`);
}

/** The case of hexadecimal digits. */
export type Digits = 'lower' | 'upper';

const NOTHING = /(?!)/g;

/** What Go writes as `\uXXXX`, Vault's own answers included. */
export const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;
/** What Python writes as `\uXXXX`. */
export const NOT_PRINTABLE_ASCII = /[^\x20-\x7e]/g;

export function hex(code: number, length: number, digits: Digits): string {
  const text = code.toString(16).padStart(length, '0');
  return digits === 'upper' ? text.toUpperCase() : text;
}

/** Characters besides letters and digits that are not percent-encoded, by who leaves them. */
export const KEPT = {
  /** RFC 3986: curl, Go and .NET; Python's `quote_plus` */
  unreserved: '-_.~',
  /** browsers, Java and Node for forms */
  form: '*-._',
} as const;

/** UTF-8 in percent-encoding with upper-case digits, `%20` for a blank. */
export function percent(text: string, kept: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
    .replace(/[^A-Za-z0-9%]/g, (c) => `%${hex(c.charCodeAt(0), 2, 'upper')}`)
    .replace(/%[2-7][0-9A-F]/g, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return kept.includes(character) ? character : code;
    });
}

/** The same with `+` for a blank, as in forms. */
export function formEncoded(text: string, kept: string): string {
  return percent(text, kept).replaceAll('%20', '+');
}

const SHORTEST_BASE64 = 8;

/**
 * Base64 and base64url of bytes wherever they may stand in longer ones: at each of three alignments, those characters
 * that no neighbour has a bit in. Forms of fewer than 8 characters are left out.
 */
export function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2]
    .map((before) => {
      const first = Math.ceil((before * 8) / 6);
      const end = Math.floor(((before + bytes.length) * 8) / 6);
      return Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .slice(first, end);
    })
    .filter((form) => form.length >= SHORTEST_BASE64)
    .flatMap((form) => [...new Set([form, form.replaceAll('+', '-').replaceAll('/', '_')])]);
}

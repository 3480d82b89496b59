/** Why this exists: a value that is stored as base64 or hex is published as what it encodes, or as a clear refusal. */

import { Secret } from '../secret.ts';

export type Encoding = 'base64' | 'hex';

/** Decoded text; or bytes that are no text, which only a file can hold (kept as base64). */
export type Decoded =
  | { readonly kind: 'text'; readonly value: Secret }
  | { readonly kind: 'bytes'; readonly base64: Secret }
  | { readonly kind: 'wrong'; readonly problem: string };

/** The decoded value. Line breaks and blanks in it are ignored, as encoders wrap lines; anything else is an error. */
export function decode(value: Secret, encoding: Encoding): Decoded {
  const text = value.reveal().replace(/\s+/g, '');
  if (!VALID[encoding].test(text) || !wholeGroups(text, encoding))
    return { kind: 'wrong', problem: `is not ${encoding}` };
  const bytes = Buffer.from(text, encoding);
  try {
    return { kind: 'text', value: new Secret(UTF8.decode(bytes)) };
  } catch {
    return { kind: 'bytes', base64: new Secret(bytes.toString('base64')) };
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Both alphabets of base64, with and without padding (RFC 4648). */
const VALID: Readonly<Record<Encoding, RegExp>> = {
  base64: /^[A-Za-z0-9+/_-]*={0,2}$/,
  hex: /^[0-9A-Fa-f]*$/,
};

function wholeGroups(text: string, encoding: Encoding): boolean {
  if (encoding === 'hex') return text.length % 2 === 0;
  return text.replace(/=+$/, '').length % 4 !== 1 && (!text.includes('=') || text.length % 4 === 0);
}

/**
 * Why this exists: what a runner must be told to hide so that a value, printed in the usual ways, stays hidden, while
 * the log stays readable (rules R2 and R3). The runner itself adds some forms to each mask (plain base64, JSON, URI and
 * XML escapes); those that it lacks are made here.
 */

import type { Secret } from '../secret.ts';
import { base64Forms, ESCAPED_BY_GO, formEncoded, json, KEPT, NOT_PRINTABLE_ASCII } from './forms.ts';
import { linesWorthHiding, textsIn } from './parts.ts';

/** Characters below which a mask may hit other text by chance. */
const SAFE = 8;
/** Characters of a whole multi-line value up to which its base64 is masked too. */
const LARGEST_WHOLE = 16_384;

export interface Masks {
  readonly masks: readonly string[];
  /** `none`: the value is too short or too common to be masked; `weak`: its mask may hit other text. */
  readonly protection: 'full' | 'weak' | 'none';
}

/** All texts to mask for one value. Multi-line values are masked line by line, never as a whole. */
export function masksOf(value: Secret): Masks {
  const text = value.reveal();
  const plain = new Set(textsIn(text).flatMap(linesWorthHiding));
  const masks = new Set([...plain].flatMap((part) => [part, ...derived(part)]));
  const whole = text.trim();
  if (plain.size > 0 && /[\r\n]/.test(whole) && whole.length <= LARGEST_WHOLE) {
    for (const form of base64Forms(Buffer.from(whole))) masks.add(form);
  }
  return { masks: [...masks], protection: protection(plain) };
}

function protection(plain: ReadonlySet<string>): Masks['protection'] {
  if (plain.size === 0) return 'none';
  return [...plain].some((part) => part.length < SAFE) ? 'weak' : 'full';
}

/** As Go, Python, browsers and curl print it. The runner itself adds other forms. */
function derived(text: string): readonly string[] {
  return [goJson(text), asciiJson(text), ...formEncoded(text), ...base64Forms(text)].filter(
    (form) => form !== text,
  );
}

/** JSON as Go writes it, Vault's own answers included. */
function goJson(text: string): string {
  return jsonInside(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

/** JSON as Python writes it. */
function asciiJson(text: string): string {
  return jsonInside(text).replace(/[^\x20-\x7e]/g, unicodeEscape);
}

/** JSON of a text without the quotes around it. */
function jsonInside(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** As browsers and Node write forms, as Python, Go and curl do, and as JavaScript writes a part of a URI. */
function formEncoded(text: string): readonly string[] {
  const strict = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[!'()*]/g,
    percentEscape,
  );
  return [new URLSearchParams({ v: text }).toString().slice(2), strict.replaceAll('%20', '+')];
}

function percentEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * Base64 and base64url wherever the text may stand in a longer one: at each of three alignments, without the groups
 * that its neighbours have a part in.
 */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 2, 1].map((skip) => {
    const whole = bytes.length - skip - ((bytes.length - skip) % 3);
    return bytes.subarray(skip, skip + whole).toString('base64');
  });
  return forms
    .filter((form) => form.length >= SHORTEST_ENCODED)
    .flatMap((form) => [...new Set([form, form.replaceAll('+', '-').replaceAll('/', '_')])]);
}

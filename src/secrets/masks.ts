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
  return [
    json(text, ESCAPED_BY_GO),
    json(text, NOT_PRINTABLE_ASCII),
    formEncoded(text, KEPT.form),
    formEncoded(text, KEPT.unreserved),
    ...base64Forms(Buffer.from(text)),
  ].filter((form) => form !== text);
}

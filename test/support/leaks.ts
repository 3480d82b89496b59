/** Why this exists: a credential is found in a text in whatever usual encoding it stands there (rules R1, R5, R19). */

import type { Result } from './runner.mjs';

export interface Leak {
  /** Where it was found: `log`, `summary` … */
  readonly where: string;
  /** How it was written there. */
  readonly form: string;
}

/** What anybody may read of a step, raw: before the runner masks anything. Mask commands themselves are left out. */
export function readable({
  status,
  log,
  errors,
  summary,
  outputs,
  env,
}: Result): Readonly<Record<string, string>> {
  const outside = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const published = status === 0 ? {} : { outputs: values(outputs), environment: values(env) };
  return { log: outside.join('\n'), errors, summary, ...published };
}

/** One value a line, because JSON would be an encoding of its own. */
function values(of: Readonly<Record<string, string>>): string {
  return Object.entries(of).flat().join('\n');
}

/** Every secret in every text, once for each form. */
export function leaksIn(texts: Readonly<Record<string, string>>, secrets: Iterable<string>): readonly Leak[] {
  const all = [...new Set(secrets)].flatMap((secret) => Object.entries(formsOf(secret)));
  return Object.entries(texts).flatMap(([where, text]) =>
    all.filter(([, written]) => text.includes(written)).map(([form]) => ({ where, form })),
  );
}

/** The spellings of a secret that tools print. Base64 is cut to what does not depend on what stands around it. */
export function formsOf(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret);
  const base64 = (skipped: number): string => {
    const whole = bytes.subarray(skipped);
    return whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
  };
  const hex = bytes.toString('hex');
  return {
    plain: secret,
    'base64, first alignment': base64(0),
    'base64, second alignment': base64(2),
    'base64, third alignment': base64(1),
    'base64url, first alignment': urlSafe(base64(0)),
    'base64url, second alignment': urlSafe(base64(2)),
    'base64url, third alignment': urlSafe(base64(1)),
    hex,
    'upper-case hex': hex.toUpperCase(),
    percent: encodeURIComponent(secret),
    'percent, every byte': hex.replace(/../g, '%$&'),
    form: new URLSearchParams([['', secret]]).toString().slice(1),
    JSON: JSON.stringify(secret).slice(1, -1),
    'ASCII JSON': asciiJson(secret),
    'JSON in JSON': JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  };
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

/** As Go and Python write it: nothing but ASCII, and `<`, `>`, `&` as escapes. */
function asciiJson(secret: string): string {
  return JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[<>&\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

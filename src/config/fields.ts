/** Why this exists: the inputs that are a switch, a number or one word of a few. */

import * as z from 'zod/mini';
import type { Problem } from '../vault/errors.ts';
import type { RawConfig } from './inputs.ts';

/** The words of the YAML 1.2 core schema, as `core.getBooleanInput` takes them. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** Without code made from strings: parsers are used once here, and compiling one takes longer. */
z.config({ jitless: true });

const FIELDS = z.object({
  exportEnv: flag(true),
  exportToken: flag(false),
  outputToken: flag(false),
  ignoreNotFound: flag(false),
  tlsSkipVerify: flag(false),
  summary: flag(true),
  timeout: decimal({ fallback: 10, least: 1, most: 300, unit: 'seconds' }),
  retries: decimal({ fallback: 3, least: 0, most: 10, unit: 'tries', whole: true }),
  secretEncodingType: word(['utf8', 'base64', 'hex']),
  revoke: word(['post', 'main', 'never']),
});

export type Fields = z.output<typeof FIELDS>;

/** The fields; those that are wrong have a problem each, and the result must not be used then. */
export function readFields(raw: RawConfig): {
  readonly fields?: Fields;
  readonly problems: readonly Problem[];
} {
  const parsed = FIELDS.safeParse(raw);
  if (parsed.success) return { fields: parsed.data, problems: [] };
  return {
    problems: parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), problem: message })),
  };
}

/** The fields, with their defaults in place of those that have a problem. */
export function withDefaults(raw: RawConfig, problems: readonly Problem[]): Fields {
  return FIELDS.parse({ ...raw, ...Object.fromEntries(problems.map(({ name }) => [name, ''])) });
}

/** Whether verification is to be skipped, whatever is wrong with the other inputs. */
export function skipsVerification({ tlsSkipVerify }: RawConfig): boolean {
  return BOOLEANS.get(tlsSkipVerify) ?? false;
}

function flag(fallback: boolean) {
  return parsedText(
    (text) => (text === '' ? fallback : BOOLEANS.get(text)),
    (text) => `"${text}" is no boolean: write true or false`,
  );
}

interface Range {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  readonly whole?: boolean;
}

function decimal({ fallback, least, most, unit, whole = false }: Range) {
  return parsedText(
    (text) => {
      const value = text === '' ? fallback : Number(text);
      const valid = /^(\d+(\.\d+)?)?$/.test(text) && value >= least && value <= most;
      return valid && (!whole || Number.isInteger(value)) ? value : undefined;
    },
    (text) => `"${text}" is not ${whole ? 'a whole number' : 'a number'} of ${unit} from ${least} to ${most}`,
  );
}

function word<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return parsedText(
    (text): Word | undefined => (text === '' ? words[0] : words.find((known) => known === text)),
    (text) => `"${text}" is not one of ${words.join(', ')}`,
  );
}

/** A text that `parse` understands; what it does not (undefined) is the issue that `problem` words. */
function parsedText<T>(parse: (text: string) => T | undefined, problem: (text: string) => string) {
  return z.transform((text: string, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: problem(text), input: text });
    return z.NEVER;
  });
}

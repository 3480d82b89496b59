/** Why this exists: JSON whose numbers keep their digits, and whose errors never quote the text (rule R5). */

import { LosslessNumber, parse, stringify } from 'lossless-json';

/**
 * Parses JSON; numbers become `LosslessNumber`. Returns undefined for text that is not JSON: the parser's own
 * message quotes its input.
 */
export function parseJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON value as text: strings as they are, everything else as compact JSON with the digits the server sent. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : (stringify(value) ?? 'null');
}

/** The number of a JSON number, undefined for anything else. */
export function jsonNumber(value: unknown): number | undefined {
  return value instanceof LosslessNumber ? Number(value.value) : undefined;
}

/** The own properties of a JSON object, undefined for anything else. */
export function jsonObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber)
  );
}

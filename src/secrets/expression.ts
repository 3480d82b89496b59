/** Why this exists: JSONata (https://docs.jsonata.org), loaded only when an entry needs it. */

import { LosslessNumber } from 'lossless-json';
import { Secret } from '../secret.ts';
import { jsonText } from '../vault/json.ts';

export type Evaluation =
  | { readonly kind: 'value'; readonly value: Secret }
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'wrong' } & Fault);

interface Fault {
  /** A sentence: JSONata's own messages may quote values. */
  readonly problem: string;
  /** The expression could not even be read. */
  readonly syntax: boolean;
}

/** Milliseconds, and calls within calls: an expression that runs away ends with an error. */
const LIMITS = { timeout: 5_000, stack: 500 };

/** The value of an expression over the fields of a secret. Numbers that JavaScript cannot hold exactly are texts there. */
export async function evaluate(text: string, fields: Readonly<Record<string, unknown>>): Promise<Evaluation> {
  const { default: jsonata } = await import('jsonata');
  try {
    const result: unknown = await jsonata(text, LIMITS).evaluate(plain(fields));
    if (result === undefined || isFunction(result)) return { kind: 'nothing' };
    return { kind: 'value', value: new Secret(jsonText(result)) };
  } catch (error) {
    return { kind: 'wrong', ...fault(error) };
  }
}

/** Its code (https://docs.jsonata.org/embedding-extending#error-codes) and place are all that is safe to tell. */
function fault(error: unknown): Fault {
  const { code, position } = Object.assign({ code: 'unknown', position: undefined }, error);
  return {
    problem: `JSONata error ${code} at character ${position ?? '?'}`,
    syntax: String(code).startsWith('S'),
  };
}

/** JSONata's own functions, and those that an expression makes. */
function isFunction(result: unknown): boolean {
  if (typeof result === 'function') return true;
  return (
    typeof result === 'object' &&
    result !== null &&
    ('_jsonata_function' in result || '_jsonata_lambda' in result)
  );
}

function plain(value: unknown): unknown {
  if (value instanceof LosslessNumber) return exact(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function exact(digits: string): number | string {
  return String(Number(digits)) === digits ? Number(digits) : digits;
}

/** Why this exists: of what was read, the values that an entry asks for. */

import { Secret } from '../secret.ts';
import { jsonObject, jsonText, parseJson } from '../vault/json.ts';
import type { SecretRead } from '../vault/kv.ts';
import { evaluate } from './expression.ts';
import { overLetters } from './letters.ts';
import type { Selector } from './selectors.ts';

/** One value of one secret: the field's name, or the selector's text, and what is there. */
export type Selected = readonly [field: string, value: Secret];

export type Selection =
  | { readonly kind: 'found'; readonly selected: readonly Selected[] }
  /** A sentence without a value in it; field names are no secrets. */
  | { readonly kind: 'missing'; readonly what: string }
  | { readonly kind: 'wrong'; readonly problem: string };

/** The values that a selector means. A field of exactly the selector's spelling comes before any other reading of it. */
export async function select(selector: Selector, read: SecretRead): Promise<Selection> {
  if (selector.kind === 'all') return found([...read.fields]);
  if (selector.kind === 'glob') return matching(selector, read);
  const flat = read.fields.get(selector.text);
  if (flat) return found([[selector.text, flat]]);
  if (selector.kind === 'field') return missing(selector.text, read);
  const nested = selector.kind === 'nested' ? follow(selector.steps, read) : undefined;
  if (nested) return found([[selector.text, nested]]);
  return mayBeExpression(selector, read) ? computed(selector, read) : missing(selector.text, read);
}

function found(selected: readonly Selected[]): Selection {
  return { kind: 'found', selected };
}

function matching({ text, pattern }: Extract<Selector, { kind: 'glob' }>, read: SecretRead): Selection {
  const fields = [...read.fields].filter(([name]) => pattern.test(name));
  return fields.length > 0 ? found(fields) : missing(text, read);
}

/** The value at the end of the steps. A value on the way may be JSON in a string. */
function follow(steps: readonly (string | number)[], read: SecretRead): Secret | undefined {
  const value = steps.reduce<unknown>((inside, step) => stepInto(inside, step), read.reveal());
  return value === undefined ? undefined : new Secret(jsonText(value));
}

function stepInto(value: unknown, step: string | number): unknown {
  const inside = typeof value === 'string' ? parseJson(value) : value;
  if (typeof step === 'number') return Array.isArray(inside) ? inside[step] : undefined;
  const object = jsonObject(inside);
  return object && Object.hasOwn(object, step) ? object[step] : undefined;
}

const IDENTIFIER = overLetters(String.raw`^[\p{L}_][\p{L}\p{N}_]*$`);

/** JSONata maps over arrays where plain steps find nothing. It is not loaded for a first step that is not there. */
function mayBeExpression(selector: Selector, read: SecretRead): boolean {
  if (selector.kind === 'expression') return true;
  if (selector.kind !== 'nested' || !read.fields.has(String(selector.steps[0]))) return false;
  return selector.steps.every((step) => typeof step === 'number' || IDENTIFIER(step).test(step));
}

async function computed(selector: Exclude<Selector, { kind: 'all' }>, read: SecretRead): Promise<Selection> {
  const { text } = selector;
  const result = await evaluate(text, read.reveal());
  if (result.kind === 'value') return found([[text, result.value]]);
  const uncertain = selector.kind !== 'expression' || !selector.certain;
  if (result.kind === 'nothing' || (result.syntax && uncertain)) return missing(text, read);
  return { kind: 'wrong', problem: `the expression ${text} fails: ${result.problem}` };
}

const MOST_NAMED = 20;

function missing(text: string, read: SecretRead): Selection {
  const names = [...read.fields.keys()];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const fields = `its fields are ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
  return {
    kind: 'missing',
    what: `has no field "${text}"; ${names.length > 0 ? fields : 'it has no fields'}`,
  };
}

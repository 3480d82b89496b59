/** Why this exists: the word after a path says which of the secret's fields are meant, in one of five ways. */

import { overLetters } from './letters.ts';
import { type Token, unquoted } from './lexer.ts';

export type Selector =
  /** The field of exactly this name, whatever characters it has. */
  | { readonly kind: 'field'; readonly text: string }
  /** A place inside a field's value; a flat field of the same spelling comes first. */
  | { readonly kind: 'nested'; readonly text: string; readonly steps: readonly (string | number)[] }
  /** `*`: env names in upper case; `**`: as they are. */
  | { readonly kind: 'all'; readonly upperCase: boolean }
  /** Fields whose name matches, env names in upper case. */
  | { readonly kind: 'glob'; readonly text: string; readonly pattern: RegExp }
  /** JSONata; a flat field of the same spelling comes first. Not `certain`: it may be the name of a missing field. */
  | { readonly kind: 'expression'; readonly text: string; readonly certain: boolean };

/** Letters, digits and what else field names are made of, with stars. */
const GLOB = overLetters(String.raw`^[\p{L}\p{N}_.:@/+\-]*\*[\p{L}\p{N}_.:@/+*\-]*$`);
/** Steps separated by dots, each a name or a quoted name, with array indices behind. */
const QUOTED = '"[^"]+"|\'[^\']+\'|`[^`]+`';
const STEP = String.raw`(?:${QUOTED}|[\p{L}\p{N}_-]+)(?:\[\d{1,9}\])*`;
const STEPS = overLetters(STEP, 'g');
const NESTED = overLetters(String.raw`^${STEP}(?:\.${STEP})*$`);
/** Characters that make an expression of what would otherwise be a field's name. */
const EXPRESSION = /[()[\]{}$=<>~^"'`]/;

/** The selector, or what is wrong with it. `named`: a name follows, which an expression needs. */
export function parseSelector(
  { text, quoted }: Token,
  { named }: { readonly named: boolean },
): Selector | { readonly problem: string } {
  if (quoted !== undefined) return { kind: 'field', text: quoted };
  if (text === '*' || text === '**') return { kind: 'all', upperCase: text === '*' };
  if (text.includes('*') && GLOB(text).test(text)) return { kind: 'glob', text, pattern: globPattern(text) };
  if (/[.[]/.test(text) && NESTED(text).test(text)) return { kind: 'nested', text, steps: stepsOf(text) };
  if (!EXPRESSION.test(text) && (!named || !text.includes('.'))) return { kind: 'field', text };
  if (named) return { kind: 'expression', text, certain: EXPRESSION.test(text) };
  return {
    problem: `"${text}" is an expression: give its result a name after "|", or quote it if it is a field's name`,
  };
}

function globPattern(text: string): RegExp {
  const parts = text.split(/\*+/).map((part) => part.replace(/[.+]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su');
}

/** `a."b.c"[0]` is `a`, `b.c`, 0. */
function stepsOf(text: string): readonly (string | number)[] {
  return [...text.matchAll(STEPS(text))].flatMap(([step]) => {
    const [name = ''] = /^(?:"[^"]+"|'[^']+'|`[^`]+`|[^[]+)/.exec(step) ?? [];
    const indices = [...step.slice(name.length).matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
    return [unquoted(name) ?? name, ...indices];
  });
}

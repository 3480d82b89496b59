/** Why this exists: from secrets to what the output is searched for, each form once. */

import type { Secret } from '../../secret.ts';
import { type Automaton, automatonOf } from './automaton.ts';
import { formsOf } from './forms.ts';
import { type Skip, skipFor } from './skip.ts';

/** Made once, used for any number of streams. */
export interface Patterns {
  /** How many there are. They themselves are never told. */
  readonly count: number;
  readonly automaton: Automaton;
  readonly skip: Skip;
}

/**
 * The patterns for all forms of these secrets, and for texts that are hidden as they are. Secrets that are too short or too
 * common to be hidden have none.
 */
export function patternsOf(secrets: readonly Secret[], texts: readonly string[] = []): Patterns {
  const forms = new Set([...secrets.flatMap((secret) => formsOf(secret.reveal())), ...texts]);
  return compiled([...forms].map((form) => Buffer.from(form)));
}

/** Bytes below which hiding a pattern would hide too much, and the search would find no pairs of bytes in it. */
const SHORTEST = 4;

/** The patterns for these bytes. Shorter ones are left out. */
export function compiled(forms: readonly Buffer[]): Patterns {
  const patterns = forms.filter(({ length }) => length >= SHORTEST);
  return { count: patterns.length, automaton: automatonOf(patterns), skip: skipFor(patterns) };
}

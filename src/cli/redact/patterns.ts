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

/** The patterns for these bytes. Each has at least 4. */
export function compiled(patterns: readonly Buffer[]): Patterns {
  return { count: patterns.length, automaton: automatonOf(patterns), skip: skipFor(patterns) };
}

/** Why this exists: what a job publishes becomes variables: a command has an environment, but no step outputs. */

import type { Publication } from '../job/ci.ts';
import { type Place, placeFiles } from '../platform/files.ts';
import { Secret } from '../secret.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { PlainCall } from './call.ts';
import type { Carry } from './child.ts';
import type { Variable } from './formats.ts';
import { redactInto } from './redact/into.ts';
import type { Patterns } from './redact/patterns.ts';

/** The variables; what the user wants in files is written, and `keep` told of their folder before. */
export function variablesOf(
  publications: readonly Publication[],
  place: Place,
  keep: (folder: string) => void,
): readonly Variable[] {
  const problems = publications.flatMap(({ env, output }): readonly Problem[] =>
    env === undefined ? [{ name: 'secrets', problem: `${output} ${NOWHERE}` }] : [],
  );
  if (problems.length > 0) throw new UsageError(problems);
  return placeFiles(publications, place, keep).map(({ env = '', text }) => ({
    name: env,
    value: new Secret(text),
  }));
}

const NOWHERE =
  'would be an output alone, and here are only environment variables: give another name behind "|", and do not say output';

/** The texts that must not be seen in what a command prints. */
export function secretsOf(publications: readonly Publication[]): readonly Secret[] {
  return publications.flatMap(({ value, unmasked }) => (unmasked ? [] : [value]));
}

/** Carries what a command writes to our streams, without what the patterns find. What they cannot take they tell themselves. */
export function redactedTo(streams: PlainCall['streams'], patterns: Patterns): Carry {
  return async (source, name) => {
    await redactInto({ source, target: streams[name], patterns });
  };
}

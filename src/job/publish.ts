/** Why this exists: what is published, under which names, decided and checked completely before any of it is. */

import type { Config } from '../config/config.ts';
import { type Named, type Naming, nameAll, type Value } from '../secrets/names.ts';
import { sizeProblems } from '../secrets/sizes.ts';
import { UsageError } from '../vault/errors.ts';
import type { Publication } from './ci.ts';
import type { Session } from './login.ts';

/** The values under their names. Throws a `UsageError` when a name or a size forbids it: then nothing is published. */
export function nameValues(
  values: readonly Value[],
  { exportEnv, exportToken, outputToken }: Config,
): Naming {
  const naming = nameAll(values, { exportEnv });
  const taken = naming.named.flatMap(({ output, env }) => [
    ...(outputToken && output?.toLowerCase() === 'vault_token'
      ? ['the output vault_token is taken by outputToken']
      : []),
    ...(exportToken && env === 'VAULT_TOKEN'
      ? ['the environment variable VAULT_TOKEN is taken by exportToken']
      : []),
  ]);
  const problems = [...naming.problems, ...taken, ...sizeProblems(naming.named)];
  if (problems.length > 0) throw new UsageError(problems.map((problem) => ({ name: 'secrets', problem })));
  return naming;
}

/** The values that are to be masked: all but those that the user wants to see. */
export function secretOnes(named: readonly Named[]): readonly Named[] {
  return named.filter(({ unmasked }) => !unmasked);
}

/** The token itself, where the user wants it. */
export function tokenPublication(
  { token }: Session,
  { exportToken, outputToken }: Config,
): readonly Publication[] {
  if (!exportToken && !outputToken) return [];
  return [
    {
      value: token,
      output: outputToken ? 'vault_token' : undefined,
      env: exportToken ? 'VAULT_TOKEN' : undefined,
    },
  ];
}

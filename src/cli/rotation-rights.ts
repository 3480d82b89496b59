/** Why this exists: a token that may not finish a rotation must not begin one. */

import { policyText, type Rule } from '../secrets/policy.ts';
import { capabilitiesOf } from '../vault/capabilities.ts';
import { type Problem, VaultError } from '../vault/errors.ts';
import type { Access } from '../vault/mounts.ts';
import { type Role, rolePath } from '../vault/roles.ts';

/** What is missing in the token's policies, as the policy that has it; undefined when nothing is, or nobody may ask. */
export async function missingRights(access: Access, role: Role): Promise<Problem | undefined> {
  const rules = rotationRules(role);
  try {
    const known = await capabilitiesOf(
      access,
      rules.map(({ path }) => path),
    );
    const missing = rules.filter(({ path, capabilities }) => !allows(known.get(path) ?? [], capabilities));
    return missing.length > 0 ? problem(role, rules) : undefined;
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

function allows(known: readonly string[], wanted: readonly string[]): boolean {
  return known.includes('root') || wanted.every((capability) => known.includes(capability));
}

/** All that a token needs to rotate the SecretID it logged in with. */
function rotationRules(role: Role): readonly Rule[] {
  const base = decodeURIComponent(rolePath(role));
  const update = { reach: 'exact', capabilities: ['update'] } as const;
  return [
    { path: `${base}/secret-id`, reach: 'exact', capabilities: ['list', 'update'] },
    { path: `${base}/secret-id/lookup`, ...update },
    { path: `${base}/secret-id-accessor/lookup`, ...update },
    { path: `${base}/secret-id-accessor/destroy`, ...update },
  ];
}

function problem(role: Role, rules: readonly Rule[]): Problem {
  return {
    name: 'policy',
    problem: `nothing was minted, because this token may not finish what it would begin. A policy of role ${role.name} needs:\n${policyText(rules)}`,
  };
}

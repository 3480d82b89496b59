/** Why this exists: what a rotation finds before it begins, and what it ends when it is done. */

import type { Secret } from '../secret.ts';
import { UnreachableError, VaultError } from '../vault/errors.ts';
import type { Terms } from '../vault/mint.ts';
import type { Access } from '../vault/mounts.ts';
import { inParallel } from '../vault/parallel.ts';
import type { Role } from '../vault/roles.ts';
import {
  destroyAccessor,
  listAccessors,
  lookUpAccessor,
  lookUpSecretId,
  type SecretIdFacts,
} from '../vault/secret-ids.ts';
import { relativesOf, successorMetadata } from './lineage.ts';
import type { Terminal } from './terminal.ts';

interface Family {
  readonly current: SecretIdFacts;
  /** What earlier rotations made, or failed to destroy. */
  readonly relatives: readonly SecretIdFacts[];
  /** How many SecretIDs the role has beside them. */
  readonly strangers: number;
}

export interface Line extends Family {
  readonly access: Access;
  readonly role: Role;
  readonly terminal: Terminal;
}

/**
 * Taken before anything is minted: what another rotation mints from now on is not ours to destroy. Undefined when the server
 * does not know the SecretID any more: our own login was the last that it was good for, or somebody has destroyed it.
 */
export async function lookAround(access: Access, role: Role, secretId: Secret): Promise<Family | undefined> {
  const current = await lookUpSecretId(access, role, secretId);
  if (!current) return undefined;
  const accessors = await listAccessors(access, role);
  const looked = await inParallel(accessors, (accessor) => lookUpAccessor(access, role, accessor));
  const found = looked.filter((facts) => facts !== undefined);
  const relatives = relativesOf(current, found);
  const others = found.filter(({ accessor }) => accessor !== current.accessor);
  return { current, relatives, strangers: others.length - relatives.length };
}

/** Says what an operator may have to act on, before anything is done. */
export function tellOf({ current, strangers, role, terminal }: Line): void {
  if (current.uses === 1) {
    terminal.warn(
      'The SecretID is good for one more login: should this rotation fail, no other can begin with it.',
    );
  }
  if (strangers === 0) return;
  const them =
    strangers === 1
      ? 'one more SecretID, which is not of this line and is left alone'
      : `${strangers} more SecretIDs, which are not of this line and are left alone`;
  terminal.info(`Role ${role.name} has ${them}: look at them if nobody but rotate should make any.`);
}

/** A successor is bound to what its predecessor was bound to. */
export function termsOf({ current }: Line): Terms {
  const { cidrs, tokenCidrs } = current;
  return { metadata: successorMetadata(current), cidrs, tokenCidrs };
}

/** Destroys them all, as far as that is possible, and tells. Whether none of them is left. */
export async function destroyAll(
  { access, role, terminal }: Line,
  accessors: readonly string[],
): Promise<boolean> {
  const outcomes = await inParallel(accessors, async (accessor) => {
    try {
      await destroyAccessor(access, role, accessor);
      return true;
    } catch (error) {
      if (!(error instanceof VaultError || error instanceof UnreachableError)) throw error;
      terminal.fail(error);
      terminal.warn(
        `The SecretID with accessor ${accessor} is still valid: run rotate again, or destroy it.`,
      );
      return false;
    }
  });
  if (accessors.length > 0 && outcomes.every(Boolean)) {
    terminal.info(
      `Destroyed: ${accessors.length === 1 ? 'the SecretID' : 'the SecretIDs'} with accessor ${accessors.join(', ')}.`,
    );
  }
  return outcomes.every(Boolean);
}

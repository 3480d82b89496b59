/**
 * Why this exists: what interrupted rotations have left is found again. Every SecretID that one rotation after another has
 * made carries the same mark in its metadata, and the mark is that of the first one's accessor.
 */

import { createHash } from 'node:crypto';
import type { SecretIdFacts } from '../vault/secret-ids.ts';

const MAKER = 'rotated_by';
const MARK = 'rotation';
const US = 'vault-approle';

/** The metadata of a successor: what its predecessor had, and the mark of their line. */
export function successorMetadata(current: SecretIdFacts): Readonly<Record<string, string>> {
  return { ...current.metadata, [MAKER]: US, [MARK]: markOf(current) };
}

/** Those that belong to the line of the current one, itself left out: they are to go once there is a successor. */
export function relativesOf(current: SecretIdFacts, all: readonly SecretIdFacts[]): readonly SecretIdFacts[] {
  const mark = markOf(current);
  const related = all.filter(({ accessor, metadata }) => [marked(metadata), digest(accessor)].includes(mark));
  return related.filter(({ accessor }) => accessor !== current.accessor);
}

function markOf({ accessor, metadata }: SecretIdFacts): string {
  return marked(metadata) ?? digest(accessor);
}

function marked(metadata: SecretIdFacts['metadata']): string | undefined {
  return metadata[MAKER] === US ? metadata[MARK] : undefined;
}

/** Metadata is in the clear in audit logs, where accessors are not. */
function digest(accessor: string): string {
  return createHash('sha256').update(accessor).digest('hex').slice(0, 32);
}

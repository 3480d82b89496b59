/** Why this exists: of what was read, the fields that each entry asks for. */

import type { Secret } from '../secret.ts';
import type { SecretRead } from '../vault/kv.ts';
import type { Entry } from './grammar.ts';

/** One field of one secret, wanted by one entry. */
export interface Selected {
  readonly entry: Entry;
  readonly field: string;
  readonly value: Secret;
}

/** The fields an entry selects, or what is wrong. Field names are no secrets; values never appear in a problem. */
export function select(entry: Entry, read: SecretRead): readonly Selected[] | { readonly problem: string } {
  const { selector } = entry;
  if (selector.kind === 'all') return [...read.fields].map(([field, value]) => ({ entry, field, value }));
  const value = read.fields.get(selector.name);
  if (value) return [{ entry, field: selector.name, value }];
  const known = [...read.fields.keys()];
  const fields = known.length > 0 ? `its fields are ${list(known)}` : 'it has no fields';
  return { problem: `line ${entry.line}: ${entry.path} has no field "${selector.name}"; ${fields}` };
}

const MOST_NAMED = 20;

function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return names.slice(0, MOST_NAMED).join(', ') + more;
}

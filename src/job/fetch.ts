/** Why this exists: everything that a job wants is read, each distinct path once, side by side, or nothing is. */

import type { Config } from '../config/config.ts';
import type { Entry } from '../secrets/grammar.ts';
import type { Value } from '../secrets/names.ts';
import { distinctPaths, planReads, type Read, type Want } from '../secrets/plan.ts';
import { isNotFound } from '../vault/errors.ts';
import { readSecret } from '../vault/kv.ts';
import { type Access, locate } from '../vault/mounts.ts';
import { inParallel, PARALLEL } from '../vault/parallel.ts';
import type { Connection } from '../vault/transport.ts';
import { issueAll } from './certificates.ts';
import type { Ci } from './ci.ts';
import { expandFolder, type ListNames, lister } from './folders.ts';
import type { Session } from './login.ts';
import { type Answered, valuesOf } from './values.ts';
import { warnOfLeases, warnOfUses } from './warnings.ts';

export interface Fetched {
  readonly values: readonly Value[];
  readonly answered: readonly Answered[];
  /** At least one credential dies with the token. */
  readonly leased: boolean;
}

/** Opens the connections that the reads will want while the login is still under way. */
export function warmUp(connection: Connection, { entries, certificates }: Config): void {
  connection.warm(Math.min(distinctPaths(entries).length + certificates.length, PARALLEL));
}

/** What the entries ask for. Throws all failures together, as one error or as an `AggregateError`. */
export async function fetchSecrets(session: Session, config: Config, ci: Ci): Promise<Fetched> {
  const access: Access = { ...session, namespace: config.namespace };
  const folders = lister(access);
  const wants = await wantsOf({ access, list: folders.list }, config, ci);
  const plan = planReads(wants);
  const requests = folders.count() + plan.length + config.certificates.length;
  warnOfUses(session, requests + (config.revoke === 'never' ? 0 : 1), ci);
  const answered = await inParallel(plan, (read) => answer(access, read, config));
  warnOfLeases(session, answered, ci);
  const values = await valuesOf(answered, config, ci);
  const issued = await issueAll(access, config, values);
  return { values: [...values, ...issued], answered, leased: answered.some(({ secret }) => secret?.leased) };
}

/** Every secret that an entry means: one, or all of a folder. */
async function wantsOf(
  { access, list }: { readonly access: Access; readonly list: ListNames },
  { entries, ignoreNotFound }: Config,
  ci: Ci,
): Promise<readonly Want[]> {
  const wanted = entries.map(({ path, folder }) => ({ path, folder: folder !== undefined }));
  const locations = await locate(access, wanted);
  const wants = await inParallel(entries, async (entry): Promise<readonly Want[]> => {
    const location = locations.get(entry.path);
    if (!location) return [];
    if (!entry.folder) return [{ entry, own: '', ...location }];
    return expandFolder(list, entry, location).catch((error: unknown) => {
      if (!isNotFound(error) || !(entry.modifiers.optional || ignoreNotFound)) throw error;
      ci.info(`Skipped: the folder ${entry.path} is empty.`);
      return [];
    });
  });
  return wants.flat();
}

/** A path with nothing at it fails the job, unless every entry that wants it can do without. */
async function answer(access: Access, read: Read, { ignoreNotFound }: Config): Promise<Answered> {
  try {
    return { read, secret: await readSecret(access, read.apiPath, read) };
  } catch (error) {
    const dispensable = ignoreNotFound || read.wants.every(({ entry, own }) => own !== '' || canMiss(entry));
    if (isNotFound(error) && dispensable) return { read };
    throw error;
  }
}

function canMiss({ modifiers }: Entry): boolean {
  return modifiers.optional || modifiers.fallback !== undefined;
}

/** Why this exists: an entry for a folder becomes one for each secret in it, with one request per folder. */

import type { Entry } from '../secrets/grammar.ts';
import type { Want } from '../secrets/plan.ts';
import { UsageError } from '../vault/errors.ts';
import { listNames } from '../vault/kv.ts';
import type { Access, Location } from '../vault/mounts.ts';
import { inParallel } from '../vault/parallel.ts';
import { escapePath } from '../vault/paths.ts';

/** Secrets that one job may list; more is most probably a path too high up in the tree. */
export const MOST_LISTED = 1000;

/** The names in a folder by its list path; each folder is asked for once, however many entries want it. */
export type ListNames = (listPath: string) => Promise<readonly string[]>;

export interface Lister {
  readonly list: ListNames;
  /** Requests made so far. */
  count(): number;
}

export function lister(access: Access): Lister {
  const asked = new Map<string, Promise<readonly string[]>>();
  return {
    list: (listPath) => {
      const names = asked.get(listPath) ?? listNames(access, listPath);
      asked.set(listPath, names);
      return names;
    },
    count: () => asked.size,
  };
}

interface Folder {
  readonly listPath: string;
  readonly apiPath: string;
  readonly repeatable: boolean;
  /** The names of the folders below the one that was asked for: `app_`. */
  readonly own: string;
}

/** The secrets of a folder. Throws a `UsageError` when there are too many, `VaultError` (404) when there are none. */
export async function expandFolder(
  list: ListNames,
  entry: Entry,
  location: Location,
): Promise<readonly Want[]> {
  const wants: Want[] = [];
  let level: readonly Folder[] = [{ ...location, own: '' }];
  let listed = 0;
  while (level.length > 0) {
    listed += level.length;
    const found = await inParallel(level, async (folder) => ({
      folder,
      names: await list(folder.listPath),
    }));
    for (const { folder, names } of found) {
      const secrets = names.filter((name) => !name.endsWith('/'));
      wants.push(...secrets.map((name) => want(entry, folder, name)));
    }
    level = entry.folder === 'deep' ? found.flatMap(({ folder, names }) => subfolders(folder, names)) : [];
    if (wants.length + listed + level.length > MOST_LISTED + 1) throw tooMany(entry);
  }
  return wants;
}

function want(entry: Entry, { apiPath, repeatable, own }: Folder, name: string): Want {
  return { entry, apiPath: `${apiPath}/${escapeName(name)}`, repeatable, own: `${own}${name}_` };
}

function subfolders(
  { listPath, apiPath, repeatable, own }: Folder,
  names: readonly string[],
): readonly Folder[] {
  const folders = names.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  return folders.map((name) => ({
    listPath: `${listPath}/${escapeName(name)}`,
    apiPath: `${apiPath}/${escapeName(name)}`,
    repeatable,
    own: `${own}${name}_`,
  }));
}

/** A name from a list is no text with escapes: its percent signs stand for themselves. */
function escapeName(name: string): string {
  return escapePath(name.replaceAll('%', '%25'));
}

function tooMany({ origin, path }: Entry): UsageError {
  const problem = `the folder ${path} holds more than ${MOST_LISTED} secrets and folders: name a smaller one`;
  return new UsageError([{ name: origin, problem }]);
}

/** Why this exists: that a policy allows more than is wanted shows at paths that nobody wants, and nothing need lie at. */

import type { Entry } from '../../secrets/grammar.ts';
import { locationIn, type Mount } from '../../vault/mounts.ts';

/** An API path, escaped. */
export interface Probe {
  readonly path: string;
  /** What it lies in, with a slash at its end. */
  readonly place: string;
}

interface Wanted extends Pick<Entry, 'folder'> {
  readonly apiPath: string;
}

/** For each KV mount: the first is anywhere in it, the others lie beside and below what is wanted. */
export function probesOf(entries: readonly Entry[], mounts: readonly Mount[]): readonly (readonly Probe[])[] {
  const wanted = entries.map(({ path, folder }) => ({ apiPath: locationIn(path, mounts).apiPath, folder }));
  return mounts
    .filter(({ version }) => version !== undefined)
    .map(({ path, version }) => {
      const root = `${path}${version === 2 ? 'data/' : ''}`;
      const all = [{ path: `${root}${NAME}`, place: path }, ...wanted.flatMap(beside)];
      return all.filter((probe) => probe.path.startsWith(root) && !wanted.some((one) => covers(one, probe)));
    });
}

const NAME = 'vault-approle-doctor';

/** A name that begins like the wanted one is also found by `app*`. */
function beside({ apiPath, folder }: Wanted): readonly Probe[] {
  const place = apiPath.slice(0, apiPath.lastIndexOf('/') + 1);
  const sibling = `${apiPath}-${NAME}`;
  if (!folder) return [{ path: sibling, place }];
  return [
    { path: `${sibling}/${NAME}`, place },
    { path: `${apiPath}/${NAME}/${NAME}`, place: `${apiPath}/` },
  ];
}

function covers({ apiPath, folder }: Wanted, { path }: Probe): boolean {
  if (!folder) return path === apiPath;
  const below = path.startsWith(`${apiPath}/`);
  return below && (folder === 'deep' || !path.slice(apiPath.length + 1).includes('/'));
}

/** Why this exists: each wanted path is followed to its fields: what is mounted, what is allowed, what is there. */

import type { Config } from '../../config/config.ts';
import { expandFolder, type ListNames, lister } from '../../job/folders.ts';
import type { Session } from '../../job/login.ts';
import { type Entry, placeOf } from '../../secrets/grammar.ts';
import { planReads, type Want } from '../../secrets/plan.ts';
import { isNotFound, UsageError } from '../../vault/errors.ts';
import {
  type Access,
  findMounts,
  type Location,
  locationIn,
  type Mount,
  mountOf,
} from '../../vault/mounts.ts';
import type { Examination } from './doctor.ts';
import { examineFields } from './fields.ts';
import { type Add, type Finding, failure, skip } from './finding.ts';
import { examineRights } from './rights.ts';
import { shortage, within } from './uses.ts';

/** Reads what can be read twice, and tells of it everything but the values. */
export async function examineSecrets(
  { connection, token, login }: Session,
  config: Config,
  { add, ci }: Examination,
): Promise<void> {
  const { entries, certificates, namespace } = config;
  if (entries.length + certificates.length === 0) {
    return add(skip('secrets', 'there are none to look at', 'Give --secrets, as the job does.'));
  }
  const access: Access = { connection, token, namespace };
  const mounts = await findMounts(
    access,
    entries.map(({ path }) => path),
  );
  mountFindings(entries, mounts).forEach(add);
  const uses = login?.uses ?? 0;
  const folders = lister(access);
  const list = within(uses, folders);
  const wants: Want[] = [];
  for (const entry of entries)
    wants.push(...(await expand(entry, locationIn(entry.path, mounts), { list, config, add })));
  const reads = planReads(wants);
  const short = shortage({ uses, listed: folders.count(), reads, certificates: certificates.length });
  if (short) return add(short);
  const allowed = await examineRights(access, { reads, config, mounts }, add);
  await examineFields(
    access,
    reads.filter(({ apiPath }) => allowed(apiPath)),
    { config, add, ci },
  );
}

function mountFindings(entries: readonly Entry[], mounts: readonly Mount[]): readonly Finding[] {
  const check = 'mount';
  const known = mounts.map(({ path, type, version }): Finding => {
    return { level: 'ok', check, what: `${path} is ${version ? `KV version ${version}` : type}` };
  });
  const paths = [...new Set(entries.map(({ path }) => path))];
  const lost = paths.filter(
    (path) => !mountOf(path, mounts) && !/^(sys|auth|identity|cubbyhole)\//.test(path),
  );
  const dataless = paths.filter((path) => {
    const mount = mountOf(path, mounts);
    return mount?.version === 1 && path.slice(mount.path.length).startsWith('data/');
  });
  return [
    ...known,
    ...lost.map(
      (path): Finding => ({ level: 'wrong', check, what: `${path}: ${LOST.what}`, remedy: LOST.remedy }),
    ),
    ...dataless.map(
      (path): Finding => ({
        level: 'weak',
        check,
        what: `${path}: ${DATALESS.what}`,
        remedy: DATALESS.remedy,
      }),
    ),
  ];
}

const LOST = {
  what: 'nothing is mounted there, or no policy of the token reaches below it',
  remedy:
    'Check the path and the namespace; `bao secrets list` shows the mounts. (docs/troubleshooting.md#no-such-mount)',
};
const DATALESS = {
  what: 'the mount is KV version 1, whose paths have no data/',
  remedy: 'Leave data/ out, unless the secret really lies in a folder of that name.',
};

interface Context {
  readonly list: ListNames;
  readonly config: Config;
  readonly add: Add;
}

/** The secrets that an entry means. */
async function expand(
  entry: Entry,
  location: Location,
  { list, config, add }: Context,
): Promise<readonly Want[]> {
  if (!entry.folder) return [{ entry, own: '', ...location }];
  const check = 'folder';
  try {
    const wants = await expandFolder(list, entry, location);
    add({ level: 'ok', check, what: `${placeOf(entry)}: ${wants.length} secrets in ${entry.path}` });
    return wants;
  } catch (error) {
    if (isNotFound(error) && (entry.modifiers.optional || config.ignoreNotFound)) {
      add({ level: 'ok', check, what: `${placeOf(entry)}: ${entry.path} is empty, which is allowed` });
    } else if (error instanceof UsageError) add({ level: 'wrong', check, what: error.message });
    else add(failure(check, error));
    return [];
  }
}

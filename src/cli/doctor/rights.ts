/** Why this exists: what the policies of a token allow is asked for, path by path, before anything is read. */

import type { Config } from '../../config/config.ts';
import type { Read } from '../../secrets/plan.ts';
import { capabilitiesOf } from '../../vault/capabilities.ts';
import { VaultError } from '../../vault/errors.ts';
import type { Access, Mount } from '../../vault/mounts.ts';
import { type Add, type Finding, skip } from './finding.ts';

interface Wanted {
  readonly reads: readonly Read[];
  readonly config: Config;
  readonly mounts: readonly Mount[];
}

const CHECK = 'policy';
const REVOKE = 'auth/token/revoke-self';

/** Tells what is missing and what is too much. Returns which API paths may be read: all, where nobody may ask. */
export async function examineRights(
  access: Access,
  wanted: Wanted,
  add: Add,
): Promise<(apiPath: string) => boolean> {
  const reads = [...new Set(wanted.reads.map(({ apiPath }) => plain(apiPath)))];
  const updates = wanted.config.certificates.map(({ path }) => plain(path));
  const beyond = neighbours(wanted);
  const known = await ask(access, [...reads, ...updates, ...beyond.keys(), REVOKE], add);
  if (!known) return () => true;
  const may = (path: string, capability: string): boolean =>
    ['root', capability].some((one) => known.get(path)?.includes(one));
  for (const path of reads) add(right(path, 'read', known.get(path) ?? []));
  for (const path of updates) add(right(path, 'update', known.get(path) ?? []));
  for (const [path, mount] of beyond) if (known.get(path)?.includes('read')) add(tooWide(mount));
  if (!may(REVOKE, 'update')) add(UNREVOKABLE);
  return (apiPath) => may(plain(apiPath), 'read');
}

/** Policies and their answers know no escapes, and no versions. */
function plain(apiPath: string): string {
  return decodeURIComponent(apiPath.replace(/\?version=\d+$/, ''));
}

/** A path beside all that is wanted, for each mount: whoever may read it may read everything there. */
function neighbours({ mounts, config }: Wanted): ReadonlyMap<string, string> {
  const wholly = config.entries.filter(({ folder }) => folder).map(({ path }) => `${path}/`);
  const narrow = mounts.filter(({ path, version }) => version && !wholly.includes(path));
  return new Map(
    narrow.map(({ path, version }) => [
      plain(`${path}${version === 2 ? 'data/' : ''}vault-approle-doctor`),
      path,
    ]),
  );
}

async function ask(
  access: Access,
  paths: readonly string[],
  add: Add,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  try {
    return await capabilitiesOf(access, paths);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const why = 'the token may not ask what it may do (sys/capabilities-self), or not from this address';
    add(
      skip(
        CHECK,
        why,
        'The default policy allows it, unless token_bound_cidrs of the role forbids this address.',
      ),
    );
    return undefined;
  }
}

const EXCESS = ['create', 'update', 'patch', 'delete', 'sudo'];

function right(path: string, capability: 'read' | 'update', known: readonly string[]): Finding {
  if (known.includes('root')) return { level: 'ok', check: CHECK, what: `root may ${capability} ${path}` };
  if (!known.includes(capability)) {
    const remedy = `Add to a policy of the role: path "${path}" { capabilities = ["${capability}"] }`;
    return { level: 'wrong', check: CHECK, what: `may not ${capability} ${path}`, remedy };
  }
  const excess = EXCESS.filter((one) => one !== capability && known.includes(one));
  if (excess.length === 0 || capability === 'update') {
    return { level: 'ok', check: CHECK, what: `may ${capability} ${path}` };
  }
  return {
    level: 'weak',
    check: CHECK,
    what: `may read ${path}, and also ${excess.join(', ')} it`,
    remedy: 'Allow "read" alone: vault-approle policy prints the rule.',
  };
}

function tooWide(mount: string): Finding {
  return {
    level: 'weak',
    check: CHECK,
    what: `may read more of ${mount} than is wanted`,
    remedy: 'Name the paths in place of a wildcard: vault-approle policy prints them.',
  };
}

const UNREVOKABLE: Finding = {
  level: 'weak',
  check: CHECK,
  what: 'may not revoke the token, which then lives until its TTL ends',
  remedy: `Add to a policy of the role: path "${REVOKE}" { capabilities = ["update"] } (docs/troubleshooting.md#revoke-refused)`,
};

/** Why this exists: what the policies of a token allow is asked for, path by path, before anything is read. */

import type { Config } from '../../config/config.ts';
import type { Read } from '../../secrets/plan.ts';
import { capabilitiesOf } from '../../vault/capabilities.ts';
import { VaultError } from '../../vault/errors.ts';
import { type Access, type Mount, mountOf } from '../../vault/mounts.ts';
import { isOpen } from '../policy-mounts.ts';
import { type Probe, probesOf } from './beside.ts';
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
  const probes = probesOf(wanted.config.entries, wanted.mounts);
  const beyond = probes.flat().map(({ path }) => plain(path));
  const known = await ask(access, [...reads, ...updates, ...beyond, REVOKE], add);
  if (!known) return () => true;
  const may = (path: string, capability: string): boolean =>
    ['root', capability].some((one) => known.get(path)?.includes(one));
  const look = (path: string, capability: 'read' | 'update', remedy: string): void =>
    add(
      right(path, capability, known.get(path) ?? []) ?? {
        level: 'wrong',
        check: CHECK,
        what: `may not ${capability} ${path}`,
        remedy,
      },
    );
  for (const path of reads) look(path, 'read', readRemedy(path, wanted.mounts));
  for (const path of updates) look(path, 'update', `${ADD}: ${rule(path, 'update')}`);
  const wide = tooWide(probes, (path) => known.get(plain(path))?.includes('read') ?? false);
  for (const place of wide) add(excessive(place));
  if (!may(REVOKE, 'update')) add(UNREVOKABLE);
  return (apiPath) => may(plain(apiPath), 'read');
}

/** Policies and their answers know no escapes, and no versions. */
function plain(apiPath: string): string {
  return decodeURIComponent(apiPath.replace(/\?version=\d+$/, ''));
}

/** The places in which more may be read than is wanted; of a mount that is open as a whole, the mount alone. */
function tooWide(
  probes: readonly (readonly Probe[])[],
  readable: (path: string) => boolean,
): readonly string[] {
  const open = probes.map((ofMount) => ofMount.filter(({ path }) => readable(path)));
  const places = open.flatMap((found) => {
    const whole = found.find(({ place }) => found.every((one) => one.place.startsWith(place)));
    return whole ? [whole.place] : found.map(({ place }) => place);
  });
  return [...new Set(places.map(plain))];
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

/** Undefined where it is missing. */
function right(path: string, capability: 'read' | 'update', known: readonly string[]): Finding | undefined {
  if (known.includes('root')) return { level: 'ok', check: CHECK, what: `root may ${capability} ${path}` };
  if (!known.includes(capability)) return undefined;
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

function rule(path: string, capability: string): string {
  return `path "${path}" { capabilities = ["${capability}"] }`;
}

/** A token sees no mount that none of its policies reaches into, and KV version 2 has other paths than the rest. */
function readRemedy(path: string, mounts: readonly Mount[]): string {
  if (mountOf(path, mounts) || !isOpen({ path })) return `${ADD}: ${rule(path, 'read')}`;
  const [first = ''] = path.split('/', 1);
  const versioned = rule(`${first}/data${path.slice(first.length)}`, 'read');
  return `Which rule is missing depends on the mount, which this token cannot see. If ${first}/ is KV version 2: ${versioned}. If it is version 1 or another engine: ${rule(path, 'read')}. vault-approle policy prints the right one, with an operator's token in VAULT_TOKEN or with --kv-version.`;
}

const ADD = 'Add to a policy of the role';

function excessive(place: string): Finding {
  return {
    level: 'weak',
    check: CHECK,
    what: `may read more of ${place} than is wanted`,
    remedy: 'Name the paths in place of a wildcard: vault-approle policy prints them.',
  };
}

const UNREVOKABLE: Finding = {
  level: 'weak',
  check: CHECK,
  what: 'may not revoke the token, which then lives until its TTL ends',
  remedy: `${ADD}: ${rule(REVOKE, 'update')} (docs/troubleshooting.md#revoke-refused)`,
};

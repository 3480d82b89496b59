/** Why this exists: what the policies of a token allow is asked for, path by path, before anything is read. */

import type { Config } from '../../config/config.ts';
import type { Read } from '../../secrets/plan.ts';
import { prefixOf } from '../../secrets/policy.ts';
import { capabilitiesOf } from '../../vault/capabilities.ts';
import { type Access, type Mount, mountOf } from '../../vault/mounts.ts';
import { isOpen } from '../policy-mounts.ts';
import { type Probe, probesOf } from './beside.ts';
import { type Add, type Finding, failure, refusedWith, skip } from './finding.ts';

interface Wanted {
  readonly reads: readonly Read[];
  readonly config: Config;
  readonly mounts: readonly Mount[];
}

const CHECK = 'policy';
const REVOKE = 'auth/token/revoke-self';

/**
 * Tells what is missing and what is too much. Returns which API paths may be read: all, where nobody may ask. Asked in the
 * namespace of the login, where the policies are: the default one allows the question there alone.
 */
export async function examineRights(
  access: Access,
  { reads, config, mounts }: Wanted,
  add: Add,
): Promise<(apiPath: string) => boolean> {
  const prefix = prefixOf(config);
  if (prefix === undefined) {
    add(
      skip(CHECK, 'the namespace of the secrets is not within authNamespace, whose policies do not reach it'),
    );
    return () => true;
  }
  const named = (apiPath: string): string => `${prefix}${plain(apiPath)}`;
  const wanted = [
    ...reads.map(
      ({ apiPath }) =>
        ({ path: apiPath, capability: 'read', remedy: readRemedy(apiPath, prefix, mounts) }) as const,
    ),
    ...config.certificates.map(
      ({ path }) =>
        ({ path, capability: 'update', remedy: `${ADD}: ${rule(named(path), 'update')}` }) as const,
    ),
  ];
  const probes = probesOf(config.entries, mounts);
  const paths = [...wanted, ...probes.flat()].map(({ path }) => named(path));
  const known = await ask({ ...access, namespace: config.authNamespace }, [...paths, REVOKE], add);
  if (!known) return () => true;
  const may = (path: string, capability: string): boolean =>
    ['root', capability].some((one) => known.get(path)?.includes(one));
  const findings = wanted.map((one) => right(one, named(one.path), known));
  new Map(findings.map((finding) => [finding.what, finding])).forEach(add);
  const wide = tooWide(probes, (path) => known.get(named(path))?.includes('read') ?? false);
  for (const place of wide) add(excessive(named(place)));
  if (!may(REVOKE, 'update')) add(UNREVOKABLE);
  return (apiPath) => may(named(apiPath), 'read');
}

interface Need {
  readonly path: string;
  readonly capability: 'read' | 'update';
  /** Where it is missing. */
  readonly remedy: string;
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
  return [...new Set(places)];
}

async function ask(
  access: Access,
  paths: readonly string[],
  add: Add,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  try {
    return await capabilitiesOf(access, paths);
  } catch (error) {
    add(refusedWith(error, 403) ? UNASKED : failure(CHECK, error));
    return undefined;
  }
}

const UNASKED = skip(
  CHECK,
  'the token may not ask what it may do (sys/capabilities-self), or not from this address',
  'The default policy allows it in the namespace of the token, which authNamespace names, unless token_bound_cidrs of the role forbids this address.',
);

const EXCESS = ['create', 'update', 'patch', 'delete', 'sudo'];

function right(
  { capability, remedy }: Need,
  path: string,
  known: ReadonlyMap<string, readonly string[]>,
): Finding {
  const found = known.get(path) ?? [];
  if (found.includes('root')) return { level: 'ok', check: CHECK, what: `root may ${capability} ${path}` };
  if (!found.includes(capability))
    return { level: 'wrong', check: CHECK, what: `may not ${capability} ${path}`, remedy };
  const excess = EXCESS.filter((one) => one !== capability && found.includes(one));
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
function readRemedy(apiPath: string, prefix: string, mounts: readonly Mount[]): string {
  const path = plain(apiPath);
  const direct = rule(`${prefix}${path}`, 'read');
  if (mountOf(apiPath, mounts) || !isOpen({ path })) return `${ADD}: ${direct}`;
  const [first = ''] = path.split('/', 1);
  const versioned = rule(`${prefix}${first}/data${path.slice(first.length)}`, 'read');
  return `Which rule is missing depends on the mount, which this token cannot see. If ${first}/ is KV version 2: ${versioned}. If it is version 1 or another engine: ${direct}. vault-approle policy prints the right one, with an operator's token in VAULT_TOKEN or with --kv-version.`;
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

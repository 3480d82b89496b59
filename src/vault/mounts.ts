/**
 * Why this exists: a path as `vault kv get` takes it becomes an API path, by asking which engine is mounted there.
 * The endpoint is the one that the official CLI asks; it needs no policy and uses up no use of the token.
 */

import * as z from 'zod/mini';
import type { Secret } from '../secret.ts';
import { UnreachableError, VaultError } from './errors.ts';
import { inParallel } from './parallel.ts';
import { escapePath } from './paths.ts';
import type { Connection } from './transport.ts';

export interface Mount {
  /** Escaped, with a trailing slash: `secret/`, `team/a/kv/`. */
  readonly path: string;
  /** The engine: `kv`, `database`. */
  readonly type: string;
  /** The version of a KV engine. */
  readonly version?: 1 | 2 | undefined;
}

export interface Access {
  readonly connection: Connection;
  readonly token: Secret;
  readonly namespace?: string | undefined;
}

/** Made when it is needed: most jobs do without. */
const mountSchema = () =>
  z.object({
    path: z.string(),
    type: z.string(),
    options: z.nullish(z.object({ version: z.optional(z.unknown()) })),
  });

/**
 * The mount that `path` lies in. `denied`: the server does not say it of this path (no such mount, no right below it).
 * `mute`: most probably of none (a proxy that blocks `sys/internal`, a very old server). Throws `UnreachableError`,
 * `VaultError`.
 */
async function lookUpMount(
  { connection, token, namespace }: Access,
  path: string,
): Promise<Mount | 'denied' | 'mute'> {
  try {
    return await connection.send({
      operation: 'mount lookup',
      method: 'GET',
      path: `sys/internal/ui/mounts/${path}`,
      token,
      namespace,
      decode: ({ data }) => {
        const parsed = mountSchema().safeParse(data);
        return parsed.success ? toMount(parsed.data) : undefined;
      },
    });
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    return isDenied(error) ? 'denied' : 'mute';
  }
}

/**
 * A refusal, or the page of a proxy that keeps `sys/internal` for itself. What may pass is neither: a KV v2 path read as
 * written would look like one with nothing at it, which an entry may do without.
 */
function isUnanswered(error: unknown): boolean {
  const status = error instanceof VaultError ? error.refusal.status : statusOfPage(error);
  return status !== undefined && status < 500 && status !== 412 && status !== 429;
}

function isDenied(error: unknown): boolean {
  return error instanceof VaultError && error.refusal.status === 403;
}

function statusOfPage(error: unknown): number | undefined {
  return error instanceof UnreachableError ? error.silence.status : undefined;
}

function toMount({ path, type, options }: z.output<ReturnType<typeof mountSchema>>): Mount {
  const kv = type === 'kv' || type === 'generic';
  return { path: escapePath(path), type, version: kv ? (options?.version === '2' ? 2 : 1) : undefined };
}

/** Mounts whose paths never are KV paths, whatever is mounted elsewhere. */
const BUILT_IN = /^(sys|auth|identity|cubbyhole)\//;

/** Whether only the server can tell what the path means: it has no `data` segment and lies in no built-in mount. */
export function needsMount(path: string): boolean {
  return !BUILT_IN.test(path) && !path.split('/').slice(1).includes('data');
}

/** The API path: `data/` is put in after a KV v2 mount, unless the path says which endpoint it means. */
function apiPath(path: string, mount: Mount | undefined): string {
  if (mount?.version !== 2) return path;
  const rest = path.slice(mount.path.length);
  if (/^(data|metadata|subkeys)(\/|$)/.test(rest)) return path;
  return rest === '' ? `${mount.path}data` : `${mount.path}data/${rest}`;
}

/** Where a path leads. */
export interface Location {
  readonly apiPath: string;
  /** Where the names below the path are listed. */
  readonly listPath: string;
  /** Reading it twice changes nothing: it is a KV path or a token's own cubbyhole. */
  readonly repeatable: boolean;
}

export interface Wanted {
  readonly path: string;
  /** The names below it are wanted, so its mount must be known even when it has a `data` segment. */
  readonly folder: boolean;
}

/** The location of every path, with one look-up per mount. Throws `UnreachableError`. */
export async function locate(
  access: Access,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Location>> {
  const asked = wanted.filter(({ path, folder }) => folder || needsMount(path));
  const mounts = await findMounts(
    access,
    asked.map(({ path }) => path),
  );
  return new Map(wanted.map(({ path }) => [path, locationIn(path, mounts)]));
}

/**
 * The mounts that the paths lie in, as far as the server tells. Paths that share their first segment wait for the first of
 * them, because they mostly share the mount: no mount can lie within another. Where that says nothing, each is asked about,
 * unless the server says nothing at all. Throws `UnreachableError`.
 */
export async function findMounts(access: Access, paths: readonly string[]): Promise<readonly Mount[]> {
  const known: Mount[] = [];
  const untold = new Set<string>();
  let open = [...new Set(paths)];
  while (open.length > 0) {
    const first = new Map(open.toReversed().map((path) => [firstSegment(path), path]));
    const asked = open.filter(
      (path) => untold.has(firstSegment(path)) || first.get(firstSegment(path)) === path,
    );
    const answers = await inParallel(asked, (path) => lookUpMount(access, path));
    known.push(...answers.filter((answer) => typeof answer === 'object'));
    if (known.length === 0 && answers.every((answer) => answer === 'mute')) return known;
    asked.forEach((path, index) => typeof answers[index] === 'string' && untold.add(firstSegment(path)));
    open = open.filter((path) => !asked.includes(path) && !mountOf(path, known));
  }
  return known;
}

function firstSegment(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

/** The one of the mounts that the path lies in. A mount's own path, without its trailing slash, lies in it, too. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.find((mount) => `${path}/`.startsWith(mount.path));
}

/** Where a path leads, by the mounts that are known. */
export function locationIn(path: string, mounts: readonly Mount[]): Location {
  const mount = mountOf(path, mounts);
  const full = needsMount(path) ? apiPath(path, mount) : path;
  const listPath = mount?.version === 1 ? full : full.replace(/(^|\/)data(?=\/|$)/, '$1metadata');
  const known = needsMount(path) ? mount?.version !== undefined : !/^(sys|auth|identity)\//.test(path);
  return { apiPath: full, listPath, repeatable: known };
}

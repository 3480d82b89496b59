/** Why this exists: which paths a policy must name depends on the engines: the server knows them, or a guess is told. */

import type { Parts } from '../config/config.ts';
import { prepare } from '../job/job.ts';
import type { Entry } from '../secrets/grammar.ts';
import { UnreachableError, UsageError } from '../vault/errors.ts';
import { findMounts, type Mount, mountOf, needsMount } from '../vault/mounts.ts';
import type { PartsCall } from './call.ts';
import { collect } from './collection.ts';

/** The mounts that the entries lie in: asked for with a token, else as `--kv-version` says, else KV version 2. */
export async function mountsFor(parts: Parts, call: PartsCall): Promise<readonly Mount[]> {
  const { flags, surroundings } = call;
  const version = versionOf(flags.get('kv-version'));
  const open = parts.entries.filter(isOpen);
  const known = open.length > 0 ? await asked(parts, open, call) : [];
  const guessed = [...new Set(open.filter(({ path }) => !mountOf(path, known)).map(firstSegment))];
  const mounts = guessed.map((path): Mount => ({ path, type: 'kv', version: version ?? 2 }));
  if (version === undefined && mounts.length > 0) surroundings.terminal.warn(guess(guessed));
  return [...known, ...mounts];
}

function versionOf(text: string | undefined): 1 | 2 | undefined {
  if (text === undefined) return undefined;
  if (text === '1' || text === '2') return text === '1' ? 1 : 2;
  throw new UsageError([{ name: '--kv-version', problem: `"${text}" is neither 1 nor 2` }]);
}

/** Engines whose paths no version changes. */
const DYNAMIC = /\/(creds|static-creds|sts)\/[^/]+$/;

/** Whether the path means different things in different engines. */
export function isOpen({ path, folder }: Pick<Entry, 'path' | 'folder'>): boolean {
  return needsMount(path)
    ? !DYNAMIC.test(path)
    : folder !== undefined && !/^(sys|auth|identity|cubbyhole)\//.test(path);
}

function firstSegment({ path }: Entry): string {
  return `${path.split('/', 1)[0]}/`;
}

function guess(mounts: readonly string[]): string {
  return `KV version 2 is assumed for ${mounts.join(', ')}: give --kv-version, or --url and a token to ask the server with (VAULT_TOKEN).`;
}

async function asked(
  { config, namespace }: Parts,
  entries: readonly Entry[],
  { surroundings }: PartsCall,
): Promise<readonly Mount[]> {
  if (config?.identity.method !== 'token') return [];
  const connection = prepare(config, collect(surroundings.terminal));
  try {
    const access = { connection, token: config.identity.token, namespace };
    return await findMounts(
      access,
      entries.map(({ path }) => path),
    );
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    surroundings.terminal.warn(`${error.message}. So the server is not asked.`);
    return [];
  } finally {
    connection.close();
  }
}

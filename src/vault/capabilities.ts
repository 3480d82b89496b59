/** Why this exists: what a token may do at which path, without doing it (developer.hashicorp.com/vault/api-docs/system/capabilities-self). */

import { jsonObject } from './json.ts';
import type { Access } from './mounts.ts';

/** OpenBao refuses a request with more than 1000 texts in it. */
const MOST_PATHS = 500;

/** The capabilities by path, `deny` or `root` alone among them. Paths are as in a policy, without escapes. Takes one use
 * of the token for each 500 paths. Throws `VaultError` (403 for a token without the default policy), `UnreachableError`. */
export async function capabilitiesOf(
  access: Access,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>();
  for (let at = 0; at < paths.length; at += MOST_PATHS) {
    const found = await ask(access, paths.slice(at, at + MOST_PATHS));
    for (const [path, capabilities] of found) known.set(path, capabilities);
  }
  return known;
}

async function ask(
  { connection, token, namespace }: Access,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  return connection.send({
    operation: 'capability lookup',
    method: 'POST',
    path: 'sys/capabilities-self',
    token,
    namespace,
    body: { paths },
    decode: ({ data }) => {
      const found = jsonObject(data);
      return found && new Map(Object.entries(found).map(([path, value]) => [path, words(value)]));
    },
  });
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** Why this exists: `login`: whether the credentials are right, and what a token of theirs may do. */

import type { Config } from '../config/config.ts';
import type { Ci } from '../job/ci.ts';
import { prepare } from '../job/job.ts';
import { logInAs } from '../job/login.ts';
import { lookUpSelf, type TokenFacts } from '../vault/lookup.ts';
import type { Call } from './call.ts';
import { endIt, obtain } from './job.ts';
import { tableOf } from './table.ts';

/** Logs in, revokes, and says what came of it. A token of the user's own is looked up, and left alone. */
export async function login({ config, surroundings, flags, streams }: Call): Promise<number> {
  const { collection, result: facts } = await obtain((ci) => factsOf(config, ci), surroundings);
  await endIt(collection.handle, surroundings);
  streams.stdout.write(flags.has('json') ? `${JSON.stringify(facts, null, 2)}\n` : described(facts));
  return 0;
}

async function factsOf(config: Config, ci: Ci): Promise<TokenFacts> {
  const connection = prepare(config, ci);
  try {
    const { token, login } = await logInAs(config, connection, ci);
    if (!login) return await lookUpSelf(connection, { token, namespace: config.authNamespace });
    const { roleName, policies, ttl, uses, type } = login;
    return { role: roleName, policies, ttl, uses, type };
  } finally {
    connection.close();
  }
}

function described({ role, policies, ttl, uses, type }: TokenFacts): string {
  const rows = [
    ['role', role ?? '-'],
    ['policies', policies.join(', ')],
    ['TTL', ttl > 0 ? `${ttl} s` : 'never expires'],
    ['uses', uses > 0 ? `${uses}` : 'unlimited'],
    ['type', type],
  ] as const;
  return tableOf(rows, 10);
}

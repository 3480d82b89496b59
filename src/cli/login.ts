/** Why this exists: `login`: whether the credentials are right, and what a token of theirs may do. */

import { logInAs, type Session } from '../job/login.ts';
import { lookUpSelf, type TokenFacts } from '../vault/lookup.ts';
import { connect } from '../vault/transport.ts';
import type { Call } from './call.ts';
import { collect } from './collection.ts';
import { endIt } from './job.ts';

/** Logs in, says what came of it, and revokes. A token of the user's own is looked up, and left alone. */
export async function login(call: Call): Promise<number> {
  const { config, surroundings, flags, streams } = call;
  const { terminal, alive } = surroundings;
  const collection = collect(terminal, (handle) => alive.add(handle));
  const connection = connect(config.server);
  try {
    const facts = await factsOf(await logInAs(config, connection, collection), call);
    streams.stdout.write(flags.has('json') ? `${JSON.stringify(facts, null, 2)}\n` : tableOf(facts));
  } finally {
    connection.close();
    await endIt(collection.handle, surroundings);
  }
  return 0;
}

async function factsOf({ connection, token, login }: Session, { config }: Call): Promise<TokenFacts> {
  if (!login) return lookUpSelf(connection, { token, namespace: config.authNamespace });
  const { roleName, policies, ttl, uses, type } = login;
  return { role: roleName, policies, ttl, uses, type };
}

function tableOf({ role, policies, ttl, uses, type }: TokenFacts): string {
  const rows = [
    ['role', role ?? '-'],
    ['policies', policies.join(', ')],
    ['TTL', ttl > 0 ? `${ttl} s` : 'never expires'],
    ['uses', uses > 0 ? `${uses}` : 'unlimited'],
    ['type', type],
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(10)}${value}\n`).join('');
}

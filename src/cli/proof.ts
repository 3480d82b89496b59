/** Why this exists: a new SecretID is shown to work before anybody has to rely on it. */

import { prepare } from '../job/job.ts';
import { logInAs } from '../job/login.ts';
import type { Minted } from '../vault/mint.ts';
import type { Call } from './call.ts';
import { collect } from './collection.ts';
import { endIt } from './job.ts';

/** Logs in with it, and revokes the token. One that is good for a single login is left alone. Throws as `logIn`. */
export async function prove({ secretId, uses }: Minted, call: Call): Promise<void> {
  const { config, surroundings } = call;
  const { terminal, alive } = surroundings;
  if (uses === 1) {
    terminal.warn('The new SecretID is not proven: a login would be its only one (secret_id_num_uses=1).');
    return;
  }
  const ci = collect(terminal, (handle) => alive.add(handle));
  const { identity } = config;
  if (identity.method !== 'approle') return;
  const fresh = { ...config, identity: { ...identity, secretId: { kind: 'plain', secretId } as const } };
  const connection = prepare({ ...fresh, warnings: [] }, ci);
  try {
    await logInAs(fresh, connection, ci);
  } finally {
    connection.close();
  }
  terminal.info('The new SecretID works.');
  await endIt(ci.handle, surroundings);
}

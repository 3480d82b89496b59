/** Why this exists: a new SecretID is shown to work before anybody has to rely on it. */

import { prepare } from '../job/job.ts';
import { logInAs } from '../job/login.ts';
import type { Minted } from '../vault/mint.ts';
import type { Call } from './call.ts';
import { collect } from './collection.ts';
import { endIt } from './job.ts';

/** Logins that a SecretID must be good for when a rotation begins: that of the rotation, and one, so that it can be looked up. */
const LEAST_USES = 2;

/** Logs in with it, and revokes the token. One that would be too few for the next rotation is left alone. Throws as `logIn`. */
export async function prove({ secretId, uses }: Minted, call: Call): Promise<void> {
  const { config, surroundings } = call;
  const { terminal, alive } = surroundings;
  if (uses && uses <= LEAST_USES) {
    terminal.warn(
      `The new SecretID is not proven, because it is good for so few logins (secret_id_num_uses=${uses}), and the next rotation needs ${LEAST_USES}.`,
    );
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

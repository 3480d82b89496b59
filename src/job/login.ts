/** Why this exists: an identity becomes a session, and no token ever exists that clean-up does not know of. */

import type { Config } from '../config/config.ts';
import type { Identity } from '../config/credentials.ts';
import type { Secret } from '../secret.ts';
import { masksOf } from '../secrets/masks.ts';
import { type Login, logIn } from '../vault/approle.ts';
import { errorCode, UsageError } from '../vault/errors.ts';
import { type TokenHandle, tokenHandle } from '../vault/handle.ts';
import { revoke } from '../vault/token.ts';
import type { Connection } from '../vault/transport.ts';
import { unwrapSecretId, type WrappedSecretId } from '../vault/wrapping.ts';
import type { Ci } from './ci.ts';
import { describe } from './revocation.ts';

export interface Session {
  readonly connection: Connection;
  readonly token: Secret;
  /** Undefined for a token of the user's own, of which nothing more is known. */
  readonly login?: Login;
  /** What revokes the token; undefined for a token of the user's own. */
  readonly handle?: TokenHandle;
}

type Approle = Extract<Identity, { method: 'approle' }>;

/** A session for the identity. The token is masked, then kept for clean-up, before anything can await (R1, R12, R13). */
export async function logInAs(config: Config, connection: Connection, ci: Ci): Promise<Session> {
  const { identity, authNamespace: namespace, server } = config;
  if (identity.method === 'token') return { connection, token: identity.token };
  const secretId = await openSecretId(identity, namespace, connection, ci);
  const born: { handle?: TokenHandle; unkept?: unknown } = {};
  const credentials = { mount: identity.mount, namespace, roleId: identity.roleId, secretId };
  const login = await logIn(connection, credentials, (fresh) => {
    ci.mask(masksOf(fresh.token).masks);
    born.handle = tokenHandle(fresh, server, namespace);
    try {
      if (config.revoke !== 'never') ci.keep(born.handle);
    } catch (error) {
      born.unkept = error;
    }
  });
  if (born.handle && born.unkept) await abandon(born.handle, born.unkept, connection);
  announce(login, config, ci);
  expectRole(identity, login);
  return { connection, token: login.token, login, ...(born.handle && { handle: born.handle }) };
}

/** Its token is the clean-up's, as after any other failure. */
function expectRole({ roleName: wanted }: Approle, { roleName = '?' }: Login): void {
  if (!wanted || wanted.toLowerCase() === roleName.toLowerCase()) return;
  const problem = `these credentials are those of the role "${roleName}", not of "${wanted}": correct roleName, or give the credentials of that role`;
  throw new UsageError([{ name: 'roleName', problem }]);
}

/** A token that clean-up cannot know of must not live on. */
async function abandon(handle: TokenHandle, error: unknown, connection: Connection): Promise<never> {
  const { text } = describe(await revoke(connection, handle), handle, Date.now());
  const problem = `cannot be written (${errorCode(error)}), so clean-up would not know of the token. ${text}`;
  throw new UsageError([{ name: 'state', problem }]);
}

async function openSecretId(
  identity: Approle,
  namespace: string | undefined,
  connection: Connection,
  ci: Ci,
): Promise<Secret | undefined> {
  const { secretId } = identity;
  if (secretId.kind === 'none') return undefined;
  if (secretId.kind === 'plain') return secretId.secretId;
  const opened = await unwrapSecretId(connection, expectedIn(identity, secretId.wrappingToken, namespace));
  ci.mask(masksOf(opened).masks);
  return opened;
}

/** A wrapping token, and what it must hold. */
export function expectedIn(
  { mount, roleName }: Approle,
  wrappingToken: Secret,
  namespace: string | undefined,
): WrappedSecretId {
  return { wrappingToken, roleName, mount: decodeURIComponent(mount), namespace };
}

function announce({ roleName = '?', ttl, uses, type }: Login, { revoke }: Config, ci: Ci): void {
  const lifetime = ttl > 0 ? `${ttl} s` : 'without end';
  ci.info(
    `Logged in as role ${roleName}; the token lives ${lifetime}${uses > 0 ? ` and has ${uses} uses` : ''}.`,
  );
  if (type === 'batch')
    ci.warn('The token is a batch token, which cannot be revoked: it lives until its TTL ends.');
  if (revoke === 'never') ci.warn(`The token is not revoked (revoke: never): it lives ${lifetime}.`);
}

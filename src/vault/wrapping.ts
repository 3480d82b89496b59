/**
 * Why this exists: a SecretID that comes response-wrapped is opened once, and only when it is what it claims to be
 * (developer.hashicorp.com/vault/docs/concepts/response-wrapping#response-wrapping-token-validation).
 */

import * as z from 'zod/mini';
import { Secret } from '../secret.ts';
import { VaultError, WrappingError } from './errors.ts';
import { hint } from './hints.ts';
import { number } from './schema.ts';
import type { Connection } from './transport.ts';

export interface WrappedSecretId {
  readonly wrappingToken: Secret;
  /** The AppRole auth mount it must come from, without `auth/`. */
  readonly mount: string;
  /** The role it must be for; any role of the mount when absent. */
  readonly roleName?: string | undefined;
  readonly namespace?: string | undefined;
}

/** What the server tells of a wrapping token without opening it. */
export interface Wrapping {
  readonly creationPath: string;
  /** As the server writes it, RFC 3339. */
  readonly createdAt: string;
  /** Seconds from then. */
  readonly ttl: number;
}

/** Schemas that most jobs do without are made when they are needed. */
const lookupSchema = () =>
  z.object({
    creation_path: z.string(),
    creation_time: z.optional(z.string()),
    creation_ttl: z.optional(number),
  });
const contentSchema = () => z.object({ secret_id: z.string().check(z.minLength(1)) });

/**
 * The SecretID inside. Looks the wrapping token up first (that spends nothing), compares the whole creation path, then
 * unwraps. Throws `WrappingError` for anything that may be tampering (rule R17), and never tries another credential.
 */
export async function unwrapSecretId(connection: Connection, wrapped: WrappedSecretId): Promise<Secret> {
  await checkWrapping(connection, wrapped);
  return unwrap(connection, wrapped);
}

/** Looks a wrapping token up, which spends nothing. Throws `WrappingError` when it is not what it has to be. */
export async function checkWrapping(connection: Connection, wrapped: WrappedSecretId): Promise<Wrapping> {
  const wrapping = await lookUp(connection, wrapped);
  if (isExpected(wrapping.creationPath, wrapped)) return wrapping;
  const wanted = `auth/${wrapped.mount}/role/${wrapped.roleName ?? '<role>'}/secret-id`;
  throw new WrappingError(
    `it was made by ${wrapping.creationPath}, not by ${wanted}.`,
    hint('wrapping-creation-path'),
  );
}

/** Unauthenticated: the token goes into the body, so that a broken one cannot fail as a request's token. */
async function lookUp(
  connection: Connection,
  { wrappingToken, namespace }: WrappedSecretId,
): Promise<Wrapping> {
  try {
    return await connection.send({
      operation: 'wrapping lookup',
      method: 'POST',
      path: 'sys/wrapping/lookup',
      namespace,
      body: { token: wrappingToken },
      decode: ({ data }) => {
        const found = lookupSchema().safeParse(data).data;
        if (!found) return undefined;
        const { creation_path: creationPath, creation_time: createdAt = '', creation_ttl: ttl = 0 } = found;
        return { creationPath, createdAt, ttl };
      },
    });
  } catch (error) {
    throw alarm(error, 'the server does not know the wrapping token (any more).');
  }
}

/** In the header only: in header and body it would be spent twice and its content destroyed. */
async function unwrap(
  connection: Connection,
  { wrappingToken, namespace }: WrappedSecretId,
): Promise<Secret> {
  const secretId = await connection
    .send<Secret | 'other'>({
      operation: 'unwrap',
      method: 'POST',
      path: 'sys/wrapping/unwrap',
      namespace,
      token: wrappingToken,
      once: true,
      decode: ({ data }) => {
        const inside = contentSchema().safeParse(data);
        return inside.success ? new Secret(inside.data.secret_id) : 'other';
      },
    })
    .catch((error: unknown) => {
      throw alarm(error, 'it was used between our look-up and our unwrap.');
    });
  if (secretId === 'other') throw new WrappingError('there is no SecretID in it.', hint('wrapping-content'));
  return secretId;
}

/** AppRole folds role names to lower case while the path keeps the caller's spelling. */
function isExpected(creationPath: string, { mount, roleName }: WrappedSecretId): boolean {
  const prefix = `auth/${mount}/role/`;
  if (!creationPath.startsWith(prefix)) return false;
  const [role, endpoint, ...rest] = creationPath.slice(prefix.length).split('/');
  return (
    rest.length === 0 &&
    (endpoint === 'secret-id' || endpoint === 'custom-secret-id') &&
    Boolean(role) &&
    (roleName === undefined || role?.toLowerCase() === roleName.toLowerCase())
  );
}

/** Used, expired, revoked, unknown or never a wrapping token: the server answers 400 (403 for some malformed ones). */
function alarm(error: unknown, what: string): unknown {
  if (!(error instanceof VaultError)) return error;
  const { status, errors, hint: known } = error.refusal;
  const refusesToken = status === 400 || (status === 403 && known === undefined);
  return refusesToken ? new WrappingError(what, hint('wrapping-token-invalid'), errors) : error;
}

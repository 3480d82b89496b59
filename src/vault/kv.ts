/**
 * Why this exists: a path's answer becomes named fields, whatever the engine: KV v1 and v2, database credentials,
 * cubbyhole (developer.hashicorp.com/vault/api-docs/secret/kv).
 */

import { Secret } from '../secret.ts';
import type { Answer } from './answer.ts';
import { hintFor } from './diagnosis.ts';
import { VaultError } from './errors.ts';
import { hint } from './hints.ts';
import { jsonNumber, jsonObject, jsonText } from './json.ts';
import type { Access } from './mounts.ts';

/** A secret as read: every field's value as text, numbers with the digits the server sent, objects as compact JSON. */
export interface SecretRead {
  readonly fields: ReadonlyMap<string, Secret>;
  /** All fields as one JSON object with their types; a function, so that nothing prints it by accident. */
  reveal(): Readonly<Record<string, unknown>>;
  /** KV v2 only. */
  readonly version?: number | undefined;
  /** The credential is leased and dies with the token. */
  readonly leased: boolean;
  /** Seconds; 0 when there is no lease. */
  readonly leaseDuration: number;
}

type Gone = { readonly gone: string; readonly errors: readonly string[]; readonly status: number };

/**
 * Reads an API path once. Any GET may mint a credential (`database/creds/…`), so it is sent again only when the first
 * was not processed, unless it is known to be `repeatable`. Throws `VaultError`, `UnreachableError`.
 */
export async function readSecret(
  { connection, token, namespace }: Access,
  path: string,
  { repeatable }: { readonly repeatable: boolean },
): Promise<SecretRead> {
  const read = await connection.send<SecretRead | Gone>({
    operation: 'read',
    method: 'GET',
    path,
    token,
    namespace,
    once: !repeatable,
    accept: [404],
    decode,
  });
  if ('fields' in read) return read;
  const { status, errors } = read;
  const why = read.gone
    ? hint('secret-deleted')
    : hintFor({ operation: 'read', status, text: errors.join('\n') });
  const said = read.gone ? [read.gone] : errors;
  throw new VaultError({ operation: 'read', method: 'GET', path, status, errors: said, hint: why });
}

/**
 * The names directly in a folder, folders with a trailing slash. Throws `VaultError` (404 when there are none).
 * Asked for by GET, because proxies and Node's own server do not know the method LIST.
 */
export async function listNames(
  { connection, token, namespace }: Access,
  listPath: string,
): Promise<readonly string[]> {
  return connection.send({
    operation: 'list',
    method: 'GET',
    path: `${listPath}?list=true`,
    token,
    namespace,
    decode: ({ data }) => {
      const keys = jsonObject(data)?.keys;
      return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : undefined;
    },
  });
}

function decode(answer: Answer): SecretRead | Gone | undefined {
  const data = jsonObject(answer.data);
  const metadata = data && versionMetadata(data);
  if (answer.status === 404) return gone(answer, metadata);
  const fields = metadata ? jsonObject(data?.data) : data;
  if (!fields) return undefined;
  return {
    fields: new Map(Object.entries(fields).map(([name, value]) => [name, new Secret(jsonText(value))])),
    reveal: () => fields,
    version: jsonNumber(metadata?.version),
    leased: answer.leaseId !== '',
    leaseDuration: answer.leaseId === '' ? 0 : answer.leaseDuration,
  };
}

/** The metadata of a KV v2 answer. A KV v1 secret may have fields of the same names, but not this whole shape. */
function versionMetadata(
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const metadata = jsonObject(data.metadata);
  const isVersioned =
    metadata &&
    'created_time' in metadata &&
    'destroyed' in metadata &&
    jsonNumber(metadata.version) !== undefined;
  const only = Object.keys(data).every((key) => key === 'data' || key === 'metadata');
  return isVersioned && only ? metadata : undefined;
}

/** A deleted version answers 404 with its metadata; a missing secret 404 with nothing. */
function gone(
  { errors, warnings, status }: Answer,
  metadata: Readonly<Record<string, unknown>> | undefined,
): Gone {
  const said = errors.length > 0 ? errors : warnings;
  if (!metadata) return { gone: '', errors: said, status };
  const version = jsonNumber(metadata.version);
  const how =
    metadata.destroyed === true
      ? `destroyed; it was written at ${jsonText(metadata.created_time)}`
      : `deleted at ${jsonText(metadata.deletion_time)}`;
  return { gone: `version ${version} was ${how}`, errors: said, status };
}

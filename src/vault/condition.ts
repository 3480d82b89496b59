/** Why this exists: what a node is up to, for people to read (developer.hashicorp.com/vault/api-docs/system/health, …/seal-status). */

import * as z from 'zod/mini';
import { number } from './schema.ts';
import type { Connection } from './transport.ts';

export interface Condition {
  readonly initialized: boolean;
  readonly sealed: boolean;
  /** It passes requests on to the active node. */
  readonly standby: boolean;
  readonly version: string;
  /** Keys that an unsealing still needs; undefined where nobody said. */
  readonly keysMissing?: number | undefined;
}

const HEALTH = z.object({
  initialized: z.boolean(),
  sealed: z.boolean(),
  standby: z.boolean(),
  version: z.optional(z.string()),
});
const SEAL = z.object({ t: number, progress: number });

/** Otherwise each state has a status of its own, most of them those of errors. */
const ALWAYS_200 = [
  'standbyok=true',
  'perfstandbyok=true',
  'sealedcode=200',
  'uninitcode=200',
  'drsecondarycode=200',
].join('&');

/** Asked without a namespace, which the endpoint refuses, and without a token. Throws `VaultError`, `UnreachableError`. */
export async function readCondition(connection: Connection): Promise<Condition> {
  const health = await ask(connection, `sys/health?${ALWAYS_200}`, HEALTH);
  const { version = 'unknown' } = health;
  if (!health.sealed || !health.initialized) return { ...health, version };
  const seal = await ask(connection, 'sys/seal-status', SEAL).catch(() => undefined);
  return { ...health, version, keysMissing: seal && seal.t - seal.progress };
}

async function ask<T>(connection: Connection, path: string, shape: z.ZodMiniType<T>): Promise<T> {
  return connection.send({
    operation: 'health',
    method: 'GET',
    path,
    decode: ({ whole }) => shape.safeParse(whole).data,
  });
}

/** Why this exists: a job's configuration as a user writes it, and a scripted server that knows a job's requests. */

import crypto from 'node:crypto';
import { type Config, readConfig } from '../../src/config/config.ts';
import { INPUTS, type RawConfig } from '../../src/config/inputs.ts';
import type { Recorded } from './recorded.ts';
import { errors, json, type Reply, text } from './reply.ts';

/** The configuration of these inputs; an AppRole's unless they say otherwise. */
export function jobConfig(inputs: Partial<RawConfig>): Config {
  const empty = Object.fromEntries(INPUTS.map((name) => [name, ''])) as Record<keyof RawConfig, string>;
  const secretId = inputs.wrappedSecretId ? {} : { secretId: 'canary-secret-id' };
  const credentials = inputs.token ? {} : { roleId: 'canary-role-id', ...secretId };
  return readConfig(
    { ...empty, ...credentials, ...inputs },
    { readFile: noFile, proxyFor: () => undefined, crypto: () => crypto },
  );
}

function noFile(path: string): string {
  throw new Error(`no file is to be read: ${path}`);
}

/** `auth` of a login's answer. */
export const AUTH = {
  client_token: 'canary-token',
  policies: ['default', 'ci'],
  metadata: { role_name: 'ci' },
  lease_duration: 1200,
  token_type: 'service',
  num_uses: 0,
};

export interface Vault {
  /** Changes of `AUTH`, or another answer. */
  readonly auth?: Partial<typeof AUTH>;
  readonly login?: Reply;
  /** Answers by API path. */
  readonly paths?: Readonly<Record<string, Reply>>;
  readonly lookup?: Reply;
  readonly unwrap?: Reply;
  readonly revoke?: Reply;
}

/** A server with a KV v2 mount at `secret/`; each request is added to `events`, if they are given. */
export function vault(
  { auth, login = json(200, { auth: { ...AUTH, ...auth } }), paths = {}, ...more }: Vault,
  events: string[] = [],
): (request: Recorded) => Reply {
  const fixed: Readonly<Record<string, Reply | undefined>> = {
    'auth/approle/login': login,
    'sys/wrapping/lookup':
      more.lookup ?? json(200, { data: { creation_path: 'auth/approle/role/ci/secret-id' } }),
    'sys/wrapping/unwrap': more.unwrap ?? json(200, { data: { secret_id: 'canary-unwrapped-id' } }),
    'auth/token/revoke-self': more.revoke ?? text(204, ''),
    ...paths,
  };
  return ({ method, path }) => {
    const apiPath = path.replace(/^\/v1\//, '');
    events.push(`${method} ${apiPath}`);
    if (apiPath.startsWith('sys/internal/ui/mounts/secret/'))
      return json(200, { data: { type: 'kv', path: 'secret/', options: { version: '2' } } });
    return fixed[apiPath] ?? errors(apiPath.startsWith('sys/') ? 403 : 404);
  };
}

/** A KV v2 secret. */
export function secret(fields: Readonly<Record<string, unknown>>, version = 1): Reply {
  const metadata = { version, created_time: '2026-01-01T00:00:00Z', deletion_time: '', destroyed: false };
  return json(200, { data: { data: fields, metadata } });
}

/** A leased credential. */
export function lease(fields: Readonly<Record<string, unknown>>): Reply {
  return json(200, { lease_id: 'database/creds/app/1', lease_duration: 600, data: fields });
}

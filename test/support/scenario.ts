/** Why this exists: integration tests make mounts, roles and secrets of their own on the one real server of a run. */

import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type ApiOptions, client, isAlive, type Server } from './openbao.mjs';

type Api = Server['api'];

export interface Role {
  readonly mount: string;
  readonly name: string;
  readonly roleId: string;
  /** A plain SecretID. */
  secretId(): Promise<string>;
  /** A wrapping token that holds a SecretID. */
  wrapped(ttl?: string): Promise<string>;
  /** Accessors of the role's tokens that are alive; none for batch tokens. */
  tokens(): Promise<readonly string[]>;
}

export interface Scenario {
  readonly address: string;
  readonly api: Api;
  isAlive(token: string): Promise<boolean>;
  /** A KV v2 (or v1) mount with these secrets; returns its path. */
  kv(
    secrets: Readonly<Record<string, unknown>>,
    options?: { version?: 1 | 2; mount?: string },
  ): Promise<string>;
  /** An AppRole on a mount of its own whose policy allows reading the given paths. */
  role(options?: RoleOptions): Promise<Role>;
}

export interface RoleOptions {
  /** API paths with globs; each is readable. */
  readonly reads?: readonly string[];
  /** Paths whose names may be listed, and paths that may be written to. */
  readonly lists?: readonly string[];
  readonly updates?: readonly string[];
  /** Parameters of the role. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly mount?: string;
  readonly namespace?: string;
}

export function unique(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

/** The server of this run, or another one. */
export function scenario(server: { address: string; rootToken: string } = inject('server')): Scenario {
  const api = client(server.address, server.rootToken);
  return {
    address: server.address,
    api,
    isAlive: (token) => isAlive({ api }, token),
    kv: (secrets, options = {}) => mountKv(api, secrets, options),
    role: (options = {}) => makeRole(api, options),
  };
}

async function mountKv(
  api: Api,
  secrets: Readonly<Record<string, unknown>>,
  { version = 2, mount = unique('kv') }: { version?: 1 | 2; mount?: string },
): Promise<string> {
  await api('POST', `sys/mounts/${mount}`, { type: 'kv', options: { version: String(version) } });
  for (const [path, data] of Object.entries(secrets)) {
    if (version === 1) await api('POST', `${mount}/${path}`, data);
    else await whileUpgrading(() => api('POST', `${mount}/data/${path}`, { data }));
  }
  return mount;
}

/** A fresh KV v2 mount answers 400 for a moment. */
async function whileUpgrading(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await write();
      return;
    } catch (error) {
      if (tries > 50 || !String(error).includes('Upgrading')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function makeRole(
  api: Api,
  { reads = [], lists = [], updates = [], settings = {}, mount = unique('approle'), namespace }: RoleOptions,
): Promise<Role> {
  const options: ApiOptions = namespace === undefined ? {} : { namespace };
  const name = unique('role');
  const policy = policyText({ read: reads, list: lists, update: updates });
  await api(
    'POST',
    `sys/policies/acl/${name}`,
    { policy: policy || 'path "none" { capabilities = ["deny"] }' },
    options,
  );
  await api('POST', `sys/auth/${mount}`, { type: 'approle' }, options);
  const base = `auth/${mount}/role/${name}`;
  await api('POST', base, { token_policies: name, token_ttl: '10m', ...settings }, options);
  const { data } = await api('GET', `${base}/role-id`, undefined, options);
  return {
    mount,
    name,
    roleId: data.role_id,
    secretId: async () => (await api('POST', `${base}/secret-id`, {}, options)).data.secret_id,
    wrapped: async (wrapTtl = '60s') =>
      (await api('POST', `${base}/secret-id`, {}, { ...options, wrapTtl })).wrap_info.token,
    tokens: () => tokensOf(api, name, options),
  };
}

/** The server is shared: whose token it is says its accessor. */
export async function tokensOf(api: Api, role: string, options: ApiOptions = {}): Promise<readonly string[]> {
  const { data } = await api('LIST', 'auth/token/accessors', undefined, options);
  const roles = await Promise.all(
    data.keys.map(async (accessor: string) => {
      const token = await api('POST', 'auth/token/lookup-accessor', { accessor }, options).catch(
        () => undefined,
      );
      return token?.data.meta?.role_name === role ? [accessor] : [];
    }),
  );
  return roles.flat();
}

/** One block for each path: a second one for the same path would replace the first. */
function policyText(rights: Readonly<Record<string, readonly string[]>>): string {
  const paths = new Set(Object.values(rights).flat());
  return [...paths]
    .map((path) => {
      const capabilities = Object.keys(rights).filter((right) => rights[right]?.includes(path));
      return `path "${path}" { capabilities = ${JSON.stringify(capabilities)} }`;
    })
    .join('\n');
}

/** The token in what main kept for post. */
export function keptToken(state: Readonly<Record<string, string>>): string {
  return JSON.parse(Buffer.from(state.cleanup ?? '', 'base64').toString() || '{}').token ?? '';
}

/** Why this exists: the columns of the matrix: each kind of request, in the smallest job that makes it. */

import type { World } from './world.ts';

export interface Operation {
  readonly name: string;
  readonly part: 'main' | 'post';
  /** The requests that the faults are done to. */
  readonly path: RegExp;
  /** The request before them, if there is one. */
  readonly before?: RegExp;
  /** It spends or mints something, so it may reach the server once at most. */
  readonly once: boolean;
  /** Inputs besides address, mount and RoleID. */
  inputs(world: World): Promise<Readonly<Record<string, string>>>;
}

const READ = /\/data\/ci\/app$/;
const LOGIN = /\/login$/;

const wrapped: Operation['inputs'] = async ({ role, kv }) => ({
  wrappedSecretId: await role.wrapped(),
  secrets: `${kv}/data/ci/app key`,
});

/** Plain credentials and these entries. */
function job(entries: (world: World) => Readonly<Record<string, string>>): Operation['inputs'] {
  return async (world) => ({ secretId: await world.role.secretId(), ...entries(world) });
}

const reading = job(({ kv }) => ({ secrets: `${kv}/data/ci/app key` }));
const revokingInMain = job(({ kv }) => ({ secrets: `${kv}/data/ci/app key`, revoke: 'main' }));

export const OPERATIONS: readonly Operation[] = [
  { name: 'wrapping lookup', part: 'main', path: /wrapping\/lookup$/, once: false, inputs: wrapped },
  {
    name: 'unwrap',
    part: 'main',
    path: /wrapping\/unwrap$/,
    before: /wrapping\/lookup$/,
    once: true,
    inputs: wrapped,
  },
  { name: 'login', part: 'main', path: LOGIN, once: true, inputs: reading },
  {
    name: 'mount lookup',
    part: 'main',
    path: /\/internal\/ui\/mounts\//,
    before: LOGIN,
    once: false,
    inputs: job(({ kv }) => ({ secrets: `${kv}/ci/app key` })),
  },
  { name: 'KV read', part: 'main', path: READ, before: LOGIN, once: false, inputs: reading },
  {
    name: 'other read',
    part: 'main',
    path: /\/oidc\/token\//,
    before: LOGIN,
    once: true,
    inputs: job(({ identityToken }) => ({ secrets: `${identityToken} token | JWT` })),
  },
  {
    name: 'list',
    part: 'main',
    path: /\?list=true$/,
    before: /\/internal\/ui\/mounts\//,
    once: false,
    inputs: job(({ kv }) => ({ secrets: `${kv}/ci/* key` })),
  },
  {
    name: 'issue',
    part: 'main',
    path: /\/issue\//,
    before: LOGIN,
    once: true,
    inputs: job(({ issuer }) => ({ pki: `${issuer} {"common_name": "canary.example.org"}` })),
  },
  {
    name: 'revoke in main',
    part: 'main',
    path: /\/revoke-self$/,
    before: READ,
    once: false,
    inputs: revokingInMain,
  },
  { name: 'revoke in post', part: 'post', path: /\/revoke-self$/, once: false, inputs: reading },
];

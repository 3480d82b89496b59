/** Why this exists: a policy made from what is wanted allows that, and refuses everything beside it, on a real server. */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { policyText, rulesOf, simplified, updateRule } from '../../src/secrets/policy.ts';
import { locationIn } from '../../src/vault/mounts.ts';
import { escapePath } from '../../src/vault/paths.ts';
import { scenario, unique } from '../support/scenario.ts';

const { address, api, kv } = scenario();

/** One begins like another, one is also a folder, the others mean something to a shell, to HCL or to a URL. */
const NAMES = ['a', 'ab', 'b c', 'q"u\\o', '$' + '{x}', 'é%', 'x*y'];
/** Secrets, and folders, of every mount. `a` is both. */
const PATHS = [...NAMES, ...NAMES.map((name) => `a/${name}`), ...NAMES.map((name) => `a/a/${name}`), 'ab/a'];
const FOLDERS = ['', 'a', 'ab', 'a/a', 'a/ab'];

interface Mount {
  readonly path: string;
  readonly version: 1 | 2;
}

const mounts: Mount[] = [];
beforeAll(async () => {
  for (const version of [1, 2] as const) {
    const secrets = Object.fromEntries(PATHS.map((path) => [encoded(path), { key: 'canary-value' }]));
    mounts.push({ path: await kv(secrets, { version }), version });
  }
});

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Something that a job wants of a mount: the secret at a path, or a folder. */
interface Want {
  readonly mount: 0 | 1;
  readonly path: string;
  readonly folder: 'direct' | 'deep' | undefined;
}

const want: fc.Arbitrary<Want> = fc.oneof(
  fc.record({
    mount: fc.constantFrom(0, 1),
    path: fc.constantFrom(...PATHS),
    folder: fc.constant(undefined),
  }),
  fc.record({
    mount: fc.constantFrom(0, 1),
    path: fc.constantFrom(...FOLDERS),
    folder: fc.constantFrom('direct', 'deep'),
  }),
);

/** Whether a secret is wanted, by the meaning of the words alone. */
function wantsSecret({ path, folder }: Want, secret: string): boolean {
  if (!folder) return secret === path;
  const below = path === '' ? secret : secret.startsWith(`${path}/`) ? secret.slice(path.length + 1) : '';
  return below !== '' && (folder === 'deep' || !below.includes('/'));
}

function wantsNames({ path, folder }: Want, asked: string): boolean {
  if (folder === undefined) return false;
  return asked === path || (folder === 'deep' && (path === '' || asked.startsWith(`${path}/`)));
}

function policyFor(wants: readonly Want[]): string {
  const known = mounts.map(({ path, version }) => ({ path: `${path}/`, type: 'kv', version }));
  const rules = wants.flatMap(({ mount, path, folder }) => {
    const written = escapePath(`${mounts[mount]?.path}${path && '/'}${path.replaceAll('%', '%25')}`);
    return rulesOf({ ...locationIn(written, known), folder });
  });
  return policyText(simplified(rules));
}

/** A rule for the secret would also be the one for the list of the folder of its name. */
const SHADOWED: Want[] = [
  { mount: 0, path: 'a', folder: undefined },
  { mount: 0, path: 'a', folder: 'deep' },
];

type Ask = (path: string, method?: string, body?: object) => Promise<number>;

/** The statuses of what a token with the policy asks for. */
async function tokenWith(policy: string): Promise<Ask> {
  const name = unique('minimal');
  await api('POST', `sys/policies/acl/${name}`, { policy });
  const { auth } = await api('POST', 'auth/token/create', {
    policies: [name],
    no_default_policy: true,
    ttl: '5m',
  });
  return async (path, method = 'GET', data = { data: {} }) => {
    const headers = { 'X-Vault-Token': auth.client_token, 'Content-Type': 'application/merge-patch+json' };
    const body = method === 'GET' ? {} : { body: JSON.stringify(data) };
    const response = await fetch(`${address}/v1/${path}`, { method, headers, ...body });
    await response.arrayBuffer();
    return response.status;
  };
}

describe('for any set of secrets and folders', () => {
  it('every wanted one can be read or listed, and every neighbouring one is refused', async () => {
    const property = fc.asyncProperty(fc.array(want, { minLength: 1, maxLength: 6 }), async (wants) => {
      const policy = policyFor(wants);
      const status = await tokenWith(policy);
      for (const [index, { path: mount, version }] of mounts.entries()) {
        const here = wants.filter((one) => one.mount === index);
        const [data, names] = version === 2 ? [`${mount}/data`, `${mount}/metadata`] : [mount, mount];
        const reads = PATHS.map(async (path) => {
          expect([path, await status(`${data}/${encoded(path)}`), policy]).toEqual([
            path,
            here.some((one) => wantsSecret(one, path)) ? 200 : 403,
            policy,
          ]);
        });
        const lists = FOLDERS.map(async (path) => {
          const listed = await status(`${names}${path && '/'}${encoded(path)}?list=true`);
          const may = here.some((one) => wantsNames(one, path));
          expect([path, listed === 403, policy]).toEqual([path, !may, policy]);
        });
        await Promise.all([...reads, ...lists]);
      }
    });
    await fc.assert(property, { numRuns: 40, examples: [[SHADOWED]] });
  });

  it('nothing can be written or deleted, not even what can be read, and no metadata can be read', async () => {
    const status = await tokenWith(
      policyFor([0, 1].map((mount) => ({ mount: mount === 0 ? 0 : 1, path: '', folder: 'deep' }))),
    );
    for (const { path: mount, version } of mounts) {
      const data = version === 2 ? `${mount}/data` : mount;
      expect(await status(`${data}/a`)).toBe(200);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect(await status(`${data}/a`, method)).toBe(403);
      if (version === 2) expect(await status(`${mount}/metadata/a`)).toBe(403);
    }
  });
});

it('a certificate that is wanted can be issued, and nothing else of its engine can be used', async () => {
  const mount = unique('pki');
  await api('POST', `sys/mounts/${mount}`, { type: 'pki' });
  await api('POST', `${mount}/root/generate/internal`, { common_name: 'Test CA' });
  for (const name of ['web', 'web2']) await api('POST', `${mount}/roles/${name}`, { allow_any_name: true });
  const status = await tokenWith(policyText([updateRule(`${mount}/issue/web`)]));
  const names = { common_name: 'a.example.org', ttl: '1h' };
  expect(await status(`${mount}/issue/web`, 'POST', names)).toBe(200);
  expect(await status(`${mount}/issue/web2`, 'POST', names)).toBe(403);
  expect(await status(`${mount}/sign/web`, 'POST', names)).toBe(403);
  expect(await status(`${mount}/roles/web`)).toBe(403);
});

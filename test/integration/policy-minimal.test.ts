/** Why this exists: a policy made from what is wanted allows that, and refuses everything beside it, on a real server. */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { policyText, type Rule, rulesOf, simplified, updateRule } from '../../src/secrets/policy.ts';
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
  for (const [type, { setUp }] of Object.entries(ENGINES)) {
    await api('POST', `sys/mounts/${ENGINE_MOUNTS[type]}`, { type });
    for (const [path, body] of setUp) await api('POST', `${ENGINE_MOUNTS[type]}/${path}`, body);
  }
});

/** What other engines make, by the name of a role or a key: one begins like another. */
const MADE = ['a', 'ab', 'b'];

interface Engine {
  readonly setUp: readonly (readonly [string, object])[];
  /** What a job asks for, below the mount, before the name. */
  readonly wanted: string;
  /** Beside that. */
  readonly others: readonly string[];
  readonly body?: object;
  /** The answer to whoever may. */
  readonly answer: number;
}

const CERTIFICATE = { common_name: 'a.example.org', ttl: '1h' };
const ENGINES = {
  totp: {
    setUp: MADE.map((name) => [`keys/${name}`, { generate: true, issuer: 'test', account_name: name }]),
    wanted: 'code',
    others: ['keys', 'codes'],
    answer: 200,
  },
  /** Without a database: the engine answers that it reaches none, which is past all policies. */
  database: {
    setUp: [
      [
        'config/none',
        {
          plugin_name: 'postgresql-database-plugin',
          allowed_roles: '*',
          connection_url: 'postgresql://{{username}}@127.0.0.1:1/none',
          username: 'canary',
          verify_connection: false,
        },
      ],
      ...MADE.map((name) => [`roles/${name}`, { db_name: 'none', creation_statements: 'select 1' }] as const),
    ],
    wanted: 'creds',
    others: ['roles', 'static-creds', 'config'],
    answer: 500,
  },
  pki: {
    setUp: [
      ['root/generate/internal', { common_name: 'Test CA', key_type: 'ec' }],
      ...MADE.map((name) => [`roles/${name}`, { allow_any_name: true, key_type: 'ec' }] as const),
    ],
    wanted: 'issue',
    others: ['sign', 'roles', 'sign-verbatim'],
    body: CERTIFICATE,
    answer: 200,
  },
} satisfies Record<string, Engine>;
type EngineName = keyof typeof ENGINES;
const ENGINE_MOUNTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(ENGINES).map((type) => [type, unique(type)]),
);

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

/** Something that another engine makes. */
interface Make {
  readonly engine: EngineName;
  readonly name: string;
}

const make: fc.Arbitrary<Make> = fc.record({
  engine: fc.constantFrom<EngineName>('totp', 'database', 'pki'),
  name: fc.constantFrom(...MADE),
});

function rulesToMake({ engine, name }: Make): readonly Rule[] {
  const mount = ENGINE_MOUNTS[engine];
  const path = `${mount}/${ENGINES[engine].wanted}/${name}`;
  const known = [{ path: `${mount}/`, type: engine }];
  return engine === 'pki' ? [updateRule(path)] : rulesOf(locationIn(path, known));
}

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

function policyFor(wants: readonly Want[], makes: readonly Make[] = []): string {
  const known = mounts.map(({ path, version }) => ({ path: `${path}/`, type: 'kv', version }));
  const rules = wants.flatMap(({ mount, path, folder }) => {
    const written = escapePath(`${mounts[mount]?.path}${path && '/'}${path.replaceAll('%', '%25')}`);
    return rulesOf({ ...locationIn(written, known), folder });
  });
  return policyText(simplified([...rules, ...makes.flatMap(rulesToMake)]));
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

/** What is wanted of the other engines can be made, and nothing else of theirs can be asked for. */
async function expectMadeAlone(makes: readonly Make[], policy: string, status: Ask): Promise<void> {
  for (const [type, engine] of Object.entries(ENGINES)) {
    const { wanted, others, answer, body }: Engine = engine;
    const mount = ENGINE_MOUNTS[type];
    const asked = MADE.flatMap((name) => {
      const path = `${mount}/${wanted}/${name}`;
      const may = makes.some((one) => one.engine === type && one.name === name);
      const [method, other] = body ? ['POST', 'GET'] : ['GET', 'POST'];
      return [
        { path, method, expected: may ? answer : 403 },
        { path, method: other, expected: 403 },
        ...others.map((beside) => ({ path: `${mount}/${beside}/${name}`, method, expected: 403 })),
      ];
    });
    const answers = asked.map(async ({ path, method, expected }) =>
      expect([path, method, await status(path, method, body), policy]).toEqual([
        path,
        method,
        expected,
        policy,
      ]),
    );
    await Promise.all(answers);
  }
}

describe('for any set of secrets, folders, certificates and what other engines make', () => {
  it('every wanted one can be read or listed, and every neighbouring one is refused', async () => {
    const lists = { minLength: 0, maxLength: 6 };
    const sets = [fc.array(want, lists), fc.array(make, lists)] as const;
    const property = fc.asyncProperty(...sets, async (wants, makes) => {
      fc.pre(wants.length + makes.length > 0);
      const policy = policyFor(wants, makes);
      const status = await tokenWith(policy);
      await expectMadeAlone(makes, policy, status);
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
    await fc.assert(property, { numRuns: 40, examples: [[SHADOWED, []]] });
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

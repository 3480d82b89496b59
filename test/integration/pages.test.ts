/** Why this exists: the commands of the pages for operators are run as they stand, on a server of their own. */

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI } from '../support/cli.ts';
import { codesIn, fenced } from '../support/markdown.ts';
import { findServer, type Server, startServer } from '../support/openbao.mjs';
import { at, readDocuments } from '../support/yaml.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const POSIX = process.platform !== 'win32';

let server: Server;
let folder: string;

/** What stands for `kubectl`: Secret and ConfigMap are files in `$STORE`, as a mounted folder shows them. */
const KUBECTL = `case "$*" in
  *--dry-run=client*) printf '{"data":{"secret-id":"%s"}}' "$(base64 | tr -d '\\n')" ;;
  *apply*) sed 's/.*"secret-id":"\\([^"]*\\)".*/\\1/' | base64 -d > "$STORE/secret-id" ;;
  *configmap*) for last; do :; done; printf %s "\${last#--from-literal=role-id=}" > "$STORE/role-id" ;;
  *secret*) cat > "$STORE/secret-id" ;;
esac`;

/** What stands for `gh` and `glab`: it keeps what it was called with, and what it read. */
const STORE = `[ -n "$GH_TOKEN$GITLAB_TOKEN" ] || exit 4
echo "\${0##*/} $*" > stored-by
cat > stored`;

beforeAll(async () => {
  if (!POSIX) return;
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'vault-approle-pages-'));
  for (const name of ['bin', 'mounted']) mkdirSync(join(folder, name));
  program('bin/bao', `exec '${findServer()}' "$@"`);
  program('bin/vault-approle', `exec '${process.execPath}' '${CLI}' "$@"`);
  program('bin/kubectl', KUBECTL);
  for (const name of ['gh', 'glab']) program(`bin/${name}`, STORE);
  program('deploy.sh', 'env > seen; echo "with $DB_PASSWORD"');
  await server.api('POST', 'secret/data/ci/shop', { data: { password: 'canary-password' } });
  await server.api('POST', 'sys/auth/approle', { type: 'approle' });
  await sh(fenced(read('docs/wrapping.md'), 'sh')[0], { VAULT_TOKEN: server.rootToken });
});
afterAll(async () => {
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs it as a shell of a job does; a status that is not expected fails the test. */
async function sh(script = 'exit 9', env: Environment = {}, expected = 0): Promise<Ran> {
  const ran = await run(['sh', '-eu', '-c', script], env);
  expect(ran.status, `${script}\n${ran.stderr}`).toBe(expected);
  return ran;
}

function run([file = '', ...args]: readonly string[], env: Environment): Promise<Ran> {
  const path = [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const surroundings = { PATH: path, HOME: folder, VAULT_ADDR: server.address, ...env };
  return new Promise((resolve) => {
    execFile(file, args, { cwd: folder, env: surroundings }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function roleId(role: string): Promise<string> {
  return (await server.api('GET', `auth/approle/role/${role}/role-id`)).data.role_id;
}

async function credentials(role: string): Promise<Environment> {
  const { data } = await server.api('POST', `auth/approle/role/${role}/secret-id`, {});
  return { VAULT_ROLE_ID: await roleId(role), VAULT_SECRET_ID: data.secret_id };
}

/** What `deploy.sh` saw. */
function seen(): string {
  const path = join(folder, 'seen');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(path, { force: true });
  return text;
}

/** Each line of a page's block is somewhere in the output; `…` stands for anything. */
function expectSaid(output: string, block = 'nothing'): void {
  for (const line of block.split('\n')) {
    const parts = line.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    expect(output).toMatch(new RegExp(parts.join('.+')));
  }
}

it('the pictures of a job summary and of doctor are what a run gives', async () => {
  const script = fileURLToPath(new URL('../../scripts/pictures.mjs', import.meta.url));
  const said = new Promise<string>((resolve) => {
    execFile(process.execPath, [script, '--check'], (_, stdout, stderr) => resolve(stdout + stderr));
  });
  expect(await said).toBe('docs/pictures/summary.svg\ndocs/pictures/doctor.svg\n');
});

describe.skipIf(!POSIX)('docs/wrapping.md', () => {
  const PAGE = read('docs/wrapping.md');
  const [, wrap, deploy, check] = fenced(PAGE, 'sh');
  const [opened, exchanged, checked] = fenced(PAGE, 'text');

  async function expectOpens(): Promise<void> {
    const job = { VAULT_ROLE_ID: await roleId('shop-ci') };
    const { stdout } = await sh(deploy, job);
    expect(stdout).toBe('with ***\n');
    expect(seen()).toContain('DB_PASSWORD=canary-password\n');
    expectSaid((await sh(deploy, job, 3)).stderr, opened);
    expect(seen()).toBe('');
  }

  it('R17: what any client wraps opens once; the second who opens it reads the alarm of the page', async () => {
    const [command = ''] = codesIn(PAGE.replaceAll('\n', ' ')).filter((one) =>
      one.startsWith('bao write -f'),
    );
    await sh(`${command} > wrapped`, { VAULT_TOKEN: server.rootToken });
    await expectOpens();
  });

  it('R17: what a stranger opened and wrapped again is the other alarm of the page', async () => {
    const { data } = await server.api('POST', 'auth/approle/role/shop-ci/secret-id', {});
    const { wrap_info } = await server.api('POST', 'sys/wrapping/wrap', data, { wrapTtl: '60s' });
    writeFileSync(join(folder, 'wrapped'), wrap_info.token);
    expectSaid((await sh(deploy, { VAULT_ROLE_ID: await roleId('shop-ci') }, 3)).stderr, exchanged);
  });

  it('the role of the trusted entity may make wrapped SecretIDs, and neither plain ones nor reads', async () => {
    const script = `vault-approle exec --token-env -- sh -c`;
    const broker = async () => credentials('shop-broker');
    const path = 'auth/approle/role/shop-ci/secret-id';
    await sh(`${script} 'bao write -f -wrap-ttl=5m ${path}'`, await broker());
    const refused = [
      `bao write -f ${path}`,
      `bao write -f -wrap-ttl=1h ${path}`,
      'bao read secret/data/ci/shop',
    ];
    for (const command of refused) await sh(`${script} '${command}'`, await broker(), 2);
  });

  it('wrap makes one, --check leaves it whole, and it opens once', async () => {
    await sh(wrap, await credentials('shop-broker'));
    expectSaid((await sh(check)).stdout, checked);
    await expectOpens();
  });
});

describe.skipIf(!POSIX)('docs/token-or-approle.md', () => {
  const [development, production] = fenced(read('docs/token-or-approle.md'), 'sh');

  it('the token of a developer is used, is not handed on, and works afterwards', async () => {
    const script = `${development}\nbao token lookup > looked-up`;
    await sh(script, { VAULT_TOKEN: server.rootToken });
    const environment = seen();
    expect(environment).toContain('DB_PASSWORD=canary-password\n');
    expect(environment).not.toContain('VAULT_TOKEN');
    expect(readFileSync(join(folder, 'looked-up'), 'utf8')).toContain('shop-ci');
  });

  it('the role for production is made, and logs in', async () => {
    await sh(production, { VAULT_TOKEN: server.rootToken });
    const { stdout } = await sh('vault-approle login --json', await credentials('shop-ci'));
    expect(JSON.parse(stdout)).toMatchObject({ role: 'shop-ci' });
  });
});

describe.skipIf(!POSIX)('docs/troubleshooting.md', () => {
  const remedies = fenced(read('docs/troubleshooting.md'), 'sh').filter((one) =>
    one.includes('policy write'),
  );
  const root = (): Environment => ({ VAULT_TOKEN: server.rootToken });

  it('has remedies that change a policy', () => expect(remedies).toHaveLength(3));

  it.each(remedies)('adds to a policy, and takes nothing from it:\n%s', async (remedy) => {
    const before = 'path "secret/data/ci/before" { capabilities = ["read"] }';
    await server.api('POST', 'sys/policies/acl/ci', { policy: before });
    await server.api('POST', 'auth/approle/role/ci', { token_policies: 'ci' });
    await sh(remedy, root());
    const { stdout } = await sh('bao policy read ci', root());
    expect(stdout.trim().split('\n')).toEqual([
      before,
      ...(/POLICY'\n(.*)\nPOLICY/s.exec(remedy)?.[1]?.split('\n') ?? []),
    ]);
  });
});

describe.skipIf(!POSIX)('docs/token-or-approle.md, a SecretID that a platform stores', () => {
  const scripts = fenced(read('docs/token-or-approle.md').split('## Rotate a SecretID')[1] ?? '', 'sh');
  const CASES = [
    ['gh secret set VAULT_SECRET_ID --repo shop/app', 'GH_TOKEN', scripts[0]],
    ['glab variable update VAULT_SECRET_ID --repo shop/app --masked --protected', 'GITLAB_TOKEN', scripts[1]],
  ] as const;

  it('has a command for each of them', () => expect(scripts).toHaveLength(CASES.length));

  it.each(CASES)(
    '%s gets the new one and its own token, and the old one ends',
    async (called, token, script) => {
      const [, , policy] = fenced(read('docs/kubernetes.md'), 'sh');
      await sh(policy, { VAULT_TOKEN: server.rootToken });
      const job = await credentials('shop-ci');
      await sh(script, { ...job, [token]: 'canary-platform' });
      expect(readFileSync(join(folder, 'stored-by'), 'utf8')).toBe(`${called}\n`);
      const stored = readFileSync(join(folder, 'stored'), 'utf8');
      await sh('vault-approle login', { ...job, VAULT_SECRET_ID: stored });
      await sh('vault-approle login', job, 1);
    },
  );
});

describe.skipIf(!POSIX)('docs/cli.md', () => {
  const scripts = fenced(read('docs/cli.md'), 'sh');

  it('has examples', () => expect(scripts.length).toBeGreaterThan(2));

  it.each(scripts)('%s', async (script) => {
    const env = { ...(await credentials('shop-ci')), DIR: mkdtempSync(join(folder, 'dir-')) };
    await sh(script, env);
    if (script.includes('deploy.sh')) expect(seen()).toContain('DB_PASSWORD=canary-password\n');
  });
});

describe.skipIf(!POSIX)('docs/kubernetes.md', () => {
  const [create = '', deploy = '', policy = '', look = '', destroy = ''] = fenced(
    read('docs/kubernetes.md'),
    'sh',
  );
  const MOUNTED = '/var/run/secrets/vault-approle';
  const mounted = (text: string): string => text.replaceAll(MOUNTED, join(folder, 'mounted'));
  const current = (): string => readFileSync(join(folder, 'mounted/secret-id'), 'utf8');

  beforeAll(async () => {
    await sh(policy, { VAULT_TOKEN: server.rootToken });
    const { VAULT_ROLE_ID: ROLE_ID = '', VAULT_SECRET_ID: SECRET_ID = '' } = await credentials('shop-ci');
    await sh(create, { ROLE_ID, SECRET_ID, STORE: join(folder, 'mounted') });
  });

  it('a job reads the credentials from the mounted files', async () => {
    expect(deploy).toContain(MOUNTED);
    await sh(mounted(deploy));
    expect(seen()).toContain('DB_PASSWORD=canary-password\n');
  });

  it('the container of rotate.yaml puts a new SecretID where the old one was, which is worth nothing then', async () => {
    const job = readDocuments(read('examples/kubernetes/rotate.yaml')).at(-1) ?? '';
    const spec = at(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
    const command = Object.values(at(spec, 'containers', 0, 'command')).map(String);
    const old = current();
    const env = { STORE: join(folder, 'mounted') };
    const { status, stderr } = await run(command.map(mounted), env);
    expect(status, stderr).toBe(0);
    expect(current()).not.toBe(old);
    await sh(mounted(deploy));
    const lookup = 'auth/approle/role/shop-ci/secret-id/lookup';
    expect(await server.api('POST', lookup, { secret_id: old })).toBeUndefined();
    expect((await server.api('POST', lookup, { secret_id: current() })).data).toBeDefined();
  });

  it('whoever has the SecretID makes others, a rotation leaves them alone and counts them, the page finds and ends them', async () => {
    const admin = { VAULT_TOKEN: server.rootToken };
    const job = await credentials('shop-ci');
    const theft =
      'vault-approle exec --token-env --no-mask -- bao write -f -field=secret_id auth/approle/role/shop-ci/secret-id';
    const stolen = { ...job, VAULT_SECRET_ID: (await sh(theft, job)).stdout.trim() };
    const old = await sh(look, admin);
    const { stderr } = await sh('vault-approle rotate --exec "cat > stored"', job);
    const found = (await sh(look, admin)).stdout;
    const count = found.match(/^secret_id_accessor /gm)?.length ?? 0;
    expect(count).toBe(old.stdout.match(/^secret_id_accessor /gm)?.length);
    expect(stderr).toContain(`has ${count - 1} more SecretIDs, which are not of this line`);
    const [, own = 'nothing'] = /^vault-approle: Handed over .* accessor (\S+)\.$/m.exec(stderr) ?? [];
    expect(found).toContain(own);
    expect(found).toMatch(/^metadata +map\[rotated_by:vault-approle rotation:/m);
    const renewed = (await sh(theft, stolen)).stdout.trim();
    const { data } = await server.api('POST', 'auth/approle/role/shop-ci/secret-id/lookup', {
      secret_id: renewed,
    });
    expect((await sh(look, admin)).stdout).toContain(data.secret_id_accessor);
    const variables = { role: 'auth/approle/role/shop-ci', accessor: data.secret_id_accessor };
    await sh(destroy, { ...admin, ...variables });
    await sh('vault-approle login', { ...job, VAULT_SECRET_ID: renewed }, 1);
  });
});

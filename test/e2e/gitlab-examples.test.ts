/** Why this exists: the examples of gitlab/README.md and examples/gitlab/ are run as they stand, on a server of their own. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server as WebServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI } from '../support/cli.ts';
import { findGitlabCiLocal, type PipelineRun, runPipeline } from '../support/gitlab.ts';
import { fenced } from '../support/markdown.ts';
import { type Server, startServer } from '../support/openbao.mjs';
import { ROOT } from '../support/project.ts';

const README = readFileSync(join(ROOT, 'gitlab/README.md'), 'utf8');
const TEMPLATE = readFileSync(join(ROOT, 'gitlab/templates/vault-approle.yml'));
const tool = findGitlabCiLocal();
const folder = mkdtempSync(join(tmpdir(), 'vault-approle-seen-'));

const SECRETS = {
  'ci/shop': {
    user: 'canary-user',
    password: 'canary-password',
    deploy_key: 'canary line 1\ncanary line 2\n',
  },
  'ci/mail': { host: 'canary-host', 'api.key': 'canary-api-key' },
  'release/registry': { token: 'canary-registry-token' },
  'release/notary': { token: 'canary-notary-token' },
};

let server: Server;
let web: WebServer;
let url: string;
let roles: Readonly<Record<string, { readonly roleId: string; secretId(): Promise<string> }>>;

async function makeRole(name: string, policy: string) {
  await server.api('POST', `sys/policies/acl/${name}`, { policy });
  await server.api('POST', `auth/approle/role/${name}`, { token_policies: name, token_ttl: '10m' });
  const { data } = await server.api('GET', `auth/approle/role/${name}/role-id`);
  const mint = async () =>
    (await server.api('POST', `auth/approle/role/${name}/secret-id`, {})).data.secret_id;
  return { roleId: data.role_id, secretId: mint };
}

const READS = `path "secret/data/*" { capabilities = ["read"] }
path "secret/metadata/release/*" { capabilities = ["list"] }`;

describe.skipIf(!tool)('the examples', () => {
  beforeAll(async () => {
    server = await startServer();
    for (const [path, data] of Object.entries(SECRETS))
      await server.api('POST', `secret/data/${path}`, { data });
    await server.api('POST', 'sys/auth/approle', { type: 'approle' });
    roles = {
      shop: await makeRole('shop-ci', READS),
      broker: await makeRole('broker', fenced(README, 'hcl').join('\n')),
    };
    web = createServer((request, response) =>
      response.end(request.url?.endsWith('.yml') ? TEMPLATE : readFileSync(CLI)),
    );
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    web.close();
    await server.stop();
  });

  /** The scripts that the examples call, each of which tells what it sees. */
  const script = (name: string): string =>
    `#!/bin/sh\nenv > ${join(folder, name)}\necho "is $DB_PASSWORD$PGPASSWORD"\n`;
  const FILES = Object.fromEntries(
    ['deploy', 'sign', 'publish', 'migrate', 'package', 'prepare', 'clean-up'].map((name) => [
      `${name}.sh`,
      script(name),
    ]),
  );
  const seen = (name: string): string => readFileSync(join(folder, name), 'utf8');

  /** Addresses and checksums are the test's own. An `image` would make gitlab-ci-local tell a wrong CI_PROJECT_DIR. */
  const edited = (yaml: string): string =>
    yaml
      .replaceAll('https://vault.example.org:8200', server.address)
      .replaceAll('https://example.org/', `${url}/`)
      .replace(/'0{64}'/, createHash('sha256').update(readFileSync(CLI)).digest('hex'))
      .replaceAll(/^ +image: .*\n/gm, '');

  async function run(
    yaml: string,
    more: Partial<Parameters<typeof runPipeline>[1]> = {},
  ): Promise<PipelineRun> {
    const variables = {
      VAULT_ADDR: server.address,
      VAULT_ROLE_ID: roles.shop?.roleId ?? '',
      VAULT_SECRET_ID: (await roles.shop?.secretId()) ?? '',
    };
    return runPipeline(tool ?? '', { yaml, variables, files: FILES, ...more });
  }

  async function aliveTokens(): Promise<readonly string[]> {
    const { data } = await server.api('LIST', 'auth/token/accessors');
    const looked = data.keys.map((accessor: string) =>
      server.api('POST', 'auth/token/lookup-accessor', { accessor }),
    );
    const found = await Promise.all(looked);
    return found.map((token) => token.data.path).filter((path) => path.startsWith('auth/approle/'));
  }

  async function expectNothingLeft({ log, left }: PipelineRun): Promise<void> {
    expect(log.split('\n').filter((line) => line.includes('canary'))).toEqual([]);
    expect(left.filter((name) => !name.endsWith('.cjs'))).toEqual([]);
    expect(await aliveTokens()).toEqual([]);
  }

  const example = (name: string): string => edited(readFileSync(join(ROOT, 'examples/gitlab', name), 'utf8'));

  it('deploy.yml: one command gets the secrets', async () => {
    const result = await run(example('deploy.yml'));
    expect(result.job('deploy').status, result.log).toBe(0);
    expect(seen('deploy')).toContain('DB_PASSWORD=canary-password\n');
    expect(seen('deploy')).toContain('MAIL_API__KEY=canary-api-key\n');
    expect(result.job('deploy').log).toContain('is ***');
    await expectNothingLeft(result);
  });

  it('release.yml: several commands share them', async () => {
    const quiet = {
      'sign.sh': script('sign').replace(/^echo.*/m, ''),
      'publish.sh': script('publish').replace(/^echo.*/m, ''),
    };
    const result = await run(example('release.yml'), { files: { ...FILES, ...quiet } });
    expect(result.job('release').status, result.log).toBe(0);
    expect(seen('publish')).toContain('NOTARY_TOKEN=canary-notary-token\n');
    expect(seen('publish')).toContain('CHANNEL=stable\n');
    expect(seen('sign')).toMatch(/^DEPLOY_KEY=.*\/DEPLOY_KEY$/m);
    await expectNothingLeft(result);
  });

  it('without-node.yml: a script, and the executable', async () => {
    const exe = join(folder, 'vault-approle');
    execFileSync(process.execPath, [join(ROOT, 'scripts/build-exe.mjs'), exe]);
    const yaml = example('without-node.yml').replace('/usr/local/bin/vault-approle', exe);
    const files = { ...FILES, 'bin/psql': script('psql') };
    const result = await run(yaml, { files, path: ['bin'] });
    expect(result.job('migrate').status, result.log).toBe(0);
    expect(seen('psql')).toContain('PGPASSWORD=canary-password\n');
    expect(result.job('migrate').log).toContain('as canary-user');
    expect(await aliveTokens()).toEqual([]);
  });

  it('wrapped.yml: a trusted job mints what works once', async () => {
    const variables = {
      VAULT_ADDR: server.address,
      VAULT_ROLE_ID: roles.shop?.roleId ?? '',
      BROKER_ROLE_ID: roles.broker?.roleId ?? '',
      BROKER_SECRET_ID: (await roles.broker?.secretId()) ?? '',
    };
    const result = await run(example('wrapped.yml'), { variables });
    expect(result.job('mint').status, result.log).toBe(0);
    expect(result.job('deploy').status, result.log).toBe(0);
    expect(result.job('deploy').log).toContain('is ***');
    await expectNothingLeft(result);
  });

  describe('of gitlab/README.md', () => {
    const blocks = fenced(README, 'yaml');
    const jobs = ['deploy', 'migrate', 'release', 'package', 'audit'];
    let result: PipelineRun;

    beforeAll(async () => {
      const files = Object.fromEntries(blocks.map((block, index) => [`readme/${index}.yml`, edited(block)]));
      const quiet = ['sign', 'publish', 'package', 'prepare', 'clean-up'];
      const scripts = Object.fromEntries(
        quiet.map((name) => [`${name}.sh`, script(name).replace(/^echo.*/m, '')]),
      );
      const includes = blocks.map((_, index) => `  - local: readme/${index}.yml\n`).join('');
      const variables = {
        VAULT_ROLE_ID: roles.shop?.roleId ?? '',
        VAULT_SECRET_ID: (await roles.shop?.secretId()) ?? '',
        AUDIT_ROLE_ID: roles.broker?.roleId ?? '',
        AUDIT_SECRET_ID: (await roles.broker?.secretId()) ?? '',
      };
      const all = { ...FILES, ...scripts, ...files };
      result = await run(`include:\n${includes}`, { files: all, variables, jobs });
    });

    it('include the template in four ways, and it is the same each time', () => {
      const ways = blocks.join('\n').match(/^ {2}- (local|project|remote|component): /gm);
      expect(ways?.map((way) => way.slice(4, -2))).toEqual(['local', 'project', 'remote', 'component']);
      const told = [
        'downloaded security/vault-approle ',
        'downloaded security/vault-approle-component ',
        `downloaded ${url}/`,
      ];
      for (const text of told) expect(result.log).toContain(text);
    });

    it.each(jobs)('%s does what it says', (name) => {
      expect(result.job(name).status, result.log).toBe(0);
    });

    it('are all run, but the one for PowerShell', () => {
      const named = [...blocks.join('\n').matchAll(/^([\w-]+):\n(?= {2})/gm)].map(([, name]) => name);
      expect(named.filter((name) => name !== 'include')).toEqual([
        'deploy',
        'migrate',
        'release',
        'package',
        'deploy-from-windows',
        'audit',
      ]);
    });

    it('leave no secret, no token and no file', async () => {
      expect(seen('deploy')).toContain('DB_USER=canary-user\n');
      expect(result.job('migrate').log).toContain('done with ***');
      await expectNothingLeft(result);
    });

    it('compute the integrity that GitLab compares', () => {
      const [command = ''] = fenced(README, 'sh');
      const integrity = createHash('sha256').update(TEMPLATE).digest('base64');
      expect(execFileSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' }).trim()).toBe(integrity);
    });
  });
});

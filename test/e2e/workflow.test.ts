/** Why this exists: real workflows, run by act: what later steps see, what the log shows, and that the token dies. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAct, runWorkflow } from '../support/act.ts';
import { CLI } from '../support/cli.ts';
import { type Role, scenario } from '../support/scenario.ts';

const act = findAct();
const vault = scenario();
const folder = mkdtempSync(join(tmpdir(), 'vault-approle-seen-'));

async function prepare() {
  const mount = await vault.kv({
    'ci/shop': { user: 'canary-user', password: 'canary-password' },
    'ci/mail': { host: 'canary-host', 'api.key': 'canary-api-key' },
  });
  const role = await vault.role({ reads: [`${mount}/data/ci/*`] });
  const secretId = await role.secretId();
  return { mount, role, secretId };
}

/** A step that tells this test what it can see, without printing it. */
const tell = (name: string): string => `env > ${join(folder, name)}`;

function seen(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function workflow(steps: string): string {
  return `on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
${steps.replace(/^/gm, '      ')}`;
}

const VAULT_STEP = `- id: vault
  uses: ./
  with:
    url: \${{ vars.VAULT_ADDR }}
    path: \${{ vars.MOUNT }}
    roleId: \${{ vars.VAULT_ROLE_ID }}
    secretId: \${{ secrets.VAULT_SECRET_ID }}
    outputToken: true
    secrets: |
      \${{ vars.KV }}/ci/shop password | DB_PASSWORD
      \${{ vars.KV }}/ci/mail * | MAIL_
- run: echo "$TOKEN" > ${join(folder, 'token')}
  env:
    TOKEN: \${{ steps.vault.outputs.vault_token }}
`;

async function run(steps: string) {
  const { mount, role, secretId } = await prepare();
  const vars = { VAULT_ADDR: vault.address, MOUNT: role.mount, VAULT_ROLE_ID: role.roleId, KV: mount };
  const { status, log } = await runWorkflow(act ?? '', {
    yaml: workflow(VAULT_STEP + steps),
    vars,
    secrets: { VAULT_SECRET_ID: secretId },
  });
  return { status, log, token: seen('token').trim() };
}

describe.skipIf(!act)('a workflow', () => {
  it('later steps see variables and outputs, the log shows ***, and the token is dead in the end', async () => {
    const { status, log, token } = await run(`- run: ${tell('first')}
- run: echo "the password is $DB_PASSWORD" && echo "the key is $KEY"
  env:
    KEY: \${{ steps.vault.outputs.MAIL_api__key }}
`);
    expect(status, log).toBe(0);
    expect(seen('first')).toContain('DB_PASSWORD=canary-password\n');
    expect(seen('first')).toContain('MAIL_HOST=canary-host\n');
    expect(log).toContain('the password is ***');
    expect(log).toContain('the key is ***');
    expect(log.split('\n').filter((line) => line.includes('canary'))).toEqual([]);
    expect(log).toContain('The token is revoked');
    expect(token).not.toBe('');
    expect(await vault.isAlive(token)).toBe(false);
  });

  it('a later step that fails does not keep the token alive', async () => {
    const { status, log, token } = await run('- run: exit 7\n');
    expect(status).not.toBe(0);
    expect(log).toContain('The token is revoked');
    expect(await vault.isAlive(token)).toBe(false);
  });

  it('R8: a value too large for a variable fails the step, later steps start, and post revokes', async () => {
    const { mount, role, secretId } = await prepare();
    await vault.api('POST', `${mount}/data/ci/big`, { data: { key: 'x'.repeat(131_072) } });
    const vars = { VAULT_ADDR: vault.address, MOUNT: role.mount, VAULT_ROLE_ID: role.roleId, KV: mount };
    const steps = `${VAULT_STEP.replace('/ci/mail *', '/ci/big *')}- if: always()\n  run: ${tell('after')}\n`;
    const { status, log } = await runWorkflow(act ?? '', {
      yaml: workflow(steps),
      vars,
      secrets: { VAULT_SECRET_ID: secretId },
    });
    expect(status).not.toBe(0);
    expect(log).toContain('more than the 64 KiB that an environment variable may');
    expect(seen('after')).not.toContain('DB_PASSWORD');
    expect(log).toContain('The token is revoked');
  });
});

describe.skipIf(!act)('the examples of examples/github/, as they stand', () => {
  const SECRETS = {
    'ci/shop': {
      user: 'canary-user',
      password: 'canary-password',
      replicas: [{ host: 'canary-replica-a' }, { host: 'canary-replica-b' }],
      deploy_key: 'canary line 1\ncanary line 2\n',
    },
    'ci/mail': { 'api.key': 'canary-api-key' },
    'release/registry': { token: 'canary-registry-token' },
    'release/notary': { token: 'canary-notary-token' },
  };
  let role: Role;

  beforeAll(async () => {
    for (const [path, data] of Object.entries(SECRETS))
      await vault.api('POST', `secret/data/${path}`, { data });
    const rights = { reads: ['secret/data/*'], lists: ['secret/metadata/release/*'] };
    role = await vault.role({ ...rights, mount: 'approle' });
  });

  const BROKER = 'path "auth/approle/role/shop-ci/secret-id" { capabilities = ["update"] }';
  const SHOP = 'path "secret/data/ci/shop" { capabilities = ["read"] }';
  /** A runner tells an output only in debug mode. */
  const ACT_TELLS_OUTPUTS = /\/mint\].*::set-output:: wrapped=/;
  const example = (name: string): string =>
    readFileSync(new URL(`../../examples/github/${name}`, import.meta.url), 'utf8');

  /** `script` is the file that the example calls. */
  async function runExample(name: string, script: string, text: string, edit = (yaml: string) => yaml) {
    return runWorkflow(act ?? '', {
      yaml: edit(example(name)),
      vars: { VAULT_ADDR: vault.address, VAULT_ROLE_ID: role.roleId },
      secrets: { VAULT_SECRET_ID: await role.secretId() },
      files: { [script]: `#!/bin/sh\n${text}\n` },
    });
  }

  it('deploy.yml: variables for all steps, outputs for one', async () => {
    const { status, log } = await runExample('deploy.yml', 'deploy.sh', tell('deploy'), (yaml) =>
      yaml.replace(/curl .*/, `sh -c '${tell('curl')}'`),
    );
    expect(status, log).toBe(0);
    expect(seen('deploy')).toContain('MAIL_API__KEY=canary-api-key\n');
    expect(seen('curl')).toContain('KEY=canary-api-key\n');
  });

  it('migrate.yml: what was written for vault-action works, and its token is revoked', async () => {
    const { status, log } = await runExample('migrate.yml', 'deploy.sh', tell('migrate'));
    expect(status, log).toBe(0);
    expect(seen('migrate')).toContain('DB_PASSWORD=canary-password\n');
    expect(seen('migrate')).toContain('REPLICAS=["canary-replica-a","canary-replica-b"]\n');
    expect(seen('migrate')).toContain('MAIL_API__KEY=canary-api-key\n');
    expect(seen('migrate')).toContain('\nAPI_KEY=canary-api-key\n');
    const [, token = ''] = /^VAULT_TOKEN=(.+)$/m.exec(seen('migrate')) ?? [];
    expect(token).not.toBe('');
    expect(await vault.isAlive(token)).toBe(false);
  });

  it('wrapped.yml: one job makes a SecretID for another one', async () => {
    await vault.api('POST', 'sys/policies/acl/example-broker', { policy: BROKER });
    await vault.api('POST', 'auth/approle/role/example-broker', { token_policies: 'example-broker' });
    await vault.api('POST', 'auth/approle/role/shop-ci', { token_policies: 'example-shop', token_ttl: '5m' });
    await vault.api('POST', 'sys/policies/acl/example-shop', { policy: SHOP });
    const roleId = async (name: string): Promise<string> =>
      (await vault.api('GET', `auth/approle/role/${name}/role-id`)).data.role_id;
    const { data } = await vault.api('POST', 'auth/approle/role/example-broker/secret-id', {});
    const called = example('wrapped-deploy.yml').replace('<owner>/vault-approle@<sha>', './');
    const { status, log } = await runWorkflow(act ?? '', {
      yaml: example('wrapped.yml'),
      vars: {
        VAULT_ADDR: vault.address,
        VAULT_ROLE_ID: await roleId('shop-ci'),
        BROKER_ROLE_ID: await roleId('example-broker'),
      },
      secrets: { BROKER_SECRET_ID: data.secret_id },
      files: {
        '.github/workflows/wrapped-deploy.yml': called,
        'ci/vault-approle.cjs': readFileSync(CLI, 'utf8'),
        'deploy.sh': `#!/bin/sh\n${tell('wrapped')}\n`,
      },
    });
    expect(status, log).toBe(0);
    expect(seen('wrapped')).toContain('DB_PASSWORD=canary-password\n');
    const told = log.split('\n').filter((line) => /canary|\b(hvs|s)\.[A-Za-z0-9]{24}/.test(line));
    expect(told.filter((line) => !ACT_TELLS_OUTPUTS.test(line))).toEqual([]);
  });

  it('release.yml: a folder, a default, and a file that is gone in the end', async () => {
    const script = `${tell('release')}; cat "$DEPLOY_KEY" > ${join(folder, 'key')}; cat "$DEPLOY_KEY"`;
    const { status, log } = await runExample('release.yml', 'release.sh', script);
    expect(status, log).toBe(0);
    expect(seen('release')).toContain('REGISTRY_TOKEN=canary-registry-token\n');
    expect(seen('release')).toContain('NOTARY_TOKEN=canary-notary-token\n');
    expect(seen('release')).toContain('CHANNEL=stable\n');
    expect(seen('key')).toBe('canary line 1\ncanary line 2\n');
    expect(log.split('\n').filter((line) => line.includes('canary'))).toEqual([]);
    const [, path = ''] = /^DEPLOY_KEY=(.+)$/m.exec(seen('release')) ?? [];
    expect(path).toMatch(/DEPLOY_KEY$/);
    expect(existsSync(path)).toBe(false);
  });
});

writeFileSync(join(folder, 'token'), '');

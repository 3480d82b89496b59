/** Why this exists: real workflows, run by act: what later steps see, what the log shows, and that the token dies. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAct, runWorkflow } from '../support/act.ts';
import { scenario } from '../support/scenario.ts';

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

  it('the example examples/github/deploy.yml runs as it stands', async () => {
    await vault.api('POST', 'secret/data/ci/shop', {
      data: { user: 'canary-user', password: 'canary-password' },
    });
    await vault.api('POST', 'secret/data/ci/mail', { data: { 'api.key': 'canary-api-key' } });
    const role = await vault.role({ reads: ['secret/data/ci/*'], mount: 'approle' });
    const yaml = readFileSync(new URL('../../examples/github/deploy.yml', import.meta.url), 'utf8');
    const { status, log } = await runWorkflow(act ?? '', {
      yaml: yaml.replace(/curl .*/, `sh -c '${tell('curl')}'`),
      vars: { VAULT_ADDR: vault.address, VAULT_ROLE_ID: role.roleId },
      secrets: { VAULT_SECRET_ID: await role.secretId() },
      files: { 'deploy.sh': `#!/bin/sh\n${tell('deploy')}\n` },
    });
    expect(status, log).toBe(0);
    expect(seen('deploy')).toContain('MAIL_API__KEY=canary-api-key\n');
    expect(seen('curl')).toContain('KEY=canary-api-key\n');
  });
});

writeFileSync(join(folder, 'token'), '');

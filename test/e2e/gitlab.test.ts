/** Why this exists: real pipelines, run by gitlab-ci-local: what jobs get, what the log shows, and that nothing is left. */

import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findGitlabCiLocal, type PipelineRun, runPipeline } from '../support/gitlab.ts';
import { scenario } from '../support/scenario.ts';

const tool = findGitlabCiLocal();
const vault = scenario();
const folder = mkdtempSync(join(tmpdir(), 'vault-approle-seen-'));

/** A command that tells this test what it can see, without printing it. */
const tell = (name: string): string => `env > ${join(folder, name)}`;

function seen(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function tokenIn(name: string): string {
  return /^VAULT_TOKEN=(.+)$/m.exec(seen(name))?.[1] ?? '';
}

const INCLUDE = `include:
  - local: gitlab/templates/vault-approle.yml
    inputs:
      url: $ADDRESS
      path: $MOUNT
      secret-id-variable: SHOP_SECRET_ID
      cli: ci/vault-approle.cjs

variables:
  VAULT_APPROLE_TOKEN_ENV: 'true'
`;

const SECRETS = `
    VAULT_APPROLE_SECRETS: |
      $KV/ci/shop password | DB_PASSWORD
      $KV/ci/shop deploy_key | DEPLOY_KEY file`;

const JOBS = `
exec-command:
  extends: .vault-approle
  needs: []
  variables: ${SECRETS}
  script:
    - mkdir sub && cd sub
    - vault_approle exec -- sh -c '${tell('exec')}; echo "the password is $DB_PASSWORD"'

exec-failing:
  extends: .vault-approle
  needs: []
  variables: ${SECRETS}
  script:
    - vault_approle exec -- sh -c '${tell('exec-failing')}; exit 7'

exec-script:
  extends: .vault-approle-exec
  needs: []
  variables: ${SECRETS}
    VAULT_APPROLE_SCRIPT:
      value: |
        ${tell('exec-script')}
        echo "the password is $DB_PASSWORD"
        false
        echo "never here"
      expand: false

export:
  extends: .vault-approle-export
  needs: []
  variables: ${SECRETS}
  script:
    - ${tell('export')}
    - stat -c 'mode %a' "$VAULT_APPROLE_STATE"
    - '[ ! -e "$VAULT_APPROLE_OUT" ] && cat "$DEPLOY_KEY" > ${join(folder, 'key')}'

export-failing:
  extends: .vault-approle-export
  needs: []
  variables: ${SECRETS}
  script:
    - ${tell('export-failing')}
    - exit 7

export-without-trap:
  extends: .vault-approle-export
  needs: []
  variables: ${SECRETS}
  script:
    - trap 'echo a trap of my own' EXIT
    - ${tell('export-without-trap')}

pieces:
  needs: []
  variables: !reference [.vault-approle, variables]
  before_script:
    - echo "my own first"
    - !reference [.vault-approle-export, before_script]
  script:
    - ${tell('pieces')}
  after_script:
    - !reference [.vault-approle-export, after_script]
    - echo "my own last"

missing-variable:
  extends: .vault-approle
  needs: []
  variables:
    VAULT_APPROLE_SECRET_ID_VARIABLE: NOT_HERE
  script:
    - vault_approle exec -- echo "never here"

wrong-secret-id:
  extends: .vault-approle-export
  needs: []
  variables: ${SECRETS}
    VAULT_APPROLE_SECRET_ID_VARIABLE: WRONG_SECRET_ID
  script:
    - echo "never here"

misspelt:
  extends: .vault-approle
  needs: []
  variables:
    VAULT_APPROLE_SECRET: x
  script:
    - vault_approle exec -- echo "never here"

wrapped:
  extends: .vault-approle
  needs: []
  variables: &wrapped ${SECRETS}
    VAULT_APPROLE_ROLE_NAME: $ROLE
    VAULT_APPROLE_SECRET_ID_VARIABLE: ''
    VAULT_APPROLE_WRAPPED_SECRET_ID_VARIABLE: WRAPPED
  script:
    - vault_approle exec -- sh -c '${tell('wrapped')}'

wrapped-again:
  extends: .vault-approle-export
  needs: [wrapped]
  variables: *wrapped
  script:
    - echo "never here"

no-cli:
  extends: .vault-approle
  needs: []
  variables:
    APPROLE_CLI: ci/not-here.cjs
  script:
    - echo "never here"
`;

describe.skipIf(!tool)('the hidden jobs of the template', () => {
  const wrongSecretId = 'canary-wrong-secret-id';
  let run: PipelineRun;
  let secrets: readonly string[];

  beforeAll(async () => {
    const kv = await vault.kv({
      'ci/shop': { password: 'canary-password', deploy_key: 'canary line 1\ncanary line 2\n' },
    });
    const role = await vault.role({ reads: [`${kv}/data/ci/*`] });
    const [secretId, wrapped] = [await role.secretId(), await role.wrapped()];
    secrets = ['canary', secretId, wrapped, 'hvs.'];
    run = await runPipeline(tool ?? '', {
      yaml: INCLUDE + JOBS,
      variables: {
        ADDRESS: vault.address,
        MOUNT: role.mount,
        ROLE: role.name,
        KV: kv,
        VAULT_ROLE_ID: role.roleId,
        SHOP_SECRET_ID: secretId,
        WRONG_SECRET_ID: wrongSecretId,
        WRAPPED: wrapped,
      },
    });
  });

  it('exec: the values are in the environment of the command alone, and masked in its output', () => {
    const { status, log } = run.job('exec-command');
    expect(status, log).toBe(0);
    expect(seen('exec')).toContain('DB_PASSWORD=canary-password\n');
    expect(log).toContain('the password is ***');
    expect(log).toContain('The token is revoked');
  });

  it('exec: the command gets none of our credentials (rule R4)', () => {
    expect(seen('exec')).not.toMatch(/^(SHOP_SECRET_ID|VAULT_ROLE_ID|VAULT_APPROLE_.*)=/m);
    expect(seen('exec')).not.toContain(secrets[1]);
  });

  it('exec: the job ends with the status of the command', () => {
    expect(run.job('exec-failing').status).toBe(7);
  });

  it('exec: a script in a variable runs as GitLab runs scripts, and stops where it fails', () => {
    const { status, log } = run.job('exec-script');
    expect(status, log).toBe(1);
    expect(log).toContain('the password is ***');
    expect(log).not.toContain('never here');
  });

  it('export: the values are in the environment of the script, and their file is gone by then', () => {
    const { status, log } = run.job('export');
    expect(status, log).toBe(0);
    expect(seen('export')).toContain('DB_PASSWORD=canary-password\n');
    expect(readFileSync(join(folder, 'key'), 'utf8')).toBe('canary line 1\ncanary line 2\n');
    expect(log).toContain('mode 600');
  });

  it('export: the trap revokes before after_script, which then has nothing to do', () => {
    const [script = '', after = ''] = run.job('export').log.split('|| vault_approle revoke\n');
    expect(script).toContain('The token is revoked');
    expect(after).toBe('');
  });

  it('export: a script that fails keeps its status, and no token alive', () => {
    const { status, log } = run.job('export-failing');
    expect(status, log).toBe(7);
    expect(log).toContain('The token is revoked');
  });

  it('export: after_script revokes where a trap of the script took the place of ours', () => {
    const { status, log } = run.job('export-without-trap');
    expect(status, log).toBe(0);
    const [script = '', after = ''] = log.split('\na trap of my own\n');
    expect(script).not.toContain('The token is revoked');
    expect(after).toContain('The token is revoked');
  });

  it('!reference: the pieces stand among commands of the job', () => {
    const { status, log } = run.job('pieces');
    expect(status, log).toBe(0);
    expect(log).toMatch(/my own first[\s\S]*The token is revoked[\s\S]*my own last/);
  });

  it('a variable that is not there is told by its name', () => {
    const { status, log } = run.job('missing-variable');
    expect(status, log).toBe(2);
    expect(log).toContain('the variable NOT_HERE is not set, or empty; a protected variable');
  });

  it('a variable that means nothing is told by its name', () => {
    const { status, log } = run.job('misspelt');
    expect(status, log).toBe(2);
    expect(log).toContain('VAULT_APPROLE_SECRET: stands for no flag');
  });

  it('a wrong SecretID fails before the script begins, with what to do', () => {
    const { status, log } = run.job('wrong-secret-id');
    expect(status, log).toBe(1);
    expect(log).toContain('Login failed: POST auth/');
    expect(log).toContain('Hint: ');
  });

  it('R17: a wrapped SecretID works once; the second job stops with a security message and a status of its own', () => {
    expect(run.job('wrapped').status, run.job('wrapped').log).toBe(0);
    expect(seen('wrapped')).toContain('DB_PASSWORD=canary-password\n');
    const { status, log } = run.job('wrapped-again');
    expect(status, log).toBe(3);
    expect(log).toContain('SECURITY:');
  });

  it('a command line that is not there is told by its path', () => {
    const { status, log } = run.job('no-cli');
    expect(status, log).toBe(125);
    expect(log).toContain('ci/not-here.cjs does not run here');
    expect(log).toContain('gitlab/README.md#the-command-line');
  });

  it('no script begins where the credentials or the command line failed', () => {
    const failed = ['missing-variable', 'misspelt', 'wrong-secret-id', 'wrapped-again', 'no-cli'];
    for (const name of failed)
      expect(run.job(name).log.replace(/^.*\$ .*$/gm, '')).not.toContain('never here');
  });

  it('the log holds no secret', () => {
    for (const secret of secrets) {
      expect(run.log.split('\n').filter((line) => line.includes(secret))).toEqual([]);
    }
  });

  const ENDED = ['exec', 'exec-failing', 'exec-script', 'export', 'export-failing', 'export-without-trap'];

  it.each([...ENDED, 'pieces', 'wrapped'])('the token of %s is dead', async (name) => {
    expect(tokenIn(name)).not.toBe('');
    expect(await vault.isAlive(tokenIn(name))).toBe(false);
  });

  it('R18: nothing is left beside the project, nor where files with values were', () => {
    expect(run.left).toEqual([]);
    const [, path = ''] = /^DEPLOY_KEY=(.+)$/m.exec(seen('export')) ?? [];
    expect(path).toMatch(/\.tmp\/vault-approle-[^/]+\/DEPLOY_KEY$/);
    expect(existsSync(path)).toBe(false);
  });
});

/** Why this exists: `export --add-mask` prints values for a runner that hides them, and for no other. */

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, runCli } from '../../support/cli.ts';
import { scenario } from '../../support/scenario.ts';

const { address, kv, role } = scenario();

let folder: string;
let args: readonly string[];
let env: Record<string, string>;
beforeEach(async () => {
  const mount = await kv({
    app: { password: 'canary-100%', key: 'canary-line-1\ncanary-line-2\n', port: '80' },
  });
  const job = await role({ reads: [`${mount}/data/*`] });
  folder = mkdtempSync(join(tmpdir(), 'cli-masking-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  args = ['export', '--format', 'shell', '--out', join(folder, 'env'), '--state', join(folder, 'state')];
  env = {
    ...credentials(address, { ...job, secretId: await job.secretId() }),
    VAULT_APPROLE_SECRETS: `${mount}/app *`,
    RUNNER_TEMP_PROJECT_DIR: folder,
  };
});

/** What GitLab Runner keeps there when `proxy_exec` is on. */
const store = (): void => writeFileSync(join(folder, 'masking.db'), '');

describe('export --add-mask', () => {
  it('R1, R2: each line of each value, the token and the SecretID are masks; short values are none', async () => {
    store();
    const { status, stdout, stderr } = await runCli([...args, '--add-mask'], { env });
    expect(status, stderr).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('::add-mask::'))).toEqual([]);
    const masks = lines.map((line) => line.slice('::add-mask::'.length));
    expect(masks).toEqual(expect.arrayContaining(['canary-line-1', 'canary-line-2', env.VAULT_SECRET_ID]));
    expect(masks).toEqual(expect.arrayContaining(['canary-100%', 'canary-100%25']));
    expect(masks.some((mask) => /^(hvs|s)\./.test(mask))).toBe(true);
    expect(masks).not.toContain('80');
  });

  it('a runner that learns no masks is told so, and nothing is printed nor requested', async () => {
    const { status, stdout, stderr } = await runCli([...args, '--add-mask'], { env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--add-mask: this runner learns no masks');
    expect(existsSync(join(folder, 'state'))).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'a runner that does not take them gets no values: no file is left',
    async () => {
      store();
      const { status, stderr } = await runCli([...args, '--add-mask'], { env, shell: 'exec >/dev/full' });
      expect(status).toBe(2);
      expect(stderr).toContain('error: --add-mask: the runner does not take the masks (ENOSPC)');
      expect(stderr).toContain('The token is revoked');
      expect(readdirSync(folder)).toEqual(['masking.db']);
    },
  );

  it('masks are never printed because there is a place for them', async () => {
    store();
    const { status, stdout } = await runCli(args, { env });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

/** Why this exists: `export` and `revoke` on the real server: nothing of what they made is left, whatever happens between. */

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, runCli } from '../../support/cli.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const { address, kv, role } = scenario();

let mount: string;
let job: Role;
beforeAll(async () => {
  mount = await kv({ app: { password: `canary '$x" \\1` } });
  job = await role({ reads: [`${mount}/data/*`] });
});

let out: string;
let state: string;
let env: Record<string, string>;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  out = join(folder, 'new', 'env');
  state = join(folder, 'new', 'job.state');
  env = {
    ...credentials(address, { ...job, secretId: await job.secretId() }),
    VAULT_APPROLE_SECRETS: `${mount}/app *`,
  };
});

describe('export and revoke', () => {
  it('values are in the file until revoke, and then neither file nor token is left', async () => {
    const made = await runCli(['export', '--format', 'shell', '--out', out, '--state', state], { env });
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect([out, state].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(readFileSync(out, 'utf8')).toBe(
      `{ set +x; } 2>/dev/null\nexport PASSWORD='canary '\\''$x" \\1'\n`,
    );
    const ended = await runCli(['revoke', '--state', state]);
    expect(ended).toMatchObject({ status: 0, stdout: '' });
    expect(ended.stderr).toContain('The token is revoked');
    expect([out, state].filter((file) => existsSync(file))).toEqual([]);
    const again = await runCli(['revoke', '--state', state]);
    expect(again).toMatchObject({ status: 0 });
  });
});

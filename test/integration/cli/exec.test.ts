/** Why this exists: `exec` on the real server, with real commands: what they get, what is seen of them, and what is left. */

import { beforeAll, describe, expect, it } from 'vitest';
import { credentials, runCli } from '../../support/cli.ts';
import { type Role, scenario } from '../../support/scenario.ts';

const { address, kv, role, api } = scenario();

let mount: string;
let job: Role;
beforeAll(async () => {
  mount = await kv({
    app: { password: 'canary-password-1', user: 'canary-user-1', multi: 'canary-line-1\ncanary-line-2' },
  });
  job = await role({ reads: [`${mount}/data/*`] });
});

async function env(more: Record<string, string> = {}) {
  const secretId = await job.secretId();
  return { ...credentials(address, { ...job, secretId }), VAULT_APPROLE_SECRETS: `${mount}/app *`, ...more };
}

/** Tokens of the role that are alive: each test's own role would be slow, so the accessors are compared. */
async function accessors(): Promise<ReadonlySet<string>> {
  return new Set((await api('LIST', 'auth/token/accessors')).data.keys);
}

describe('exec', () => {
  it('hands the values to the command, masks them in what it prints, and revokes the token', async () => {
    const before = await accessors();
    const result = await runCli(
      ['exec', '--', 'sh', '-c', 'echo "is $PASSWORD"; echo "$USER" >&2; echo $MULTI'],
      {
        env: await env(),
      },
    );
    expect(result.stdout).toBe('is ***\n*** ***\n');
    expect(result.stderr).toContain('\n***\n');
    expect(result.stderr).toContain('The token is revoked');
    expect(result.status).toBe(0);
    const after = [...(await accessors())].filter((one) => !before.has(one));
    expect(after).toEqual([]);
  });

  it.each([0, 1, 3, 125, 255])('ends with the status of the command: %i', async (status) => {
    expect((await runCli(['exec', '--', 'sh', '-c', `exit ${status}`], { env: await env() })).status).toBe(
      status,
    );
  });
});

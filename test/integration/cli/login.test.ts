/** Why this exists: `login` on the real server tells what a token may do, and leaves none behind. */

import { describe, expect, it } from 'vitest';
import { credentials, runCli } from '../../support/cli.ts';
import { scenario } from '../../support/scenario.ts';

const { address, role } = scenario();

describe('login', () => {
  it('tells role, policies, TTL and uses', async () => {
    const job = await role({ settings: { token_num_uses: 7 } });
    const env = credentials(address, { ...job, secretId: await job.secretId() });
    const { status, stdout, stderr } = await runCli(['login'], { env });
    expect(stdout).toBe(
      `role      ${job.name}\npolicies  default, ${job.name}\nTTL       600 s\nuses      7\ntype      service\n`,
    );
    expect(stderr).toContain('The token is revoked');
    expect(status).toBe(0);
  });

  it('a token of the user is looked up, and not revoked', async () => {
    const { status, stdout, stderr } = await runCli(['login', '--json'], {
      env: { VAULT_ADDR: address, VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: 'nonsense' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Token lookup failed: GET auth/token/lookup-self answered 403');
  });
});

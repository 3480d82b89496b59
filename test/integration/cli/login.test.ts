/** Why this exists: `login` on the real server tells what a token may do, and leaves none behind. */

import { describe, expect, it } from 'vitest';
import { credentials, runCli, startCli } from '../../support/cli.ts';
import { faultServer } from '../../support/fault-server.ts';
import { scenario } from '../../support/scenario.ts';

const vault = scenario();

async function job(settings: Readonly<Record<string, unknown>> = {}, address = vault.address) {
  const role = await vault.role({ settings });
  return { role, env: credentials(address, { ...role, secretId: await role.secretId() }) };
}

describe.concurrent('login', () => {
  it('tells role, policies, TTL and uses, and revokes the token', async () => {
    const { role, env } = await job({ token_num_uses: 7 });
    const { status, stdout, stderr } = await runCli(['login'], { env });
    expect(stdout).toBe(
      `role      ${role.name}\npolicies  default, ${role.name}\nTTL       600 s\nuses      7\ntype      service\n`,
    );
    expect(stderr).toContain('The token is revoked');
    expect({ status, tokens: await role.tokens() }).toEqual({ status: 0, tokens: [] });
  });

  it('--json tells the same to programs', async () => {
    const { role, env } = await job();
    const { stdout } = await runCli(['login', '--json'], { env });
    const policies = ['default', role.name];
    expect(JSON.parse(stdout)).toEqual({ role: role.name, policies, ttl: 600, uses: 0, type: 'service' });
  });

  it('a token of the user is looked up, and not revoked', async () => {
    const { auth } = await vault.api('POST', 'auth/token/create', { ttl: '5m', policies: ['default'] });
    const env = { VAULT_ADDR: vault.address, VAULT_AUTH_METHOD: 'token', VAULT_TOKEN: auth.client_token };
    const { status, stdout } = await runCli(['login'], { env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^role {6}-\npolicies {2}default\nTTL {7}(300|29\d) s\nuses {6}unlimited\n/);
    expect(await vault.isAlive(auth.client_token)).toBe(true);
  });

  it('a token that the server does not know is told', async () => {
    const { status, stdout, stderr } = await runCli(
      ['login', '--json', '--method=token', '--token-file', '-'],
      {
        env: { VAULT_ADDR: vault.address },
        stdin: 'canary-nonsense\n',
      },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Token lookup failed: GET auth/token/lookup-self answered 403');
    expect(stderr).not.toContain('canary');
  });

  it('a SecretID that is wrong is told, with a status of 1', async () => {
    const { env } = await job();
    const { status, stdout, stderr } = await runCli(['login'], {
      env: { ...env, VAULT_SECRET_ID: 'canary' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/error: Login failed: POST auth\/\S+\/login answered 400\n.*\n {2}Hint: /);
    expect(stderr).not.toContain('canary');
  });

  it('R17: a wrapping token that was opened before has a status of its own', async () => {
    const { role, env } = await job();
    const { VAULT_SECRET_ID: _, ...rest } = env;
    const wrapped = { ...rest, HANDED_OVER: await role.wrapped() };
    const run = () => runCli(['login', '--wrapped-secret-id-variable', 'HANDED_OVER'], { env: wrapped });
    expect((await run()).status).toBe(0);
    expect((await run()).status).toBe(3);
  });

  it('wrong flags have a status of 2', async () => {
    const { status, stderr } = await runCli(['login', '--script', 'x', 'stray']);
    expect(status).toBe(2);
    expect(stderr).toContain('error: --script: is no flag of this command');
    expect(stderr).toContain('error: --url: ');
  });

  it.skipIf(process.platform === 'win32')('R13: SIGTERM while it logs in: the token is revoked', async () => {
    const server = await faultServer(vault.address);
    const { role, env } = await job({}, server.address);
    const cli = startCli(['login'], { env });
    server.on(/login$/, async () => {
      cli.kill('SIGTERM');
      await cli.saw('a login under way is waited for');
      return 'pass' as const;
    });
    const { status, stdout } = await cli.ended;
    expect({ status, stdout, tokens: await role.tokens() }).toEqual({ status: 143, stdout: '', tokens: [] });
    await server.stop();
  });
});

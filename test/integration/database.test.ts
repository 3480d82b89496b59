/** Why this exists: database credentials on a real PostgreSQL: one for all fields, and gone after post. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { runStep } from '../support/runner.mjs';
import { type RoleOptions, scenario, unique } from '../support/scenario.ts';

const bin = findPostgres();
const vault = scenario();
const { address, api } = vault;

describe.skipIf(!bin)('database credentials', () => {
  let postgres: Postgres;
  let mount: string;

  beforeAll(async () => {
    postgres = await startPostgres(bin ?? '');
    const password = 'canary-admin';
    postgres.query(`create role vault superuser login password '${password}'`);
    mount = unique('database');
    await api('POST', `sys/mounts/${mount}`, { type: 'database' });
    await api('POST', `${mount}/config/pg`, {
      plugin_name: 'postgresql-database-plugin',
      allowed_roles: '*',
      connection_url: `postgresql://{{username}}:{{password}}@127.0.0.1:${postgres.port}/postgres?sslmode=disable`,
      username: 'vault',
      password,
    });
    await api('POST', `${mount}/roles/app`, {
      db_name: 'pg',
      creation_statements: `CREATE ROLE "{{name}}" LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}';`,
      default_ttl: '5m',
    });
  });
  afterAll(() => postgres.stop());

  async function run(secrets: string, settings: RoleOptions['settings'] = {}) {
    const role = await vault.role({ reads: [`${mount}/creds/app`], settings });
    const inputs = {
      url: address,
      path: role.mount,
      roleId: role.roleId,
      secretId: await role.secretId(),
      secrets,
    };
    return runStep('main', { inputs });
  }

  /** Leases are worked off in the background. */
  async function goneFromPostgres(user: string): Promise<boolean> {
    for (let tries = 0; tries < 100; tries++) {
      if (postgres.query(`select count(*) from pg_roles where rolname = '${user}'`) === '0') return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  it('user and password of one and the same credential work, and its role is gone after post', async () => {
    const path = `${mount}/creds/app`;
    const main = await run(
      `${path} username | PGUSER nomask\n${path} password | PGPASSWORD\n${path} * | DB_ output`,
    );
    const { PGUSER: user = '', PGPASSWORD: password = '' } = main.env;
    expect(main.status, main.log).toBe(0);
    expect(main.outputs.DB_username).toBe(user);
    expect(postgres.query('select current_user', { user, password })).toBe(user);
    expect(main.summary).toContain('lease 300 s');
    const post = await runStep('post', { state: main.state });
    expect(post.log).toContain('with every lease it held');
    expect(await goneFromPostgres(user)).toBe(true);
    expect(() => postgres.query('select 1', { user, password })).toThrow();
  });

  it('revoke: main leaves leased credentials to post', async () => {
    const role = await vault.role({ reads: [`${mount}/creds/app`] });
    const credentials = { path: role.mount, roleId: role.roleId, secretId: await role.secretId() };
    const secrets = `${mount}/creds/app username | U\n${mount}/creds/app password | P`;
    const main = await runStep('main', { inputs: { url: address, ...credentials, revoke: 'main', secrets } });
    expect(main.log).toContain('The token is revoked in post');
    const { U: user = '', P: password = '' } = main.env;
    expect(postgres.query('select 1', { user, password })).toBe('1');
    await runStep('post', { state: main.state });
    expect(await goneFromPostgres(user)).toBe(true);
  });

  it('warns where the token will end the credentials: by its TTL, its uses, or not at all', async () => {
    const secrets = `${mount}/creds/app password`;
    const short = await run(secrets, { token_ttl: '60s' });
    expect(short.log).toContain('live 60 s at most, because the token does: raise token_ttl');
    const used = await run(secrets, { token_num_uses: 10 });
    expect(used.log).toContain('die with the last use of the token');
    const batch = await run(secrets, { token_type: 'batch' });
    expect(batch.log).toContain('the token is a batch token. Use a role with token_type=service.');
    for (const main of [short, used]) await runStep('post', { state: main.state });
  });

  it('a token whose last use is the read gets no credential, and the hint says why', async () => {
    const { log, status } = await run(`${mount}/creds/app password`, { token_num_uses: 1 });
    expect(status).toBe(1);
    expect(log).toContain('#token-uses');
  });
});

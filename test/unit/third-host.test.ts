/** Why this exists: a job speaks to the given server and to nobody else (rule R21). */

import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runJob } from '../../src/job/job.ts';
import { Secret } from '../../src/secret.ts';
import { revoke } from '../../src/vault/token.ts';
import { connect } from '../../src/vault/transport.ts';
import { AUTH, jobConfig } from '../support/job.ts';
import { recordingCi } from '../support/recording-ci.ts';

const VAULT = 'https://vault.test:8200';
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  nock.disableNetConnect();
  nock.emitter.on('no match', (...told: readonly unknown[]) => asked.push(String(told[0])));
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.emitter.removeAllListeners('no match');
});

const json = { 'Content-Type': 'application/json' };

it('R21: a whole job and its revocation ask no other host, and nothing but what they need', async () => {
  const server = nock(VAULT)
    .post('/v1/auth/approle/login', { role_id: 'canary-role-id', secret_id: 'canary-secret-id' })
    .reply(200, { auth: AUTH }, json)
    .get('/v1/sys/internal/ui/mounts/secret/ci/app')
    .matchHeader('x-vault-token', AUTH.client_token)
    .reply(200, { data: { path: 'secret/', type: 'kv', options: { version: '2' } } }, json)
    .get('/v1/secret/data/ci/app')
    .matchHeader('x-vault-token', AUTH.client_token)
    .reply(200, { data: { key: 'canary-value' } }, json)
    .post('/v1/auth/token/revoke-self')
    .matchHeader('x-vault-token', AUTH.client_token)
    .reply(204);
  const ci = recordingCi();
  const config = jobConfig({ url: VAULT, secrets: 'secret/ci/app key', revoke: 'main' });
  await runJob(config, ci);
  expect(server.pendingMocks()).toEqual([]);
  expect(asked).toEqual([]);
});

it('R9: a redirect to another host is not followed', async () => {
  nock(VAULT).post('/v1/auth/token/revoke-self').reply(307, '', { Location: 'https://evil.test/v1/x' });
  const { server } = jobConfig({ url: VAULT, secrets: '' });
  const connection = connect(server);
  const handle = { token: new Secret('canary-token'), server, batch: false, uses: 0, defaultPolicy: true };
  expect((await revoke(connection, handle)).kind).toBe('failed');
  connection.close();
  expect(asked).toEqual([]);
});

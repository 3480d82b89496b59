/** Why this exists: the committed bundles, run as a runner would: log, command files and requests, in order. */

import { describe, expect, it } from 'vitest';
import { transcribe } from '../support/transcript.ts';

const json = (value: unknown, status = 200) => ({ status, body: JSON.stringify(value) });

const LOGIN = json({
  auth: {
    client_token: 'canary-client-token',
    token_type: 'service',
    policies: ['default', 'ci'],
    metadata: { role_name: 'ci' },
    lease_duration: 600,
    num_uses: 0,
  },
});
const SECRET = json({
  data: {
    data: { password: 'canary-password', pin: '123', note: 'line one\nline two' },
    metadata: { version: 7, created_time: '2026-01-01T00:00:00Z', deletion_time: '', destroyed: false },
  },
});
const MOUNT = json({ data: { path: 'secret/', type: 'kv', options: { version: '2' } } });
const REFUSED = json({ errors: ['1 error occurred:\n\t* permission denied\n\n'] }, 403);

const CREDENTIALS = { roleId: 'canary-role-id', secretId: 'canary-secret-id' };
const WRAPPED = { roleId: 'canary-role-id', wrappedSecretId: 'canary-wrapping-token', roleName: 'ci' };
const ANSWERS = {
  'POST auth/approle/login': LOGIN,
  'GET secret/data/ci/app': SECRET,
  'GET sys/internal/ui/mounts/secret/ci/app': MOUNT,
  'POST auth/token/revoke-self': { status: 204 },
  'POST sys/wrapping/lookup': json({
    data: { creation_path: 'auth/approle/role/ci/secret-id', creation_ttl: 60 },
  }),
  'POST sys/wrapping/unwrap': json({ data: { secret_id: 'canary-secret-id' } }),
};

const file = (name: string): string => `transcripts/${name}.txt`;

describe('the bundles do, in this order', () => {
  it('a job with a plain SecretID, and its end', async () => {
    const secrets = 'secret/data/ci/app password | DB_PASSWORD;\nsecret/data/ci/app *';
    const main = await transcribe({ part: 'main', inputs: { ...CREDENTIALS, secrets }, answers: ANSWERS });
    await expect(main.text).toMatchFileSnapshot(file('job'));
    const post = await transcribe({ part: 'post', state: main.state, answers: ANSWERS });
    await expect(post.text).toMatchFileSnapshot(file('job-post'));
  });

  it('R1, R12: a job with a wrapped SecretID: masks, state, and only then the reads; the same in debug mode', async () => {
    const inputs = { ...WRAPPED, secrets: 'secret/ci/app password', namespace: 'team/a' };
    const main = await transcribe({ part: 'main', inputs, answers: ANSWERS });
    await expect(main.text).toMatchFileSnapshot(file('wrapped'));
    const env = { RUNNER_DEBUG: '1' };
    const debug = await transcribe({ part: 'main', inputs, env, answers: ANSWERS });
    const withoutDebug = debug.text.split('\n').filter((line) => !line.startsWith('::debug::'));
    expect(withoutDebug.join('\n')).toBe(main.text);
    expect(debug.log).toContain('::debug::POST /v1/sys/wrapping/unwrap: 200 in');
  });

  it('a job whose read is refused: nothing is published, the token is kept for post', async () => {
    const inputs = { ...CREDENTIALS, secrets: 'secret/data/other key' };
    const answers = { ...ANSWERS, 'GET secret/data/other': REFUSED };
    const main = await transcribe({ part: 'main', inputs, answers });
    await expect(main.text).toMatchFileSnapshot(file('refused'));
  });

  it('R17: a wrapping token that was made elsewhere: an alarm, and nothing is unwrapped', async () => {
    const elsewhere = json({ data: { creation_path: 'sys/wrapping/wrap', creation_ttl: 60 } });
    const answers = { ...ANSWERS, 'POST sys/wrapping/lookup': elsewhere };
    const main = await transcribe({ part: 'main', inputs: WRAPPED, answers });
    await expect(main.text).toMatchFileSnapshot(file('tampered'));
  });

  it('wrong inputs: every problem under its input, and no request', async () => {
    const inputs = {
      url: '',
      exportEnv: 'yes',
      timeout: 'soon',
      secrets: 'secret/data/ci/app',
      clientKey: 'x',
    };
    const main = await transcribe({ part: 'main', inputs, answers: ANSWERS });
    await expect(main.text).toMatchFileSnapshot(file('wrong-inputs'));
  });

  it('revoke: main', async () => {
    const inputs = { ...CREDENTIALS, revoke: 'main', secrets: 'secret/data/ci/app password' };
    const main = await transcribe({ part: 'main', inputs, answers: ANSWERS });
    await expect(main.text).toMatchFileSnapshot(file('revoke-main'));
  });
});

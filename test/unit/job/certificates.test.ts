/** Why this exists: each certificate is issued once, and has the names that vault-action gives it. */

import { describe, expect, it } from 'vitest';
import { issueAll } from '../../../src/job/certificates.ts';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { nameAll, type Value } from '../../../src/secrets/names.ts';
import { UsageError } from '../../../src/vault/errors.ts';
import { client, errorOf, serverAt } from '../../support/client.ts';
import { jobConfig } from '../../support/job.ts';
import type { Recorded } from '../../support/recorded.ts';
import { errors, json } from '../../support/reply.ts';
import { type Script, scripted } from '../../support/scripted-server.ts';

const ISSUED = {
  certificate: 'canary-cert',
  private_key: 'canary-private',
  issuing_ca: 'canary-ca',
  ca_chain: ['canary-ca', 'canary-root'],
};

async function issue(
  pki: string,
  script: Script = json(200, { data: ISSUED }),
  others: readonly Value[] = [],
): Promise<{ readonly work: Promise<readonly Value[]>; readonly requests: readonly Recorded[] }> {
  const server = await scripted(script);
  const { connection } = client(serverAt([server.base], { retries: 3 }));
  const config = jobConfig({ url: server.base, pki });
  const access = { connection, token: new Secret('canary-token'), namespace: 'team' };
  return { work: issueAll(access, config, others), requests: server.requests };
}

function pairs(values: readonly Value[]): readonly string[] {
  const { named, problems } = nameAll(values, { exportEnv: true });
  expect(problems).toEqual([]);
  return named.map(({ env, output, value }) => `${env} ${output} ${value.reveal()}`);
}

describe('a certificate', () => {
  it('is issued with the parameters as they were given, and named by its role', async () => {
    const { work, requests } = await issue('pki/issue/web {"common_name": "a.example.org", "n": 1.0}');
    expect(pairs(await work)).toEqual([
      'WEB_CERT web_cert canary-cert',
      'WEB_KEY web_key canary-private',
      'WEB_CA web_ca canary-ca',
      'WEB_CA_CHAIN web_ca_chain canary-ca\ncanary-root',
    ]);
    expect(requests.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /v1/pki/issue/web {"common_name":"a.example.org","n":1.0}',
    ]);
    expect(requests[0]?.headers).toMatchObject({
      'x-vault-token': 'canary-token',
      'x-vault-namespace': 'team',
    });
  });

  it('has empty parts where the issuer gives none', async () => {
    const { work } = await issue(
      'pki/issue/my-web {}',
      json(200, { data: { certificate: 'canary-cert', ca_chain: null } }),
    );
    expect(pairs(await work)).toEqual([
      'MYWEB_CERT myweb_cert canary-cert',
      'MYWEB_KEY myweb_key ',
      'MYWEB_CA myweb_ca ',
      'MYWEB_CA_CHAIN myweb_ca_chain ',
    ]);
  });

  it('of each of several requests is another one, in their order', async () => {
    const { work, requests } = await issue('pki/issue/web {}; pki/issue/api {}');
    expect((await work).map(({ entry, field }) => `${entry.path} ${field}`)).toEqual(
      ['pki/issue/web', 'pki/issue/api'].flatMap((path) =>
        ['cert', 'key', 'ca', 'ca_chain'].map((field) => `${path} ${field}`),
      ),
    );
    expect(requests).toHaveLength(2);
  });

  it('is not issued when its names clash with another one: they are told before', async () => {
    const { work, requests } = await issue('pki/issue/web {}\npki/issue/web {}');
    const error = await errorOf(work);
    expect(error instanceof UsageError && error.problems.map(({ problem }) => problem)).toContain(
      'the output web_cert would get two values: pki/issue/web cert (pki line 1) and pki/issue/web cert (pki line 2)',
    );
    expect(requests).toEqual([]);
  });

  it('is not issued when it clashes with another one on the same line either', async () => {
    const { work, requests } = await issue('pki/issue/web {"ttl":"1m"}; pki/issue/web {"ttl":"2m"}');
    expect(await errorOf(work)).toBeInstanceOf(UsageError);
    expect(requests).toEqual([]);
  });

  it('is not issued when its names clash with those of the values that were read', async () => {
    const [entry] = parseSecrets('a/b key | web_key').entries;
    if (!entry) throw new Error('no entry');
    const value = new Secret('canary-read');
    const other = { entry, own: '', field: 'key', value, binary: false, source: 'a/b key' };
    const { work, requests } = await issue('pki/issue/web {}', json(200, { data: ISSUED }), [other]);
    const error = await errorOf(work);
    expect(error instanceof UsageError && error.problems.map(({ problem }) => problem)).toEqual([
      'the output web_key would get two values: a/b key (line 1) and pki/issue/web key (pki line 1)',
    ]);
    expect(requests).toEqual([]);
  });

  it('R7: is not issued when a name of it is reserved', async () => {
    const { work, requests } = await issue('pki/issue/ld {}');
    expect(await errorOf(work)).toBeInstanceOf(UsageError);
    expect(requests).toEqual([]);
  });

  it('R16: is not asked for again when it may have been issued', async () => {
    for (const reply of [errors(500, 'canary'), 'cut', 'reset'] as const) {
      const { work, requests } = await issue('pki/issue/web {}', reply);
      await errorOf(work);
      expect(requests).toHaveLength(1);
    }
  });

  it('that is refused is told with the others that are', async () => {
    const { work } = await issue('pki/issue/web {}; pki/issue/api {}', errors(400, 'not allowed'));
    expect(await errorOf(work)).toBeInstanceOf(AggregateError);
  });
});

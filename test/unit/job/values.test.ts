/** Why this exists: what was read becomes values, decoded or replaced as each entry says, or every reason why not. */

import { describe, expect, it } from 'vitest';
import { type Answered, valuesOf } from '../../../src/job/values.ts';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import type { Value } from '../../../src/secrets/names.ts';
import { planReads, type Want } from '../../../src/secrets/plan.ts';
import { type Problem, UsageError } from '../../../src/vault/errors.ts';
import { jsonText } from '../../../src/vault/json.ts';
import type { SecretRead } from '../../../src/vault/kv.ts';
import { jobConfig } from '../../support/job.ts';
import { recordingCi } from '../../support/recording-ci.ts';

type Fields = Readonly<Record<string, unknown>>;
type Inputs = Parameters<typeof jobConfig>[0];

function readOf(fields: Fields): SecretRead {
  const secrets = Object.entries(fields).map(([name, value]) => [name, new Secret(jsonText(value))] as const);
  return { fields: new Map(secrets), reveal: () => fields, leased: false, leaseDuration: 0 };
}

/** Each path read once, KV v2 at `secret/`; a path that `found` does not have holds nothing. */
function answersTo(wants: readonly Want[], found: Readonly<Record<string, Fields>>): readonly Answered[] {
  return planReads(wants).map((read) => {
    const fields = found[read.apiPath];
    return fields ? { read, secret: readOf(fields) } : { read };
  });
}

function wantsOf(text: string, own: string): readonly Want[] {
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  return entries.map((entry) => ({
    entry,
    own,
    apiPath: entry.path.replace(/^secret\/(data\/)?/, 'secret/data/') + (own && `/${own.replace(/_$/, '')}`),
    repeatable: true,
  }));
}

interface Outcome {
  readonly values: readonly Value[];
  readonly problems: readonly Problem[];
  readonly infos: readonly string[];
}

interface Setting {
  readonly found?: Readonly<Record<string, Fields>>;
  readonly inputs?: Inputs;
  /** The prefix of a secret in a folder. */
  readonly own?: string;
}

/** What becomes of a `secrets` text when these secrets were found. */
async function outcome(text: string, { found = {}, inputs = {}, own = '' }: Setting): Promise<Outcome> {
  const ci = recordingCi();
  const config = jobConfig({ url: 'https://vault.test', ...inputs });
  try {
    const values = await valuesOf(answersTo(wantsOf(text, own), found), config, ci);
    return { values, problems: [], infos: ci.infos };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { values: [], problems: error.problems, infos: ci.infos };
  }
}

/** Values as `field=text`; bytes as `field=bytes HEX`. */
function told(values: readonly Value[]): readonly string[] {
  return values.map(({ field, value, binary }) => {
    const text = value.reveal();
    return `${field}=${binary ? `bytes ${Buffer.from(text, 'base64').toString('hex')}` : text}`;
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const APP = { 'secret/data/app': { user: 'canary-user', key: 'canary-key', n: { a: [1, 2] } } };

describe('values', () => {
  it('are those that the entries select, each with its entry and where it was read', async () => {
    const { values, problems } = await outcome('secret/app user | U\nsecret/app n.a[1]\nsecret/app *', {
      found: APP,
    });
    expect(problems).toEqual([]);
    expect(told(values)).toEqual([
      'user=canary-user',
      'n.a[1]=2',
      'user=canary-user',
      'key=canary-key',
      'n={"a":[1,2]}',
    ]);
    expect(values.map(({ entry }) => entry.line)).toEqual([1, 2, 3, 3, 3]);
    expect(new Set(values.map(({ want }) => want?.apiPath))).toEqual(new Set(['secret/data/app']));
  });

  it('of a secret in a folder have its own name as a prefix', async () => {
    const { values } = await outcome('secret/ci/* user', {
      found: { 'secret/data/ci/app': { user: 'canary-user' } },
      own: 'app_',
    });
    expect(values.map(({ own, field }) => own + field)).toEqual(['app_user']);
  });

  it('have one source exactly when they are the same field, of one version, decoded alike', async () => {
    const found = {
      ...APP,
      'secret/data/app?version=2': { user: base64('canary') },
      'secret/data/other': { user: base64('canary') },
    };
    const text = `secret/app user | A; secret/data/app user | B; secret/app key | C; secret/other user | D
      secret/other user | E base64; secret/app?version=2 user | F`;
    const { values } = await outcome(text, { found });
    const [a, b, ...others] = values.map(({ source }) => source);
    expect(a).toBe(b);
    expect(new Set([a, ...others]).size).toBe(5);
  });
});

describe('what is missing', () => {
  it('is a problem, under the input and the line of its entry, without a value', async () => {
    const { problems } = await outcome('\nsecret/app pasword', { found: APP });
    expect(problems).toEqual([
      {
        name: 'secrets',
        problem: 'line 2: secret/app has no field "pasword"; its fields are user, key, n',
      },
    ]);
  });

  it('in several entries is told for all of them together, and nothing is a value then', async () => {
    const { values, problems } = await outcome(
      'secret/app a\nsecret/app user\nsecret/app n.b\nsecret/app $number(key) | N\nsecret/app Z* | P_',
      { found: APP },
    );
    expect(values).toEqual([]);
    expect(problems.map(({ problem }) => problem.split(';')[0])).toEqual([
      'line 1: secret/app has no field "a"',
      'line 3: secret/app has no field "n.b"',
      'line 4: the expression $number(key) fails: JSONata error D3030 at character 8',
      'line 5: secret/app has no field "Z*"',
    ]);
    expect(JSON.stringify(problems)).not.toContain('canary');
  });

  it('is told with the API path, for a secret of a folder', async () => {
    const { problems } = await outcome('secret/ci/* pasword', {
      found: { 'secret/data/ci/app': { password: 'canary' } },
      own: 'app_',
    });
    expect(problems.map(({ problem }) => problem)).toEqual([
      'line 1: secret/data/ci/app has no field "pasword"; its fields are password',
    ]);
  });

  it.each([
    ['secret/app none | X optional', 'line 1: secret/app has no field "none"; its fields are user, key, n.'],
    ['secret/app n.b | X optional', 'line 1: secret/app has no field "n.b"; its fields are user, key, n.'],
    ['secret/app Z* | X_ optional', 'line 1: secret/app has no field "Z*"; its fields are user, key, n.'],
    ['secret/gone key | X optional', 'line 1: secret/gone does not exist.'],
    ['secret/gone * | X_ optional', 'line 1: secret/gone does not exist.'],
  ])('%s is skipped and told', async (text, notice) => {
    expect(await outcome(text, { found: APP })).toEqual({
      values: [],
      problems: [],
      infos: [`Skipped: ${notice}`],
    });
  });

  it('is skipped and told for a path that could be missing for another reason', async () => {
    expect(await outcome('secret/gone key', { inputs: { ignoreNotFound: 'true' } })).toEqual({
      values: [],
      problems: [],
      infos: ['Skipped: line 1: secret/gone does not exist.'],
    });
    expect((await outcome('secret/ci/* key', { own: 'gone_' })).infos).toEqual([
      'Skipped: line 1: secret/data/ci/gone does not exist.',
    ]);
  });

  it('of the fields is a problem also with ignoreNotFound, which is about paths', async () => {
    const { problems } = await outcome('secret/app none', { found: APP, inputs: { ignoreNotFound: 'true' } });
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['secret/app none | X default=canary-default', 'none=canary-default'],
    ['secret/app n.b | X default="a; b"', 'n.b=a; b'],
    ['secret/app n[z=1] | X default=', 'n[z=1]='],
    ['secret/gone key | X default=canary-default', 'key=canary-default'],
    ['secret/gone key | X default=c2FmZQ== base64', 'key=c2FmZQ=='],
  ])('has its default: %s', async (text, value) => {
    const { values, problems, infos } = await outcome(text, { found: APP });
    expect({ problems, infos }).toEqual({ problems: [], infos: [] });
    expect(told(values)).toEqual([value]);
  });

  it.each(['secret/app user | X optional', 'secret/app user | X default=canary-default'])(
    'has no meaning for what is there: %s',
    async (text) => {
      const { values, infos } = await outcome(text, { found: APP });
      expect(told(values)).toEqual(['user=canary-user']);
      expect(infos).toEqual([]);
    },
  );

  it('is no excuse for an expression that fails', async () => {
    for (const modifier of ['optional', 'default=x']) {
      const { problems } = await outcome(`secret/app $number(key) | N ${modifier}`, { found: APP });
      expect(problems).toHaveLength(1);
    }
  });

  it('with two different defaults has two different sources, so that one name for both is a clash', async () => {
    const { values } = await outcome(
      'secret/gone a | X default=1; secret/gone b | X default=2; secret/gone c | X default=1',
      {},
    );
    const [one, two, again] = values.map(({ source }) => source);
    expect(one).not.toBe(two);
    expect(one).toBe(again);
  });
});

describe('decoding', () => {
  const bytes = Buffer.from([0, 255, 1]);
  const found = {
    'secret/data/app': {
      b: base64('canary-b64'),
      h: Buffer.from('canary-hex').toString('hex'),
      plain: 'canary: plain!',
      jks: bytes.toString('base64'),
    },
  };

  it.each([
    ['secret/app b | B base64', {}, 'b=canary-b64'],
    ['secret/app h | H hex', {}, 'h=canary-hex'],
    ['secret/app b', { secretEncodingType: 'base64' }, 'b=canary-b64'],
    ['secret/app h', { secretEncodingType: 'hex' }, 'h=canary-hex'],
    ['secret/app h | H hex', { secretEncodingType: 'base64' }, 'h=canary-hex'],
    ['secret/app plain', { secretEncodingType: 'utf8' }, 'plain=canary: plain!'],
    ['secret/app b', {}, `b=${base64('canary-b64')}`],
    ['secret/app jks | J base64 file', {}, `jks=bytes ${bytes.toString('hex')}`],
    ['secret/app jks | J file', { secretEncodingType: 'base64' }, `jks=bytes ${bytes.toString('hex')}`],
    ['secret/app b | B base64 file', {}, 'b=canary-b64'],
    ['secret/app jks | J file', {}, `jks=${bytes.toString('base64')}`],
  ] as const)('%s with %j gives %s', async (text, inputs, value) => {
    const { values, problems } = await outcome(text, { found, inputs });
    expect(problems).toEqual([]);
    expect(told(values)).toEqual([value]);
  });

  it('of every field of a secret is done one by one, and all that cannot be decoded is told', async () => {
    const { problems } = await outcome('secret/app * | P_ base64', { found });
    expect(problems).toEqual([
      { name: 'secrets', problem: 'line 1: secret/app h is not text once decoded: say file after its name' },
      { name: 'secrets', problem: 'line 1: secret/app plain is not base64' },
      {
        name: 'secrets',
        problem: 'line 1: secret/app jks is not text once decoded: say file after its name',
      },
    ]);
  });

  it('R5: that fails is told without the value', async () => {
    const { problems } = await outcome('secret/app plain | A base64; secret/app plain | B hex', { found });
    expect(problems.map(({ problem }) => problem)).toEqual([
      'line 1: secret/app plain is not base64',
      'line 1: secret/app plain is not hex',
    ]);
  });
});

describe('the input that a problem is told under', () => {
  it('is the one that the entry stands in, with the line in it', async () => {
    const [entry] = parseSecrets('\n\nsecret/app none', 'secretsFile').entries;
    if (!entry) throw new Error('no entry');
    const answered = answersTo([{ entry, own: '', apiPath: 'secret/data/app', repeatable: true }], APP);
    const config = jobConfig({ url: 'https://vault.test' });
    const failure = await valuesOf(answered, config, recordingCi()).catch((error: unknown) => error);
    expect(failure instanceof UsageError && failure.problems).toEqual([
      {
        name: 'secretsFile',
        problem: 'line 3: secret/app has no field "none"; its fields are user, key, n',
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import type { Publication } from '../../../src/job/ci.ts';
import { nameValues, tokenPublication } from '../../../src/job/publish.ts';
import { Secret } from '../../../src/secret.ts';
import type { Entry } from '../../../src/secrets/grammar.ts';
import { NO_MODIFIERS } from '../../../src/secrets/modifiers.ts';
import type { Value } from '../../../src/secrets/names.ts';
import { client, failureOf, serverAt } from '../../support/client.ts';
import { jobConfig } from '../../support/job.ts';

type Inputs = Parameters<typeof jobConfig>[0];

const config = (inputs: Inputs = {}): Config => jobConfig({ url: 'https://vault.test', ...inputs });

/** A field under a name of the user's. */
function selected(name: string, value = 'canary-value', path = 'secret/data/a'): Value {
  const selector = { kind: 'field', text: 'x' } as const;
  const entry: Entry = { path, selector, name, modifiers: NO_MODIFIERS, line: 1, origin: 'secrets' };
  return { entry, own: '', field: 'x', source: path, binary: false, value: new Secret(value) };
}

function named(values: readonly Value[], inputs: Inputs = {}): ReturnType<typeof nameValues> {
  return nameValues(values, config(inputs));
}

async function problemsOf(values: readonly Value[], inputs: Inputs = {}): Promise<string> {
  return failureOf(Promise.resolve().then(() => named(values, inputs)));
}

describe('values', () => {
  it('get their names, as output and as environment variable', () => {
    const [one] = named([selected('APP_KEY')]).named;
    expect(one).toMatchObject({ output: 'APP_KEY', env: 'APP_KEY' });
    expect(one?.value.reveal()).toBe('canary-value');
  });

  it('are outputs alone with exportEnv: false, whatever their size and name', () => {
    const large = selected('PATH', `canary\0${'x'.repeat(200_000)}`);
    expect(named([large], { exportEnv: 'false' }).named).toMatchObject([{ output: 'PATH', env: undefined }]);
  });

  it('R7, R8: all that is wrong with names and sizes is told at once, and no value', async () => {
    const problems = await problemsOf([
      selected('NODE_OPTIONS'),
      selected('9lives'),
      selected('A', 'canary-1'),
      selected('A', 'canary-2', 'secret/data/b'),
      selected('B', 'c'.repeat(70_000)),
    ]);
    const lines = problems.split('\n');
    expect(lines.every((line) => line.startsWith('secrets: '))).toBe(true);
    expect(lines.map((line) => /NODE_OPTIONS|9lives|two values|69 KiB/.exec(line)?.[0])).toEqual([
      'NODE_OPTIONS',
      '9lives',
      'two values',
      '69 KiB',
    ]);
    expect(problems).not.toContain('canary');
  });

  it('may not take the names of the token, where the token is published', async () => {
    const values = [selected('VAULT_TOKEN')];
    expect(await problemsOf(values, { exportToken: 'true', outputToken: 'true' })).toBe(
      [
        'secrets: the output vault_token is taken by outputToken',
        'secrets: the environment variable VAULT_TOKEN is taken by exportToken',
      ].join('\n'),
    );
    expect(named(values).named.map(({ output, env }) => [output, env])).toEqual([
      ['VAULT_TOKEN', 'VAULT_TOKEN'],
    ]);
  });

  it('that are no environment variables are outputs, with a warning', () => {
    const { named: names, warnings } = named([selected('app-key')]);
    expect(names).toMatchObject([{ output: 'app-key', env: undefined }]);
    expect(warnings).toEqual(['app-key is no name for an environment variable, only for an output.']);
  });
});

describe('the token', () => {
  const published = (inputs: Inputs): readonly Publication[] => {
    const { connection } = client(serverAt(['https://vault.test']));
    return tokenPublication({ connection, token: new Secret('canary-token') }, config(inputs));
  };

  it.each([
    [{}, []],
    [{ exportToken: 'true' }, [{ env: 'VAULT_TOKEN', output: undefined }]],
    [{ outputToken: 'true' }, [{ env: undefined, output: 'vault_token' }]],
    [{ exportToken: 'true', outputToken: 'true' }, [{ env: 'VAULT_TOKEN', output: 'vault_token' }]],
    [{ exportToken: 'true', exportEnv: 'false' }, [{ env: 'VAULT_TOKEN', output: undefined }]],
  ] satisfies readonly (readonly [Inputs, readonly object[]])[])(
    'is published as the user wants it: %o',
    (inputs, wanted) => {
      const publications = published(inputs);
      expect(publications.map(({ env, output }) => ({ env, output }))).toEqual(wanted);
      expect(publications.map(({ value }) => value.reveal())).toEqual(wanted.map(() => 'canary-token'));
    },
  );
});

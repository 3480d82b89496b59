/** Why this exists: whoever follows a message of the command line writes flags and variables that there are (rule R4). */

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, flagsOf } from '../../../src/cli/commands.ts';
import { spelled, spelling } from '../../../src/cli/flags.ts';
import { INPUTS } from '../../../src/config/inputs.ts';
import { HINTS } from '../../../src/vault/hints.ts';

const FLAGS = new Set([...COMMANDS.values()].flatMap((one) => [...flagsOf(one).keys()]));
const SOURCES = new URL('../../../src/', import.meta.url);

/** Inputs that say what a runner does with values: a command has none of them. */
const OF_THE_ACTION = ['exportEnv', 'outputToken', 'revoke', 'summary'];

/** The sentences in the source that name an input, beside those of the action alone. */
function sentences(): readonly string[] {
  const files = globSync('{config,job,vault,secrets,platform,cli}/**/*.ts', { cwd: SOURCES });
  return files.flatMap((file) => {
    const lines = readFileSync(new URL(file, SOURCES), 'utf8').split('\n');
    return lines
      .filter((line) => !/^\s*(?:\/?\*|\/\/|import )/.test(line))
      .flatMap((line) =>
        [...line.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, plain, made]) => plain ?? made ?? ''),
      )
      .filter((text) => text.includes(' ') && INPUTS.some((name) => text.includes(name)));
  });
}

function strangeFlags(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)(: true)?/g)]
    .filter(([, flag = '', value]) => !FLAGS.has(flag) || value)
    .map(([whole]) => whole);
}

describe('a message that names inputs', () => {
  it('is found in the source in all its places', () => {
    expect(sentences().length).toBeGreaterThan(40);
    for (const text of [HINTS['missing-secret-id'], 'the output vault_token is taken by outputToken'])
      expect(sentences()).toContain(text);
  });

  it('has only flags that there are, and switches without a value', () => {
    for (const text of sentences()) expect([text, strangeFlags(spelled(text))]).toEqual([text, []]);
  });

  it('says where a secret comes from, and never that it is an argument', () => {
    expect(spelled('set secretId or, better, wrappedSecretId')).toBe(
      'set VAULT_SECRET_ID or, better, VAULT_WRAPPED_SECRET_ID',
    );
    expect(spelled('accept that with tlsSkipVerify: true')).toBe('accept that with --tls-skip-verify');
    expect(spelled('is taken by exportToken')).toBe('is taken by --token-env');
  });
});

it.each(INPUTS.filter((name) => !OF_THE_ACTION.includes(name)))(
  '%s is spelled as it can be given',
  (name) => {
    const told = spelling(name);
    const variables = ['VAULT_SECRET_ID', 'VAULT_WRAPPED_SECRET_ID'];
    if (!variables.includes(told)) expect([...FLAGS]).toContain(told.replace(/^--/, ''));
    expect(told).toMatch(/^(--|VAULT_)/);
  },
);

it('what is no input keeps its name', () => {
  for (const name of ['--out', 'command', 'exportEnv', 'state']) expect(spelling(name)).toBe(name);
});

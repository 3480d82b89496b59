/** Why this exists: a switch or a number means what its text says, and everything else is an error under its name. */

import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/config/fields.ts';
import { completeInputs, type InputName, type RawConfig } from '../../../src/config/inputs.ts';

function raw(given: Partial<Record<InputName, string>> = {}): RawConfig {
  return completeInputs((name) => given[name] ?? '', {});
}

const FLAGS = [
  'exportEnv',
  'exportToken',
  'outputToken',
  'ignoreNotFound',
  'tlsSkipVerify',
  'summary',
] as const;

describe('fields that are not given', () => {
  it('have the defaults of action.yml', () => {
    expect(readFields(raw())).toEqual({
      fields: {
        exportEnv: true,
        exportToken: false,
        outputToken: false,
        ignoreNotFound: false,
        tlsSkipVerify: false,
        summary: true,
        timeout: 10,
        retries: 3,
        secretEncodingType: 'utf8',
        revoke: 'post',
      },
      problems: [],
    });
  });
});

describe.each(FLAGS)('the switch %s', (name) => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('understands %s', (text, expected) => {
    expect(readFields(raw({ [name]: text })).fields?.[name]).toBe(expected);
  });

  it.each(['yes', 'no', 'on', 'off', '1', '0', 'tRUE', 'truee', 'constructor'])('refuses %s', (text) => {
    expect(readFields(raw({ [name]: text }))).toEqual({
      problems: [{ name, problem: `"${text}" is no boolean: write true or false` }],
    });
  });
});

describe('timeout', () => {
  it.each([
    ['1', 1],
    ['2.5', 2.5],
    ['300', 300],
    ['007', 7],
  ])('understands %s', (text, expected) => {
    expect(readFields(raw({ timeout: text })).fields?.timeout).toBe(expected);
  });

  it.each(['0', '0.9', '301', '-1', '+5', '10s', '1e1', '0x10', '5.', '.5', '1,5', 'Infinity', 'NaN', '١٠'])(
    'refuses %s',
    (text) => {
      expect(readFields(raw({ timeout: text })).problems).toEqual([
        { name: 'timeout', problem: `"${text}" is not a number of seconds from 1 to 300` },
      ]);
    },
  );
});

describe('retries', () => {
  it.each([
    ['0', 0],
    ['10', 10],
  ])('understands %s', (text, expected) => {
    expect(readFields(raw({ retries: text })).fields?.retries).toBe(expected);
  });

  it.each(['11', '-1', '1.5', 'three'])('refuses %s', (text) => {
    expect(readFields(raw({ retries: text })).problems).toEqual([
      { name: 'retries', problem: `"${text}" is not a whole number of tries from 0 to 10` },
    ]);
  });
});

describe('revoke', () => {
  it.each(['post', 'main', 'never'] as const)('understands %s', (text) => {
    expect(readFields(raw({ revoke: text })).fields?.revoke).toBe(text);
  });

  it.each(['Post', 'always', 'false'])('refuses %s', (text) => {
    expect(readFields(raw({ revoke: text })).problems).toEqual([
      { name: 'revoke', problem: `"${text}" is not one of post, main, never` },
    ]);
  });
});

describe('secretEncodingType', () => {
  it.each(['utf8', 'base64', 'hex'] as const)('understands %s', (text) => {
    expect(readFields(raw({ secretEncodingType: text })).fields?.secretEncodingType).toBe(text);
  });

  it.each(['Base64', 'utf-8', 'UTF8', 'latin1', 'base64url', 'ascii', 'constructor'])(
    'refuses %s',
    (text) => {
      expect(readFields(raw({ secretEncodingType: text })).problems).toEqual([
        { name: 'secretEncodingType', problem: `"${text}" is not one of utf8, base64, hex` },
      ]);
    },
  );
});

describe('several wrong fields', () => {
  it('are told together, each under its own name, and give no fields', () => {
    const wrong = {
      exportEnv: 'yes',
      timeout: 'soon',
      retries: '99',
      revoke: 'now',
      summary: 'no',
      secretEncodingType: 'rot13',
    };
    const { fields, problems } = readFields(raw(wrong));
    expect(fields).toBeUndefined();
    expect(problems.map(({ name }) => name).sort()).toEqual(Object.keys(wrong).sort());
  });
});

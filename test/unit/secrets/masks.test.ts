/** Why this exists: which masks a value gets, and which it must not get (rules R2 and R3). */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { masksOf } from '../../../src/secrets/masks.ts';
import { Masker } from '../../support/masker.mjs';

/** What a log shows of a text once the value's masks are registered. */
function shown(value: string, printed: string): string {
  const masker = new Masker();
  for (const mask of masksOf(new Secret(value)).masks) masker.add(mask);
  return masker.mask(printed);
}

const FAKE_KEY_LINES = ['Y2FuYXJ5IGxpbmUgb25l', 'Y2FuYXJ5IGxpbmUgdHdv', 'Y2E9'];
const FAKE_GCP_KEY = {
  type: 'service_account',
  private_key_id: 'canary0123456789abcdef0123456789abcdef01',
  private_key: `-----BEGIN PRIVATE KEY-----\n${FAKE_KEY_LINES.join('\n')}\n-----END PRIVATE KEY-----\n`,
  client_email: 'canary@canary-project.test',
};

describe('R2: the strings inside of JSON', () => {
  it('are hidden when the JSON is written anew', () => {
    const pretty = JSON.stringify(FAKE_GCP_KEY, null, 2);
    const again = shown(pretty, JSON.stringify(FAKE_GCP_KEY));
    for (const text of [...FAKE_KEY_LINES, FAKE_GCP_KEY.private_key_id, FAKE_GCP_KEY.client_email]) {
      expect(again).not.toContain(text);
      expect(shown(pretty, `field: ${text}`)).toBe('field: ***');
    }
    expect(again).toContain('"private_key":');
  });

  it('are hidden at every depth, in objects and in arrays', () => {
    const value = JSON.stringify({
      a: [{ b: ['canary-0001', ['canary-0002']] }],
      c: { d: { e: 'canary-0003' } },
    });
    expect(shown(value, 'canary-0001 canary-0002 canary-0003')).toBe('*** *** ***');
  });

  it('are hidden without their escapes, and line by line', () => {
    const value = JSON.stringify({ a: 'can"ary\\0001', b: 'canary-0002\ncanary-0003' });
    expect(shown(value, 'can"ary\\0001 canary-0002 canary-0003')).toBe('*** *** ***');
  });

  it('names of fields, numbers and words stay visible', () => {
    const value = JSON.stringify({
      enabled: true,
      count: 12345,
      kind: 'true',
      none: null,
      password: 'canary-0001',
    });
    expect(shown(value, 'enabled count 12345 kind true null password')).toBe(
      'enabled count 12345 kind true null password',
    );
  });

  it('are hidden under names that every object has by birth', () => {
    const value = '{"__proto__": "canary-0001", "constructor": {"toString": "canary-0002"}}';
    expect(shown(value, 'canary-0001 canary-0002')).toBe('*** ***');
  });

  it('are hidden when a name stands twice', () => {
    const value = '{"password": "canary-0001", "password": "canary-0002"}';
    expect(shown(value, 'canary-0001')).toBe('***');
    expect(shown(value, 'canary-0002')).toBe('***');
  });

  it('keep nothing from being masked, however deep they are', () => {
    for (let depth = 500; depth < 12_000; depth += 250) {
      const value = `${'['.repeat(depth)}"canary-0001"${']'.repeat(depth)}`;
      expect(shown(value, value), `${depth} brackets`).toBe('***');
    }
  });
});

describe('R3: short and common values', () => {
  it.each([
    '',
    ' ',
    '\n',
    'a',
    'abc',
    'äöü',
    ' abc ',
    '{',
    '{}',
    '{ }',
    '":"',
    '{ "" : [] }',
    'true',
    'false',
    'null',
    'yes',
    'no',
    'on',
    'off',
    '0',
    '1',
    'none',
    'undefined',
    'True',
    'FALSE',
    '-----BEGIN PRIVATE KEY-----',
  ])('%j gets no mask at all', (value) => {
    expect(masksOf(new Secret(value))).toEqual({ masks: [], protection: 'none' });
  });

  it.each([
    'a\nbc\nabc',
    '[\n]\n',
    ' true\n',
    '{\n  "": []\n}\n',
    '-----BEGIN CERTIFICATE-----\r\n-----END CERTIFICATE-----\r\n',
  ])('no line of %j is hidden, and its protection is none', (value) => {
    expect(masksOf(new Secret(value)).protection).toBe('none');
    expect(shown(value, value)).toBe(value);
  });

  it.each(['[\n  true,\n  false,\n  null\n]', '{\n "a": [\n  null,\n  true\n ]\n}'])(
    'words in pretty JSON get no mask, with or without their comma: %j',
    (value) => {
      const printed = '{"a":true,"b":false,"c":null,"d":true}';
      expect(shown(value, printed)).toBe(printed);
    },
  );

  it.each([
    ['abcd', 'weak'],
    ['1234567', 'weak'],
    ['12345678', 'full'],
    ['canary-0001\nshort', 'weak'],
    ['canary-0001\ncanary-0002', 'full'],
    ['{"a": "canary-0001", "b": "true", "c": "x"}', 'full'],
    ['{"a": "canary-0001", "b": "short"}', 'weak'],
  ] as const)('%j is masked, and its protection is %s', (value, protection) => {
    expect(masksOf(new Secret(value)).protection).toBe(protection);
    for (const line of value.split('\n')) expect(shown(value, line)).toBe('***');
  });
});

describe('R2: base64 of a whole value of several lines', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, line) => `x${line % 10}`).join('\n');

  it('is hidden also when no line of it is long enough for a mask of its own', () => {
    const value = `${lines(20)}\ncanary-0001`;
    const printed = Buffer.from(`${value}\n`).toString('base64');
    expect(shown(value, printed)).toMatch(/^\*\*\*.{0,4}$/);
  });

  it('is not made for a very large one, whose lines are hidden each for itself', () => {
    const value = Array.from({ length: 2000 }, (_, line) => `canary-${line}-line`).join('\n');
    const { masks } = masksOf(new Secret(value));
    expect(Math.max(...masks.map((mask) => mask.length))).toBeLessThan(100);
    expect(shown(value, value).replaceAll('***', '').trim()).toBe('');
  });
});

describe('R2: form encoding as Python, Go and curl write it', () => {
  it.each(['canary 0001*', 'canary ~0001', "it's (a canary)!"])('%s is hidden', (value) => {
    const escaped = encodeURIComponent(value).replace(
      /[!'()*]/g,
      (c) => `%${Buffer.from(c).toString('hex').toUpperCase()}`,
    );
    const printed = escaped.replaceAll('%20', '+');
    expect(shown(value, `password=${printed}&user=x`)).toBe('password=***&user=x');
  });
});

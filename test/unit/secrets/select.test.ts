/** Why this exists: an entry gets exactly the fields it asks for, and a missing field is explained without a value. */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { select } from '../../../src/secrets/select.ts';
import type { SecretRead } from '../../../src/vault/kv.ts';

function readOf(fields: Readonly<Record<string, string>>): SecretRead {
  const secrets = Object.entries(fields).map(([name, value]) => [name, new Secret(value)] as const);
  return { fields: new Map(secrets), leased: false, leaseDuration: 0 };
}

/** What the only entry of a text selects, as `field=value`; or the problem. */
function selected(text: string, fields: Readonly<Record<string, string>>): readonly string[] | string {
  const results = parseSecrets(text).entries.map((entry) => select(entry, readOf(fields)));
  return results.flatMap((result) =>
    'problem' in result ? [result.problem] : result.map(({ field, value }) => `${field}=${value.reveal()}`),
  );
}

const FIELDS = {
  user: 'canary-user',
  'my.key': 'canary-dots',
  '*': 'canary-star',
  '1st': 'canary-first',
  '': 'canary-empty',
};

describe('select', () => {
  it.each([
    ['a/b user', ['user=canary-user']],
    ['a/b my.key', ['my.key=canary-dots']],
    ['a/b 1st', ['1st=canary-first']],
    ['a/b "*"', ['*=canary-star']],
    ['a/b ""', ['=canary-empty']],
  ])('%s takes the field of that exact name', (text, expected) => {
    expect(selected(text, FIELDS)).toEqual(expected);
  });

  it.each(['a/b *', 'a/b **', 'a/b * | PRE_'])('%s takes every field, in the order of the secret', (text) => {
    expect(selected(text, { b: '1', a: '2', B: '3' })).toEqual(['b=1', 'a=2', 'B=3']);
  });

  it('every field of a secret without fields is none', () => {
    expect(selected('a/b *', {})).toEqual([]);
  });

  it('an empty value is a value', () => {
    expect(selected('a/b empty', { empty: '' })).toEqual(['empty=']);
  });

  it('letters count in their case, and no field is guessed', () => {
    expect(selected('a/b User', { user: 'canary-user' })).toEqual([
      'line 1: a/b has no field "User"; its fields are user',
    ]);
  });

  it('a name that every object has by birth is no field', () => {
    expect(selected('a/b constructor; a/b __proto__', {})).toEqual([
      'line 1: a/b has no field "constructor"; it has no fields',
      'line 1: a/b has no field "__proto__"; it has no fields',
    ]);
  });

  it('R5: a missing field is told with the names of the others and no value', () => {
    const [problem] = selected('\n\nsecret/ci/app pasword', { password: 'canary-0001', user: 'canary-0002' });
    expect(problem).toBe('line 3: secret/ci/app has no field "pasword"; its fields are password, user');
    expect(problem).not.toContain('canary');
  });

  it('at most 20 field names are told, and how many more there are', () => {
    const fields = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`f${index}`, 'x']));
    const [problem] = selected('a/b missing', fields);
    expect(problem).toContain('f18, f19 and 3 more');
    expect(problem).not.toContain('f20');
  });

  it('each selected value knows its entry', () => {
    const [entry] = parseSecrets('a/b *').entries;
    if (!entry) throw new Error('no entry');
    const results = select(entry, readOf({ x: '1', y: '2' }));
    if ('problem' in results) throw new Error(results.problem);
    expect(results.map((one) => one.entry)).toEqual([entry, entry]);
  });
});

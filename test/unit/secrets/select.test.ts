/** Why this exists: an entry gets exactly the values it asks for, and a missing one is explained without a value. */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { select } from '../../../src/secrets/select.ts';
import { jsonObject, jsonText, parseJson } from '../../../src/vault/json.ts';
import type { SecretRead } from '../../../src/vault/kv.ts';

/** A secret whose fields are those of a JSON text, as a server sends them. */
function readOfJson(json: string): SecretRead {
  const fields = jsonObject(parseJson(json));
  if (!fields) throw new Error('no JSON object');
  const secrets = Object.entries(fields).map(([name, value]) => [name, new Secret(jsonText(value))] as const);
  return { fields: new Map(secrets), reveal: () => fields, leased: false, leaseDuration: 0 };
}

/** What the entries of a text select: `field=value` for each value, or what is missing or wrong. */
async function selectedIn(read: SecretRead, text: string): Promise<readonly string[]> {
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  const results = await Promise.all(entries.map(({ selector }) => select(selector, read)));
  return results.flatMap((result) => {
    if (result.kind === 'found') return result.selected.map(([field, value]) => `${field}=${value.reveal()}`);
    return result.kind === 'missing' ? [`missing: ${result.what}`] : [`wrong: ${result.problem}`];
  });
}

/** The same, in a secret of these fields. */
function selected(text: string, fields: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  return selectedIn(readOfJson(JSON.stringify(fields)), text);
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
  ])('%s takes the field of that exact name', async (text, expected) => {
    expect(await selected(text, FIELDS)).toEqual(expected);
  });

  it.each(['a/b *', 'a/b **', 'a/b * | PRE_'])(
    '%s takes every field, in the order of the secret',
    async (text) => {
      expect(await selected(text, { b: '1', a: '2', B: '3' })).toEqual(['b=1', 'a=2', 'B=3']);
    },
  );

  it('every field of a secret without fields is none', async () => {
    expect(await selected('a/b *', {})).toEqual([]);
  });

  it('an empty value is a value', async () => {
    expect(await selected('a/b empty', { empty: '' })).toEqual(['empty=']);
  });

  it('letters count in their case, and no field is guessed', async () => {
    expect(await selected('a/b User', { user: 'canary-user' })).toEqual([
      'missing: has no field "User"; its fields are user',
    ]);
  });

  it('a name that every object has by birth is no field', async () => {
    expect(await selected('a/b constructor; a/b __proto__', {})).toEqual([
      'missing: has no field "constructor"; it has no fields',
      'missing: has no field "__proto__"; it has no fields',
    ]);
  });

  it('R5: a missing field is told with the names of the others and no value', async () => {
    const [problem] = await selected('\n\nsecret/ci/app pasword', {
      password: 'canary-0001',
      user: 'canary-0002',
    });
    expect(problem).toBe('missing: has no field "pasword"; its fields are password, user');
    expect(problem).not.toContain('canary');
  });

  it('at most 20 field names are told, and how many more there are', async () => {
    const fields = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`f${index}`, 'x']));
    const [problem] = await selected('a/b missing', fields);
    expect(problem).toContain('f18, f19 and 3 more');
    expect(problem).not.toContain('f20');
  });
});

describe('a field of exactly the spelling of the selector', () => {
  const fields = {
    'a.b': 'canary-flat-dot',
    'a[0]': 'canary-flat-index',
    '$sum(n)': 'canary-flat-call',
    'x-y': 'canary-flat-minus',
    'x:y': 'canary-flat-colon',
    'DB_*': 'canary-flat-star',
    DB_A: 'canary-db',
    a: { b: 'canary-nested' },
    n: [1, 2],
    x: 5,
    y: 3,
  };

  it.each([
    ['a.b', 'canary-flat-dot'],
    ['a[0]', 'canary-flat-index'],
    ['$sum(n)', 'canary-flat-call'],
    ['x-y', 'canary-flat-minus'],
    ['x:y', 'canary-flat-colon'],
  ])('comes before any other reading of it: %s', async (text, value) => {
    expect(await selected(`a/b ${text} | NAME`, fields)).toEqual([`${text}=${value}`]);
  });

  it.each(['a.c', '$sum(m)', 'DB_*'])('in quotes has no other reading: %s', async (text) => {
    const [result] = await selected(`a/b "${text}"`, { a: { c: 'canary' }, m: [1], DB_A: 'canary' });
    expect(result).toContain(`missing: has no field "${text}"`);
  });

  it('is matched by a glob like any other', async () => {
    expect(await selected('a/b DB_*', fields)).toEqual(['DB_*=canary-flat-star', 'DB_A=canary-db']);
  });
});

describe('a nested selector', () => {
  const fields = {
    db: { user: 'canary-user', hosts: ['canary-a', { name: 'canary-b' }], 'a.b': { c: 'canary-quoted' } },
    list: [['canary-0', 'canary-1'], []],
    port: { number: 5432, yes: true, none: null, empty: '', deep: { k: ['v'] } },
    json: '{"db": {"password": "canary-inner", "ports": [1, 2]}}',
    twice: JSON.stringify({ inner: JSON.stringify({ key: 'canary-twice' }) }),
    array: '["canary-x", {"y": "canary-y"}]',
    text: 'canary-text',
    'my-app': { 'my-key': 'canary-dash' },
  };

  it.each([
    ['db.user', 'canary-user'],
    ['db.hosts[0]', 'canary-a'],
    ['db.hosts[1].name', 'canary-b'],
    ['db."a.b".c', 'canary-quoted'],
    ["'db'.user", 'canary-user'],
    ['list[0][1]', 'canary-1'],
    ['list[1]', '[]'],
    ['port.number', '5432'],
    ['port.yes', 'true'],
    ['port.none', 'null'],
    ['port.empty', ''],
    ['port.deep', '{"k":["v"]}'],
    ['my-app.my-key', 'canary-dash'],
  ])('%s follows objects and arrays to %j', async (text, value) => {
    expect(await selected(`a/b ${text}`, fields)).toEqual([`${text}=${value}`]);
  });

  it.each([
    ['json.db.password', 'canary-inner'],
    ['json.db.ports[1]', '2'],
    ['json.db', '{"password":"canary-inner","ports":[1,2]}'],
    ['twice.inner.key', 'canary-twice'],
    ['array[0]', 'canary-x'],
    ['array[1].y', 'canary-y'],
  ])('%s goes into a value that is itself JSON text, to %j', async (text, value) => {
    expect(await selected(`a/b ${text}`, fields)).toEqual([`${text}=${value}`]);
  });

  it('keeps the digits of numbers, also those within JSON text', async () => {
    const read = readOfJson(
      '{"a": {"n": 12345678901234567890}, "j": "{\\"n\\": 1.0, \\"o\\": {\\"big\\": 9007199254740993}}"}',
    );
    expect(await selectedIn(read, 's/x a.n; s/x a | A; s/x j.n; s/x j.o')).toEqual([
      'a.n=12345678901234567890',
      'a={"n":12345678901234567890}',
      'j.n=1.0',
      'j.o={"big":9007199254740993}',
    ]);
  });

  it.each([
    'db.missing',
    'db.hosts[2]',
    'db[1]',
    'missing.a',
    'missing[0]',
    'list[0].name',
    'text.length',
    'text[0].x',
    'port.number.x',
    'port.none.x',
    'db.constructor',
    'db.hosts.length',
    'array[2]',
    'json.db.passwort',
  ])('%s leads nowhere and is told as missing', async (text) => {
    expect(await selected(`a/b ${text}`, fields)).toEqual([
      `missing: has no field "${text}"; its fields are ${Object.keys(fields).join(', ')}`,
    ]);
  });

  it.each(['text.a-b', 'port.number-1', 'port.number-base', 'list.1', 'list[0].1st', 'my-app.my'])(
    '%s leads nowhere and is told as missing, although as an expression it would mean something',
    async (text) => {
      const [result] = await selected(`a/b ${text} | NAME optional`, { ...fields, b: 3, base: 32 });
      expect(result).toContain(`missing: has no field "${text}"`);
    },
  );

  it('finds what plain steps do not find in arrays, as JSONata does', async () => {
    expect(await selected('a/b db.hosts.name', fields)).toEqual(['db.hosts.name=canary-b']);
    expect(await selected('a/b l.id | IDS', { l: [{ id: 'canary-1' }, { id: 'canary-2' }] })).toEqual([
      'l.id=["canary-1","canary-2"]',
    ]);
  });
});

describe('a glob', () => {
  it('takes the fields that match, in the order of the secret', async () => {
    const fields = { DB_B: '1', db_c: '2', DB_A: '3', XDB_: '4', 'DB_x.y': '5' };
    expect(await selected('a/b DB_*', fields)).toEqual(['DB_B=1', 'DB_A=3', 'DB_x.y=5']);
  });

  it('that matches nothing is missing', async () => {
    expect(await selected('a/b DB_*; a/b X*', { db_a: 'canary-0001' })).toEqual([
      'missing: has no field "DB_*"; its fields are db_a',
      'missing: has no field "X*"; its fields are db_a',
    ]);
  });

  it('knows no nested fields', async () => {
    expect(await selected('a/b a.*', { a: { b: 'canary' } })).toEqual([
      'missing: has no field "a.*"; its fields are a',
    ]);
  });
});

describe('an expression', () => {
  const fields = { user: 'canary-user', list: [{ id: 'canary-1' }, { id: 'canary-2' }] };

  it.each([
    ['$join(list.id,"+")', 'canary-1+canary-2'],
    ['list[id="canary-2"].id', 'canary-2'],
    ['list[-1].id', 'canary-2'],
    ['user&"!"', 'canary-user!'],
    ['{"u":user}', '{"u":"canary-user"}'],
  ])('%s is evaluated over the fields', async (text, value) => {
    expect(await selected(`a/b ${text} | NAME`, fields)).toEqual([`${text}=${value}`]);
  });

  it('that gives nothing is missing', async () => {
    expect(await selected('a/b list[id="x"].id | NAME', fields)).toEqual([
      'missing: has no field "list[id="x"].id"; its fields are user, list',
    ]);
  });

  it.each(['.dockerconfigjson', 'user@example.org', 'registry.example.org:5000', 'example.org.'])(
    'is not what a field is called that happens to be missing, with a name after it or without: %s',
    async (text) => {
      const message = [`missing: has no field "${text}"; its fields are user, list`];
      expect(await selected(`a/b ${text}`, fields)).toEqual(message);
      expect(await selected(`a/b ${text} | NAME optional`, fields)).toEqual(message);
    },
  );

  it('R5: that fails is told with its text and the code, and no value', async () => {
    expect(await selected('a/b $number(user) | N; a/b $f( | M', fields)).toEqual([
      'wrong: the expression $number(user) fails: JSONata error D3030 at character 8',
      'wrong: the expression $f( fails: JSONata error S0203 at character 3',
    ]);
  });
});

/** Why this exists: what an expression gives is exact, ends in time, and its mistakes are told without a value (R5). */

import { describe, expect, it, vi } from 'vitest';
import { evaluate } from '../../../src/secrets/expression.ts';
import { jsonObject, parseJson } from '../../../src/vault/json.ts';

/** The fields of a secret as a server sends them: numbers keep their digits. */
function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  const fields = jsonObject(parseJson(json));
  if (!fields) throw new Error('no JSON object');
  return fields;
}

const FIELDS = fieldsOf(`{
  "key": "canary-0001",
  "my.key": "canary-0002",
  "count": 42,
  "rate": 0.5,
  "big": 12345678901234567890,
  "one": 1.0,
  "tiny": 1e-30,
  "list": [{"id": "canary-a", "n": 1}, {"id": "canary-b", "n": 2}],
  "nested": {"big": 9007199254740993, "deep": ["canary-c"]},
  "empty": "",
  "none": null,
  "yes": true
}`);

/** The value as text; or what else became of the expression. */
async function result(text: string, fields = FIELDS): Promise<string> {
  const evaluation = await evaluate(text, fields);
  if (evaluation.kind === 'value') return evaluation.value.reveal();
  return evaluation.kind === 'nothing' ? '(nothing)' : `(wrong) ${evaluation.problem}`;
}

describe('the value of an expression', () => {
  it.each([
    ['key', 'canary-0001'],
    ['`my.key`', 'canary-0002'],
    ['$uppercase(key)', 'CANARY-0001'],
    ['list.id', '["canary-a","canary-b"]'],
    ['list[n=2].id', 'canary-b'],
    ['list[-1].id', 'canary-b'],
    ['$join(list.id, "+")', 'canary-a+canary-b'],
    ['{"user": key, "count": count}', '{"user":"canary-0001","count":42}'],
    ['list[0]', '{"id":"canary-a","n":1}'],
    ['$sum(list.n)', '3'],
    ['count + rate', '42.5'],
    ['$base64decode($base64encode(key))', 'canary-0001'],
    ['none', 'null'],
    ['yes', 'true'],
    ['$not(yes)', 'false'],
    ['empty', ''],
    ['[]', '[]'],
    ['"canary " & count', 'canary 42'],
  ])('%s is %s', async (text, expected) => {
    expect(await result(text)).toBe(expected);
  });

  it.each([
    ['count', '42'],
    ['rate', '0.5'],
    ['big', '12345678901234567890'],
    ['one', '1.0'],
    ['tiny', '1e-30'],
    ['nested.big', '9007199254740993'],
    ['$string(big)', '12345678901234567890'],
    ['"n" & nested.big', 'n9007199254740993'],
  ])('keeps the digits of a number: %s is %s', async (text, expected) => {
    expect(await result(text)).toBe(expected);
  });

  it('has numbers to compute with where JavaScript holds them exactly, else texts', async () => {
    const types = await result('[$type(count), $type(rate), $type(big), $type(one), $type(nested.big)]');
    expect(types).toBe('["number","number","string","string","string"]');
  });

  it('is that of the fields themselves for "$"', async () => {
    expect(await result('$', fieldsOf('{"a": {"b": [1, 12345678901234567890, "x"]}}'))).toBe(
      '{"a":{"b":[1,"12345678901234567890","x"]}}',
    );
  });

  it('leaves the fields as they are', async () => {
    const fields = fieldsOf('{"list": [3, 1, 2], "o": {"k": "canary"}}');
    const before = JSON.stringify(fields);
    expect(await result('$sort(list)', fields)).toBe('[1,2,3]');
    expect(await result('$merge([o, {"k": "other"}])', fields)).toBe('{"k":"other"}');
    expect(await result('o ~> |$|{"k": "other"}|', fields)).toBe('{"k":"other"}');
    expect(JSON.stringify(fields)).toBe(before);
  });

  it.each(['missing', 'key.missing', 'list[n=3]', 'list[7]', 'constructor', '__proto__', 'key.length'])(
    'is nothing where there is nothing: %s',
    async (text) => {
      expect(await result(text)).toBe('(nothing)');
    },
  );
});

describe('a function', () => {
  it.each(['$sum', '$uppercase', 'function($x){$x}', 'λ($x){$x}', '($f := function($x){$x}; $f)', '/a/'])(
    'is no value: %s',
    async (text) => {
      expect(await result(text)).toBe('(nothing)');
    },
  );

  it('may be written and used', async () => {
    expect(await result('($f := function($x){$x & "!"}; $f(key))')).toBe('canary-0001!');
    expect(await result('$map(list, function($v){$v.id})')).toBe('["canary-a","canary-b"]');
  });
});

describe('R5: an expression that fails is told by code and place, never with a value', () => {
  it.each([
    ['$sum(', 'S0203', 5],
    ['key[', 'S0203', 4],
    ['key key', 'S0201', 7],
    ['list.1', 'S0213', 6],
    ['$nope(key)', 'T1006', 6],
    ['key + 1', 'T2001', 5],
    ['$number(key)', 'D3030', 8],
    ['$toMillis(key)', 'D3110', 10],
    ['$error("canary: " & key)', 'D3137', 7],
    ['$assert(false, key)', 'D3141', 8],
    ['$eval("key key")', 'D3120', 6],
  ])('%s: %s at character %i', async (text, code, position) => {
    expect(await result(text)).toBe(`(wrong) JSONata error ${code} at character ${position}`);
  });

  it.each(['$ ~> $sum', '%', 'key ~> key', '[1..1e9]', '"canary', '1e999', '$formatNumber(1, "#.#.#")'])(
    'every failure is told in these words: %s',
    async (text) => {
      expect(await result(text)).toMatch(/^\(wrong\) JSONata error [A-Z]\d{4} at character (\d+|\?)$/);
    },
  );
});

describe('an expression without end', () => {
  it('of calls within calls is stopped', async () => {
    expect(await result('($f := function($n){1 + $f($n + 1)}; $f(0))')).toMatch(
      /^\(wrong\) JSONata error D1011 /,
    );
  });

  it('of calls one after another is stopped when its time is over', async () => {
    const now = vi.spyOn(Date, 'now');
    let ms = 0;
    now.mockImplementation(() => ms++);
    const times = 50_000;
    const loop = `($f := function($n){$n > ${times} ? "the end" : $f($n + 1)}; $f(0))`;
    try {
      expect(await result(loop)).toMatch(/^\(wrong\) JSONata error D1012 /);
    } finally {
      now.mockRestore();
    }
    expect(ms).toBeGreaterThan(4000);
    expect(ms).toBeLessThan(times);
  });
});

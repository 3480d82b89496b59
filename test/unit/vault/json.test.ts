import fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { jsonNumber, jsonObject, jsonText, parseJson, READERS } from '../../../src/vault/json.ts';
import { number } from '../../../src/vault/schema.ts';

const READ = Object.entries(READERS);

describe.each(READ)('the %s reader', (_, read) => {
  it.each([
    '12345678901234567890',
    '9007199254740993',
    '-0',
    '1.10',
    '1e400',
    '1E-7',
    '0.1000000000000000055511151231257827',
  ])('keeps the digits of a number: %s', (digits) => {
    expect(jsonText(parseJson(digits, read))).toBe(digits);
    expect(jsonText(parseJson(`{"a":[${digits}]}`, read))).toBe(`{"a":[${digits}]}`);
  });

  it('gives what JSON.parse gives, but for the numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const json = JSON.stringify({ value, ['__proto__']: value });
        expect(JSON.parse(jsonText(parseJson(json, read)))).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each(['', '01', '+1', '.5', '1.', '--1', '[1,]', '{"a":1,}', 'Infinity', '"\n"'])(
    'R5: gives nothing for what is not JSON: %j',
    (text) => {
      expect(parseJson(text, read)).toBeUndefined();
    },
  );
});

it('the native reader is used where Node.js tells how a number was written', () => {
  const tells = Number(process.versions.node.split('.')[0]) >= 22;
  expect(parseJson('{"a":1,"a":2}') !== undefined).toBe(tells);
});

it('a string is its own text, byte for byte; everything else is compact JSON', () => {
  const texts = [
    ['"canary \\u0026 \\"x\\" \\n\\u2028"', 'canary & "x" \n\u2028'],
    ['""', ''],
    ['null', 'null'],
    ['true', 'true'],
    ['false', 'false'],
    ['[ ]', '[]'],
    ['{ "b" : 1 , "a" : [ null , "x" ] }', '{"b":1,"a":[null,"x"]}'],
  ] as const;
  for (const [json, text] of texts) expect(jsonText(parseJson(json))).toBe(text);
});

it('any JSON value that a server may send comes back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = jsonText(parseJson(JSON.stringify([value])));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify([value])));
    }),
  );
});

it.each(['', ' ', 'canary-0001', '{"a": canary}', '{"a":1', '{"a":1}x', '<html>', 'NaN', "{'a':1}"])(
  'R5: a text that is not JSON gives nothing, and no error that could quote it: %j',
  (text) => {
    expect(parseJson(text)).toBeUndefined();
  },
);

it('text nested deeper than the parser can follow is not JSON', () => {
  expect(parseJson('['.repeat(200_000))).toBeUndefined();
});

it('objects and numbers are told from everything else', () => {
  const values = ['x', null, true, [], [1], new LosslessNumber('1'), undefined];
  for (const value of values) expect(jsonObject(value)).toBeUndefined();
  expect(jsonObject(parseJson('{"a":"b"}'))).toEqual({ a: 'b' });
  expect(jsonNumber(parseJson('3'))).toBe(3);
  for (const value of ['"3"', 'null', '[3]', '{}']) expect(jsonNumber(parseJson(value))).toBeUndefined();
});

it('the schema of a number takes JSON numbers alone', () => {
  expect(number.safeParse(parseJson('3600')).data).toBe(3600);
  for (const text of ['"3600"', 'null', 'true', '[]'])
    expect(number.safeParse(parseJson(text)).success).toBe(false);
});

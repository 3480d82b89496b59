import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readAnswer, readBody } from '../../../src/vault/answer.ts';

const JSON_TYPE = 'application/json';

describe('readAnswer', () => {
  it('gives the envelope, with what is missing left empty', () => {
    const body =
      '{"request_id":"","lease_id":"database/creds/app/1","lease_duration":3600,"data":{"a":"b"},"warnings":["w"],"auth":null}';
    expect(readAnswer(200, JSON_TYPE, body)).toEqual({
      status: 200,
      errors: [],
      warnings: ['w'],
      auth: null,
      data: { a: 'b' },
      leaseId: 'database/creds/app/1',
      leaseDuration: 3600,
      whole: expect.objectContaining({ request_id: '' }),
    });
    expect(readAnswer(200, JSON_TYPE, '{}')).toEqual({
      status: 200,
      errors: [],
      warnings: [],
      auth: undefined,
      data: undefined,
      leaseId: '',
      leaseDuration: 0,
      whole: {},
    });
  });

  it.each([
    ['another type', 200, 'text/html', '{"data":{}}'],
    ['a type that only begins alike', 200, 'application/jsonp', '{"data":{}}'],
    ['no type', 200, undefined, '{"data":{}}'],
    ['an empty body', 200, JSON_TYPE, ''],
    ['half a body', 200, JSON_TYPE, '{"data":{"a":"canary'],
    ['JSON that is no object', 200, JSON_TYPE, '["canary"]'],
    ['a bare null', 200, JSON_TYPE, 'null'],
    ['an error in the form of somebody else', 404, JSON_TYPE, '{"message":"not found"}'],
    ['errors that are no list', 500, JSON_TYPE, '{"errors":"canary"}'],
  ] as const)('is nothing for %s', (_, status, type, body) => {
    expect(readAnswer(status, type, body)).toBeUndefined();
  });

  it.each([
    ['application/json; charset=utf-8', 200, '{"data":{}}'],
    ['Application/JSON', 200, '{"data":{}}'],
    [JSON_TYPE, 404, '{"errors":[]}'],
    [JSON_TYPE, 404, '{"data":null,"warnings":["w"]}'],
  ] as const)('understands %s with status %i', (type, status, body) => {
    expect(readAnswer(status, type, body)).toMatchObject({ status, errors: [] });
  });

  it('takes 204 for an answer, whatever stands beside it', () => {
    expect(readAnswer(204, undefined, '')).toMatchObject({ status: 204, data: undefined });
    expect(readAnswer(204, 'text/html', 'x')).toMatchObject({ status: 204, data: undefined });
  });

  it('keeps of errors and warnings what is text', () => {
    const answer = readAnswer(400, JSON_TYPE, '{"errors":["a",1,null,{"b":2},"c"],"warnings":[true,"w"]}');
    expect(answer).toMatchObject({ errors: ['a', 'c'], warnings: ['w'] });
  });
});

describe('readBody', () => {
  const message = (...chunks: readonly Buffer[]): IncomingMessage => {
    const incoming = new IncomingMessage(new Socket());
    for (const chunk of chunks) incoming.push(chunk);
    incoming.push(null);
    return incoming;
  };

  it('joins bytes before it reads them as text: a character may be split', async () => {
    const bytes = Buffer.from('canary-é-😀');
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await readBody(message(...pieces))).toBe('canary-é-😀');
  });

  it('reads 16 MiB and not a byte more', async () => {
    const largest = Buffer.alloc(16 * 1024 * 1024, 'x');
    expect((await readBody(message(largest))).length).toBe(largest.length);
    const tooLarge = message(largest, Buffer.from('x'));
    await expect(readBody(tooLarge)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(tooLarge.destroyed).toBe(true);
  });
});

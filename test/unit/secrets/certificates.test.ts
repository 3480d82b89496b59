/** Why this exists: the `pki` text, `path {json}` as vault-action writes it, and each mistake in it with its place. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCertificateRequests } from '../../../src/secrets/certificates.ts';
import { jsonText } from '../../../src/vault/json.ts';

/** Requests as `line path parameters`, the parameters as compact JSON. */
function requestsOf(text: string): readonly string[] {
  const { requests, mistakes } = parseCertificateRequests(text);
  expect(mistakes).toEqual([]);
  return requests.map(({ path, parameters, line }) => `${line} ${path} ${jsonText(parameters)}`);
}

/** Mistakes as `line:column problem`. */
function mistakesOf(text: string): readonly string[] {
  return parseCertificateRequests(text).mistakes.map(
    ({ line, column, problem }) => `${line}:${column} ${problem}`,
  );
}

const NO_PARAMETERS = (path: string): string =>
  `expected parameters after "${path}": a JSON object such as {"common_name": "…"}`;

describe('requests', () => {
  const cases: readonly (readonly [name: string, text: string, requests: readonly string[]])[] = [
    ['an empty text has none', '', []],
    ['blanks and semicolons are none', ' \n;\r\n ; ', []],
    [
      'path and parameters',
      'pki/issue/web {"common_name": "a.example.org"}',
      ['1 pki/issue/web {"common_name":"a.example.org"}'],
    ],
    ['no blank between them', 'pki/issue/web{"a":"b"}', ['1 pki/issue/web {"a":"b"}']],
    ['a new line between them', 'pki/issue/web\n  {"a":"b"}', ['1 pki/issue/web {"a":"b"}']],
    ['no parameters at all', 'pki/issue/web {}', ['1 pki/issue/web {}']],
    [
      'parameters over several lines',
      'pki/issue/web {\n  "a": "b",\r\n\t"c": ["d", {"e": null}]\n}',
      ['1 pki/issue/web {"a":"b","c":["d",{"e":null}]}'],
    ],
    ['";" separates', 'a/b {"c":"d"}; e/f {"g":"h"}', ['1 a/b {"c":"d"}', '1 e/f {"g":"h"}']],
    ['";" separates without blanks', 'a/b{"c":"d"};e/f{"g":"h"}', ['1 a/b {"c":"d"}', '1 e/f {"g":"h"}']],
    ['a new line separates', 'a/b {"c":"d"}\ne/f {"g":"h"}', ['1 a/b {"c":"d"}', '2 e/f {"g":"h"}']],
    [
      'both separate once',
      'a/b {"c":"d"} ;\r\n\r\ne/f {"g":"h"} ;\n',
      ['1 a/b {"c":"d"}', '3 e/f {"g":"h"}'],
    ],
    ['a blank separates, too', 'a/b {"c":"d"} e/f {"g":"h"}', ['1 a/b {"c":"d"}', '1 e/f {"g":"h"}']],
    ['the same request twice is two', 'a/b {"c":"d"}\na/b {"c":"d"}', ['1 a/b {"c":"d"}', '2 a/b {"c":"d"}']],
    [
      'braces and semicolons in texts',
      'a/b {"c":"}{;}","d":"{"}; e/f {}',
      ['1 a/b {"c":"}{;}","d":"{"}', '1 e/f {}'],
    ],
    ['quotes in texts', 'a/b {"c":"\\"}{\\\\"}; e/f {}', ['1 a/b {"c":"\\"}{\\\\"}', '1 e/f {}']],
    ['bars and hashes in texts', 'a/b {"c":"| # x"}', ['1 a/b {"c":"| # x"}']],
    ['objects in objects', 'a/b {"c":{"d":{"e":"}"}}}\ne/f {}', ['1 a/b {"c":{"d":{"e":"}"}}}', '2 e/f {}']],
    ['slashes around the path go', '/pki/issue/web/ {}', ['1 pki/issue/web {}']],
    ['what a URL cannot hold is escaped', 'größe/issue/a#b {}', ['1 gr%C3%B6%C3%9Fe/issue/a%23b {}']],
    ['escapes stay', 'my%20pki/issue/web {}', ['1 my%20pki/issue/web {}']],
  ];

  it.each(cases)('%s', (_, text, requests) => {
    expect(requestsOf(text)).toEqual(requests);
  });

  it('keep the digits of numbers', () => {
    expect(requestsOf('a/b {"n": 12345678901234567890, "f": 1.0}')).toEqual([
      '1 a/b {"n":12345678901234567890,"f":1.0}',
    ]);
  });

  it('of any names and values, written in any layout, are read as those requests', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '{', '}', '"', '\\', ';', '\n', ' ', 'ü', '[', ':'),
    });
    const parameters = fc.dictionary(text, fc.oneof(text, fc.array(text), fc.dictionary(text, text)));
    const path = fc.constantFrom('pki/issue/web', 'a', 'my%20pki/issue/x-1');
    const gap = fc.constantFrom('', ' ', '\n', '\r\n\t');
    const end = fc.constantFrom(';', '\n', ' ;\n', ' ', ';;');
    const request = fc.record({ path, parameters, gap, end, indent: fc.constantFrom(0, 2) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 4 }), (list) => {
        fc.pre(list.every((one) => !('__proto__' in Object.getOwnPropertyDescriptors(one.parameters))));
        const written = list.map(
          (one) => `${one.path}${one.gap}${JSON.stringify(one.parameters, null, one.indent)}${one.end}`,
        );
        const { requests, mistakes } = parseCertificateRequests(written.join(''));
        expect(mistakes).toEqual([]);
        expect(requests.map((one) => [one.path, one.parameters])).toEqual(
          list.map((one) => [one.path, { ...one.parameters }]),
        );
      }),
    );
  });
});

describe('mistakes', () => {
  const cases: readonly (readonly [name: string, text: string, mistakes: readonly string[]])[] = [
    ['a path alone', 'pki/issue/web', [`1:1 ${NO_PARAMETERS('pki/issue/web')}`]],
    ['a path alone, then ";"', 'a/b;\nc/d {}', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['parameters alone', '{"a":"b"}', ['1:1 expected a path, such as pki/issue/web, before "{"']],
    [
      'parameters alone, between others',
      'a/b {};\n  {"c":"d"}; e/f {}',
      ['2:3 expected a path, such as pki/issue/web, before "{"'],
    ],
    ['something else than an object', 'a/b ["c"]', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['words as vault CLI takes them', 'a/b common_name=x', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['an object that is not closed', 'a/b {"c":"d"', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['an object that is no JSON', "\n a/b {'c':'d'}", [`2:2 ${NO_PARAMETERS('a/b')}`]],
    ['a comma too many', 'a/b {"c":"d",}', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['a text that is not closed', 'a/b {"c":"d}', [`1:1 ${NO_PARAMETERS('a/b')}`]],
    ['dots in the path', 'a/../b {}', ['1:1 the path may not hold . or ..']],
    ['two slashes', 'a/b {}\r\n  a//b {}', ['2:3 the path has an empty segment']],
    ['a folder', 'a/* {}', ['1:1 "a/*" is not the path of an issuer']],
    ['all folders', 'a/** {}', ['1:1 "a/**" is not the path of an issuer']],
    ['a version', 'a/b?version=2 {}', ['1:1 "a/b?version=2" is not the path of an issuer']],
    ['a star within', 'a/*/b {}', ['1:1 only the last segment of a path can be * or **']],
    [
      'a query',
      'a/b?x=y {}',
      ['1:1 after "?" only version=N is understood; a question mark in a name is written %3F'],
    ],
    [
      'several mistakes are told together',
      'a/../b {}\nc/d {"e":}\n\t{}\ng/h {}\ni/j',
      [
        '1:1 the path may not hold . or ..',
        `2:1 ${NO_PARAMETERS('c/d')}`,
        '3:2 expected a path, such as pki/issue/web, before "{"',
        `5:1 ${NO_PARAMETERS('i/j')}`,
      ],
    ],
  ];

  it.each(cases)('%s', (_, text, mistakes) => {
    expect(mistakesOf(text)).toEqual(mistakes);
  });

  it('do not keep the right requests from being read', () => {
    const { requests } = parseCertificateRequests('a/b {}; a/../b {}; c/d {"e":}; e/f {}');
    expect(requests.map(({ path }) => path)).toEqual(['a/b', 'e/f']);
  });

  it('R5: of JSON are told without a word of it', () => {
    for (const text of ['a/b {"c": canary}', 'a/b {"canary', 'a/b {} c/d {canary}']) {
      expect(mistakesOf(text)).toHaveLength(1);
      expect(mistakesOf(text).join('\n')).not.toContain('canary');
    }
  });

  it('in any text have a place within it, and nothing is an exception or without end', () => {
    const unit = fc.constantFrom(
      'a',
      'a/b',
      '{',
      '}',
      '{}',
      '"',
      '\\',
      ';',
      '\n',
      ' ',
      '..',
      '*',
      '?',
      '[',
      'ü',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const lines = text.split('\n');
        const { requests, mistakes } = parseCertificateRequests(text);
        for (const { line, column, problem } of mistakes) {
          expect(problem).not.toBe('');
          expect(column).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
        }
        if (/[^\s;]/.test(text)) expect(requests.length + mistakes.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Why this exists: no path that a user writes may reach another place on the server than the one it names. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapePath, parsePath, pathProblem, trimSlashes } from '../../../src/vault/paths.ts';

const BARE = { literal: false };
/** It stood in quotes. */
const LITERAL = { literal: true };

describe('a path as it is sent', () => {
  it.each([
    ['secret/data/ci/app', 'secret/data/ci/app'],
    ['/secret/ci/', 'secret/ci'],
    ['///secret/ci///', 'secret/ci'],
    ['one', 'one'],
    ['my secrets/a b', 'my%20secrets/a%20b'],
    ['my%20secrets/a%2fb', 'my%20secrets/a%2fb'],
    ['100%/x', '100%25/x'],
    ['%zz/%4', '%25zz/%254'],
    ['größe/日本/🔑', 'gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC/%F0%9F%94%91'],
    ['a#b/c"d/e\\f', 'a%23b/c%22d/e%5Cf'],
    ['a;b/c|d', 'a%3Bb/c%7Cd'],
    ['a:b@c$d,e+f=g&h', 'a:b@c$d,e+f=g&h'],
    ['a.b/..c/d../...', 'a.b/..c/d../...'],
  ])('%s is sent as %s', (text, path) => {
    expect(parsePath(text, BARE)).toEqual({ path, version: undefined });
    expect(parsePath(text, LITERAL)).toEqual({ path });
  });

  it('is the path that was meant, and nothing that a URL would cut off or resolve', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const plain = segments.map((one) => one.replaceAll('%', '%25')).join('/');
        const bare = plain.replaceAll('?', '%3F').replaceAll('*', '%2A');
        for (const parsed of [parsePath(bare, BARE), parsePath(plain, LITERAL)]) {
          fc.pre('path' in parsed);
          const { pathname, search, hash } = new URL(`https://vault.test/v1/${parsed.path}`);
          expect(search + hash).toBe('');
          expect(decodeURIComponent(pathname)).toBe(`/v1/${trimSlashes(segments.join('/'))}`);
        }
      }),
    );
  });

  it('has no query, where a question mark is no sign of one', () => {
    expect(escapePath('why?/x?version=1')).toBe('why%3F/x%3Fversion=1');
  });

  it('is escaped once: escaping it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(escapePath(escapePath(text))).toBe(escapePath(text));
      }),
    );
  });
});

describe('versions', () => {
  it.each([
    ['a/b?version=1', 1],
    ['a/b/?version=42', 42],
    ['a/b?version=999999999', 999_999_999],
  ])('%s asks for version %i', (text, version) => {
    expect(parsePath(text, BARE)).toEqual({ path: 'a/b', version });
  });

  it.each([
    'a?',
    'a?version',
    'a?version=',
    'a?version=0',
    'a?version=-1',
    'a?version=1.5',
    'a?version=1e3',
    'a?version=01',
    'a?version=9999999999',
    'a?version=1&x=y',
    'a?list=true',
    'a?version=1?version=2',
    'a?Version=1',
    'a?version=1\n',
  ])('%j is refused, and how a question mark is written is told', (text) => {
    expect(parsePath(text, BARE)).toEqual({
      problem: 'after "?" only version=N is understood; a question mark in a name is written %3F',
    });
  });

  it.each(['a?', 'a?version=1', 'a/why?/x?list=true'])('%s in quotes is a path like any other', (text) => {
    expect(parsePath(text, LITERAL)).toEqual({ path: text.replaceAll('?', '%3F') });
  });

  it('an escaped question mark is part of the path', () => {
    expect(parsePath('a/why%3F', BARE)).toEqual({ path: 'a/why%3F', version: undefined });
  });
});

describe('folders', () => {
  it.each([
    ['a/*', 'a', 'direct'],
    ['a/**', 'a', 'deep'],
    ['/a/b/*', 'a/b', 'direct'],
    ['my app/größe/**', 'my%20app/gr%C3%B6%C3%9Fe', 'deep'],
    ['secret/data/ci/*', 'secret/data/ci', 'direct'],
  ])('%s is the folder %s, %s', (text, path, folder) => {
    expect(parsePath(text, BARE)).toEqual({ path, folder });
  });

  it.each(['*', '**', 'a*', 'a/b*', 'a/*b', 'a/*/b', 'a/***', 'a/*/', 'a/**/*', '*/a', 'a/*/*'])(
    '%s is none: only the last segment can be a star',
    (text) => {
      expect(parsePath(text, BARE)).toEqual({ problem: 'only the last segment of a path can be * or **' });
    },
  );

  it.each(['a/*?version=1', 'a/**?version=2'])('%s is refused: a folder has no versions', (text) => {
    expect(parsePath(text, BARE)).toEqual({ problem: 'a folder has no versions' });
  });

  it.each(['/*', '//**', 'a//b/*', '../*', 'a/%2e%2e/**', 'a/\u0000/*'])(
    '%j is refused like the path without its star',
    (text) => {
      const { problem } = { problem: undefined, ...parsePath(text, BARE) };
      expect(problem).toBe(pathProblem(text.replace(/\/\*+$/, '')));
      expect(problem).toMatch(/^the path /);
    },
  );

  it.each(['*', 'a/*', 'a/**', 'a*b/c'])('%s in quotes is a path like any other', (text) => {
    expect(parsePath(text, LITERAL)).toEqual({ path: text });
  });

  it('an escaped star is part of the path', () => {
    expect(parsePath('a/%2A', BARE)).toEqual({ path: 'a/%2A' });
  });
});

describe('paths that are refused', () => {
  it.each([
    ['', 'the path has an empty segment'],
    ['/', 'the path has an empty segment'],
    ['a//b', 'the path has an empty segment'],
    ['a/./b', 'the path may not hold . or ..'],
    ['..', 'the path may not hold . or ..'],
    ['../sys/mounts', 'the path may not hold . or ..'],
    ['a/b/..', 'the path may not hold . or ..'],
    ['a/%2e%2e/b', 'the path may not hold . or ..'],
    ['a/.%2E/b', 'the path may not hold . or ..'],
    ['a/%2e', 'the path may not hold . or ..'],
    ['a/b\u0000', 'the path has a control character'],
    ['a/b\nc', 'the path has a control character'],
    ['a/%0d%0aX-Vault-Token:%20x', 'the path has a control character'],
    ['a/%7f', 'the path has a control character'],
  ])('%j: %s', (text, problem) => {
    expect(parsePath(text, BARE)).toEqual({ problem });
    expect(parsePath(text, LITERAL)).toEqual({ problem });
    expect(pathProblem(text)).toBe(problem);
  });

  it('no accepted path is resolved to another one by a URL parser', () => {
    const piece = fc.constantFrom('.', '..', '%2e', '%2E', '%', '/', '\\', 'a', '%2f', '%5c', '\t');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 10 }), (text) => {
        for (const parsed of [parsePath(text, BARE), parsePath(text, LITERAL)]) {
          fc.pre('path' in parsed);
          expect(new URL(`https://vault.test/v1/${parsed.path}`).pathname).toBe(`/v1/${parsed.path}`);
        }
      }),
    );
  });
});

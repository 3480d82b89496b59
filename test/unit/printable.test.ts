/** Why this exists: text that others wrote can neither show a secret nor be taken for a command (rules R5 and R6). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, redact } from '../../src/printable.ts';
import { visibleLog } from '../support/masker.mjs';

describe('R5: redact', () => {
  it.each([
    ['nothing to hide', [], 'nothing to hide'],
    ['a canary-1 and a canary-1', ['canary-1'], 'a *** and a ***'],
    ['canary-1 canary-2', ['canary-2', 'canary-1'], '*** ***'],
    ['canary-1', ['other'], 'canary-1'],
    ['Canary-1', ['canary-1'], 'Canary-1'],
    ['a.c abc', ['a.c'], '*** abc'],
    ['$& $1 canary', ['canary'], '$& $1 ***'],
    ['line\ncanary\n', ['canary\n'], 'line\n***'],
    ['', ['canary'], ''],
  ])('%j without %j is %j', (text, secrets, expected) => {
    expect(redact(text, secrets)).toBe(expected);
    expect(redact(text, new Set(secrets))).toBe(expected);
  });

  it('hides a longer secret before a shorter one within it, in whatever order they are given', () => {
    for (const secrets of [
      ['canary', 'canary-0001'],
      ['canary-0001', 'canary'],
    ]) {
      expect(redact('a canary-0001, a canary', secrets)).toBe('a ***, a ***');
    }
  });

  it('leaves no secret in any text, and nothing else changed', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', '.', '$', '\n', 'ü'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 4 }), (words, secrets) => {
        const text = words.join('');
        const redacted = redact(text, secrets);
        for (const secret of secrets) expect(redacted).not.toContain(secret);
        if (!secrets.some((secret) => text.includes(secret))) expect(redacted).toBe(text);
      }),
    );
  });
});

/** Whether the runner takes a line for a command: `::name` at its start, or `##[name` anywhere in it. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || line.includes('##[');
}

describe('R6: inert', () => {
  it.each([
    ['x\n::add-path::/evil', 'x\n: :add-path::/evil'],
    ['::add-mask::x', ': :add-mask::x'],
    ['  ::stop-commands::x', '  : :stop-commands::x'],
    ['\u00a0::x', '\u00a0: :x'],
    ['x\r::set-output::y', 'x\n: :set-output::y'],
    ['x\r\n::error::y', 'x\n: :error::y'],
    ['\n\n::x', '\n\n: :x'],
    [':::x', ': ::x'],
    ['##[error]x', '## [error]x'],
    ['a ##[add-path]/evil', 'a ## [add-path]/evil'],
    ['####[[x', '#### [[x'],
    ['##\u0000[x', '## [x'],
    ['##\u001b[0m[x', '## [x'],
    [':\u0007:x', ': :x'],
    ['\u001b[31m::x', ' : :x'],
  ])('%j becomes %j and is no command', (text, expected) => {
    expect(inert(text)).toBe(expected);
    expect(inert(text).split('\n').some(isCommand)).toBe(false);
  });

  it.each([
    ['\u001b[1;31mred\u001b[0m', ' red '],
    ['\u001b[2K\u001b[1Gover', '  over'],
    ['\u001b]0;title\u0007', ' ]0;title '],
    ['a\tb\u0000c\u007fd\u009be', 'a b c d e'],
    ['a\u2028b\u2029c', 'a b c'],
  ])('control characters become blanks: %j', (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  it.each([
    '',
    'a sentence: with ::colons:: in it',
    'two\nlines',
    'https://vault.test',
    '# [x] ## x',
    'größe 日本 🔑',
    ': x',
  ])('harmless text stays as it is: %j', (text) => {
    expect(inert(text)).toBe(text);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      'x',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u001b',
      '\u001b[',
      'm',
      '\u0000',
      '\u0085',
      '\u00a0',
      '\u2028',
      '\ufeff',
      ';',
      '1',
    ),
    maxLength: 20,
  });

  it('makes no text a command, leaves no control character but newlines, and changes nothing twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const harmless = inert(text);
        expect(harmless.split('\n').some(isCommand)).toBe(false);
        expect(harmless).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029]/u);
        expect(inert(harmless)).toBe(harmless);
      }),
      { numRuns: 2000 },
    );
  });

  it('a server cannot register a mask, nor stop the commands that follow', () => {
    const said = 'no\n::add-mask::e\r::stop-commands::x\n##[add-mask]o';
    expect(visibleLog(`${inert(said)}\nhello`)).toBe(`${inert(said)}\nhello`);
  });
});

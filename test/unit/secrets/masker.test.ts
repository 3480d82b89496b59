/** Why this exists: the tests of masks are worth as much as the port of the runner's masker that they rest on. */

import { describe, expect, it } from 'vitest';
import { Masker, visibleLog } from '../../support/masker.mjs';

function maskerOf(...values: readonly string[]): Masker {
  const masker = new Masker();
  for (const value of values) masker.add(value);
  return masker;
}

describe('the port of the runner masker', () => {
  it('hides a value wherever it stands, in its own case of letters only', () => {
    expect(maskerOf('canary').mask('a canary, canaries, CANARY')).toBe('a ***, canaries, CANARY');
  });

  it('makes one *** of hits that overlap or touch', () => {
    expect(maskerOf('abcd', 'cdef').mask('-abcdef-abcdcdef-abcd-cdef-')).toBe('-***-***-***-***-');
    expect(maskerOf('aaaa').mask('aaaaaaa')).toBe('***');
  });

  it('hides the whole and each line of a value of several lines', () => {
    const masker = maskerOf('  canary one  \r\n\r\ncanary two');
    expect(masker.mask('canary one / canary two')).toBe('*** / ***');
  });

  it('a mask of structure ruins the log, which is why none may be sent', () => {
    expect(maskerOf('{\n"k": 1\n}').mask('{ }')).toBe('*** ***');
  });

  it('a blank value hides nothing', () => {
    expect(maskerOf('', '  ', '\n').mask('as it is')).toBe('as it is');
  });

  it.each([
    ['base64', 'Y2FuYXJ5LTAwMDE='],
    ['base64 of one byte less', 'YW5hcnktMDAwMQ=='],
    ['base64 of two bytes less', 'bmFyeS0wMDAx'],
  ])('adds %s, with its padding', (_, form) => {
    expect(maskerOf('canary-0001').mask(`-${form}-`)).toBe('-***-');
  });

  it('does not add base64 of the value with something after it', () => {
    const printed = Buffer.from('canary-0001\n').toString('base64');
    expect(maskerOf('canary-0001').mask(printed)).toBe(printed);
  });

  it.each([
    ['a "quote"', 'a \\"quote\\"'],
    ["it's all", "it''s all"],
    ['tab\there', 'tab\\there'],
    ['a b/c!', 'a%20b%2Fc%21'],
    ['<a&b>', '&lt;a&amp;b&gt;'],
    ['"in quotes"', 'in quotes'],
    ['before-&+X-after-it', 'before-&+'],
    ['before-&+X-after-it', '-after-it'],
  ])('adds the forms of %s', (value, form) => {
    expect(maskerOf(value).mask(`<<${form}>>`)).toBe('<<***>>');
  });

  it.each([
    ['a<b', 'a\\u003cb'],
    ['größe', 'gr\\u00f6\\u00dfe'],
    ['a b', 'a+b'],
    ['canary-0001', '63616e6172792d30303031'],
  ])('does not add what the runner does not: %s as %s', (value, form) => {
    expect(maskerOf(value).mask(form)).toBe(form);
  });
});

describe('the log as a person sees it', () => {
  it('a mask hides what follows it, and its command is not shown', () => {
    expect(visibleLog('canary-0001\n::add-mask::canary-0001\na canary-0001')).toBe('canary-0001\na ***');
  });

  it('a mask is taken without the escapes of its command', () => {
    expect(visibleLog('::add-mask::100%25 canary%0Anext\n100% canary\nnext')).toBe('***\n***');
  });

  it('messages are shown with their label', () => {
    expect(
      visibleLog('::add-mask::canary\n::warning::a canary%0Ab\n::debug::canary\n::error title=x::canary'),
    ).toBe('Warning: a ***\nb\n##[debug]***\nError: ***');
  });
});

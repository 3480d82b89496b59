/** Why this exists: what is shown, what is hidden, and when (docs/architecture.md, Redaction). */

import { describe, expect, it } from 'vitest';
import { redactorOf } from '../../../../src/cli/redact/redactor.ts';
import { patternsOfTexts, redacted, stepwise } from '../../../support/redaction.ts';

describe('a pattern', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['alone', ['canary'], ['canary'], '***'],
    ['at the start', ['canary'], ['canary!'], '***!'],
    ['at the end', ['canary'], ['a canary'], 'a ***'],
    ['twice', ['canary'], ['canary canary'], '*** ***'],
    ['twice in a row is one mask', ['canary'], ['canarycanary'], '***'],
    ['in chunks', ['canary'], ['a ca', 'nar', 'y b'], 'a *** b'],
    ['in chunks, some of them empty', ['canary'], ['a ca', '', 'nary', ''], 'a ***'],
    ['twice in a row, in chunks', ['canary'], ['canary', 'canary', '!'], '***!'],
    ['begun again within itself', ['cancanary'], ['cancancanary'], 'can***'],
    ['begun again in the next chunk', ['cancanary'], ['cancan', 'canary'], 'can***'],
    ['that repeats itself', ['aaaa'], ['baaaaaaab'], 'b***b'],
    ['that repeats itself, too short', ['aaaa'], ['baaab'], 'baaab'],
    ['that overlaps another', ['canary', 'yellow'], ['canaryellow'], '***'],
    ['that touches another', ['canary', 'yellow'], ['canaryyellow'], '***'],
    ['within another', ['canary-0001', 'nary'], ['canary-0001'], '***'],
    ['within another that does not come', ['canary-0001', 'nary'], ['canary-0002'], 'ca***-0002'],
    ['within another, in chunks', ['canary-0001', 'nary'], ['canary', '-0001'], '***'],
    ['that another begins with', ['canary', 'canary-0001'], ['canary-0002 canary-0001'], '***-0002 ***'],
    ['with NUL', ['can\0ary'], ['a\0can\0ary\0'], 'a\0***\0'],
    ['with CRLF', ['canary\r\none'], ['canary\r', '\none\r\n'], '***\r\n'],
    [
      'longer than a head',
      [`${'canary'.repeat(9)}!`],
      [`${'canary'.repeat(12)}!`],
      `${'canary'.repeat(3)}***`,
    ],
  ])('%s', (_, patterns, chunks, shown) => {
    expect(redacted(patternsOfTexts(...patterns), chunks).toString()).toBe(shown);
  });

  it('is found when it begins within many that begin alike, and none of those comes', () => {
    const family = ['one', 'two', 'three', 'four', 'five', 'six'].map((end) => `my-canary-${end}-0001`);
    const printed = 'my-canary-two-0002 my-canary-two-0001';
    const shown = redacted(patternsOfTexts(...family, 'canary-two-0002'), [printed]);
    expect(shown.toString()).toBe('my-*** ***');
  });

  it('is found where characters of UTF-8 are cut', () => {
    const bytes = Buffer.from('a 金丝雀😀 b');
    for (let at = 0; at <= bytes.length; at++) {
      const chunks = [bytes.subarray(0, at), bytes.subarray(at)];
      expect(redacted(patternsOfTexts('金丝雀😀'), chunks).toString()).toBe('a *** b');
    }
  });

  it('is found among bytes that are no text', () => {
    const noise = Buffer.from([0xff, 0xfe, 0xc3, 0x00, 0x80]);
    const shown = redacted(patternsOfTexts('canary'), [Buffer.concat([noise, Buffer.from('canary'), noise])]);
    expect(shown).toEqual(Buffer.concat([noise, Buffer.from('***'), noise]));
  });

  it('of each of many thousands is found, and nothing else', () => {
    const texts = Array.from({ length: 40_000 }, (_, n) => `https://canary.test/${n % 7}/${n * 7919}/`);
    const families = Array.from({ length: 3000 }, (_, n) => `${'canary'.repeat(20)}${n * 104_729}.`);
    const patterns = patternsOfTexts(...texts, ...families);
    const printed = [...texts, ...families].map((text) => `${text}\n`).join('');
    const others = printed.replaceAll(/[/.]\n/g, '?\n');
    expect(redacted(patterns, [printed]).toString()).toBe('***\n'.repeat(43_000));
    expect(redacted(patterns, [others]).equals(Buffer.from(others))).toBe(true);
    expect(patterns.automaton.table.byteLength).toBeLessThan(64 * 1024 * 1024);
  });

  it('of a million bytes that repeat themselves is compared in one pass, however often it begins anew', () => {
    const secret = `${'ab'.repeat(500_000)}c`;
    const shown = redacted(patternsOfTexts(secret), ['ab', secret, 'ab'.repeat(499_999), 'a', secret, '.']);
    expect(shown.toString()).toBe(`ab***${'ab'.repeat(499_999)}a***.`);
  });
});

describe('text without patterns', () => {
  it('goes out at once, and is not copied', () => {
    const released: Buffer[] = [];
    const redactor = redactorOf(patternsOfTexts('canary'), (bytes) => released.push(bytes));
    const chunk = Buffer.from('Password: ');
    redactor.write(chunk);
    expect(released[0]?.buffer).toBe(chunk.buffer);
    expect(released).toEqual([chunk]);
    expect(redactor.holds()).toBe(false);
  });

  it('goes out at once when there are no patterns at all', () => {
    const step = stepwise(patternsOfTexts());
    expect(step((one) => one.write(Buffer.from('any')))).toBe('any');
    expect(step((one) => one.end())).toBe('');
  });
});

describe('the beginning of a pattern', () => {
  const LONG = 'canary-0123456789-0123456789';

  it('is held back, and nothing before it', () => {
    const step = stepwise(patternsOfTexts(LONG));
    expect(step((one) => one.write(Buffer.from('a prompt: can')))).toBe('a prompt: ');
    expect(step((one) => one.write(Buffer.from('ary')))).toBe('');
    expect(step((one) => one.write(Buffer.from('?')))).toBe('canary?');
  });

  it('is let go as soon as no pattern can come of it, up to where another begins', () => {
    const step = stepwise(patternsOfTexts('cancanary'));
    expect(step((one) => one.write(Buffer.from('cancan')))).toBe('');
    expect(step((one) => one.write(Buffer.from('canc')))).toBe('cancan');
    expect(step((one) => one.write(Buffer.from('!')))).toBe('canc!');
  });

  it('is masked at once when a shorter pattern is complete, although a longer one may come', () => {
    const step = stepwise(patternsOfTexts('canary', LONG));
    expect(step((one) => one.write(Buffer.from('a canary-0')))).toBe('a ***');
    expect(step((one) => one.write(Buffer.from(LONG.slice(8))))).toBe('');
    expect(step((one) => one.write(Buffer.from('!')))).toBe('!');
  });

  it('is shown after a pause up to three bytes, once, and the rest is masked all the same', () => {
    const step = stepwise(patternsOfTexts(LONG));
    step((one) => one.write(Buffer.from('canary')));
    expect(step((one) => one.pause())).toBe('can');
    expect(step((one) => one.pause())).toBe('');
    expect(step((one) => one.write(Buffer.from(LONG.slice(6))))).toBe('***');
  });

  it('is shown completely after a pause when it was no pattern', () => {
    const step = stepwise(patternsOfTexts(LONG));
    step((one) => one.write(Buffer.from('canary')));
    expect(step((one) => one.pause())).toBe('can');
    expect(step((one) => one.write(Buffer.from('?')))).toBe('ary?');
  });

  it.each<[string, string, readonly string[]]>([
    ['a quarter of it is there', 'canary-', [LONG]],
    ['a quarter of a shorter one is there', 'cana', [LONG, 'canary-0001']],
    ['16 bytes of a very long one are there', 'x'.repeat(16), ['x'.repeat(1000)]],
  ])('is not shown after a pause when %s', (_, begun, patterns) => {
    const step = stepwise(patternsOfTexts(...patterns));
    step((one) => one.write(Buffer.from(begun)));
    expect(step((one) => one.pause())).toBe('');
    expect(step((one) => one.end())).toBe('***');
  });

  it('is shown after a pause only up to where another begins of which there is more', () => {
    const step = stepwise(patternsOfTexts(LONG, 'nary'));
    step((one) => one.write(Buffer.from('can')));
    expect(step((one) => one.pause())).toBe('ca');
    expect(step((one) => one.write(Buffer.from('ary')))).toBe('***');
    expect(step((one) => one.write(Buffer.from(LONG.slice(6))))).toBe('');
    expect(step((one) => one.end())).toBe('');
  });

  it('gets a mask of its own when a little of it was shown since the last', () => {
    const step = stepwise(patternsOfTexts('yellow', `w${'canary'.repeat(4)}`));
    expect(step((one) => one.write(Buffer.from('yelloww')))).toBe('***');
    step((one) => one.write(Buffer.from('')));
    expect(step((one) => one.pause())).toBe('w');
    expect(step((one) => one.write(Buffer.from('canary'.repeat(4))))).toBe('***');
  });

  it.each([
    ['is shown at the end when less than a quarter is there', 'canary', 'canary'],
    ['is masked at the end when a quarter is there', 'canary-', '***'],
    ['is masked at the end when nearly all is there', LONG.slice(0, -1), '***'],
  ])('%s', (_, begun, shown) => {
    expect(redacted(patternsOfTexts(LONG), [begun]).toString()).toBe(shown);
  });

  it('is masked at the end from where the first likely one begins', () => {
    expect(redacted(patternsOfTexts(LONG, 'nary-'), ['a cana']).toString()).toBe('a ca***');
  });
});

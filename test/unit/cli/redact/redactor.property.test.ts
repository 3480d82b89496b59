/** Why this exists: however output is cut into chunks, it is redacted as a whole text would be. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../../../src/cli/redact/patterns.ts';
import { naivelyRedacted } from '../../../support/naive-redaction.ts';
import { redacted, stepwise } from '../../../support/redaction.ts';

/** Few different bytes, so that patterns overlap, nest and repeat; UTF-8 in pieces, NUL and what is no UTF-8 at all. */
const byte = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0x61, 0x62) },
  { weight: 2, arbitrary: fc.constantFrom(0x63, 0x0d, 0x0a, 0x00, 0xc3, 0xa4, 0xff) },
);
const bytes = (minLength: number, maxLength: number) =>
  fc.array(byte, { minLength, maxLength }).map((all) => Buffer.from(all));
const repeated = fc
  .tuple(bytes(1, 5), fc.integer({ min: 4, max: 40 }), bytes(0, 3))
  .map(([part, times, end]) => Buffer.concat([...Array<Buffer>(times).fill(part), end]));

/** Also patterns that begin as another does, and families that differ only far behind their beginning. */
const patterns = fc
  .tuple(
    fc.array(fc.oneof(bytes(4, 12), bytes(4, 40), repeated, bytes(250, 300)), { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(), bytes(1, 20)), { maxLength: 10 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  )
  .map(([own, longer, shorter]) => {
    const one = (index: number): Buffer => own[index % own.length] ?? Buffer.alloc(4);
    return [
      ...own,
      ...longer.map(([index, end]) => Buffer.concat([one(index), end])),
      ...shorter.map(([index, cut]) => one(index).subarray(0, 4 + (cut % (one(index).length - 3)))),
    ];
  });

/** Patterns, beginnings and ends of patterns, and other bytes, in any order. */
const scene = patterns.chain((all) => {
  const of = fc.constantFrom(...all);
  const cut = fc.tuple(of, fc.nat());
  const piece = fc.oneof(
    { weight: 3, arbitrary: of },
    { weight: 3, arbitrary: cut.map(([pattern, at]) => pattern.subarray(0, at % pattern.length)) },
    { weight: 1, arbitrary: cut.map(([pattern, at]) => pattern.subarray(at % pattern.length)) },
    { weight: 2, arbitrary: bytes(0, 12) },
  );
  return fc.record({
    patterns: fc.constant(all),
    text: fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.concat(pieces)),
    cuts: fc.array(fc.nat(), { maxLength: 12 }),
  });
});

function chunksOf(text: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
  return [0, ...places].map((from, index) => text.subarray(from, places[index] ?? text.length));
}

describe('any output with any secrets', () => {
  it('is redacted as a whole text is, when it comes in one chunk', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        expect(latin1(redacted(compiled(all), [text]))).toBe(latin1(naivelyRedacted(all, text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is redacted the same in any chunks', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text, cuts }) => {
        const result = redacted(compiled(all), chunksOf(text, cuts));
        expect(latin1(result)).toBe(latin1(naivelyRedacted(all, text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is redacted the same byte by byte', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        const result = redacted(compiled(all), byteByByte(text));
        expect(latin1(result)).toBe(latin1(naivelyRedacted(all, text)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('with a pause after every byte', () => {
  /** What is released when each byte is followed by silence. */
  function hesitant(all: readonly Buffer[], text: Buffer): string {
    const step = stepwise(compiled(all));
    const shown = byteByByte(text).map((one) =>
      step((redactor) => {
        redactor.write(one);
        redactor.pause();
        redactor.pause();
      }),
    );
    return [...shown, step((redactor) => redactor.end())].join('');
  }

  it('no whole pattern is ever shown', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        const shown = hesitant(all, text);
        for (const pattern of all) expect(shown).not.toContain(latin1(pattern));
      }),
      { numRuns: 1000 },
    );
  });

  it('at most three bytes of a pattern are shown', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        const incidents = all.map((pattern) => placesOf(pattern, text)).reduce((a, b) => a + b);
        const more = plainIn(hesitant(all, text)) - plainIn(latin1(naivelyRedacted(all, text)));
        expect(more).toBeGreaterThanOrEqual(0);
        // Besides, the beginning of one may be at the end.
        expect(more).toBeLessThanOrEqual(3 * (incidents + 1));
      }),
      { numRuns: 1000 },
    );
  });
});

function byteByByte(text: Buffer): readonly Buffer[] {
  return [...text].map((one) => Buffer.from([one]));
}

function latin1(some: Buffer): string {
  return some.toString('latin1');
}

/** How often a pattern stands in a text, overlapping itself or not. */
function placesOf(pattern: Buffer, text: Buffer): number {
  let places = 0;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) places++;
  return places;
}

/** Bytes that are no mask. */
function plainIn(shown: string): number {
  return shown.replaceAll('***', '').length;
}

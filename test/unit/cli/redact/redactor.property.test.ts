/** Why this exists: however output is cut into chunks, it is redacted as a whole text would be. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../../../src/cli/redact/patterns.ts';
import { redactorOf } from '../../../../src/cli/redact/redactor.ts';
import { naivelyRedacted } from '../../../support/naive-redaction.ts';

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

/** What is released, one piece for each chunk, and one for the end. */
function released(
  all: readonly Buffer[],
  chunks: readonly Buffer[],
  { paused = false }: { readonly paused?: boolean } = {},
): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let piece: Buffer[] = [];
  const redactor = redactorOf(compiled(all), (some) => piece.push(some));
  const steps = chunks.map((chunk) => () => {
    redactor.write(chunk);
    if (paused) redactor.pause();
  });
  for (const step of [...steps, redactor.end]) {
    step();
    pieces.push(Buffer.concat(piece));
    piece = [];
  }
  return pieces;
}

describe('any output with any secrets', () => {
  it('is redacted as a whole text is, when it comes in one chunk', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        const result = Buffer.concat(released(all, [text]));
        expect(result.toString('latin1')).toBe(naivelyRedacted(all, text).toString('latin1'));
      }),
      { numRuns: 2000 },
    );
  });

  it('is redacted the same in any chunks', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text, cuts }) => {
        const result = Buffer.concat(released(all, chunksOf(text, cuts)));
        expect(result.toString('latin1')).toBe(naivelyRedacted(all, text).toString('latin1'));
      }),
      { numRuns: 2000 },
    );
  });

  it('is redacted the same byte by byte', () => {
    fc.assert(
      fc.property(scene, ({ patterns: all, text }) => {
        const result = Buffer.concat(
          released(
            all,
            [...text].map((one) => Buffer.from([one])),
          ),
        );
        expect(result.toString('latin1')).toBe(naivelyRedacted(all, text).toString('latin1'));
      }),
      { numRuns: 500 },
    );
  });
});

/** Why this exists: a value that would keep every later step, and post, from starting is refused before export (R8). */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Named, nameAll } from '../../../src/secrets/names.ts';
import { sizeProblems } from '../../../src/secrets/sizes.ts';

const KIB = 1024;

/** Values under the names f0, f1 … of the secret `a/b`, each on a line of its own. */
function namedOf(values: readonly string[], exportEnv = true): readonly Named[] {
  const { entries } = parseSecrets(values.map((_, index) => `a/b f${index}`).join('\n'));
  const selected = entries.map((entry, index) => ({
    entry,
    field: `f${index}`,
    value: new Secret(values[index] ?? ''),
  }));
  return nameAll(selected, { exportEnv }).named;
}

describe('R8: the size of one value', () => {
  it.each([0, 1, 64 * KIB - 1, 64 * KIB])('%i bytes are exported', (bytes) => {
    expect(sizeProblems(namedOf(['x'.repeat(bytes)]))).toEqual([]);
  });

  it('one byte more than 64 KiB is refused, with the remedy and without the value', () => {
    expect(sizeProblems(namedOf(['small', 'x'.repeat(64 * KIB + 1)]))).toEqual([
      'line 2: a/b f1 has 65 KiB, more than the 64 KiB that an environment variable may; set exportEnv to false and use the outputs',
    ]);
  });

  it('bytes are counted, not characters', () => {
    expect(sizeProblems(namedOf(['é'.repeat(32 * KIB)]))).toEqual([]);
    expect(sizeProblems(namedOf(['é'.repeat(32 * KIB + 1)]))).toHaveLength(1);
    expect(sizeProblems(namedOf(['🔑'.repeat(16 * KIB + 1)]))).toHaveLength(1);
  });

  it('the 128 KiB that no later step would survive are refused', () => {
    expect(sizeProblems(namedOf(['x'.repeat(128 * KIB)]))).toHaveLength(1);
  });

  it('all values that are too large are told together', () => {
    expect(sizeProblems(namedOf(['x'.repeat(70 * KIB), 'y', 'z'.repeat(100 * KIB)]))).toHaveLength(2);
  });
});

describe('R8: the size of all values', () => {
  const eight = Array.from({ length: 8 }, () => 'x'.repeat(64 * KIB));

  it('512 KiB together are exported', () => {
    expect(sizeProblems(namedOf(eight))).toEqual([]);
  });

  it('one byte more is refused', () => {
    expect(sizeProblems(namedOf([...eight, 'x']))).toEqual([
      'the values together have 513 KiB, more than the 512 KiB that are safe; set exportEnv to false and use the outputs',
    ]);
  });

  it('one value that is too large is told alone: it may be the whole reason', () => {
    const problems = sizeProblems(namedOf(['x'.repeat(600 * KIB)]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('600 KiB');
  });
});

describe('what is not exported', () => {
  it('has no limit', () => {
    expect(sizeProblems(namedOf(['x'.repeat(600 * KIB), 'a\0b'], false))).toEqual([]);
  });
});

describe('a NUL byte', () => {
  it('is in no environment variable', () => {
    expect(sizeProblems(namedOf(['canary\0more']))).toEqual([
      'line 1: a/b f0 holds a NUL byte, which no environment variable can; set exportEnv to false and use the outputs',
    ]);
  });
});

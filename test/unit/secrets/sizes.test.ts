/** Why this exists: a value that would keep every later step, and post, from starting is refused before export (R8). */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Named, nameAll, type Value } from '../../../src/secrets/names.ts';
import { sizeProblems } from '../../../src/secrets/sizes.ts';

const KIB = 1024;

const REMEDY = 'say file after its name (in an action also output, or set exportEnv to false)';

/** Values under the names f0, f1 … of the secret `a/b`, each on a line of its own, with these modifiers. */
function namedOf(values: readonly string[], { exportEnv = true, modifiers = '' } = {}): readonly Named[] {
  const lines = values.map((_, index) => `a/b f${index}${modifiers && ` | f${index} ${modifiers}`}`);
  const { entries } = parseSecrets(lines.join('\n'));
  const given = entries.map((entry, index): Value => {
    const field = `f${index}`;
    const value = new Secret(values[index] ?? '');
    return { entry, own: '', field, value, binary: false, source: field };
  });
  return nameAll(given, { exportEnv }).named;
}

describe('R8: the size of one value', () => {
  it.each([0, 1, 64 * KIB - 1, 64 * KIB])('%i bytes are exported', (bytes) => {
    expect(sizeProblems(namedOf(['x'.repeat(bytes)]))).toEqual([]);
  });

  it('one byte more than 64 KiB is refused, with the remedy and without the value', () => {
    expect(sizeProblems(namedOf(['small', 'x'.repeat(64 * KIB + 1)]))).toEqual([
      `line 2: a/b f1 has 65 KiB, more than the 64 KiB that an environment variable may; ${REMEDY}`,
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
      `the values together have 513 KiB, more than the 512 KiB that are safe; ${REMEDY}`,
    ]);
  });

  it('one value that is too large is told alone: it may be the whole reason', () => {
    const problems = sizeProblems(namedOf(['x'.repeat(600 * KIB)]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('600 KiB');
  });
});

describe('what is not exported', () => {
  const large = ['x'.repeat(600 * KIB), 'a\0b'];

  it('has no limit', () => {
    expect(sizeProblems(namedOf(large, { exportEnv: false }))).toEqual([]);
  });

  it.each(['output', 'file', 'file env', 'file output'])(
    'because its entry says %s has none either: the path of a file is short',
    (modifiers) => {
      expect(sizeProblems(namedOf(large.slice(0, 1), { modifiers }))).toEqual([]);
      expect(sizeProblems(namedOf(large.slice(1), { modifiers }))).toEqual([]);
    },
  );

  it('is exported all the same where its entry says env', () => {
    expect(sizeProblems(namedOf(large, { exportEnv: false, modifiers: 'env' }))).toEqual([
      `line 1: a/b f0 has 600 KiB, more than the 64 KiB that an environment variable may; ${REMEDY}`,
      `line 2: a/b f1 holds a NUL byte, which no environment variable can; ${REMEDY}`,
    ]);
  });

  it('does not count among the values together', () => {
    const eight = namedOf(Array.from({ length: 8 }, () => 'x'.repeat(64 * KIB)));
    expect(sizeProblems([...eight, ...namedOf(['x'], { modifiers: 'file' })])).toEqual([]);
    expect(sizeProblems([...eight, ...namedOf(['x'], { modifiers: 'output' })])).toEqual([]);
  });
});

describe('a NUL byte', () => {
  it('is in no environment variable', () => {
    expect(sizeProblems(namedOf(['canary\0more']))).toEqual([
      `line 1: a/b f0 holds a NUL byte, which no environment variable can; ${REMEDY}`,
    ]);
  });
});

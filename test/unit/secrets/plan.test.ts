/** Why this exists: each distinct path and version is read once, and only what is safe to repeat is repeated. */

import { describe, expect, it } from 'vitest';
import { type Entry, parseSecrets } from '../../../src/secrets/grammar.ts';
import { distinctPaths, planReads, type Read } from '../../../src/secrets/plan.ts';
import type { Location } from '../../../src/vault/mounts.ts';

function entriesOf(text: string): readonly Entry[] {
  return parseSecrets(text).entries;
}

/** Locations of a KV v2 mount at `secret/`; every other path is read as written, and once. */
function locationsOf(entries: readonly Entry[]): ReadonlyMap<string, Location> {
  return new Map(
    distinctPaths(entries).map((path) => [
      path,
      path.startsWith('secret/')
        ? { apiPath: path.replace(/^secret\/(data\/)?/, 'secret/data/'), repeatable: true }
        : { apiPath: path, repeatable: false },
    ]),
  );
}

function planOf(text: string): readonly Read[] {
  const entries = entriesOf(text);
  return planReads(entries, locationsOf(entries));
}

function summaryOf(reads: readonly Read[]): readonly string[] {
  return reads.map(({ apiPath, entries }) => `${apiPath}: ${entries.map(({ line }) => line).join(' ')}`);
}

describe('distinctPaths', () => {
  it('names every path once, in the order of first use', () => {
    expect(distinctPaths(entriesOf('b x; a x; b y; a?version=2 x; c *'))).toEqual(['b', 'a', 'c']);
  });

  it('has none of none', () => {
    expect(distinctPaths([])).toEqual([]);
  });
});

describe('planReads', () => {
  it('reads a path once, however many fields of it are wanted', () => {
    expect(summaryOf(planOf('secret/a x\nsecret/a y\nsecret/a *'))).toEqual(['secret/data/a: 1 2 3']);
  });

  it('reads each version for itself, the latest one included', () => {
    expect(
      summaryOf(planOf('secret/a x\nsecret/a?version=2 x\nsecret/a?version=3 x\nsecret/a?version=2 y')),
    ).toEqual(['secret/data/a: 1', 'secret/data/a?version=2: 2 4', 'secret/data/a?version=3: 3']);
  });

  it('reads two spellings of one secret once', () => {
    expect(summaryOf(planOf('secret/data/a x\nsecret/a y\n/secret/a/ z'))).toEqual(['secret/data/a: 1 2 3']);
  });

  it('keeps the order of first use', () => {
    expect(summaryOf(planOf('secret/b x\nsecret/a x\nsecret/b y'))).toEqual([
      'secret/data/b: 1 3',
      'secret/data/a: 2',
    ]);
  });

  it('R16: only a path whose location says so may be read twice', () => {
    const reads = planOf('database/creds/ci password\nsecret/a x');
    expect(reads.map(({ apiPath, repeatable }) => [apiPath, repeatable])).toEqual([
      ['database/creds/ci', false],
      ['secret/data/a', true],
    ]);
  });

  it('R16: a path of unknown location is sent as written, and not twice', () => {
    const [read] = planReads(entriesOf('somewhere/else x'), new Map());
    expect(read).toMatchObject({ apiPath: 'somewhere/else', repeatable: false });
  });

  it('serves every entry by exactly one read', () => {
    const entries = entriesOf(
      'secret/a x; secret/b x; secret/a y; database/creds/ci *; secret/a?version=1 x',
    );
    const served = planReads(entries, locationsOf(entries)).flatMap((read) => read.entries);
    expect(served).toHaveLength(entries.length);
    expect(new Set(served)).toEqual(new Set(entries));
  });
});

/** Why this exists: each distinct path and version is read once, and only what is safe to repeat is repeated. */

import { describe, expect, it } from 'vitest';
import { type Entry, parseSecrets } from '../../../src/secrets/grammar.ts';
import { distinctPaths, planReads, type Read, type Want } from '../../../src/secrets/plan.ts';

function entriesOf(text: string): readonly Entry[] {
  return parseSecrets(text).entries;
}

/** What entries want of a KV v2 mount at `secret/`; every other path is read as written, and once. */
function wantsOf(entries: readonly Entry[]): readonly Want[] {
  return entries.map((entry) =>
    entry.path.startsWith('secret/')
      ? {
          entry,
          own: '',
          apiPath: entry.path.replace(/^secret\/(data\/)?/, 'secret/data/'),
          repeatable: true,
        }
      : { entry, own: '', apiPath: entry.path, repeatable: false },
  );
}

function planOf(text: string): readonly Read[] {
  return planReads(wantsOf(entriesOf(text)));
}

function summaryOf(reads: readonly Read[]): readonly string[] {
  return reads.map(({ apiPath, wants }) => `${apiPath}: ${wants.map(({ entry }) => entry.line).join(' ')}`);
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

  it('serves every want by exactly one read', () => {
    const wants = wantsOf(
      entriesOf('secret/a x; secret/b x; secret/a y; database/creds/ci *; secret/a?version=1 x'),
    );
    const served = planReads(wants).flatMap((read) => read.wants);
    expect(served).toHaveLength(wants.length);
    expect(new Set(served)).toEqual(new Set(wants));
  });

  it('reads a secret once that a folder and an entry of its own want', () => {
    const [folder, single] = entriesOf('secret/ci/* *; secret/ci/db x');
    if (!folder || !single) throw new Error('no entries');
    const reads = planReads([
      { entry: folder, own: 'db_', apiPath: 'secret/data/ci/db', repeatable: true },
      { entry: folder, own: 'mail_', apiPath: 'secret/data/ci/mail', repeatable: true },
      { entry: single, own: '', apiPath: 'secret/data/ci/db', repeatable: true },
    ]);
    expect(reads.map(({ apiPath, wants }) => [apiPath, wants.map(({ own }) => own)])).toEqual([
      ['secret/data/ci/db', ['db_', '']],
      ['secret/data/ci/mail', ['mail_']],
    ]);
  });

  it('reads nothing for nothing', () => {
    expect(planReads([])).toEqual([]);
  });
});

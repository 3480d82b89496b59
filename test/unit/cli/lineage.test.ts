import { describe, expect, it } from 'vitest';
import { relativesOf, successorMetadata } from '../../../src/cli/lineage.ts';
import type { SecretIdFacts } from '../../../src/vault/secret-ids.ts';

function made(accessor: string, metadata: Readonly<Record<string, string>> = {}): SecretIdFacts {
  return { accessor, metadata, cidrs: [], tokenCidrs: [], ttl: 0, uses: 0 };
}

function successor(accessor: string, of: SecretIdFacts): SecretIdFacts {
  return made(accessor, successorMetadata(of));
}

describe('of one line are', () => {
  const first = made('first', { team: 'a' });
  const second = successor('second', first);
  const third = successor('third', second);
  const stranger = made('stranger', { rotation: successorMetadata(first).rotation ?? '' });
  const other = successor('other', made('someone'));
  const all = [first, second, third, stranger, other];

  it.each([
    ['first', first, ['second', 'third']],
    ['second', second, ['first', 'third']],
    ['third', third, ['first', 'second']],
    ['other', other, []],
    ['stranger', stranger, []],
  ])('%s and those that rotations made before and after it, and no others', (_, current, relatives) => {
    expect(relativesOf(current, all).map(({ accessor }) => accessor)).toEqual(relatives);
  });
});

it('a successor keeps what its predecessor was marked with, and tells no accessor', () => {
  const metadata = successorMetadata(made('canary-accessor', { team: 'a' }));
  expect(metadata).toMatchObject({ team: 'a', rotated_by: 'vault-approle' });
  expect(JSON.stringify(metadata)).not.toContain('canary-accessor');
});

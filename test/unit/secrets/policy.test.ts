import { describe, expect, it } from 'vitest';
import {
  inexpressible,
  pattern,
  policyText,
  rulesOf,
  simplified,
  updateRule,
} from '../../../src/secrets/policy.ts';

const V2 = { apiPath: 'secret/data/ci/app', listPath: 'secret/metadata/ci/app' };
const V1 = { apiPath: 'kv/ci', listPath: 'kv/ci' };

function shown(rules: Parameters<typeof simplified>[0]): readonly string[] {
  return simplified(rules).map((rule) => `${pattern(rule)} ${rule.capabilities.join('+')}`);
}

describe('what is wanted becomes rules', () => {
  it.each([
    [V2, undefined, ['secret/data/ci/app read']],
    [V2, 'direct', ['secret/metadata/ci/app/ list', 'secret/data/ci/app/+ read']],
    [V2, 'deep', ['secret/metadata/ci/app/* list', 'secret/data/ci/app/* read']],
    [V1, 'direct', ['kv/ci/ list', 'kv/ci/+ read']],
    [V1, 'deep', ['kv/ci/* read+list']],
  ] as const)('%j, folder %s', (location, folder, rules) => {
    expect(shown(rulesOf({ ...location, folder }))).toEqual(rules);
  });

  it('without the escapes of a URL', () => {
    expect(shown(rulesOf({ apiPath: 'kv/b%20c/%25', listPath: '' }))).toEqual(['kv/b c/% read']);
    expect(shown([updateRule('pki/issue/my%20role')])).toEqual(['pki/issue/my role update']);
  });
});

describe('the most specific rule alone counts', () => {
  const one = rulesOf({ apiPath: 'kv/ci/app', listPath: 'kv/ci/app' });
  const direct = rulesOf({ ...V1, folder: 'direct' });
  const deep = rulesOf({ ...V1, folder: 'deep' });

  it('so one that a wider one covers goes', () => {
    expect(shown([...one, ...one])).toEqual(['kv/ci/app read']);
    expect(shown([...one, ...direct])).toEqual(['kv/ci/ list', 'kv/ci/+ read']);
    expect(shown([...direct, ...one, ...deep])).toEqual(['kv/ci/* read+list']);
  });

  it('and one that says more gets what the wider one allows', () => {
    expect(shown([...one, updateRule('kv/ci/app')])).toEqual(['kv/ci/app read+update']);
    expect(shown([...deep, updateRule('kv/ci/app')])).toEqual([
      'kv/ci/* read+list',
      'kv/ci/app read+list+update',
    ]);
  });

  it('and a list is not judged by the rule for a secret of the same name', () => {
    const secret = rulesOf({ apiPath: 'kv/ci', listPath: 'kv/ci' });
    expect(shown([...secret, ...deep])).toEqual(['kv/ci read', 'kv/ci/ read+list', 'kv/ci/* read+list']);
  });
});

it('a policy is HCL, whatever stands in a path', () => {
  const rules = rulesOf({ apiPath: encodeURI('kv/a"b\\c$' + '{d}'), listPath: '' });
  expect(policyText([...rules, updateRule('pki/issue/x')])).toBe(
    'path "kv/a\\"b\\\\c\\u0024{d}" {\n  capabilities = ["read"]\n}\n\npath "pki/issue/x" {\n  capabilities = ["update"]\n}\n',
  );
});

it.each([
  ['kv/a/+', false],
  ['kv/+/a', false],
  ['kv/a+*b', false],
  ['kv/a*', false],
  ['kv/{{x}}', false],
  ['kv/a*b', true],
  ['kv/+a', true],
  ['kv/a', true],
])('a path that would be a wildcard is told: %s', (path, isFine) => {
  expect(inexpressible({ path, reach: 'exact', capabilities: ['read'] }) === undefined).toBe(isFine);
});

import { describe, expect, it } from 'vitest';
import { completeInputs } from '../../../src/config/inputs.ts';
import { doctorLine, isOfServer } from '../../../src/github/doctor-line.ts';
import { UnreachableError, UsageError, VaultError, WrappingError } from '../../../src/vault/errors.ts';
import { hint } from '../../../src/vault/hints.ts';

const REFUSED = new VaultError({ operation: 'read', method: 'GET', path: 'x', status: 403, errors: [] });
const SILENT = new UnreachableError({ operation: 'login', host: 'x', code: 'TIMEOUT', what: 'nothing' });
const WRONG = new UsageError([{ name: 'url', problem: 'is wrong' }]);
const OPENED = new WrappingError('it was opened', hint('wrapping-token-invalid'));

describe('the line', () => {
  const given = { url: 'https://v.test', roleId: 'canary-role-id', secrets: 'secret/app\n  key' };
  const raw = completeInputs((name) => (name in given ? given[name as keyof typeof given] : ''), {});
  const line = (program: string): string =>
    `To find out why, run in a later step of this job (if: failure()), with VAULT_ROLE_ID in its env: ${program} doctor --url https://v.test --secrets 'secret/app key'`;
  const script = '/_actions/o/r/v1/dist/main/index.js';
  const env = { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'v1' };

  it('runs the command line that lies beside the script, in a clone', () => {
    const seen: string[] = [];
    const exists = (path: string): boolean => seen.push(path) > 0;
    expect(doctorLine(raw, { script, env, exists })).toBe(line('node /_actions/o/r/v1/dist/cli/index.js'));
    expect(seen).toEqual(['/_actions/o/r/v1/dist/cli/index.js']);
  });

  it('fetches the one of the same version, where the runner has downloaded the action', () => {
    const exists = (): boolean => false;
    const from = (server: string): string =>
      line(`curl -fsSLo vault-approle.cjs ${server}/o/r/raw/v1/dist/cli/index.js && node vault-approle.cjs`);
    expect(doctorLine(raw, { script, env, exists })).toBe(from('https://github.com'));
    const own = { ...env, GITHUB_SERVER_URL: 'https://code.test' };
    expect(doctorLine(raw, { script, env: own, exists })).toBe(from('https://code.test'));
    expect(doctorLine(raw, { script, env: {}, exists })).toBe(line('vault-approle'));
  });
});

it('is for what a server or the way to it causes, and nothing else', () => {
  expect([REFUSED, SILENT, new AggregateError([WRONG, REFUSED])].map(isOfServer)).toEqual([true, true, true]);
  expect([WRONG, OPENED, new Error('x'), new AggregateError([WRONG])].map(isOfServer)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

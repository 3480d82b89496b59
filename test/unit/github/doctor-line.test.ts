import { expect, it } from 'vitest';
import { completeInputs } from '../../../src/config/inputs.ts';
import { doctorLine, isOfServer } from '../../../src/github/doctor-line.ts';
import { UnreachableError, UsageError, VaultError, WrappingError } from '../../../src/vault/errors.ts';
import { hint } from '../../../src/vault/hints.ts';

const REFUSED = new VaultError({ operation: 'read', method: 'GET', path: 'x', status: 403, errors: [] });
const SILENT = new UnreachableError({ operation: 'login', host: 'x', code: 'TIMEOUT', what: 'nothing' });
const WRONG = new UsageError([{ name: 'url', problem: 'is wrong' }]);
const OPENED = new WrappingError('it was opened', hint('wrapping-token-invalid'));

it('is one line, with the command line that lies beside the script', () => {
  const given = { url: 'https://v.test', roleId: 'canary-role-id', secrets: 'secret/app\n  key' };
  const raw = completeInputs((name) => (name in given ? given[name as keyof typeof given] : ''), {});
  expect(doctorLine(raw, '/_actions/o/r/v1/dist/main/index.js')).toBe(
    "To find out why, run in a later step of this job (if: failure()), with VAULT_ROLE_ID in its env: node /_actions/o/r/v1/dist/cli/index.js doctor --url https://v.test --secrets 'secret/app key'",
  );
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

import { expect, it } from 'vitest';
import {
  formatError,
  isNotFound,
  type Refusal,
  UnreachableError,
  UsageError,
  VaultError,
  WrappingError,
} from '../../../src/vault/errors.ts';

const REFUSAL: Refusal = {
  operation: 'mount lookup',
  method: 'GET',
  path: 'sys/internal/ui/mounts/secret',
  status: 400,
  errors: [],
};
const HINT = { anchor: 'dns', text: 'Do this.' } as const;

it('a refusal: what failed, what the server said, what to do', () => {
  const error = new VaultError({
    ...REFUSAL,
    errors: ['1 error occurred:\n\t* permission denied\n\n', ' two '],
    hint: HINT,
  });
  expect(formatError(error, String)).toBe(
    [
      'Mount lookup failed: GET sys/internal/ui/mounts/secret answered 400',
      'The server said: 1 error occurred: * permission denied; two',
      'Hint: Do this. (docs/troubleshooting.md#dns)',
    ].join('\n'),
  );
});

it('what was not said and what is not known is left out', () => {
  expect(formatError(new VaultError(REFUSAL), String)).toBe(
    'Mount lookup failed: GET sys/internal/ui/mounts/secret answered 400',
  );
});

it('the words of a server are cut after 1000 characters', () => {
  const message = formatError(
    new VaultError({ ...REFUSAL, errors: ['x'.repeat(900), 'y'.repeat(900)] }),
    String,
  );
  expect(message.split('\n')[1]).toBe(`The server said: ${'x'.repeat(900)}; ${'y'.repeat(98)}`);
});

it('no usable answer: operation, host, what happened', () => {
  const silence = {
    operation: 'login',
    host: 'vault.test:8200',
    code: 'TIMEOUT',
    what: 'no answer in time',
  } as const;
  expect(formatError(new UnreachableError(silence), String)).toBe(
    'Login failed: vault.test:8200: no answer in time',
  );
  expect(formatError(new UnreachableError({ ...silence, hint: HINT }), String)).toBe(
    'Login failed: vault.test:8200: no answer in time\nHint: Do this. (docs/troubleshooting.md#dns)',
  );
});

it('R17: what may be tampering begins with a fixed text', () => {
  expect(formatError(new WrappingError('it was opened.', HINT, ['not valid']), String)).toBe(
    [
      'SECURITY: the wrapped SecretID cannot be trusted: it was opened.',
      'The server said: not valid',
      'Hint: Do this. (docs/troubleshooting.md#dns)',
    ].join('\n'),
  );
});

it('wrong inputs: each with its name, a line each', () => {
  const error = new UsageError([
    { name: 'url', problem: 'is empty' },
    { name: 'roleId', problem: 'is empty' },
  ]);
  expect(formatError(error, String)).toBe('url: is empty\nroleId: is empty');
});

it('anything else asks to be reported', () => {
  expect(formatError(new TypeError('x is not a function'), String)).toBe(
    'Unexpected error, please report it: TypeError: x is not a function',
  );
  expect(formatError('thrown', String)).toBe('Unexpected error, please report it: thrown');
  expect(formatError(undefined, String)).toBe('Unexpected error, please report it: undefined');
});

it('R5: an error holds no request, no response and no cause that could', () => {
  const errors = [
    new VaultError(REFUSAL),
    new UnreachableError({ operation: 'read', host: 'h', code: 'c', what: 'w' }),
    new WrappingError('w', HINT),
    new UsageError([]),
  ];
  expect(errors.map((error) => Object.keys(error).sort())).toEqual([
    ['name', 'refusal'],
    ['name', 'silence'],
    ['hint', 'name', 'said'],
    ['name', 'problems'],
  ]);
  for (const error of errors) expect(error.cause).toBeUndefined();
});

it('isNotFound: nothing there is one thing, a path that its engine does not know another', () => {
  const answered = (status: number, ...errors: string[]): VaultError =>
    new VaultError({ operation: 'read', method: 'GET', path: 'secret/ci/app', status, errors });
  expect(isNotFound(answered(404))).toBe(true);
  expect(isNotFound(answered(403))).toBe(false);
  const invalid =
    'Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints';
  expect(isNotFound(answered(404, invalid))).toBe(false);
});

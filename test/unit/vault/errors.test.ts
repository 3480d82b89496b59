import { expect, it } from 'vitest';
import {
  formatError,
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
  expect(formatError(error)).toBe(
    [
      'Mount lookup failed: GET sys/internal/ui/mounts/secret answered 400',
      'The server said: 1 error occurred: * permission denied; two',
      'Hint: Do this. (docs/troubleshooting.md#dns)',
    ].join('\n'),
  );
});

it('what was not said and what is not known is left out', () => {
  expect(formatError(new VaultError(REFUSAL))).toBe(
    'Mount lookup failed: GET sys/internal/ui/mounts/secret answered 400',
  );
});

it('the words of a server are cut after 1000 characters', () => {
  const message = formatError(new VaultError({ ...REFUSAL, errors: ['x'.repeat(900), 'y'.repeat(900)] }));
  expect(message.split('\n')[1]).toBe(`The server said: ${'x'.repeat(900)}; ${'y'.repeat(98)}`);
});

it('no usable answer: operation, host, what happened', () => {
  const silence = {
    operation: 'login',
    host: 'vault.test:8200',
    code: 'TIMEOUT',
    what: 'no answer in time',
  } as const;
  expect(formatError(new UnreachableError(silence))).toBe('Login failed: vault.test:8200: no answer in time');
  expect(formatError(new UnreachableError({ ...silence, hint: HINT }))).toBe(
    'Login failed: vault.test:8200: no answer in time\nHint: Do this. (docs/troubleshooting.md#dns)',
  );
});

it('R17: what may be tampering begins with a fixed text', () => {
  expect(formatError(new WrappingError('it was opened.', HINT, ['not valid']))).toBe(
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
  expect(formatError(error)).toBe('url: is empty\nroleId: is empty');
});

it('anything else asks to be reported', () => {
  expect(formatError(new TypeError('x is not a function'))).toBe(
    'Unexpected error, please report it: TypeError: x is not a function',
  );
  expect(formatError('thrown')).toBe('Unexpected error, please report it: thrown');
  expect(formatError(undefined)).toBe('Unexpected error, please report it: undefined');
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

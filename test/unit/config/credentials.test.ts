/** Why this exists: who the job logs in as, in every spelling, and no credential in any message about it (rule R5). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, readIdentity } from '../../../src/config/credentials.ts';
import { completeInputs, type InputName, type RawConfig } from '../../../src/config/inputs.ts';

type Given = Partial<Record<InputName, string>>;

function raw(given: Given): RawConfig {
  return completeInputs((name) => given[name] ?? '', {});
}

/** Files by path; any other path does not exist. */
const FILES: Readonly<Record<string, string>> = {
  'role-id': ' canary-role-file \n',
  'secret-id': '\ufeff canary-secret-file\r\n',
  empty: ' \n',
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
  return text;
}

function read(given: Given): ReturnType<typeof readIdentity> {
  return readIdentity(raw(given), readFile);
}

/** An identity with its secrets revealed: two `Secret`s compare equal to a matcher. */
function shape(given: Given): unknown {
  const { identity, problems } = read(given);
  expect(problems).toEqual([]);
  return identity && revealed(identity);
}

function revealed(identity: Identity): unknown {
  if (identity.method === 'token') return { method: 'token', token: identity.token.reveal() };
  const { mount, roleId, roleName, secretId } = identity;
  const { kind } = secretId;
  return {
    mount,
    roleId: roleId.reveal(),
    secretId:
      kind === 'plain'
        ? secretId.secretId.reveal()
        : kind === 'wrapped'
          ? { wrappingToken: secretId.wrappingToken.reveal(), roleName }
          : 'none',
  };
}

function problemsOf(given: Given): readonly string[] {
  const { identity, problems } = read(given);
  expect(identity).toBeUndefined();
  return problems.map(({ name, problem }) => `${name}: ${problem}`);
}

const ROLE = { roleId: 'canary-role' };

describe('AppRole', () => {
  it('with RoleID and SecretID', () => {
    expect(shape({ ...ROLE, secretId: 'canary-secret' })).toEqual({
      mount: 'approle',
      roleId: 'canary-role',
      secretId: 'canary-secret',
    });
  });

  it('without a SecretID, for a role with bind_secret_id=false', () => {
    expect(shape(ROLE)).toMatchObject({ secretId: 'none' });
  });

  it('with files, whose blanks at both ends do not count', () => {
    expect(shape({ roleIdFile: 'role-id', secretIdFile: 'secret-id' })).toMatchObject({
      roleId: 'canary-role-file',
      secretId: 'canary-secret-file',
    });
  });

  it('with a wrapping token, and the role that it must be for', () => {
    expect(shape({ ...ROLE, wrappedSecretId: 's.canary' })).toMatchObject({
      secretId: { wrappingToken: 's.canary', roleName: undefined },
    });
    expect(shape({ ...ROLE, wrappedSecretId: 's.canary', roleName: 'ci' })).toMatchObject({
      secretId: { wrappingToken: 's.canary', roleName: 'ci' },
    });
  });

  it.each(['roleId', 'secretId'] as const)(
    'with a %s of any characters: a server may have been given such',
    (name) => {
      expect(read({ ...ROLE, [name]: 'canary with blanks, ü and "quotes"' }).problems).toEqual([]);
    },
  );

  it('wants a RoleID', () => {
    expect(problemsOf({ secretId: 'canary-secret' })).toEqual([
      'roleId: is empty: AppRole needs a RoleID, here, in roleIdFile or in VAULT_ROLE_ID',
    ]);
  });
});

describe('the mount', () => {
  it.each([
    ['', 'approle'],
    ['approle', 'approle'],
    ['x', 'x'],
    ['/x/', 'x'],
    ['auth/x', 'x'],
    ['/auth/x/', 'x'],
    ['auth/x/login', 'x'],
    ['auth/x/login/', 'x'],
    ['x/login', 'x'],
    ['team/a/approle', 'team/a/approle'],
    ['auth/team/a/login', 'team/a'],
    ['authx', 'authx'],
    ['x/logins', 'x/logins'],
    ['my role', 'my%20role'],
    ['my%20role', 'my%20role'],
    ['x?y#z', 'x%3Fy%23z'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
  ])('%j is %s', (path, mount) => {
    expect(shape({ ...ROLE, path })).toMatchObject({ mount });
  });

  it.each(['..', 'auth/..', 'a/../b', 'auth/%2e%2e/sys', 'a//b', 'a\nb', 'auth//x', 'x//login'])(
    '%j is refused',
    (path) => {
      expect(problemsOf({ ...ROLE, path })).toEqual([
        expect.stringMatching(/^path: the path .*: give the mount of the auth method, such as approle$/),
      ]);
    },
  );

  it('never leads out of auth/, nor to another endpoint than login', () => {
    const piece = fc.constantFrom(
      'auth',
      'login',
      'x',
      '/',
      '.',
      '..',
      '%2e',
      '%2f',
      '%',
      '?',
      '#',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const { identity } = read({ ...ROLE, path: pieces.join('') });
        fc.pre(identity?.method === 'approle');
        const { pathname } = new URL(`https://vault.test/v1/auth/${identity.mount}/login`);
        expect(pathname).toBe(`/v1/auth/${identity.mount}/login`);
        expect(pathname).not.toMatch(/\/\//);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mount whose escapes are no text', () => {
  it.each(['%ff', 'x%C3', 'team/%80'])(
    '%s is refused or can be unescaped, as the check of a wrapping token does',
    (path) => {
      const { identity, problems } = read({ ...ROLE, wrappedSecretId: 's.canary', path });
      if (identity?.method === 'approle') expect(() => decodeURIComponent(identity.mount)).not.toThrow();
      else expect(problems.map(({ name }) => name)).toEqual(['path']);
    },
  );
});

describe('several ways to say one thing', () => {
  it.each([
    [{ ...ROLE, roleIdFile: 'role-id' }, 'roleId: cannot be combined with roleIdFile: give one of them'],
    [
      { ...ROLE, secretId: 'canary', secretIdFile: 'secret-id' },
      'secretId: cannot be combined with secretIdFile: give one of them',
    ],
    [
      { ...ROLE, secretId: 'canary', wrappedSecretId: 's.canary' },
      'secretId: cannot be combined with wrappedSecretId: give one of them',
    ],
    [
      { ...ROLE, secretId: 'canary', secretIdFile: 'secret-id', wrappedSecretId: 's.canary' },
      'secretId: cannot be combined with secretIdFile and wrappedSecretId: give one of them',
    ],
    [
      { ...ROLE, secretIdFile: 'secret-id', wrappedSecretId: 's.canary' },
      'secretIdFile: cannot be combined with wrappedSecretId: give one of them',
    ],
  ])('no one is silently preferred: %j', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });
});

describe('files', () => {
  it.each([
    [{ roleIdFile: './missing' }, 'roleIdFile: the file ./missing cannot be read (ENOENT)'],
    [{ roleIdFile: 'empty' }, 'roleIdFile: the file of that name is empty'],
    [
      { ...ROLE, secretIdFile: 'canary-a-secret-id-itself' },
      'secretIdFile: the file of that name cannot be read (ENOENT)',
    ],
    [{ ...ROLE, secretIdFile: 'empty' }, 'secretIdFile: the file of that name is empty'],
  ])('%j is told with its path and the reason', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  it('an error of no known kind is none of its own message, which may quote the text', () => {
    const { problems } = readIdentity(raw({ roleIdFile: 'x' }), () => {
      throw new Error('canary-0001');
    });
    expect(problems).toEqual([
      { name: 'roleIdFile', problem: 'the file of that name cannot be read (unknown error)' },
    ]);
  });
});

describe('method', () => {
  it.each([
    [{}, 'roleId'],
    [{ method: 'approle', token: 'canary-token' }, 'roleId'],
    [{ method: 'token' }, 'token'],
  ])('%j misses %s', (given, name) => {
    expect(read(given).problems.map((problem) => problem.name)).toEqual([name]);
  });

  it.each([
    { token: 'canary-token' },
    { method: 'token', token: 'canary-token' },
    { method: 'token', token: 'canary-token', ...ROLE },
  ])('token: %j', (given) => {
    expect(shape(given)).toEqual({ method: 'token', token: 'canary-token' });
  });

  it('a token beside the inputs of AppRole does not change the method', () => {
    for (const name of ['roleId', 'roleIdFile', 'secretId', 'secretIdFile', 'wrappedSecretId'] as const) {
      const { identity } = read({
        ...ROLE,
        [name]: name.endsWith('File') ? 'role-id' : 'canary',
        token: 'canary-token',
      });
      expect(identity?.method, name).not.toBe('token');
    }
  });

  it.each(['AppRole', 'APPROLE', 'Token', 'TOKEN'])('%s is understood in any case of letters', (method) => {
    const { identity, problems } = read({ method, ...ROLE, token: 'canary-token' });
    expect(problems).toEqual([]);
    expect(identity?.method).toBe(method.toLowerCase());
  });

  it.each(['jwt', 'kubernetes', 'GitHub', 'app-role', 'tokens'])('%s is told to be unsupported', (method) => {
    expect(problemsOf({ method, ...ROLE })).toEqual([
      `method: "${method}" is not supported: approle or token is`,
    ]);
  });

  it('an empty token is told with where one can stand', () => {
    expect(problemsOf({ method: 'token' })).toEqual([
      'token: is empty: method token needs one, here or in VAULT_TOKEN',
    ]);
  });
});

describe('R5: a token that no header can carry', () => {
  const UNPRINTABLE =
    'has a blank, a line break or another character that no token has: was it cut or joined?';

  it.each([
    'canary\nX-Evil: 1',
    'canary token',
    'canary\r',
    'canary\u0000',
    'canary\t',
    'canärie',
    'canary\u2028',
    'canary\u007f',
    '🔑canary',
  ])('%j is refused and not repeated, as token and as wrapping token', (token) => {
    expect(problemsOf({ method: 'token', token })).toEqual([`token: ${UNPRINTABLE}`]);
    expect(problemsOf({ ...ROLE, wrappedSecretId: token })).toEqual([`wrappedSecretId: ${UNPRINTABLE}`]);
  });

  it('whatever is taken is printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (token) => {
        const { identity, problems } = read({ method: 'token', token });
        expect(identity !== undefined).toBe(/^[!-~]+$/.test(token));
        expect(problems.every(({ problem }) => problem === UNPRINTABLE)).toBe(true);
      }),
    );
  });
});

describe('several problems', () => {
  it('are told together, and none holds a credential', () => {
    const problems = problemsOf({
      path: '../sys',
      roleId: 'canary-role',
      roleIdFile: 'role-id',
      wrappedSecretId: 'canary wrapping',
    });
    expect(problems.map((problem) => problem.split(':', 1)[0])).toEqual([
      'path',
      'roleId',
      'wrappedSecretId',
    ]);
    expect(problems.join('\n')).not.toContain('canary');
  });
});

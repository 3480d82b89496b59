/** Why this exists: flags and the variables that stand for them, and every mistake in them, none of which shows a value. */

import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/args.ts';
import { INPUT_FLAGS, type Kind } from '../../../src/cli/flags.ts';

const FLAGS: ReadonlyMap<string, Kind> = new Map([
  ...INPUT_FLAGS,
  ['json', 'switch'],
  ['out', 'argument'],
  ['exec', 'argument'],
]);
/** Another command takes `out` from its variable. */
const KNOWN = { flags: FLAGS, all: new Set([...INPUT_FLAGS.keys(), 'json', 'out', 'script', 'no-mask']) };

function read(argv: readonly string[], env: Record<string, string> = {}) {
  const { flags, rest, problems } = readArguments(argv, KNOWN, env);
  return { flags: Object.fromEntries(flags), rest, problems };
}

/** The problems of a call that has nothing but problems. */
function problems(argv: readonly string[], env: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(read(argv, env).problems.map(({ name, problem }) => [name, problem]));
}

describe('flags', () => {
  it.each([
    [['--url', 'https://a', '--json'], { url: 'https://a', json: 'true' }],
    [['--url=https://a?b=c'], { url: 'https://a?b=c' }],
    [['--url='], { url: '' }],
    [['--path', '-x'], { path: '-x' }],
    [['--path=--url'], { path: '--url' }],
    [['--secrets', '# a comment\na b'], { secrets: '# a comment\na b' }],
    [['--secret-id-file', '-'], { 'secret-id-file': '-' }],
  ])('%j', (argv, flags) => {
    expect(read(argv)).toEqual({ flags, rest: [], problems: [] });
  });

  it('what stands behind -- is left as it is', () => {
    const { flags, rest } = read(['--json', '--', 'cmd', '--url', '--', '-x']);
    expect({ flags, rest }).toEqual({ flags: { json: 'true' }, rest: ['cmd', '--url', '--', '-x'] });
  });

  it.each([
    [['--nonsense'], { '--nonsense': 'is no flag of this command, see --help' }],
    [['-x'], { arguments: 'there is one with a single dash: all flags begin with --' }],
    [['--secretsFile', 'x'], { '--secretsFile': 'is no flag of this command: did you mean --secrets-file?' }],
    [
      ['--TLS_skip-verify'],
      { '--TLS_skip-verify': 'is no flag of this command: did you mean --tls-skip-verify?' },
    ],
    [['--url'], { '--url': 'needs a value' }],
    [['--url', '--json'], { '--url': 'needs a value' }],
    [['--url', '--path=x'], { '--url': 'needs a value' }],
    [['--out', '--json'], { '--out': 'needs a value' }],
    [['--url', 'a', '--url', 'b'], { '--url': 'is given twice' }],
    [['--json=yes'], { '--json': 'is a switch and takes no value' }],
    [['--script', 'x'], { '--script': 'is no flag of this command, see --help' }],
  ])('%j is told', (argv, told) => {
    expect(problems(argv)).toEqual(told);
  });

  it('a stray word is told, and not repeated', () => {
    expect(problems(['--json', 'canary'])).toEqual({
      arguments: expect.stringContaining('belongs to no flag'),
    });
    expect(JSON.stringify(problems(['--json', 'canary']))).not.toContain('canary');
  });

  it.each([
    [
      '--secret-id',
      'VAULT_SECRET_ID, --secret-id-file FILE (- is standard input) or --secret-id-variable NAME',
    ],
    ['--wrapped-secret-id', 'VAULT_WRAPPED_SECRET_ID, --wrapped-secret-id-file FILE'],
    ['--token', 'VAULT_TOKEN, --token-file FILE'],
    ['--extra-headers', '--extra-headers-file FILE'],
  ])(
    'R4: %s is refused in every form, with the ways that there are, and its value is not shown',
    (flag, ways) => {
      for (const argv of [[flag, 'canary'], [`${flag}=canary`], [flag]]) {
        const told = problems(argv);
        expect(told[flag]).toContain(`would be a secret in an argument`);
        expect(told[flag]).toContain(`give ${ways}`);
        expect(JSON.stringify(told)).not.toContain('canary');
      }
    },
  );

  it('the letters behind a single dash are not shown', () => {
    expect(read(['-canary', 'canary']).problems).toHaveLength(1);
    expect(JSON.stringify(read(['-canary']).problems)).not.toContain('"-');
  });

  it('all of them are told', () => {
    const told = Object.keys(problems(['--a', '--url', '--secret-id', 'x', '--json=1']));
    expect(told.sort()).toEqual(['--a', '--json', '--secret-id', '--url']);
  });
});

describe('variables', () => {
  it('stand for flags, and flags win', () => {
    const env = {
      VAULT_APPROLE_URL: 'https://v',
      VAULT_APPROLE_SECRETS_FILE: 'f',
      VAULT_APPROLE_JSON: 'TRUE',
    };
    expect(read(['--url', 'https://f'], env)).toEqual({
      flags: { url: 'https://f', 'secrets-file': 'f', json: 'true' },
      rest: [],
      problems: [],
    });
  });

  it('are no arguments: they tell another command where to write', () => {
    const env = { VAULT_APPROLE_OUT: '/lost', VAULT_APPROLE_EXEC: 'canary' };
    expect(read(['--out', '/f'], { VAULT_APPROLE_OUT: '/lost' })).toEqual({
      flags: { out: '/f' },
      rest: [],
      problems: [],
    });
    expect(read([], env)).toEqual({
      flags: {},
      rest: [],
      problems: [{ name: 'VAULT_APPROLE_EXEC', problem: 'is not read: give --exec' }],
    });
  });

  it('that are empty, or switches that are off, are not given', () => {
    const env = { VAULT_APPROLE_URL: '', VAULT_APPROLE_JSON: 'false', VAULT_APPROLE_WRONG: '' };
    expect(read([], env)).toEqual({ flags: {}, rest: [], problems: [] });
  });

  it('of other commands do no harm, and all others of that prefix are mistakes', () => {
    const env = {
      VAULT_APPROLE_SCRIPT: 'x',
      VAULT_APPROLE_URLL: 'canary',
      VAULT_ADDR: 'x',
      APPROLE_URL: 'x',
    };
    expect(problems([], env)).toEqual({ VAULT_APPROLE_URLL: 'stands for no flag, see --help' });
  });

  it.each(['yes', '1', 'canary'])('that are switches are true or false, not %s', (value) => {
    expect(problems([], { VAULT_APPROLE_JSON: value })).toEqual({
      VAULT_APPROLE_JSON: 'is a switch: true or false',
    });
  });

  it('R4: are no place for secrets, which have one', () => {
    const told = problems([], {
      VAULT_APPROLE_SECRET_ID: 'canary',
      VAULT_APPROLE_EXTRA_HEADERS: 'canary: x',
    });
    expect(told).toEqual({
      VAULT_APPROLE_SECRET_ID: expect.stringMatching(
        /^is not read: give VAULT_SECRET_ID, --secret-id-file FILE/,
      ),
      VAULT_APPROLE_EXTRA_HEADERS: expect.stringMatching(/^is not read: give --extra-headers-file FILE/),
    });
  });
});

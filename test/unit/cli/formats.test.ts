/** Why this exists: a value in a file is read back byte for byte by the programs that the file is for, or refused by name. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Format, formatVariables, type Variable } from '../../../src/cli/formats.ts';
import { Secret } from '../../../src/secret.ts';
import { reserved } from '../../../src/secrets/reserved.ts';
import { type Problem, UsageError } from '../../../src/vault/errors.ts';
import { findPythonDotenv } from '../../support/python-dotenv.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-formats-'));
const file = join(folder, 'file');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function variables(values: Readonly<Record<string, string>>): readonly Variable[] {
  return Object.entries(values).map(([name, text]) => ({ name, value: new Secret(text) }));
}

/** The text of the file, or what is wrong with these variables. */
function formatted(values: Readonly<Record<string, string>>, format: Format): string | readonly Problem[] {
  try {
    return formatVariables(variables(values), format);
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}

/** Writes those of the values that the format takes, under the names V0, V1, …; returns them. */
function writeAccepted(values: readonly string[], format: Format): Record<string, string> {
  const named = values.map((text, index) => [`V${index}`, text] as const);
  const accepted = Object.fromEntries(
    named.filter(([name, text]) => typeof formatted({ [name]: text }, format) === 'string'),
  );
  writeFileSync(file, formatVariables(variables(accepted), format));
  return accepted;
}

/** Texts that are hard on readers: quotes, escapes, expansions, comments, white space of all kinds, halves of characters. */
const PIECES = [
  ...`'"\\\`$#=;&|<>(){}[]!*?~^%,:@+- \t\n\r`,
  ...[
    '\\n',
    '\\\\',
    "\\'",
    '$X',
    `$${'{X}'}`,
    '$(x)',
    '`x`',
    '\n#',
    'export A=b',
    'A=b',
    '\nB=c\n',
    "'''",
    '"""',
  ],
  ...[
    'a',
    'Z',
    '0',
    'é',
    '😀',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0001',
    '\u007f',
    '\v',
    '\f',
    '\u001b[0m',
  ],
  ...['\ud83d', '\udc00'],
];
const nasty = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
const values = fc.array(
  fc.oneof(
    nasty,
    nasty,
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  ),
  {
    minLength: 200,
    maxLength: 300,
  },
);

/** Both are given the same values; each reads the same file. */
function holds(format: Format, read: (names: readonly string[]) => Record<string, unknown>): void {
  fc.assert(
    fc.property(values, (texts) => {
      const accepted = writeAccepted(texts, format);
      expect(Object.keys(accepted).length).toBeGreaterThan(50);
      expect(read(Object.keys(accepted))).toEqual(accepted);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}

describe('dotenv', () => {
  const python = findPythonDotenv();

  it('all that is accepted is read back by Node.js', () => {
    holds('dotenv', () => ({ ...parseEnv(readFileSync(file, 'utf8')) }));
  });

  it.skipIf(!python)('all that is accepted is read back by python-dotenv', () => {
    holds('dotenv', () => python?.(file) ?? {});
  });

  it.each([
    ['', "X=''"],
    ['plain', "X='plain'"],
    ['two words # no comment', "X='two words # no comment'"],
    ["it's", `X="it's"`],
    ['line\nline', "X='line\nline'"],
    ['$HOME `x` $(x)', "X='$HOME `x` $(x)'"],
    ['{"a": "b"}', `X='{"a": "b"}'`],
    ['C:\\new', 'X=C:\\new'],
  ])('is written as people write it: %j', (text, line) => {
    expect(formatted({ X: text }, 'dotenv')).toBe(`${line}\n`);
  });

  it.each(['a\rb', 'a\r\nb', `$${'{X}'}`, 'a\\b\nc', ' a\\b', '\'a"', 'a\\b # c', '\ud83d'])(
    'refuses by name: %j',
    (text) => {
      expect(formatted({ FINE: 'x', ODD: text }, 'dotenv')).toEqual([
        { name: 'ODD', problem: expect.stringMatching(/^holds characters that programs read differently/) },
      ]);
    },
  );
});

/** The shells that are here; a CI system has these three at least. */
const SHELLS = [['sh'], ['dash'], ['bash'], ['bash', '--posix'], ['busybox', 'sh'], ['zsh'], ['ksh']].filter(
  ([program = '', ...args]) => {
    const isThere = process.platform !== 'win32' && spawnSync(program, [...args, '-c', ':']).status === 0;
    if (
      !isThere &&
      process.env.CI &&
      process.platform === 'linux' &&
      ['sh', 'bash', 'busybox'].includes(program)
    )
      throw new Error(`Tests of files for shells need ${program}.`);
    return isThere;
  },
);

/** What manuals of shells list as theirs. */
const SPECIAL =
  `BASHOPTS BASHPID BASH_ALIASES BASH_ARGC BASH_ARGV BASH_COMMAND BASH_COMPAT BASH_LINENO BASH_SOURCE
  BASH_SUBSHELL BASH_VERSINFO BASH_XTRACEFD CDPATH CHILD_MAX COLUMNS COMPREPLY COMP_CWORD COMP_KEY COMP_LINE COMP_POINT
  COMP_TYPE COMP_WORDBREAKS COMP_WORDS COPROC CPUTYPE DIRSTACK DIRSTACKSIZE EGID ENV EPOCHREALTIME EPOCHSECONDS ERRNO EUID
  EXECIGNORE FCEDIT FIGNORE FPATH FUNCNAME FUNCNEST GID GLOBIGNORE GLOBSORT GROUPS HISTCMD HISTCONTROL HISTEDIT HISTFILE
  HISTFILESIZE HISTIGNORE HISTSIZE HISTTIMEFORMAT HOME HOSTFILE HOSTNAME HOSTTYPE IFS IGNOREEOF INPUTRC JOBMAX LC_ALL
  LC_COLLATE LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME LINENO LINES LOGCHECK LOGNAME MACHTYPE MAIL MAILCHECK MAILPATH MANPATH
  MAPFILE NULLCMD OLDPWD OPTARG OPTERR OPTIND OSTYPE PGRP PIPESTATUS POSIXLY_CORRECT PPID PROMPT PROMPT_COMMAND PS0 PS1 PS2
  PS3 PS4 PSVAR PWD RANDOM READLINE_LINE READLINE_POINT READNULLCMD REPLY SAVEHIST SECONDS SHELL SHELLOPTS SHLVL SPROMPT
  SRANDOM STTY TERM TERMINFO TIMEFORMAT TMOUT TRY_BLOCK_ERROR TTY TTYIDLE TZ UID USER USERNAME VENDOR _ auto_resume
  histchars status`.split(/\s+/);

function isAccepted(name: string, format: Format = 'shell'): boolean {
  return typeof formatted({ [name]: 'canary' }, format) === 'string';
}

describe('shell', () => {
  it.each(SHELLS.map((shell) => ({ shell, name: shell.join(' ') })))(
    'all that is accepted is read back by $name',
    ({ shell: [program, ...args] }) => {
      const print = String.raw`. "$0"; for name do eval "printf '%s\\0' \"\$$name\""; done`;
      holds('shell', (names) => {
        const read = execFileSync(program ?? '', [...args, '-c', print, file, ...names], {
          encoding: 'utf8',
          env: { PATH: process.env.PATH },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const texts = read.split('\0');
        return Object.fromEntries(names.map((name, index) => [name, texts[index]]));
      });
    },
  );

  it.each(SHELLS.map((shell) => ({ shell, name: shell.join(' ') })))(
    'no name is accepted that $name keeps for itself',
    ({ shell: [program = '', ...args] }) => {
      // Each in a subshell, which a refusal ends.
      const script = `for name do
        (printf "export %s='canary 1'\\n" "$name" > "$0"; . "$0"; eval "printf '%s' \\"\\$$name\\"") 2>&1 | tr '\\n' ' '; echo; done`;
      const { stdout } = spawnSync(program, [...args, '-c', script, file, ...SPECIAL], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const read = stdout.split('\n');
      const kept = SPECIAL.filter((_, index) => read[index] !== 'canary 1');
      expect(kept).not.toEqual([]);
      const accepted = kept.filter((name) => !reserved(name) && isAccepted(name));
      expect(accepted).toEqual(program === 'zsh' ? ['USERNAME', 'status'] : []);
    },
  );

  it.each(['UID', 'EUID', 'GID', 'PPID', 'OPTIND', 'LINENO', 'BASHPID', 'RANDOM', 'LC_ALL', '_'])(
    'refuses %s in every shell, and says what to do',
    (name) => {
      expect(formatted({ FINE: 'x', [name]: 'canary' }, 'shell')).toEqual([
        { name, problem: expect.stringMatching(/^is a variable that shells keep .* behind "\|"$/) },
      ]);
      expect(isAccepted(name, 'dotenv')).toBe(true);
    },
  );

  it.each(['USERNAME', 'USER', 'uid', 'STATUS', 'status', 'REPLY', 'USER_ID', 'LANG', 'TOKEN'])(
    'accepts %s',
    (name) => {
      expect(isAccepted(name)).toBe(true);
    },
  );

  it('turns off the trace of a shell before the first value', () => {
    expect(formatted({ X: "it's" }, 'shell')).toBe(`{ set +x; } 2>/dev/null\nexport X='it'\\''s'\n`);
  });
});

describe('json', () => {
  it('all that is accepted is read back', () => {
    holds('json', () => JSON.parse(readFileSync(file, 'utf8')));
  });

  it('takes any name', () => {
    expect(formatted({ Größe: 'x', __proto__x: 'y' }, 'json')).toBe(
      `{\n  "Größe": "x",\n  "__proto__x": "y"\n}\n`,
    );
  });
});

describe.each(['dotenv', 'shell'] as const)('%s', (format) => {
  it.each(['Größe', 'a-b', '1a', ''])('refuses a name that no shell takes: %j', (name) => {
    expect(formatted({ [name]: 'x' }, format)).toEqual([
      { name, problem: expect.stringMatching(/^is no name/) },
    ]);
  });

  it('tells everything that is wrong at once', () => {
    expect(formatted({ Größe: 'x', 'a-b': 'x' }, format)).toHaveLength(2);
  });

  it('with no variables at all is empty for its reader', () => {
    expect(formatted({}, format)).toBe(format === 'shell' ? '{ set +x; } 2>/dev/null\n' : '');
  });
});

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

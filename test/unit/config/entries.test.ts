/** Why this exists: entries come from the input, from a file, or from both, and each mistake is told where it stands. */

import { describe, expect, it } from 'vitest';
import { described, readEntries } from '../../../src/config/entries.ts';
import { completeInputs, type InputName } from '../../../src/config/inputs.ts';
import { placeOf } from '../../../src/secrets/grammar.ts';

type Given = Partial<Record<InputName, string>>;

/** Files by path; any other path does not exist. */
const FILES: Readonly<Record<string, string>> = {
  list: '# what this job needs\r\n\r\na/b key\r\nc/d\r\n  * | PRE_\r\n',
  'with-mark': '\ufeffa/b key\n',
  wrong: 'a/b key\n\n  c/d e f\ng/h\n',
  empty: ' \n',
  comments: '# nothing yet\n',
};

function read(given: Given): ReturnType<typeof readEntries> {
  const raw = completeInputs((name) => given[name] ?? '', {});
  return readEntries(raw, (path) => {
    const text = FILES[path];
    if (text === undefined) throw Object.assign(new Error('canary'), { code: 'ENOENT' });
    return text;
  });
}

/** Entries as `place: path`. */
function placesOf(given: Given): readonly string[] {
  const { entries, problems } = read(given);
  expect(problems).toEqual([]);
  return entries.map((entry) => `${placeOf(entry)}: ${entry.path}`);
}

function problemsOf(given: Given): readonly string[] {
  return read(given).problems.map(({ name, problem }) => `${name}: ${problem}`);
}

describe('entries', () => {
  it('are none without an input', () => {
    expect(read({})).toEqual({ entries: [], problems: [] });
  });

  it('of the input are told by their line', () => {
    expect(placesOf({ secrets: 'a/b key\n\nc/d key' })).toEqual(['line 1: a/b', 'line 3: c/d']);
  });

  it('of a file are told by its name and their line in it', () => {
    expect(placesOf({ secretsFile: 'list' })).toEqual(['secretsFile line 3: a/b', 'secretsFile line 4: c/d']);
  });

  it('of both are one list, those of the file last, and each has the line of its own text', () => {
    expect(placesOf({ secrets: '\ne/f key; g/h key', secretsFile: 'list' })).toEqual([
      'line 2: e/f',
      'line 2: g/h',
      'secretsFile line 3: a/b',
      'secretsFile line 4: c/d',
    ]);
  });

  it('of a file may stand after a byte order mark', () => {
    expect(placesOf({ secretsFile: 'with-mark' })).toEqual(['secretsFile line 1: a/b']);
  });

  it('may be none in a file with comments alone', () => {
    expect(placesOf({ secretsFile: 'comments' })).toEqual([]);
  });
});

describe('mistakes', () => {
  it('are told with the input, the line and the column', () => {
    expect(problemsOf({ secrets: '\n a/b' })).toEqual([
      'secrets: line 2, column 2: expected a field after "a/b", such as password or *',
    ]);
    expect(problemsOf({ secretsFile: 'wrong' })).toEqual([
      'secretsFile: line 3, column 9: expected "|", ";" or a new line before "f"',
      'secretsFile: line 4, column 1: expected a field after "g/h", such as password or *',
    ]);
  });

  it('of both are told together', () => {
    expect(
      problemsOf({ secrets: 'a//b c', secretsFile: 'wrong' }).map((problem) => problem.split(',')[0]),
    ).toEqual(['secrets: line 1', 'secretsFile: line 3', 'secretsFile: line 4']);
  });

  it.each([
    ['missing', 'secretsFile: the file missing cannot be read (ENOENT)'],
    ['empty', 'secretsFile: the file empty is empty'],
  ])('a file that has no text is told with its path: %s', (secretsFile, problem) => {
    expect(problemsOf({ secretsFile })).toEqual([problem]);
    expect(problemsOf({ secretsFile, secrets: 'a/b c' })).toEqual([problem]);
  });

  it('of the input are told also when the file has no text', () => {
    expect(problemsOf({ secrets: 'a/b', secretsFile: 'missing' })).toEqual([
      'secrets: line 1, column 1: expected a field after "a/b", such as password or *',
      'secretsFile: the file missing cannot be read (ENOENT)',
    ]);
  });

  it('are described by their place', () => {
    expect(described({ line: 3, column: 14, problem: 'is wrong' })).toBe('line 3, column 14: is wrong');
  });
});

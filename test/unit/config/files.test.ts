/** Why this exists: an input that names a file gives its text, or one sentence with the reason. */

import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/config/files.ts';
import { errorCode } from '../../../src/vault/errors.ts';

describe('readText', () => {
  it('gives the text as it is: what the blanks around it mean is for its reader to know', () => {
    expect(readText('x', () => '\ufeff canary two \r\n')).toEqual({ text: '\ufeff canary two \r\n' });
  });

  it('reads the file of that path, once', () => {
    const paths: string[] = [];
    readText('some/file', (path) => {
      paths.push(path);
      return 'canary';
    });
    expect(paths).toEqual(['some/file']);
  });

  it.each(['', ' \r\n\t', '\ufeff\n'])('a file that holds %j is empty', (text) => {
    expect(readText('some/file', () => text)).toEqual({ problem: 'the file some/file is empty' });
  });

  it.each([
    [Object.assign(new Error('canary'), { code: 'EACCES' }), 'EACCES'],
    [new Error('canary'), 'unknown error'],
    ['canary', 'unknown error'],
  ])('a failure is told by its code alone', (error, code) => {
    const problem = `the file some/file cannot be read (${code})`;
    const fail = (): never => {
      throw error;
    };
    expect(readText('some/file', fail)).toEqual({ problem });
    expect(errorCode(error)).toBe(code);
  });
});

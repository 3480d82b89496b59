/** Why this exists: inputs that name a file are read in one way, and fail with one sentence. */

import { errorCode } from '../vault/errors.ts';

/** Reads a file as UTF-8; throws as `fs.readFileSync` does. A parameter, because the core touches no disk by itself. */
export type ReadFile = (path: string) => string;

/** The text of a file, or a sentence about why there is none. */
export function readText(
  path: string,
  readFile: ReadFile,
): { readonly text: string } | { readonly problem: string } {
  try {
    const text = readFile(path);
    return text.trim() === '' ? { problem: `the file ${path} is empty` } : { text };
  } catch (error) {
    return { problem: `the file ${path} cannot be read (${errorCode(error)})` };
  }
}

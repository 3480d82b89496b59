/** Why this exists: inputs that name a file are read in one way, and fail with one sentence. */

import { errorCode } from '../vault/errors.ts';

/** Reads a file as UTF-8; throws as `fs.readFileSync` does. A parameter, because the core touches no disk by itself. */
export type ReadFile = (path: string) => string;

type Read = { readonly text: string } | { readonly problem: string };

/** The text of a file, or a sentence about why there is none. */
export function readText(path: string, readFile: ReadFile): Read {
  return readAs(`the file ${path}`, path, readFile);
}

/** The same of a file that holds a credential: without a slash, the path may be the credential itself, in a wrong place. */
export function readCredential(path: string, readFile: ReadFile): Read {
  return readAs(/[\\/]/.test(path) ? `the file ${path}` : 'the file of that name', path, readFile);
}

function readAs(told: string, path: string, readFile: ReadFile): Read {
  try {
    const text = readFile(path);
    return text.trim() === '' ? { problem: `${told} is empty` } : { text };
  } catch (error) {
    return { problem: `${told} cannot be read (${errorCode(error)})` };
  }
}

/** Why this exists: tests read the project's own files, from wherever they are. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file of the project. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The names in one of its folders, sorted. */
export function names(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).sort();
}

export const DOCS = names('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
export const PAGES = ['README.md', ...DOCS];

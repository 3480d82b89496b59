/** Why this exists: the entries of the `secrets` input and of the file that `secretsFile` names, with all mistakes. */

import { type Entry, parseSecrets } from '../secrets/grammar.ts';
import type { Mistake } from '../secrets/lexer.ts';
import type { Problem } from '../vault/errors.ts';
import { type ReadFile, readText } from './files.ts';
import type { RawConfig } from './inputs.ts';

/** Both may be given; the file's entries come last. */
export function readEntries(
  { secrets, secretsFile }: RawConfig,
  readFile: ReadFile,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const inline = parseSecrets(secrets, 'secrets');
  const file = secretsFile === '' ? { text: '' } : readText(secretsFile, readFile);
  const more = parseSecrets('text' in file ? file.text : '', 'secretsFile');
  return {
    entries: [...inline.entries, ...more.entries],
    problems: [
      ...inline.mistakes.map((mistake) => ({ name: 'secrets', problem: described(mistake) })),
      ...more.mistakes.map((mistake) => ({ name: 'secretsFile', problem: described(mistake) })),
      ...('problem' in file ? [{ name: 'secretsFile', problem: file.problem }] : []),
    ],
  };
}

export function described({ line, column, problem }: Mistake): string {
  return `line ${line}, column ${column}: ${problem}`;
}

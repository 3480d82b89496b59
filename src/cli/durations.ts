/** Why this exists: flags that say how long, as the server reads it. */

import type { Problem } from '../vault/errors.ts';

/** What is wrong with a time. Without a unit it is seconds; nothing at all would be the server's own choice. */
export function durationProblems(name: string, text: string): readonly Problem[] {
  if (/^([1-9]\d*|([1-9]\d*[hms])+)$/.test(text)) return [];
  return [{ name, problem: `"${text}" is no time such as 90s, 5m or 1h` }];
}

/** Why this exists: an older Node.js reads this program, and lacks what it calls: a job would be lost in the midst of it. */

import type { Problem } from '../vault/errors.ts';

const [MAJOR, MINOR] = [20, 19];

/** What is wrong with a version such as `18.20.8`. */
export function nodeProblems(version: string): readonly Problem[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return [];
  return [{ name: 'Node.js', problem: `${MAJOR}.${MINOR} or newer is needed, and this one is ${version}` }];
}

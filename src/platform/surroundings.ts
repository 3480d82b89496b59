/** Why this exists: surroundings in which a credential would be printed are found before there is one. */

import type { Problem } from '../vault/errors.ts';

/** What makes a safe run impossible: with NODE_DEBUG, Node prints request headers. */
export function debugProblems(env: NodeJS.ProcessEnv): readonly Problem[] {
  return env.NODE_DEBUG ? [{ name: 'NODE_DEBUG', problem: NODE_DEBUG }] : [];
}

const NODE_DEBUG =
  'is set: Node.js would print request headers, with the token in them; unset it for this step';

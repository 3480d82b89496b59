/** Why this exists: what lies in the workspace ends up in artifacts and caches, whatever links lead there (rule R19). */

import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { liesIn } from '../platform/files.ts';

export interface Workspace {
  /** What names it. */
  readonly variable: string;
  readonly folder: string;
}

/** The workspace that a path lies in. */
export function workspaceAround(path: string, env: NodeJS.ProcessEnv): Workspace | undefined {
  const named = VARIABLES.flatMap((variable) => {
    const folder = env[variable];
    return folder ? [{ variable, folder: real(folder) }] : [];
  });
  return named.find(({ folder }) => liesIn(real(path), folder));
}

const VARIABLES = ['CI_PROJECT_DIR', 'WORKSPACE', 'GITHUB_WORKSPACE'];

/** The whole path without the links in those of its folders that are there. */
export function real(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(real(dirname(whole)), basename(whole));
  }
}

/** Why this exists: the runner's command files get all of what a step hands on, or nothing of it (law 3). */

import { accessSync, constants, statSync, truncateSync } from 'node:fs';
import { errorCode, type Problem, UsageError } from '../vault/errors.ts';

const NAMES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'] as const;

type Name = (typeof NAMES)[number];

/** Without the files `@actions/core` would fall back to commands on standard output, values in clear. */
export function commandFileProblems(env: NodeJS.ProcessEnv): readonly Problem[] {
  return NAMES.flatMap((name) => {
    const problem = fileProblem(env[name]);
    return problem ? [{ name, problem }] : [];
  });
}

function fileProblem(path: string | undefined): string | undefined {
  if (!path) return 'is not set: this is no GitHub Actions runner, or one that is too old';
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return 'names a file that cannot be written: nothing could be handed to later steps';
  }
}

/** Appends to one command file. */
export interface Append {
  readonly name: Name;
  write(): void;
}

/**
 * Makes all appends. Where one fails, a full disk for example, every file is cut back to what it was, because the runner
 * takes over what is in the files of a failed step, too. Throws a `UsageError` then.
 */
export function appendAll(appends: readonly Append[], env: NodeJS.ProcessEnv): void {
  const before = appends.map(({ name }) => ({ path: env[name] ?? '', size: sizeOf(env[name] ?? '') }));
  for (const { name, write } of appends) {
    try {
      write();
    } catch (error) {
      const restored = before.map(cutBack).every(Boolean);
      throw new UsageError([{ name, problem: unwritten(errorCode(error), restored) }]);
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function cutBack({ path, size }: { readonly path: string; readonly size: number }): boolean {
  try {
    if (sizeOf(path) !== size) truncateSync(path, size);
    return true;
  } catch {
    return false;
  }
}

function unwritten(code: string, restored: boolean): string {
  const outcome = restored ? 'nothing was published' : 'some values may have been published already';
  return `cannot be written (${code}), so ${outcome}. Make room on this runner, or repair its work folder.`;
}

/**
 * Why this exists: what `export` wrote can be hidden in the log of a GitLab job, if its runner learns masks from the job's
 * output. Anywhere else the same lines would be the leak.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { errorCode, type Problem, UsageError } from '../vault/errors.ts';
import type { Given } from './call.ts';

/**
 * Where GitLab Runner keeps the masks that it learns, below `$RUNNER_TEMP_PROJECT_DIR`. It makes the file before a job's
 * script begins if `proxy_exec` is on for it, and removes what an earlier job has left
 * (gitlab-runner: `commands/helpers/internal/store`, `shells/abstract.go`).
 */
const STORE = 'masking.db';

/** What is wrong with asking for masks here. */
export function maskingProblems({ flags, env }: Given): readonly Problem[] {
  const { RUNNER_TEMP_PROJECT_DIR: folder } = env;
  if (!flags.has('add-mask')) return [];
  if (folder && existsSync(join(folder, STORE))) return [];
  return [{ name: '--add-mask', problem: NO_STORE }];
}

const NO_STORE =
  'this runner learns no masks, so the lines would show every value: have it run with proxy_exec = true (GitLab Runner 17.10), or leave the flag out';

/** Teaches the runner these texts. Throws a `UsageError` when it does not take them: then nothing may be shown to it. */
export function tellMasks(texts: readonly string[], runner: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    runner.write(maskLines(texts), (error) => {
      if (!error) return resolve();
      const problem = `the runner does not take the masks (${errorCode(error)})`;
      reject(new UsageError([{ name: '--add-mask', problem }]));
    });
  });
}

/**
 * The lines that teach a runner these texts. Whether it takes `%25` for `%`, as GitHub's does, is not documented: a text
 * with `%` is told in both spellings.
 */
export function maskLines(texts: readonly string[]): string {
  const spellings = texts
    .filter((text) => !/[\r\n]/.test(text))
    .flatMap((text) => [...new Set([text, text.replaceAll('%', '%25')])]);
  return spellings.map((text) => `::add-mask::${text}\n`).join('');
}

/** Why this exists: the GitHub runner as the job's port. The only file that imports `@actions/core`. */

import { accessSync, appendFileSync, constants } from 'node:fs';
import * as core from '@actions/core';
import type { Ci, Publication } from '../job/ci.ts';
import { inert, redact } from '../printable.ts';
import { formatError, type Problem, UsageError } from '../vault/errors.ts';
import { packHandle, type TokenHandle, unpackHandle } from '../vault/handle.ts';
import { placeFiles, removeFolder } from './files.ts';
import { summaryText } from './markdown.ts';

const STATE = 'cleanup';
const FOLDER = 'folder';

export interface Runner extends Ci {
  input(name: string): string;
  /** What main kept for post. */
  kept(): TokenHandle | undefined;
  /** Removes the files that main wrote. */
  removeFiles(): void;
  /** Texts to hide in our own messages; `mask` does that as well. */
  hide(texts: readonly string[]): void;
  /** From now on nothing is published. Calls `done` once no token can be born that clean-up does not know of. */
  cancel(done: () => void): void;
  /** Reports a failure; the process still has to end with a status of its own. */
  fail(error: unknown): void;
}

export function runner(): Runner {
  const hidden = new Set<string>();
  const token = { kept: false, cancelled: undefined as (() => void) | undefined };
  const printable = (text: string): string => inert(redact(text, hidden));
  return {
    input: (name) => core.getInput(name),
    mask: (texts) => {
      for (const text of texts) {
        if (!hidden.has(text)) core.setSecret(text);
        hidden.add(text);
      }
    },
    hide: (texts) => texts.forEach((text) => hidden.add(text)),
    keep: (handle) => {
      saveState(handle);
      token.kept = true;
      token.cancelled?.();
    },
    cancel: (done) => {
      token.cancelled = done;
      if (token.kept) done();
    },
    kept: () => unpackHandle(core.getState(STATE)),
    removeFiles: () => removeFolder(core.getState(FOLDER)),
    publish: (publications) => {
      if (!token.cancelled) publish(publications);
    },
    summarize: (report) => {
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      try {
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, printable(summaryText(report)));
      } catch {
        core.warning('The job summary could not be written.');
      }
    },
    debug: (text) => core.isDebug() && core.debug(printable(text)),
    info: (text) => core.info(printable(text)),
    warn: (text) => core.warning(printable(text)),
    fail: (error) => fail(messagesOf(error, (text) => redact(text, hidden)).map(printable)),
  };
}

/** The state is masked before it is written: a runner in debug mode prints it. */
function saveState(handle: TokenHandle | undefined): void {
  const packed = handle ? packHandle(handle).reveal() : '';
  if (packed !== '') core.setSecret(packed);
  core.saveState(STATE, packed);
}

/** All files are written before the first name is published: a full disk then leaves nothing half done. */
function publish(publications: readonly Publication[]): void {
  const keepFolder = (folder: string): void => core.saveState(FOLDER, folder);
  const published = placeFiles(publications, process.env, keepFolder);
  for (const { output, text } of published) if (output) core.setOutput(output, text);
  for (const { env, text } of published) if (env) core.exportVariable(env, text);
}

/** One annotation for each; a runner shows at most ten of a step. */
function messagesOf(error: unknown, redacted: (text: string) => string): readonly string[] {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.flatMap((one) => messagesOf(one, redacted)))];
  }
  if (error instanceof UsageError) return error.problems.map(({ name, problem }) => `${name}: ${problem}`);
  return [formatError(error, redacted)];
}

function fail(messages: readonly string[]): void {
  messages.forEach((message) => core.error(message));
  try {
    if (process.env.GITHUB_OUTPUT) core.setOutput('errorMessage', messages.join('\n'));
  } catch {
    // The messages stand in the log, and the status tells.
  }
}

/**
 * What of this process's surroundings makes a safe run impossible. Without the command files `@actions/core` would fall
 * back to commands on standard output, values in clear; with NODE_DEBUG, Node prints request headers.
 */
export function surroundingProblems(env: NodeJS.ProcessEnv): readonly Problem[] {
  const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'].flatMap((name) => {
    const problem = fileProblem(env[name]);
    return problem ? [{ name, problem }] : [];
  });
  const debug = env.NODE_DEBUG ? [{ name: 'NODE_DEBUG', problem: NODE_DEBUG }] : [];
  return [...files, ...debug];
}

const NODE_DEBUG =
  'is set: Node.js would print request headers, with the token in them; unset it for this step';

function fileProblem(path: string | undefined): string | undefined {
  if (!path) return 'is not set: this is no GitHub Actions runner, or one that is too old';
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return 'names a file that cannot be written: nothing could be handed to later steps';
  }
}

/** Why this exists: the GitHub runner as the job's port. The only file that imports `@actions/core`. */

import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Ci, Publication } from '../job/ci.ts';
import { placeFiles, removeFolder } from '../platform/files.ts';
import { messagesOf } from '../platform/messages.ts';
import { debugProblems } from '../platform/surroundings.ts';
import { inert, redact } from '../printable.ts';
import { cancellation } from '../vault/cancellation.ts';
import type { Problem } from '../vault/errors.ts';
import { packHandle, type TokenHandle, unpackHandle } from '../vault/handle.ts';
import { appendAll, commandFileProblems } from './command-files.ts';
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
  readonly cancelled: AbortSignal;
  /** The job is told to end, with `reason`. Calls `done` once there is a token that clean-up knows of: none will follow. */
  cancel(reason: Error, done: () => void): void;
  /** Reports a failure; the process still has to end with a status of its own. */
  fail(error: unknown): void;
}

export function runner(): Runner {
  const hidden = new Set<string>();
  const controller = cancellation();
  const token = { kept: false, done: undefined as (() => void) | undefined };
  const printable = (text: string): string => inert(redact(text, hidden));
  return {
    input: (name) => core.getInput(name),
    mask: (texts) => {
      process.stdout.cork();
      for (const text of texts) {
        if (!hidden.has(text)) core.setSecret(text);
        hidden.add(text);
      }
      process.stdout.uncork();
    },
    hide: (texts) => texts.forEach((text) => hidden.add(text)),
    keep: (handle) => {
      saveState(handle);
      token.kept = true;
      token.done?.();
    },
    cancelled: controller.signal,
    cancel: (reason, done) => {
      token.done = done;
      controller.abort(reason);
      if (token.kept) done();
    },
    kept: () => unpackHandle(core.getState(STATE)),
    removeFiles: () => removeFolder(core.getState(FOLDER)),
    publish,
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

/** All files are written before the first name is published, and all names or none: a full disk leaves nothing half done. */
function publish(publications: readonly Publication[]): void {
  const keepFolder = (made: string): void => {
    appendAll([{ name: 'GITHUB_STATE', write: () => core.saveState(FOLDER, made) }], process.env);
  };
  const { RUNNER_TEMP: folder, GITHUB_WORKSPACE: workspace } = process.env;
  const published = placeFiles(publications, { name: 'RUNNER_TEMP', folder, workspace }, keepFolder);
  const outputs = published.filter(({ output }) => output);
  const variables = published.filter(({ env }) => env);
  appendAll(
    [
      {
        name: 'GITHUB_OUTPUT',
        write: () => outputs.forEach(({ output = '', text }) => core.setOutput(output, text)),
      },
      {
        name: 'GITHUB_ENV',
        write: () => variables.forEach(({ env = '', text }) => core.exportVariable(env, text)),
      },
    ],
    process.env,
  );
}

/** One annotation for each message; a runner shows at most ten of a step. */
function fail(messages: readonly string[]): void {
  messages.forEach((message) => core.error(message));
  if (!process.env.GITHUB_OUTPUT) return;
  const write = (): void => core.setOutput('errorMessage', messages.join('\n'));
  try {
    appendAll([{ name: 'GITHUB_OUTPUT', write }], process.env);
  } catch {
    // The messages stand in the log, and the status tells.
  }
}

/**
 * Ends the process once its messages are out: not every pipe takes them at once, and among them are the masks of what is
 * published. What is still under way, a look-up of a name for example, is not waited for. A signal that came before the
 * last answer is told in the next turn of the event loop, and still counts.
 */
export function leave(): void {
  process.stdout.write('', () => setImmediate(setImmediate, () => process.exit()));
}

/** The same, however slowly somebody reads: where nothing was published. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), LONGEST_UNREAD_MS).unref();
  leave();
}

/** Milliseconds for messages that nobody reads. */
const LONGEST_UNREAD_MS = 2_000;

/** What of this process's surroundings makes a safe run impossible. */
export function surroundingProblems(env: NodeJS.ProcessEnv): readonly Problem[] {
  return [...commandFileProblems(env), ...debugProblems(env)];
}

/** Why this exists: a new SecretID gets to where the old one is kept: into a file, or into a command's standard input. */

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Secret } from '../secret.ts';
import type { Problem } from '../vault/errors.ts';
import type { Call, Given } from './call.ts';
import { start } from './child.ts';
import { pathProblems } from './export.ts';
import { withoutCredentials } from './inputs.ts';
import { redactedTo } from './outlets.ts';
import { patternsOf } from './redact/patterns.ts';
import { removeFolders } from './removal.ts';
import { rehearse, replaceFileAsIs } from './replacement.ts';
import { placeScript } from './script.ts';

export interface Delivery {
  /** `/run/ci/secret-id`, or what stands for the command in messages. */
  readonly place: string;
  /** Returns a status other than 0 where it cannot be known whether the SecretID has arrived. Throws where it has not. */
  deliver(secretId: Secret): Promise<number>;
}

/** What is wrong with the flags that say where to. */
export function deliveryProblems({ flags, env }: Given): readonly Problem[] {
  const [out, command] = [flags.get('out'), flags.get('exec')];
  if ((out === undefined) !== (command === undefined)) return out ? pathProblems('--out', out, env) : [];
  const problem =
    'give the file for the new SecretID, or in --exec the command that takes it from its standard input';
  return [{ name: '--out', problem: out ? `${problem}, not both` : problem }];
}

/** Throws a `UsageError` for a file that cannot be replaced: a login for nothing may be the last that there is. */
export function readDelivery(call: Call): Delivery {
  const command = call.flags.get('exec');
  if (command !== undefined) {
    return { place: 'the command', deliver: (secretId) => run(command, secretId, call) };
  }
  const path = resolve(call.flags.get('out') ?? '');
  warnOfReaders(path, rehearse(path), call);
  return { place: path, deliver: async (secretId) => write(path, secretId) };
}

/** Kept as it is: those whom a narrower mode locks out would find the old SecretID destroyed. Windows has no such modes. */
function warnOfReaders(path: string, mode: number, { surroundings }: Call): void {
  if (process.platform === 'win32' || (mode & 0o004) === 0) return;
  const text = `${path} can be read by every user of this machine (mode 0${mode.toString(8)}), and that is kept: chmod o= takes it from them.`;
  surroundings.terminal.warn(text);
}

/** Without a line break: some who read it take every byte. */
function write(path: string, secretId: Secret): number {
  replaceFileAsIs(path, secretId.reveal());
  settle(dirname(path));
  return 0;
}

/** The new name survives a loss of power before the old SecretID is destroyed. Not every system can do that for a folder. */
function settle(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    fsyncSync(opened);
    closeSync(opened);
  } catch {
    // The file itself is on the disk.
  }
}

/** A shell runs it. It gets none of our credentials, and what it prints is redacted. */
async function run(script: string, input: Secret, call: Call): Promise<number> {
  const { surroundings, streams, inputs, isTerminal } = call;
  const { signals, terminal } = surroundings;
  const patterns = patternsOf([input], terminal.hidden());
  const carry = redactedTo(streams, patterns);
  const folders: string[] = [];
  try {
    const program = placeScript(script, (folder) => folders.push(folder));
    const command = { ...program, env: withoutCredentials(call.env, inputs), input };
    const running = await start(command, { carry, signals, isTerminal });
    const status = await running.ended;
    await running.drained;
    return status;
  } finally {
    removeFolders(folders).forEach((problem) => terminal.warn(problem));
  }
}

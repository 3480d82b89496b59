/** Why this exists: `exec`: a command runs with the values in its environment, and nothing of them is left behind. */

import { tmpdir } from 'node:os';
import type { Config } from '../config/config.ts';
import { runJob } from '../job/job.ts';
import type { Call } from './call.ts';
import { type Carry, type Command, type Running, start } from './child.ts';
import type { Collection } from './collection.ts';
import { withoutCredentials } from './inputs.ts';
import { endIt, obtain } from './job.ts';
import { redactedTo, secretsOf, variablesOf } from './outlets.ts';
import { privately } from './private.ts';
import { patternsOf } from './redact/patterns.ts';
import { removeFolders } from './removal.ts';
import { placeScript } from './script.ts';
import type { Signals } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { real, workspaceAround } from './workspace.ts';

/** Runs the command. Returns its status; throws what keeps it from being started. The token's end is seen to. */
export async function exec(call: Call): Promise<number> {
  const { config, surroundings } = call;
  const folders = folderList(surroundings.terminal);
  try {
    const program = programOf(call, folders.keep);
    const { collection } = await obtain((ci) => runJob(config, ci), surroundings);
    const { status, drained } = await runWith(collection, program, folders, call);
    await Promise.race([drained, outOfPatience(surroundings.signals)]);
    return status;
  } finally {
    folders.remove();
  }
}

interface Folders {
  keep(folder: string): void;
  remove(): void;
}

/** The folders that we make; they go even where we break down. */
function folderList(terminal: Terminal): Folders {
  const folders: string[] = [];
  process.once('exit', () => removeFolders(folders));
  return {
    keep: (folder) => folders.push(folder),
    remove: () => removeFolders(folders.splice(0)).forEach((problem) => terminal.warn(problem)),
  };
}

type Program = Pick<Command, 'file' | 'args'>;

function programOf({ flags, rest }: Call, keep: Folders['keep']): Program {
  const script = flags.get('script');
  if (script !== undefined) return placeScript(script, keep);
  const [file = '', ...args] = rest;
  return { file, args };
}

/** The token ends when the command has, while the last of its output may still be on its way. */
async function runWith(
  collection: Collection,
  program: Program,
  folders: Folders,
  call: Call,
): Promise<{ readonly status: number; readonly drained: Running['drained'] }> {
  try {
    const { ended, drained } = await startWith(collection, program, folders, call);
    return { status: await ended, drained };
  } finally {
    folders.remove();
    await endIt(collection.handle, call.surroundings);
  }
}

function startWith(
  collection: Collection,
  { file, args }: Program,
  { keep }: Folders,
  { env: ours, flags, inputs, surroundings, streams, config, isTerminal }: Call,
): Promise<Running> {
  const folder = real(tmpdir());
  const workspace = workspaceAround(folder, ours)?.folder;
  const place = { name: 'the temporary folder (TMPDIR)', folder, workspace };
  const variables = privately(() => variablesOf(collection.publications, place, keep));
  const values = Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
  const env = { ...withoutCredentials(ours, inputs), ...values };
  const carry = flags.has('no-mask') ? undefined : redacting(collection, { config, surroundings, streams });
  return start({ file, args, env }, { carry, signals: surroundings.signals, isTerminal });
}

/** Both of the command's streams, without what is secret. */
function redacting(
  { publications, handle }: Collection,
  { surroundings, streams, config }: Pick<Call, 'surroundings' | 'streams' | 'config'>,
): Carry {
  const own = [handle?.token, ...credentialsOf(config)].filter((secret) => secret !== undefined);
  const patterns = patternsOf([...secretsOf(publications), ...own], surroundings.terminal.hidden());
  return redactedTo(streams, patterns);
}

/** What the job logged in with. */
function credentialsOf({ identity }: Config) {
  if (identity.method === 'token') return [identity.token];
  const { secretId } = identity;
  if (secretId.kind === 'plain') return [secretId.secretId];
  return secretId.kind === 'wrapped' ? [secretId.wrappingToken] : [];
}

/** Milliseconds for whoever reads our output, once we were told to stop. */
const LONGEST_PATIENCE_MS = 3_000;

/** Who reads slowly gets everything. Who does not read at all keeps us until a signal comes. */
function outOfPatience(signals: Signals): Promise<void> {
  return new Promise((resolve) => {
    signals.listen(() => resolve());
    if (signals.received.length > 0) setTimeout(resolve, LONGEST_PATIENCE_MS).unref();
  });
}

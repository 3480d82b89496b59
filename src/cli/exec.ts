/** Why this exists: `exec`: a command runs with the values in its environment, and nothing of them is left behind. */

import { tmpdir } from 'node:os';
import type { Config } from '../config/config.ts';
import { removeFolder } from '../platform/files.ts';
import type { Call } from './call.ts';
import { type Carry, type Command, start } from './child.ts';
import type { Collection } from './collection.ts';
import { withoutCredentials } from './inputs.ts';
import { endIt, obtain } from './job.ts';
import { secretsOf, variablesOf } from './outlets.ts';
import { redactInto } from './redact/into.ts';
import { patternsOf } from './redact/patterns.ts';
import { placeScript } from './script.ts';

/** Runs the command. Returns its status; throws what keeps it from being started. The token's end is seen to. */
export async function exec(call: Call): Promise<number> {
  const program = programOf(call);
  try {
    const collection = await obtain(call.config, call.surroundings);
    return await runWith(collection, program, call);
  } finally {
    program.remove();
  }
}

type Program = Pick<Command, 'file' | 'args'> & { remove(): void };

function programOf({ flags, rest }: Call): Program {
  const script = flags.get('script');
  if (script !== undefined) return placeScript(script);
  const [file = '', ...args] = rest;
  return { file, args, remove: () => undefined };
}

/** The token ends when the command has, while the last of its output is still on its way. */
async function runWith(collection: Collection, { file, args }: Program, call: Call): Promise<number> {
  const { surroundings } = call;
  const folders: string[] = [];
  const end = async (): Promise<void> => {
    folders.forEach(removeFolder);
    await endIt(collection.handle, surroundings);
  };
  try {
    const place = { name: 'the temporary folder', folder: tmpdir() };
    const variables = variablesOf(collection.publications, place, (folder) => folders.push(folder));
    const values = Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
    const env = { ...withoutCredentials(call.env, call.inputs), ...values };
    const carry = call.flags.has('no-mask') ? undefined : redacting(collection, call);
    const { signals } = surroundings;
    const running = await start({ file, args, env }, { carry, signals, isTerminal: call.isTerminal });
    const status = await running.ended;
    await Promise.all([end(), running.drained]);
    return status;
  } catch (error) {
    await end();
    throw error;
  }
}

/** Both of the command's streams, without what is secret. */
function redacting({ publications, handle }: Collection, { surroundings, streams, config }: Call): Carry {
  const own = [handle?.token, ...credentialsOf(config)].filter((secret) => secret !== undefined);
  const patterns = patternsOf([...secretsOf(publications), ...own], surroundings.terminal.hidden());
  return async (source, name) => {
    await redactInto({ source, target: streams[name], patterns });
  };
}

/** What the job logged in with. */
function credentialsOf({ identity }: Config) {
  if (identity.method === 'token') return [identity.token];
  const { secretId } = identity;
  if (secretId.kind === 'plain') return [secretId.secretId];
  return secretId.kind === 'wrapped' ? [secretId.wrappingToken] : [];
}

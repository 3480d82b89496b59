/** Why this exists: `wrap`: a trusted job hands a SecretID to another one, which nobody can open unseen on the way. */

import { type Config, readConfig, readParts } from '../config/config.ts';
import type { Ci } from '../job/ci.ts';
import { prepare } from '../job/job.ts';
import { expectedIn, logInAs } from '../job/login.ts';
import { UsageError } from '../vault/errors.ts';
import { type Wrapped, wrapSecretId } from '../vault/mint.ts';
import type { Role } from '../vault/roles.ts';
import { checkWrapping, type WrappedSecretId } from '../vault/wrapping.ts';
import type { PartsCall } from './call.ts';
import { endIt, obtain } from './job.ts';
import { tableOf } from './table.ts';
import { type Order, readOrder } from './wrap-order.ts';

/** Prints the wrapping token and nothing else or, with `--check`, what is known of one. */
export function wrap(call: PartsCall): Promise<number> {
  return call.flags.has('check') ? check(call) : mint(call);
}

/** The trusted job's own token is revoked: neither wrapping token nor SecretID depends on it. */
async function mint(call: PartsCall): Promise<number> {
  const { surroundings, streams, inputs, machine } = call;
  const order = readOrder(call);
  const config = readConfig({ ...inputs.raw, roleName: '' }, machine, inputs.standIns);
  const { collection, result } = await obtain((ci) => mintWith(config, order, ci), surroundings);
  const { wrappingToken, ttl, accessor, creationPath } = result;
  streams.stdout.write(`${wrappingToken.reveal()}\n`);
  surroundings.terminal.info(
    `Made by ${creationPath}; it opens once, within ${ttl} s.${accessor ? ` Accessor of the SecretID: ${accessor}.` : ''}`,
  );
  await endIt(collection.handle, surroundings);
  return 0;
}

async function mintWith(config: Config, order: Order, ci: Ci): Promise<Wrapped> {
  const { custom } = order;
  if (custom) ci.mask([custom.reveal()]);
  const connection = prepare(config, ci);
  try {
    const { token } = await logInAs(config, connection, ci);
    return await wrapSecretId({ connection, token, namespace: config.namespace }, roleOf(order), order);
  } finally {
    connection.close();
  }
}

function roleOf({ mount, name }: Order): Role {
  return { mount, name };
}

/** Throws `WrappingError` when it is spent, unknown, or made elsewhere than expected. */
async function check(call: PartsCall): Promise<number> {
  const { surroundings, streams, inputs, machine } = call;
  const { roleId, roleIdFile } = inputs.raw;
  const raw = { ...inputs.raw, roleId: roleId || roleIdFile ? roleId : 'not needed' };
  const { config, problems } = readParts(raw, machine);
  if (problems.length > 0 || !config) throw new UsageError(problems);
  const wrapped = wrappedIn(config);
  const { result } = await obtain((ci) => lookUp(config, wrapped, ci), surroundings);
  const { creationPath, createdAt, ttl } = result;
  const until = new Date(Date.parse(createdAt) + 1000 * ttl);
  const rows = [
    ['made by', creationPath],
    ['made at', createdAt],
    ['opens until', Number.isNaN(until.getTime()) ? `${ttl} s after that` : until.toISOString()],
  ] as const;
  streams.stdout.write(tableOf(rows, 13));
  return 0;
}

function wrappedIn({ identity, authNamespace: namespace }: Config): WrappedSecretId {
  if (identity.method !== 'approle' || identity.secretId.kind !== 'wrapped') {
    throw new UsageError([{ name: 'wrappedSecretId', problem: 'is needed: the wrapping token to look up' }]);
  }
  return expectedIn(identity, identity.secretId.wrappingToken, namespace);
}

async function lookUp(config: Config, wrapped: WrappedSecretId, ci: Ci) {
  const connection = prepare(config, ci);
  try {
    return await checkWrapping(connection, wrapped);
  } finally {
    connection.close();
  }
}

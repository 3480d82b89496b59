/** Why this exists: `rotate`: a SecretID makes its own successor, and ends only when that is proven and where it belongs. */

import type { Config } from '../config/config.ts';
import { prepare } from '../job/job.ts';
import { logInAs, type Session } from '../job/login.ts';
import type { Secret } from '../secret.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import { type Minted, mintSecretId } from '../vault/mint.ts';
import { type Role, rolePath } from '../vault/roles.ts';
import type { Call } from './call.ts';
import { collect } from './collection.ts';
import { type Delivery, readDelivery } from './delivery.ts';
import { endIt } from './job.ts';
import { prove } from './proof.ts';
import { missingRights } from './rotation-rights.ts';
import { type Step, stepsUntil } from './steps.ts';
import { destroyAll, type Line, lookAround, tellOf, termsOf } from './succession.ts';

/**
 * Log in, look around, mint, prove, hand over, destroy what came before. Nothing that may be in use is destroyed before
 * its successor is where it belongs, so that an interruption at any point leaves a SecretID that works.
 */
export async function rotate(call: Call): Promise<number> {
  const { config, surroundings } = call;
  const current = currentIn(config);
  const delivery = readDelivery(call);
  const step = stepsUntil(surroundings.signals);
  const ci = collect(surroundings.terminal, (handle) => surroundings.alive.add(handle));
  const connection = prepare(config, ci);
  try {
    const session = await step(() => logInAs(config, connection, ci));
    return await rotateIn(session, { call, delivery, current, step });
  } finally {
    connection.close();
    await endIt(ci.handle, surroundings);
  }
}

interface Current {
  readonly mount: string;
  readonly secretId: Secret;
}

function currentIn({ identity }: Config): Current {
  if (identity.method === 'approle' && identity.secretId.kind === 'plain') {
    return { mount: identity.mount, secretId: identity.secretId.secretId };
  }
  const problem =
    'is needed as it is, in secretIdFile or VAULT_SECRET_ID: a wrapped one is spent when the rotation is interrupted, a token is none';
  throw new UsageError([{ name: 'secretId', problem }]);
}

interface Plan {
  readonly call: Call;
  readonly delivery: Delivery;
  readonly current: Current;
  readonly step: Step;
}

async function rotateIn({ connection, token, login }: Session, plan: Plan): Promise<number> {
  const { call, current, step } = plan;
  const { terminal } = call.surroundings;
  const role: Role = { mount: current.mount, name: login?.roleName ?? '' };
  const access = { connection, token, namespace: call.config.authNamespace };
  const denied = await step(() => missingRights(access, role));
  if (denied) return failed(denied, plan);
  const family = await step(() => lookAround(access, role, current.secretId));
  if (!family) return failed(spent(role), plan);
  const line: Line = { access, role, terminal, ...family };
  tellOf(line);
  const fresh = await step(() => mintSecretId(access, role, termsOf(line)));
  const status = await handOver(fresh, plan).catch(async (error: unknown) => {
    await destroyAll(line, [fresh.accessor]);
    throw error;
  });
  if (status !== 0) return failed(undelivered(status), plan);
  terminal.info(`Handed over to ${plan.delivery.place}: SecretID with accessor ${fresh.accessor}.`);
  const old = [line.current, ...line.relatives].map(({ accessor }) => accessor);
  return (await destroyAll(line, old)) ? 0 : 1;
}

/** Throws where the new SecretID has certainly not arrived. */
async function handOver(fresh: Minted, { call, delivery, step }: Plan): Promise<number> {
  await step(() => prove(fresh, call));
  return step(() => delivery.deliver(fresh.secretId));
}

function failed(problem: Problem, { call }: Plan): number {
  call.surroundings.terminal.fail(new UsageError([problem]));
  return 1;
}

function undelivered(status: number): Problem {
  return {
    name: '--exec',
    problem: `the command ended with status ${status}. The old SecretID stays valid, and so does the new one, which it may have stored. The next rotation that succeeds destroys what is left.`,
  };
}

/**
 * Nothing is minted then. The addresses that the SecretID was bound to are known to nobody any more, so that a successor
 * might be good for more than it: that would stay unnoticed, while a job without a SecretID is noticed. It is nothing that
 * the next login of a job would not have brought about.
 */
function spent(role: Role): Problem {
  const path = decodeURIComponent(rolePath(role));
  return {
    name: 'SecretID',
    problem: `this login was the last that it was good for, or it was destroyed meanwhile. No SecretID is left where it came from, and none was made, because the addresses that it was bound to are not known any more. A rotation needs one that is good for two logins or more. Where the role has secret_id_num_uses=1, change that:
bao write ${path} secret_id_num_uses=0
Then mint one, with the cidr_list and metadata that it had, and store it:
bao write -f -field=secret_id ${path}/secret-id`,
  };
}

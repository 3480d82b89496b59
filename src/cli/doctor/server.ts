/** Why this exists: which of the given addresses can serve a job, and what is the matter with the others. */

import { type Condition, readCondition } from '../../vault/condition.ts';
import { UnreachableError } from '../../vault/errors.ts';
import { hint } from '../../vault/hints.ts';
import type { Address, Server } from '../../vault/server.ts';
import { connect } from '../../vault/transport.ts';
import type { Examination } from './doctor.ts';
import { type Finding, failure, hinted } from './finding.ts';
import { examineNetwork, isWrong } from './network.ts';

/** The server with the addresses that work; undefined when none does. One that fails is weak where another works. */
export async function examineServer(
  server: Server,
  { add, ci: { cancelled } }: Pick<Examination, 'add' | 'ci'>,
): Promise<Server | undefined> {
  const nodes = [];
  for (const address of server.addresses) {
    cancelled?.throwIfAborted();
    nodes.push({ address, findings: await examineNode(address, server, cancelled) });
  }
  const [first, ...others] = nodes.filter(({ findings }) => !isWrong(findings)).map(({ address }) => address);
  const soften = (one: Finding): Finding =>
    one.level === 'wrong' && first ? { ...one, level: 'weak' } : one;
  nodes.flatMap(({ findings }) => findings).forEach((finding) => add(soften(finding)));
  return first && { ...server, addresses: [first, ...others] };
}

async function examineNode(
  address: Address,
  server: Server,
  cancelled: AbortSignal | undefined,
): Promise<readonly Finding[]> {
  const way = await examineNetwork(address, server);
  return isWrong(way) ? way : [...way, await examineHealth(address, server, cancelled)];
}

async function examineHealth(
  address: Address,
  server: Server,
  cancelled: AbortSignal | undefined,
): Promise<Finding> {
  const check = 'server';
  const label = new URL(address.base).host;
  const connection = connect({ ...server, addresses: [address], retries: 0 }, { cancelled });
  try {
    return state(label, await readCondition(connection));
  } catch (error) {
    cancelled?.throwIfAborted();
    if (error instanceof UnreachableError) return failure(check, error);
    return { level: 'skipped', check, what: `${label}: it does not tell its state (sys/health).` };
  } finally {
    connection.close();
  }
}

function state(label: string, { initialized, sealed, standby, version, keysMissing }: Condition): Finding {
  const check = 'server';
  const keys = keysMissing === undefined ? '' : `; unseal keys still needed: ${keysMissing}`;
  const trouble = initialized ? sealed && `is sealed${keys}` : 'is not initialised';
  if (trouble) return { level: 'wrong', check, what: `${label} ${trouble}`, remedy: hinted(hint('sealed')) };
  return { level: 'ok', check, what: `${label}: version ${version}, ${standby ? 'standby' : 'active'}` };
}

/** Why this exists: all entries are read, each distinct path once, side by side; one failure and nothing is published. */

import type { Config } from './config/config.ts';
import type { Ci } from './job.ts';
import type { Session } from './login.ts';
import type { Entry } from './secrets/grammar.ts';
import { distinctPaths, planReads, type Read } from './secrets/plan.ts';
import { type Selected, select } from './secrets/select.ts';
import { UsageError } from './vault/errors.ts';
import { readSecret, type SecretRead } from './vault/kv.ts';
import { type Access, locate } from './vault/mounts.ts';
import type { Connection } from './vault/transport.ts';

export interface Fetched {
  readonly selected: readonly Selected[];
  readonly reads: readonly { readonly read: Read; readonly secret: SecretRead }[];
  /** At least one credential dies with the token. */
  readonly leased: boolean;
}

/** Reads that are under way at the same time. */
const PARALLEL = 32;

/** Opens the connections that the reads will want while the login is still under way. */
export function warmUp(connection: Connection, entries: readonly Entry[]): void {
  connection.warm(Math.min(distinctPaths(entries).length, PARALLEL));
}

/** What the entries ask for. Throws all failures together, as one error or as an `AggregateError`. */
export async function fetchSecrets(session: Session, config: Config, ci: Ci): Promise<Fetched> {
  const { connection, token, login } = session;
  const access: Access = { connection, token, namespace: config.namespace };
  const locations = await locate(access, distinctPaths(config.entries));
  const plan = planReads(config.entries, locations);
  warnOfUses(login?.uses ?? 0, plan.length, ci);
  const secrets = await inParallel(plan, (read) => readSecret(access, read.apiPath, read));
  const reads = plan.flatMap((read, index) => {
    const secret = secrets[index];
    return secret ? [{ read, secret }] : [];
  });
  const leased = reads.some(({ secret }) => secret.leased);
  if (leased && login?.type === 'batch') ci.warn(BATCH_LEASE);
  return { selected: selectAll(reads), reads, leased };
}

const BATCH_LEASE =
  'Leased credentials were read with a batch token: nothing can revoke them before their TTL ends. Use a role with token_type=service.';

/** Every read and the revocation use up one use; with the last one, the leases die too. */
function warnOfUses(uses: number, reads: number, ci: Ci): void {
  if (uses === 0 || uses > reads) return;
  ci.warn(
    `The token has ${uses} uses, but this job needs ${reads + 1}: set token_num_uses of the role to 0.`,
  );
}

function selectAll(reads: Fetched['reads']): readonly Selected[] {
  const results = reads.flatMap(({ read, secret }) => read.entries.map((entry) => select(entry, secret)));
  const problems = results.flatMap((result) => ('problem' in result ? [result.problem] : []));
  if (problems.length > 0) throw new UsageError(problems.map((problem) => ({ name: 'secrets', problem })));
  return results.flatMap((result) => ('problem' in result ? [] : result));
}

/** All results, in order. After a failure nothing new is started; what is under way is waited for. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      const item = items[index];
      if (item === undefined) return;
      await work(item).then(
        (result) => {
          results[index] = result;
        },
        (error: unknown) => failures.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
  if (failures.length > 1) throw new AggregateError(failures);
  if (failures.length === 1) throw failures[0];
  return results;
}

/** Why this exists: a token whose uses run out is refused like one without rights, so they are counted before they are spent. */

import type { Lister, ListNames } from '../../job/folders.ts';
import type { Read } from '../../secrets/plan.ts';
import { UsageError } from '../../vault/errors.ts';
import { type Finding, skip } from './finding.ts';

/** Lists as long as a use is left for what is in the folders. `uses`: 0 is unlimited. */
export function within(uses: number, { list, count }: Lister): ListNames {
  return async (listPath) => {
    if (uses > 0 && count() + 1 >= uses) throw new UsageError([{ name: 'token', problem: TOO_FEW }]);
    return list(listPath);
  };
}

const TOO_FEW =
  'it has too few uses to list every folder and read a secret; set token_num_uses of the role to 0';

export interface Spending {
  readonly uses: number;
  /** Requests made so far. */
  readonly listed: number;
  readonly reads: readonly Read[];
  readonly certificates: number;
}

/** Undefined where the uses suffice for asking what the token may do, and for reading. */
export function shortage({ uses, listed, reads, certificates }: Spending): Finding | undefined {
  const job = listed + reads.length + certificates;
  const read = reads.filter(({ repeatable }) => repeatable).length;
  /** The last use of a token cannot be a question: the server answers that the token is invalid. */
  const own = listed + questions(reads.length + certificates) + Math.max(read, 1);
  const remedy =
    'Set token_num_uses of the role to 0: each read counts. (docs/troubleshooting.md#token-uses)';
  if (uses === 0 || uses >= Math.max(job, own)) return undefined;
  if (uses < job)
    return {
      level: 'wrong',
      check: 'token',
      what: `it has ${uses} uses, and a job takes ${job} to read all this`,
      remedy,
    };
  return skip(
    'the rest',
    `looking at policies and secrets takes ${own} uses of the token, which has ${uses}`,
    remedy,
  );
}

/** One for some hundred paths; each that is wanted brings some more to ask for. */
function questions(paths: number): number {
  return 1 + Math.floor(paths / 100);
}

/** Why this exists: what came of a cell, in the words that the document uses; nothing in it depends on time or chance. */

import { type Outcome, RETRIES } from './cell.ts';
import { sentenceIn } from './sentence.ts';

export interface Verdict {
  readonly survives: boolean;
  /** `n`: as many as there is time for. */
  readonly requests: number | 'n';
  /** What a failure takes at most, by the input `timeout`. */
  readonly within: string;
  /** What the log says, with a link to the remedy. */
  readonly message: string;
  /** What a failure leaves behind. */
  readonly left: string;
}

export function verdictOf(outcome: Outcome): Verdict {
  const { cell, main, post, requests, alive } = outcome;
  const { operation, row } = cell;
  const survives = operation.part === 'main' ? main.status === 0 : alive === 0 && !isWarning(post.log);
  const again = requests > 1 || row.fault === 'refused';
  return {
    survives,
    requests: requests > RETRIES + 1 ? 'n' : requests,
    within: again ? '3 × `timeout`' : '`timeout`',
    message: survives ? '' : sentenceIn(operation.part === 'main' ? main.log : post.log, operation.name),
    left: survives ? '' : leftBehind(outcome),
  };
}

function isWarning(log: string): boolean {
  return /^::warning::/m.test(log);
}

function leftBehind({ cell, processed, alive, unspent }: Outcome): string {
  switch (cell.operation.name) {
    case 'unwrap':
      return unspent.includes('wrapping token') ? 'wrapping token still good' : 'wrapping token spent';
    case 'login':
      return alive > 0 ? 'token until its TTL, SecretID used' : 'SecretID still good';
    case 'other read':
    case 'issue':
      return processed > 0 ? 'one that nobody has' : '';
    case 'revoke in post':
      return alive > 0 ? 'token until its TTL' : '';
    default:
      return '';
  }
}

/** Why this exists: what went wrong, in texts that a platform can print one by one. */

import { formatError, UsageError } from '../vault/errors.ts';

/** One text for each thing that is wrong, each once. The texts are still to be redacted and made inert. */
export function messagesOf(error: unknown, redacted: (text: string) => string): readonly string[] {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.flatMap((one) => messagesOf(one, redacted)))];
  }
  if (error instanceof UsageError) return error.problems.map(({ name, problem }) => `${name}: ${problem}`);
  return [formatError(error, redacted)];
}

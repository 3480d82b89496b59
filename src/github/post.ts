/** Why this exists: the step's end. Takes everything from the kept state, revokes, and never fails the job (rule R14). */

import { endToken, LONGEST_CLEANUP_MS } from '../job/revocation.ts';
import { leaveSoon, runner } from './ci.ts';

const ci = runner();

function removeFiles(): void {
  try {
    ci.removeFiles();
  } catch {
    ci.warn('The files with secrets could not be removed from RUNNER_TEMP: remove them on this runner.');
  }
}

async function post(): Promise<void> {
  removeFiles();
  const handle = ci.kept();
  if (!handle) {
    ci.info('There is no token to revoke.');
    return;
  }
  ci.hide([handle.token.reveal()]);
  const { level, text } = await endToken(handle, LONGEST_CLEANUP_MS);
  ci[level](text);
}

/** A token that stays alive is no reason to fail a job whose work is done; it is one to warn. */
function giveUp(error: unknown): void {
  ci.warn(`The token may still be alive: ${error instanceof Error ? error.message : 'unexpected error'}`);
  leaveSoon();
}

setTimeout(() => giveUp(new Error('the revocation took too long')), LONGEST_CLEANUP_MS).unref();
process.on('uncaughtException', giveUp);
post().then(leaveSoon, giveUp);

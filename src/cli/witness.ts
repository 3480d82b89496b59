/** Why this exists: nobody is told whom else a signal was sent to, and a command must not get it twice. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Witness {
  /** Whether a signal that we just got went to our whole group, and so to this process as well. */
  saw(signal: NodeJS.Signals, pid: number): Promise<boolean>;
  dismiss(): void;
}

/**
 * `cat` in our process group: asked to echo, it does, unless the signal has ended it, too. A signal to a group is on its way
 * to all of it when the first gets it, so no time has to pass. It knows nothing of our environment.
 */
export function startWitness(path: string | undefined): Witness {
  const cat = spawn('cat', { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: path } });
  const ended = new Promise<string | null>((resolve) => {
    cat.once('error', () => resolve(null)).once('exit', (_, signal) => resolve(signal));
  });
  cat.stdin.on('error', () => undefined);
  const echo = (): Promise<null> =>
    new Promise((resolve) => {
      cat.stdout.once('data', () => resolve(null));
      cat.stdin.write('.');
    });
  return {
    saw: async (signal, pid) =>
      (await Promise.race([ended, echo(), tooLate()])) === signal && isInOurGroup(pid),
    dismiss: () => cat.stdin.destroy(),
  };
}

/** Milliseconds; the witness has been stopped, or whatever else keeps it from answering. */
const LONGEST_ANSWER_MS = 2_000;

function tooLate(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, LONGEST_ANSWER_MS, null).unref());
}

/** `timeout`, `setsid` and others leave our group. Where there is no /proc nobody knows: most programs stay in it. */
function isInOurGroup(pid: number): boolean {
  try {
    return groupOf(`${pid}`) === groupOf('self');
  } catch {
    return true;
  }
}

/** The fifth field of proc(5)'s `stat`; the second is a name in brackets, which may hold anything. */
function groupOf(pid: string): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
}

/** Why this exists: a job's port for a command: what is to be published is collected, for the command to hand on. */

import type { Ci, Publication } from '../job/ci.ts';
import type { TokenHandle } from '../vault/handle.ts';
import type { Terminal } from './terminal.ts';

export interface Collection extends Ci {
  readonly publications: readonly Publication[];
  /** What revokes the token, once there is one. */
  readonly handle: TokenHandle | undefined;
}

/** `kept` is called synchronously when there is a token, before anything else can happen (rule R12). What it throws ends the token. */
export function collect(
  terminal: Terminal,
  kept: (handle: TokenHandle) => void = () => undefined,
  cancelled?: AbortSignal,
): Collection {
  let publications: readonly Publication[] = [];
  let handle: TokenHandle | undefined;
  return {
    cancelled,
    get publications() {
      return publications;
    },
    get handle() {
      return handle;
    },
    mask: (texts) => terminal.hide(texts),
    keep: (fresh) => {
      if (fresh) kept(fresh);
      handle = fresh;
    },
    publish: (all) => {
      publications = all;
    },
    summarize: () => undefined,
    debug: (text) => terminal.debug(text),
    info: (text) => terminal.info(text),
    warn: (text) => terminal.warn(text),
  };
}

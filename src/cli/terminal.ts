/** Why this exists: all that the command line says, on standard error, redacted and made inert (rules R5 and R6). */

import { messagesOf } from '../platform/messages.ts';
import { inert, redact } from '../printable.ts';
import { spelled, spelling } from './flags.ts';

export interface Terminal {
  info(text: string): void;
  warn(text: string): void;
  /** Says what went wrong, one message for each thing. */
  fail(error: unknown): void;
  /** Said only with `--debug`. */
  debug(text: string): void;
  /** Texts that are no longer to be seen in what is said. */
  hide(texts: readonly string[]): void;
  /** What is hidden so far. */
  hidden(): readonly string[];
}

/** Says everything through `write`, which gets whole lines. */
export function terminal(write: (text: string) => void, isDebug: boolean): Terminal {
  const hidden = new Set<string>();
  /** Spelled after it is redacted: a secret that holds the name of an input would not be recognised. */
  const printable = (text: string): string => inert(spelled(redact(text, hidden))).replaceAll('\n', '\n  ');
  const say = (kind: string, text: string): void => write(`vault-approle: ${kind}${printable(text)}\n`);
  return {
    info: (text) => say('', text),
    warn: (text) => say('warning: ', text),
    fail: (error) => {
      for (const text of messagesOf(error, (said) => redact(said, hidden))) say('error: ', option(text));
    },
    debug: (text) => isDebug && say('debug: ', text),
    hide: (texts) => texts.forEach((text) => hidden.add(text)),
    hidden: () => [...hidden],
  };
}

/** What a problem is told of: an input, also one whose name is one plain word. */
function option(text: string): string {
  return text.replace(/^[a-z]+(?=: )/, spelling);
}

/** Why this exists: a child's output flows, redacted, into our own: no faster than that is read, and to its last byte. */

import type { Readable, Writable } from 'node:stream';
import type { Patterns } from './patterns.ts';
import { type Redactor, redactorOf } from './redactor.ts';

export type Outcome =
  /** The source was closed, and everything was written. */
  | { readonly kind: 'written' }
  /** The target took no more (EPIPE and the like), so the source was closed. */
  | { readonly kind: 'target lost'; readonly error: Error }
  /** The source could not be read to its end; what came was written. */
  | { readonly kind: 'source lost'; readonly error: Error };

/** Milliseconds of silence after which a little of what is held back is released: people wait for a prompt. */
const SILENCE = 200;

/**
 * Writes what comes from `source`, redacted, to `target`, which is not ended. The source gives bytes (no encoding set) and
 * is closed when the target is lost. Settles when the source is closed (a process that still holds the other end of a pipe
 * keeps it open: `destroy()` it) and every write has been answered, which a stalled reader may never do. Rejects only for
 * a failure of the filter itself: then the source is closed and nothing more is written.
 */
export function redactInto({
  source,
  target,
  patterns,
}: {
  readonly source: Readable;
  readonly target: Writable;
  readonly patterns: Patterns;
}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let sourceError: Error | undefined;
    let closed = false;
    const settle = (): void => {
      if (!closed || sink.isWriting()) return;
      sink.close();
      const failure = guard.failure();
      if (failure) reject(failure.error);
      else resolve(outcomeOf(sink.lost(), sourceError));
    };
    const sink = sinkOf(target, source, settle);
    const guard = guardOf(source);
    const redactor = redactorOf(patterns, sink.write);
    const silence = silenceOf(redactor, guard);
    const end = (): void => {
      silence.ends();
      if (!closed) guard.run(redactor.end);
      closed = true;
      settle();
    };
    source
      .on('data', (chunk: Buffer) => {
        silence.ends();
        guard.run(() => redactor.write(chunk));
        silence.begins();
      })
      .on('error', (error) => {
        sourceError = error;
      })
      .on('close', end);
    if (source.closed) end();
  });
}

function outcomeOf(targetError: Error | undefined, sourceError: Error | undefined): Outcome {
  if (targetError) return { kind: 'target lost', error: targetError };
  return sourceError ? { kind: 'source lost', error: sourceError } : { kind: 'written' };
}

interface Guard {
  /** Does nothing once a step has failed. */
  run(step: () => void): void;
  failure(): { readonly error: unknown } | undefined;
}

/** Fails closed: when the filter fails, nothing more is read. */
function guardOf(source: Readable): Guard {
  let failure: { readonly error: unknown } | undefined;
  return {
    run(step) {
      if (failure) return;
      try {
        step();
      } catch (error) {
        failure = { error };
        source.destroy();
      }
    },
    failure: () => failure,
  };
}

/** The timer runs only while something is held back. */
function silenceOf(redactor: Redactor, guard: Guard): { begins(): void; ends(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    begins() {
      if (redactor.holds()) timer = setTimeout(() => guard.run(redactor.pause), SILENCE);
    },
    ends() {
      clearTimeout(timer);
    },
  };
}

interface Sink {
  /** Stops the source until the target has room. */
  write(bytes: Buffer): void;
  isWriting(): boolean;
  /** Why the target takes no more. The source is closed then. */
  lost(): Error | undefined;
  close(): void;
}

function sinkOf(target: Writable, source: Readable, answered: () => void): Sink {
  let lost: Error | undefined;
  let unanswered = 0;
  const lose = (error: Error): void => {
    lost ??= error;
    source.destroy();
  };
  const resume = (): void => {
    source.resume();
  };
  target.on('error', lose).on('drain', resume);
  return {
    write(bytes) {
      if (lost) return;
      unanswered++;
      const hasRoom = target.write(bytes, (error) => {
        unanswered--;
        if (error) lose(error);
        answered();
      });
      if (!hasRoom) source.pause();
    },
    isWriting: () => unanswered > 0,
    lost: () => lost,
    close() {
      target.off('drain', resume);
      // Node tells a failed write's callback first, and the listeners of 'error' only afterwards.
      if (!lost) target.off('error', lose);
    },
  };
}

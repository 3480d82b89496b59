/** Why this exists: a stream flows into another no faster than that is read, to its last byte, whatever ends first. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { redactInto } from '../../../../src/cli/redact/into.ts';
import { patternsOfTexts } from '../../../support/redaction.ts';

const PATTERNS = patternsOfTexts('canary-0123456789-0123456789');

function started(
  command: string,
  args: readonly string[],
): ChildProcess & { stdin: Writable; stdout: Readable } {
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function ending(child: ChildProcess): Promise<unknown> {
  const [code, signal] =
    (child.exitCode ?? child.signalCode) ? [child.exitCode, child.signalCode] : await once(child, 'exit');
  return signal ?? code;
}

describe('what a child prints', () => {
  it('is there at once when it is a prompt without a line end, and the child goes on', async () => {
    const child = started('sh', [
      '-c',
      'printf "Password: "; read -r answer; printf "Thanks for %s" "$answer"',
    ]);
    const target = new PassThrough();
    const outcome = redactInto({ source: child.stdout, target, patterns: PATTERNS });
    expect(`${(await once(target, 'data'))[0]}`).toBe('Password: ');
    child.stdin.write('canary-0123456789-0123456789\n');
    expect(`${(await once(target, 'data'))[0]}`).toBe('Thanks for ***');
    expect(await outcome).toEqual({ kind: 'written' });
  });

  it('is partly there after a silence when it may be the beginning of a secret', async () => {
    const child = started('sh', ['-c', 'printf "canary"; read -r rest; printf "%s." "$rest"']);
    const target = new PassThrough();
    const outcome = redactInto({ source: child.stdout, target, patterns: PATTERNS });
    expect(`${(await once(target, 'data'))[0]}`).toBe('can');
    child.stdin.write('-0123456789-0123456789\n');
    expect(`${(await once(target, 'data'))[0]}`).toBe('***.');
    await outcome;
  });

  it('waits in the child while nobody reads it', async () => {
    const child = started(process.execPath, ['-e', 'process.stdout.write(Buffer.alloc(20_000_000, "."))']);
    const waiting: (() => void)[] = [];
    let bytes = 0;
    const target = new Writable({
      write(chunk: Buffer, _encoding, written) {
        bytes += chunk.length;
        waiting.push(written);
      },
    });
    const outcome = redactInto({ source: child.stdout, target, patterns: PATTERNS });
    await once(child.stdout, 'pause');
    for (let round = 0; round < 100; round++) await setImmediate();
    expect(Reflect.get(child.stdout, 'bytesRead')).toBeLessThan(1_000_000);
    expect(target.writableLength).toBeLessThan(1_000_000);
    const reading = setInterval(() => waiting.splice(0).forEach((written) => written()));
    expect(await outcome).toEqual({ kind: 'written' });
    clearInterval(reading);
    expect(bytes).toBe(20_000_000);
  });

  it('goes nowhere when nobody reads it any more, and the child ends', async () => {
    const child = started('sh', ['-c', 'exec yes canary 2>/dev/null']);
    const reader = started('head', ['-n', '1']);
    const outcome = await redactInto({ source: child.stdout, target: reader.stdin, patterns: PATTERNS });
    // Node closes the stream itself when it hears of the reader's end first.
    const code = expect.stringMatching(/^(EPIPE|ECONNRESET|ERR_STREAM_DESTROYED)$/);
    expect(outcome).toMatchObject({ kind: 'target lost', error: { code } });
    // It is told by SIGPIPE, or by EPIPE where that signal is ignored.
    expect(await ending(child)).toBeOneOf(['SIGPIPE', 1]);
  });

  it('is redacted on both of our streams, and we end, when nobody reads what we print', async () => {
    const script = 'while echo canary-0001; do :; done; echo "it was canary-0001" >&2';
    const ours = spawn('sh', ['-c', '"$@" | head -n 2', 'sh', ...OURS, 'sh', '-c', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(await text(ours.stdout)).toBe('***\n***\n');
    expect(await text(ours.stderr)).toMatch(/\{"out":"target lost","err":"written","ended":.*\}\n$/);
  });

  it('keeps order and exit status', async () => {
    const ours = spawn(
      OURS[0] ?? '',
      [...OURS.slice(1), 'sh', '-c', 'for n in 1 2 3; do echo $n canary-000$n; done; exit 3'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(await text(ours.stdout)).toBe('1 ***\n2 canary-0002\n3 canary-0003\n');
    expect(await text(ours.stderr)).toBe('{"out":"written","err":"written","ended":3}\n');
  });
});

/** A process of ours that runs a command and hides `canary-0001`. */
const OURS = [
  process.execPath,
  fileURLToPath(new URL('../../../support/redact-command.ts', import.meta.url)),
  'canary-0001',
];

describe('a stream', () => {
  it('that is closed before its end gives what came, with a mask for what may have been a secret', async () => {
    const source = new PassThrough();
    const target = new PassThrough();
    const outcome = redactInto({ source, target, patterns: PATTERNS });
    const shown = piecesOf(target);
    const first = once(target, 'data');
    source.write('a canary-0123');
    await first;
    expect(shown).toEqual(['a ']);
    source.destroy();
    expect(await outcome).toEqual({ kind: 'written' });
    expect(shown).toEqual(['a ', '***']);
  });

  it('that was closed already has nothing more', async () => {
    const source = new PassThrough();
    source.destroy();
    await once(source, 'close');
    const outcome = await redactInto({ source, target: new PassThrough(), patterns: PATTERNS });
    expect(outcome).toEqual({ kind: 'written' });
  });

  it('that fails gives what came, and why', async () => {
    const source = new PassThrough();
    const target = new PassThrough();
    const outcome = redactInto({ source, target, patterns: PATTERNS });
    const shown = piecesOf(target);
    const first = once(target, 'data');
    source.write('a canary-0123');
    await first;
    expect(shown).toEqual(['a ']);
    const error = new Error('read EIO');
    source.destroy(error);
    expect(await outcome).toEqual({ kind: 'source lost', error });
    expect(shown).toEqual(['a ', '***']);
  });

  it('is done when the last byte was written, and leaves nothing behind', async () => {
    const timers = timersRunning();
    const done: string[] = [];
    let written = (): void => {};
    const target = new Writable({
      write(chunk, _encoding, callback) {
        done.push(`${chunk}`);
        written = callback;
      },
    });
    const source = Readable.from([Buffer.from('canary')]);
    const outcome = redactInto({ source, target, patterns: PATTERNS }).then(() => done.push('done'));
    await once(source, 'close');
    await setImmediate();
    expect(done).toEqual(['canary']);
    written();
    await outcome;
    expect(done).toEqual(['canary', 'done']);
    expect(timersRunning()).toBe(timers);
    expect(target.listenerCount('error') + target.listenerCount('drain')).toBe(0);
    expect(target.writableEnded).toBe(false);
  });
});

/** What comes out of a stream, piece by piece, from now on. */
function piecesOf(stream: Readable): readonly string[] {
  const pieces: string[] = [];
  stream.on('data', (piece) => pieces.push(`${piece}`));
  return pieces;
}

function timersRunning(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
}

describe('a target', () => {
  it('that fails while the source is silent closes it', async () => {
    const source = new PassThrough();
    const target = new PassThrough();
    const outcome = redactInto({ source, target, patterns: PATTERNS });
    const error = new Error('write EPIPE');
    target.destroy(error);
    expect(await outcome).toEqual({ kind: 'target lost', error });
    expect(source.destroyed).toBe(true);
  });

  it('that fails in the last write, when the source is closed already, is told', async () => {
    const error = new Error('write EPIPE');
    let fail = (): void => {};
    const target = new Writable({
      write(_chunk, _encoding, callback) {
        fail = () => callback(error);
      },
    });
    const source = Readable.from([Buffer.from('canary')]);
    const outcome = redactInto({ source, target, patterns: PATTERNS });
    await once(source, 'close');
    fail();
    expect(await outcome).toEqual({ kind: 'target lost', error });
    await setImmediate();
  });

  it('that was lost before loses what comes, and closes the source', async () => {
    const source = new PassThrough();
    const target = new PassThrough();
    target.destroy();
    const outcome = redactInto({ source, target, patterns: PATTERNS });
    source.write('a');
    expect(await outcome).toMatchObject({ kind: 'target lost' });
    expect(source.destroyed).toBe(true);
  });
});

describe('a failure of the filter', () => {
  it('closes the source, writes nothing more, and is told', async () => {
    const broken = new Error('broken');
    const skip = (chunk: Buffer, from: number): number => {
      if (chunk.includes('!')) throw broken;
      return from;
    };
    const source = new PassThrough();
    const target = new PassThrough();
    const outcome = redactInto({ source, target, patterns: { ...PATTERNS, skip } });
    const shown = piecesOf(target);
    const first = once(target, 'data');
    source.write('first canary-0123');
    await first;
    source.write('!');
    await expect(outcome).rejects.toBe(broken);
    expect(source.destroyed).toBe(true);
    await setImmediate();
    expect(shown).toEqual(['first ']);
  });
});

/** Why this exists: an exported value that is too large keeps every later step, and post, from starting (rule R8). */

import { type Named, whereOf } from './names.ts';

/** Bytes. Linux allows 128 KiB for one variable and, on most systems, 2 MiB for all of them and the arguments. */
const LARGEST_VALUE = 64 * 1024;
const LARGEST_TOTAL = 512 * 1024;

/** What keeps the values from being exported as environment variables. */
export function sizeProblems(named: readonly Named[]): readonly string[] {
  const exported = named.filter(({ env, file }) => env !== undefined && file === undefined);
  const sized = exported.map((one) => ({ one, bytes: bytesOf(one) }));
  const tooLarge = sized
    .filter(({ bytes }) => bytes > LARGEST_VALUE)
    .map(({ one, bytes }) => problem(one, bytes));
  const total = sized.reduce((sum, { bytes }) => sum + bytes, 0);
  const nul = exported.filter(({ value }) => value.reveal().includes('\0'));
  return [
    ...tooLarge,
    ...nul.map((one) => `${whereOf(one)} holds a NUL byte, which no environment variable can; ${REMEDY}`),
    ...(total > LARGEST_TOTAL && tooLarge.length === 0
      ? [
          `the values together have ${kib(total)}, more than the ${kib(LARGEST_TOTAL)} that are safe; ${REMEDY}`,
        ]
      : []),
  ];
}

const REMEDY = 'say file after its name (in an action also output, or set exportEnv to false)';

function bytesOf({ value }: Named): number {
  return Buffer.byteLength(value.reveal());
}

function problem(one: Named, bytes: number): string {
  return `${whereOf(one)} has ${kib(bytes)}, more than the ${kib(LARGEST_VALUE)} that an environment variable may; ${REMEDY}`;
}

function kib(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}

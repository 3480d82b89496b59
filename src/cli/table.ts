/** Why this exists: what the server said of something, as names and values in two columns (rule R6). */

import { inert } from '../printable.ts';

/** A line for each row, whatever is in its value; `width` is that of the names, in characters. */
export function tableOf(rows: readonly (readonly [name: string, value: string])[], width: number): string {
  const oneLine = (text: string): string => inert(text).replaceAll('\n', ' ');
  return rows.map(([name, value]) => `${name.padEnd(width)}${oneLine(value)}\n`).join('');
}

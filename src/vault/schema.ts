/** Why this exists: the one shape that decoded answers share and zod has no word for. */

import * as z from 'zod/mini';
import { jsonNumber } from './json.ts';

/** A JSON number as the parser gives it, digits kept, as a JavaScript number. */
export const number = z.transform((value: unknown, context): number => {
  const known = jsonNumber(value);
  if (known !== undefined) return known;
  context.issues.push({ code: 'custom', message: 'is no number', input: value });
  return z.NEVER;
});

/** Why this exists: the one shape that decoded answers share and zod has no word for. */

import * as z from 'zod/mini';
import { jsonNumber } from './json.ts';

/** A JSON number as the parser gives it, digits kept, as a JavaScript number. */
export const number = z.pipe(
  z.custom<unknown>((value) => jsonNumber(value) !== undefined),
  z.transform((value) => jsonNumber(value) ?? 0),
);

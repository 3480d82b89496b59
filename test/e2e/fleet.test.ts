/** Why this exists: jobs that share a quota of the server wait in line for it, and all of them succeed. */

import { expect, it } from 'vitest';
import { fleetProblems, fleetTable, runFleet } from '../../bench/fleet.mjs';

/** A small one: CI runs `npm run fleet` with 500 jobs. */
const LOAD = { jobs: 24, atOnce: 8, rate: 8 };

it('a fleet whose requests are refused with 429 succeeds as a whole, with and without Retry-After, and leaves no token', {
  timeout: 240_000,
}, async ({ signal }) => {
  const halves = await runFleet(LOAD, signal);
  console.log(fleetTable(halves).join('\n'));
  expect(fleetProblems(halves)).toEqual([]);
  expect(halves.map(({ succeeded, tokensLeft }) => [succeeded, tokensLeft])).toEqual([
    [12, 0],
    [12, 0],
  ]);
});

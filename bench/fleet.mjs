/**
 * Why this exists: many jobs at once against a server whose quota refuses part of their requests, half of them without
 * and half of them with `Retry-After`. Prints what became of them, and ends with 1 unless all is well.
 */

import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAction } from './definition.mjs';
import { quantile } from './measure.mjs';
import { setStage, wantedSecrets } from './stage.mjs';
import { inStep } from './step.mjs';

/**
 * @typedef {object} Load
 * @property {number} jobs each one main and one post; one half of them after the other
 * @property {number} atOnce jobs that run at the same time
 * @property {number} rate requests that the quota lets through each second, from all jobs together
 *
 * @typedef {object} Half
 * @property {boolean} retryAfter whether the server says when to come again
 * @property {readonly string[]} failures one text for each job that failed
 * @property {number} succeeded jobs
 * @property {number} requests of all mains
 * @property {number} refused those of them that were answered with 429
 * @property {number} tokensLeft tokens that are alive and were not before
 * @property {readonly number[]} main milliseconds
 * @property {readonly number[]} both milliseconds of main and post
 */

const USAGE = 'node bench/fleet.mjs [--jobs N] [--at-once N] [--rate N]';

/** Of secrets, one field each, written without `data/`: with the mount's look-up, main makes five requests. */
const PATHS = 3;

/** Three steps of main may wait in line one after the other, and post; fifty processes that start together take long. */
const LONGEST_PROCESS_MS = 180_000;
const LONGEST_FLEET_MS = 20 * 60_000;

/**
 * @param {Load} load
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Half[]>}
 */
export async function runFleet({ jobs, atOnce, rate }, signal) {
  setMaxListeners(3 * atOnce, signal);
  const stage = await setStage();
  try {
    await stage.api('POST', 'sys/quotas/rate-limit/fleet', { rate, interval: '1s' });
    const halves = [];
    for (const retryAfter of [false, true])
      halves.push(await runHalf(stage, { jobs: Math.ceil(jobs / 2), atOnce, retryAfter }, signal));
    return halves;
  } finally {
    await stage.stop();
  }
}

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {{ jobs: number, atOnce: number, retryAfter: boolean }} half
 * @param {AbortSignal} signal
 * @returns {Promise<Half>}
 */
async function runHalf({ api, address, credentials, liveTokens }, { jobs, atOnce, retryAfter }, signal) {
  await patiently(() => api('POST', 'sys/quotas/config', { enable_rate_limit_response_headers: retryAfter }));
  const before = await patiently(liveTokens);
  const { secrets, expected } = wantedSecrets(PATHS, 1);
  const inputs = { url: address, ...credentials, secrets: secrets.replaceAll('secret/data/', 'secret/') };
  const action = readAction(fileURLToPath(new URL('..', import.meta.url)));
  const ran = await inPool(jobs, atOnce, () => runJob(action, { inputs, expected, signal }));
  const failures = ran.flatMap(({ failure }) => failure || []);
  return {
    retryAfter,
    failures,
    succeeded: ran.length - failures.length,
    requests: ran.reduce((sum, { requests }) => sum + requests, 0),
    refused: ran.reduce((sum, { refused }) => sum + refused, 0),
    tokensLeft: (await patiently(liveTokens)) - before,
    main: ran.map(({ main }) => main),
    both: ran.map(({ both }) => both),
  };
}

/**
 * @param {import('./definition.mjs').Action} action
 * @param {{ inputs: Record<string, string>, expected: Readonly<Record<string, string>>, signal: AbortSignal }} task
 */
async function runJob(action, { inputs, expected, signal }) {
  const task = { inputs, signal, env: { RUNNER_DEBUG: '1' }, longestMs: LONGEST_PROCESS_MS };
  return inStep(action, task, async (step) => {
    const main = await step.main();
    const post = (await step.post()) ?? { ms: 0, status: 1, output: 'there is none' };
    const published = step.published();
    const right = Object.entries(expected).every(([name, value]) => published[name] === value);
    const revoked = post.status === 0 && post.output.includes('The token is revoked');
    const failure = [
      ...(main.status === 0 && right ? [] : [`main: ${errorsIn(main.output)}`]),
      ...(revoked ? [] : [`post: ${post.output.trim()}`]),
    ].join('; ');
    const results = [...main.output.matchAll(/^::debug::(?:GET|POST) \S+: (\w+) in \d+ ms$/gm)];
    const refused = results.filter(([, result]) => result === '429').length;
    return { main: main.ms, both: main.ms + post.ms, requests: results.length, refused, failure };
  });
}

/** @param {string} output */
function errorsIn(output) {
  return output.match(/^::error.*$/gm)?.join('; ') ?? output.trim().slice(-500);
}

/**
 * @template T
 * @param {number} count
 * @param {number} atOnce
 * @param {() => Promise<T>} work
 * @returns {Promise<readonly T[]>}
 */
async function inPool(count, atOnce, work) {
  /** @type {T[]} */
  const done = [];
  let begun = 0;
  const worker = async () => {
    while (begun++ < count) done.push(await work());
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
  return done;
}

/**
 * The administrator's own requests wait in line as well.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function patiently(work) {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 50 || !String(error).includes(': 429 ')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/**
 * @param {readonly number[]} ms
 * @param {number} share
 */
function seconds(ms, share) {
  const sorted = [...ms].sort((a, b) => a - b);
  return `${(quantile(sorted, share) / 1000).toFixed(1)} s`;
}

/** @type {readonly (readonly [string, (half: Half) => string | number])[]} */
const ROWS = [
  ['', ({ retryAfter }) => `${retryAfter ? 'with' : 'without'} Retry-After`],
  ['jobs that succeeded', ({ succeeded, main }) => `${succeeded} of ${main.length}`],
  ['requests of main', ({ requests }) => requests],
  ['answered with 429', ({ refused }) => refused],
  ['main, p50', ({ main }) => seconds(main, 0.5)],
  ['main, p99', ({ main }) => seconds(main, 0.99)],
  ['main + post, p50', ({ both }) => seconds(both, 0.5)],
  ['main + post, p99', ({ both }) => seconds(both, 0.99)],
  ['tokens left alive', ({ tokensLeft }) => tokensLeft],
];

/** @param {readonly Half[]} halves */
export function fleetTable(halves) {
  const lines = ROWS.map(([title, of]) => [title, ...halves.map((half) => `${of(half)}`)]);
  return lines.map(
    ([title = '', ...cells]) => title.padEnd(20) + cells.map((cell) => cell.padStart(22)).join(''),
  );
}

/**
 * What is wrong with them, in a sentence each.
 * @param {readonly Half[]} halves
 */
export function fleetProblems(halves) {
  return halves.flatMap(({ failures, tokensLeft, refused }) => [
    ...failures,
    ...(tokensLeft === 0 ? [] : [`${tokensLeft} tokens are left alive`]),
    ...(refused > 0 ? [] : ['no request was refused: the quota (--rate) is too high for this machine']),
  ]);
}

async function main() {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: { jobs: text, 'at-once': text, rate: text, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  const { jobs = '500', 'at-once': atOnce = '50', rate = '30' } = values;
  const load = { jobs: Number(jobs), atOnce: Number(atOnce), rate: Number(rate) };
  if (Object.values(load).some((value) => !(value >= 1))) throw new Error(USAGE);
  const cores = availableParallelism();
  console.log(`Node.js ${process.version}, ${process.platform} ${process.arch}, ${cores} cores`);
  console.log(`${load.jobs} jobs, ${load.atOnce} at once, a quota of ${load.rate} requests a second\n`);
  const halves = await runFleet(load, AbortSignal.timeout(LONGEST_FLEET_MS));
  console.log(fleetTable(halves).join('\n'));
  const problems = fleetProblems(halves);
  if (problems.length === 0) return;
  console.error(`\n${[...new Set(problems)].join('\n')}`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

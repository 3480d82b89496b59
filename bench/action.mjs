/** Why this exists: actions side by side, on the same machine, in the same minutes, against the same real server. */

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAction } from './definition.mjs';
import { inTurns } from './measure.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { setStage } from './stage.mjs';
import { table } from './table.mjs';

/**
 * @typedef {import('./definition.mjs').Action} Action
 * @typedef {import('./scenarios.mjs').Surroundings} Surroundings
 */

const USAGE = `node bench/action.mjs [--runs N] [--only ${SCENARIOS.map(({ name }) => name).join(',')}] [LABEL=]ACTION_FOLDER …`;

const DEFAULT_RUNS = 15;

/** Far more than it takes: the server's start, and every scenario once for each action in each round. */
const limitMs = (/** @type {number} */ runs, /** @type {number} */ actions) =>
  60_000 + 10_000 * runs * actions;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return undefined;
  const runs = Number(values.runs ?? DEFAULT_RUNS);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`--runs is a whole number from 1 on: ${values.runs}`);
  const known = SCENARIOS.map(({ name }) => name);
  const only = values.only?.split(',').map((name) => name.trim()) ?? known;
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only knows ${known.join(', ')}; it does not know ${unknown.join(', ')}.`);
  const here = `this=${fileURLToPath(new URL('..', import.meta.url))}`;
  const actions = (positionals.length > 0 ? positionals : [here]).map(readAction);
  return { runs, scenarios: SCENARIOS.filter(({ name }) => only.includes(name)), actions };
}

/**
 * One scenario after the other: what a scenario keeps open does not disturb the next.
 * @param {{ runs: number, scenarios: typeof SCENARIOS, actions: readonly Action[] }} task
 * @param {Surroundings} surroundings
 */
async function measure({ runs, scenarios, actions }, surroundings) {
  const measured = [];
  for (const { make } of scenarios) {
    const { title, rows, once, measure: sample, compare } = await make(surroundings);
    const started = performance.now();
    const subjects = [...actions.map((action) => () => sample(action)), ...(compare ? [compare] : [])];
    const samples = once
      ? await Promise.all(subjects.map(async (subject) => [await subject()]))
      : await inTurns(subjects, runs);
    const nothing = compare ? samples.at(-1) : undefined;
    measured.push({ title, rows, actions: samples.slice(0, actions.length), nothing });
    process.stderr.write(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
  return measured;
}

async function main() {
  const task = readArguments();
  if (!task) return console.log(USAGE);
  const { runs, actions } = task;
  const limit = limitMs(runs, actions.length);
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new Error(`Stopped: it took longer than ${limit / 1000} s.`)),
    limit,
  );
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  const stage = await setStage();
  /** @type {(() => Promise<void>)[]} */
  const closers = [stage.stop];
  try {
    const opened = (/** @type {() => Promise<void>} */ close) => closers.unshift(close);
    const measured = await measure(task, { stage, signal: stop.signal, opened });
    console.log(
      `Node.js ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`,
    );
    console.log(`Medians of ${runs} runs, taken in turns after a warm-up [first–third quartile]\n`);
    console.log(
      table(
        actions.map(({ label }) => label),
        measured,
      ),
    );
  } finally {
    clearTimeout(timer);
    for (const close of closers) await close();
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

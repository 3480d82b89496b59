/** Why this exists: what is measured. Every run is checked before its numbers count: a fast failure is no result. */

import { startDelayProxy } from './delay-proxy.mjs';
import { downloadSize } from './size.mjs';
import { wantedSecrets } from './stage.mjs';
import { inStep, runNothing, usageOf } from './step.mjs';

/**
 * @typedef {import('./definition.mjs').Action} Action
 * @typedef {import('./measure.mjs').Sample} Sample
 * @typedef {import('./stage.mjs').Stage} Stage
 * @typedef {import('./step.mjs').Step} Step
 * @typedef {import('./step.mjs').Ran} Ran
 *
 * @typedef {{ key: string, text: string, unit: 'ms' | 'MiB' | 'KiB' | '' }} Row
 *
 * @typedef {object} Scenario
 * @property {string} name for `--only`
 * @property {string} title
 * @property {readonly Row[]} rows
 * @property {boolean} [once] the same in every run: measured once
 * @property {(action: Action) => Promise<Sample>} measure
 * @property {() => Promise<Sample>} [compare] the same rows of `node -e 0`
 *
 * @typedef {{ stage: Stage, signal: AbortSignal, opened: (close: () => Promise<void>) => void }} Surroundings
 */

/** @type {readonly { name: string, make: (surroundings: Surroundings) => Scenario | Promise<Scenario> }[]} */
export const SCENARIOS = [
  { name: 'cold', make: coldStart },
  { name: 'one', make: oneSecret },
  { name: 'paths10', make: (all) => manySecrets(all, { name: 'paths10', paths: 10, roundTripMs: 25 }) },
  { name: 'paths20', make: (all) => manySecrets(all, { name: 'paths20', paths: 20, roundTripMs: 100 }) },
  { name: 'usage', make: usage },
  { name: 'size', make: size },
];

/** @type {readonly Row[]} */
const STEP_ROWS = [
  { key: 'main', text: 'main', unit: 'ms' },
  { key: 'post', text: 'post', unit: 'ms' },
  { key: 'both', text: 'main + post', unit: 'ms' },
];

/**
 * @param {Surroundings} surroundings
 * @returns {Scenario}
 */
function coldStart({ signal }) {
  return {
    name: 'cold',
    title: 'Cold start: main with an empty url, to its input error',
    rows: [{ key: 'main', text: 'main', unit: 'ms' }],
    measure: (action) =>
      inStep(action, { inputs: { url: '' }, signal }, async (step) => {
        const ran = await step.main();
        if (ran.status === 0 || !/^::error.*\burl\b/m.test(ran.output))
          throw failure(action, 'does not call an empty url an error', ran);
        return { main: ran.ms };
      }),
    compare: async () => ({ main: (await runNothing({ signal })).ms }),
  };
}

/**
 * @param {Surroundings} surroundings
 * @returns {Scenario}
 */
function oneSecret({ stage, signal }) {
  const task = taskOf(stage.address, stage, { paths: 1, fields: 1 });
  return {
    name: 'one',
    title: 'Login, one secret, revocation',
    rows: [...STEP_ROWS, { key: 'alive', text: 'tokens left alive', unit: '' }],
    measure: async (action) => {
      const before = await stage.liveTokens();
      const times = await inStep(action, { inputs: inputsFor(action, task), signal }, async (step) => {
        const main = await publishes(action, step, task);
        return timesOf(main, await ends(action, step));
      });
      return { ...times, alive: (await stage.liveTokens()) - before };
    },
  };
}

/**
 * @param {Surroundings} surroundings
 * @param {{ name: string, paths: number, roundTripMs: number }} shape
 * @returns {Promise<Scenario>}
 */
async function manySecrets({ stage, signal, opened }, { name, paths, roundTripMs }) {
  const proxy = await startDelayProxy(stage.address, roundTripMs);
  opened(proxy.close);
  const task = taskOf(proxy.address, stage, { paths, fields: 3 });
  return {
    name,
    title: `${3 * paths} values on ${paths} paths, ${roundTripMs} ms of added round trip`,
    rows: [
      ...STEP_ROWS,
      { key: 'requests', text: 'requests of main', unit: '' },
      { key: 'connections', text: 'connections of main', unit: '' },
    ],
    measure: (action) =>
      inStep(action, { inputs: inputsFor(action, task), signal }, async (step) => {
        proxy.take();
        const main = await publishes(action, step, task);
        const counts = proxy.take();
        return { ...timesOf(main, await ends(action, step)), ...counts };
      }),
  };
}

/**
 * @param {Surroundings} surroundings
 * @returns {Scenario}
 */
function usage({ stage, signal }) {
  const task = taskOf(stage.address, stage, { paths: 1, fields: 1 });
  return {
    name: 'usage',
    title: 'What main uses for a login and one secret',
    rows: [
      { key: 'cpuMs', text: 'CPU time, user + system', unit: 'ms' },
      { key: 'peakMiB', text: 'peak memory', unit: 'MiB' },
    ],
    measure: async (action) => ({
      ...(await usageOf((usageFile) =>
        inStep(action, { inputs: inputsFor(action, task), signal, usageFile }, async (step) => {
          await publishes(action, step, task);
          await ends(action, step);
        }),
      )),
    }),
    compare: async () => ({ ...(await usageOf((usageFile) => runNothing({ signal, usageFile }))) }),
  };
}

/** @returns {Scenario} */
function size() {
  return {
    name: 'size',
    title: 'Download, gzipped',
    rows: [
      { key: 'archive', text: 'the commit, as packed by git', unit: 'KiB' },
      { key: 'files', text: 'only the files that a step needs', unit: 'KiB' },
    ],
    once: true,
    measure: async (action) => ({ ...downloadSize(action) }),
  };
}

/**
 * @typedef {{ inputs: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>> }} Task
 *
 * @param {string} address
 * @param {Stage} stage
 * @param {{ paths: number, fields: number }} shape
 * @returns {Task}
 */
function taskOf(address, { credentials }, { paths, fields }) {
  const { secrets, expected } = wantedSecrets(paths, fields);
  return { inputs: { url: address, ...credentials, secrets }, expected };
}

/**
 * @param {Action} action
 * @param {Task} task
 */
function inputsFor({ label, inputs: declared }, { inputs }) {
  const missing = Object.keys(inputs).filter((name) => !declared.has(name));
  if (missing.length > 0)
    throw new Error(`${label} has no input ${missing.join(', ')}: it cannot be measured with this scenario.`);
  return inputs;
}

/**
 * Runs main; every value must have been published.
 * @param {Action} action
 * @param {Step} step
 * @param {Task} task
 */
async function publishes(action, step, { expected }) {
  const ran = await step.main();
  if (ran.status !== 0) throw failure(action, 'failed', ran);
  const published = step.published();
  const wrong = Object.keys(expected).filter((name) => published[name] !== expected[name]);
  if (wrong.length > 0) throw failure(action, `did not publish ${wrong.join(', ')} as they are`, ran);
  return ran;
}

/**
 * Runs post, if there is one.
 * @param {Action} action
 * @param {Step} step
 */
async function ends(action, step) {
  const ran = await step.post();
  if (ran && ran.status !== 0) throw failure(action, 'failed in post', ran);
  return ran;
}

/**
 * @param {Ran} main
 * @param {Ran | undefined} post
 * @returns {Sample}
 */
function timesOf(main, post) {
  return { main: main.ms, post: post?.ms, both: main.ms + (post?.ms ?? 0) };
}

/**
 * @param {Action} action
 * @param {string} what
 * @param {Ran} ran
 */
function failure({ label }, what, { status, output }) {
  return new Error(
    `${label} ${what} (exit status ${status}). The end of what it printed:\n${output.slice(-1000)}`,
  );
}

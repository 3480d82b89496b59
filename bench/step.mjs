/** Why this exists: an action's main and post, run and timed the way a runner runs a step. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCommandFile } from '../test/support/runner.mjs';

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** No single process of any scenario takes nearly as long. */
const LONGEST_PROCESS_MS = 30_000;

/**
 * @typedef {import('./definition.mjs').Action} Action
 *
 * @typedef {object} Ran
 * @property {number} ms from before the process was made until its output ended
 * @property {number | null} status
 * @property {string} output
 *
 * @typedef {object} Step
 * @property {() => Promise<Ran>} main
 * @property {() => Promise<Ran | undefined>} post undefined where the action has none
 * @property {() => Readonly<Record<string, string>>} published the environment variables set for later steps
 *
 * @typedef {object} Task
 * @property {Readonly<Record<string, string>>} inputs
 * @property {Readonly<Record<string, string>>} [env] further variables, such as RUNNER_DEBUG
 * @property {AbortSignal} signal
 * @property {string | undefined} [usageFile]
 * @property {number | undefined} [longestMs] that main, and post, may take
 *
 * @typedef {{ cpuMs: number, peakMiB: number }} Usage
 */

/**
 * Hands a fresh step to `work` and removes its files afterwards. The inputs that the action declares and the scenario does
 * not set have their defaults, as on a runner; those it does not declare are not passed.
 * @template T
 * @param {Action} action
 * @param {Task} task
 * @param {(step: Step) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inStep(action, { inputs, env: more = {}, signal, usageFile, longestMs }, work) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-step-'));
  const file = (/** @type {string} */ name) => join(folder, name);
  for (const name of ['env', 'output', 'state', 'summary']) writeFileSync(file(name), '');
  const env = {
    ...nodeEnvironment(),
    RUNNER_TEMP: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_ENV: file('env'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    ...inputVariables(action, inputs),
    ...more,
  };
  const read = (/** @type {string} */ name) => parseCommandFile(readFileSync(file(name), 'utf8'));
  const { main, post } = action;
  try {
    return await work({
      main: () => run([join(action.folder, main)], { env, cwd: folder, signal, usageFile, longestMs }),
      post: async () =>
        post
          ? run([join(action.folder, post)], {
              env: { ...env, ...stateVariables(read('state')) },
              cwd: folder,
              signal,
              longestMs,
            })
          : undefined,
      published: () => read('env'),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The smallest program that Node runs, for comparison.
 * @param {{ signal: AbortSignal, usageFile?: string }} options
 */
export async function runNothing({ signal, usageFile }) {
  return run(['-e', '0'], { env: nodeEnvironment(), cwd: tmpdir(), signal, usageFile });
}

/**
 * What a process used, measured by a preload in a run whose time does not count.
 * @param {(usageFile: string) => Promise<unknown>} work
 * @returns {Promise<Usage>}
 */
export async function usageOf(work) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-usage-'));
  try {
    await work(join(folder, 'usage.json'));
    return JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs Node to its end. Throws when that takes too long or the benchmark is stopped.
 * @param {readonly string[]} args
 * @param {Pick<Task, 'signal' | 'usageFile' | 'longestMs'> & { env: NodeJS.ProcessEnv, cwd: string }} options
 * @returns {Promise<Ran>}
 */
async function run(args, { env, cwd, signal, usageFile, longestMs = LONGEST_PROCESS_MS }) {
  signal.throwIfAborted();
  const preload = usageFile ? ['-r', USAGE] : [];
  const childEnv = usageFile ? { ...env, BENCH_USAGE_FILE: usageFile } : env;
  const begun = performance.now();
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd,
    env: childEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
    signal,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  /** @type {[number | null, string | null]} */
  const [status, killed] = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.once('close', (...end) => resolve(end));
  });
  const ms = performance.now() - begun;
  if (killed) throw new Error(`${args.at(-1)} was ended by ${killed} after ${Math.round(ms)} ms.`);
  return { ms, status, output };
}

/** Nothing of the caller's own settings, Vault's or a proxy's or Node's, reaches a measured process. */
function nodeEnvironment() {
  const { PATH, SYSTEMROOT } = process.env;
  return { PATH, ...(SYSTEMROOT && { SYSTEMROOT }) };
}

/**
 * @param {Action} action
 * @param {Readonly<Record<string, string>>} inputs
 */
function inputVariables({ inputs: declared }, inputs) {
  const entries = [...declared].map(([name, fallback]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    inputs[name] ?? fallback,
  ]);
  return Object.fromEntries(entries);
}

/** @param {Readonly<Record<string, string>>} state */
function stateVariables(state) {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

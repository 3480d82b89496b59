/**
 * Runs a bundle the way a GitHub runner runs a step: inputs and state as environment variables, command files, captured
 * output. Plain Node without dependencies: the demo uses it, too.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const FILES = {
  env: 'GITHUB_ENV',
  outputs: 'GITHUB_OUTPUT',
  state: 'GITHUB_STATE',
  summary: 'GITHUB_STEP_SUMMARY',
};

/**
 * @typedef {object} Step
 * @property {Record<string, string>} [inputs] by the names of action.yml
 * @property {Record<string, string>} [env] further variables, such as RUNNER_DEBUG
 * @property {Record<string, string>} [state] what an earlier part of the step kept
 * @property {(child: import('node:child_process').ChildProcess, folder: string) => void} [started] `folder` holds the
 *   command files: env, outputs, state, summary
 * @property {number} [killAfterMs] a step that has not ended by then is killed
 * @property {string} [cwd]
 * @property {string} [action] the folder with `main/` and `post/`, for another build than ours
 *
 * @typedef {object} Result
 * @property {number | null} status
 * @property {string | null} signal
 * @property {string} log standard output, raw
 * @property {string} errors standard error, raw
 * @property {Record<string, string>} env
 * @property {Record<string, string>} outputs
 * @property {Record<string, string>} state
 * @property {string} summary
 * @property {number} ms
 */

/**
 * Runs `main` or `post` to its end. Only PATH and what is given is in its environment.
 * @param {'main' | 'post'} part
 * @param {Step} [step]
 * @returns {Promise<Result>}
 */
export async function runStep(part, step = {}) {
  const { inputs = {}, env = {}, state = {}, started, killAfterMs, cwd, action = DIST } = step;
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-step-'));
  const path = (/** @type {string} */ name) => join(folder, name);
  for (const name of Object.keys(FILES)) writeFileSync(path(name), '');
  const files = Object.fromEntries(Object.entries(FILES).map(([name, variable]) => [variable, path(name)]));
  const begun = performance.now();
  const child = spawn(process.execPath, [join(action, part, 'index.js')], {
    cwd: cwd ?? folder,
    env: {
      PATH: process.env.PATH,
      ...(process.env.SYSTEMROOT && { SYSTEMROOT: process.env.SYSTEMROOT }),
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      ...files,
      ...prefixed('INPUT_', inputs, (name) => name.replaceAll(' ', '_').toUpperCase()),
      ...prefixed('STATE_', state, (name) => name),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(killAfterMs !== undefined && { timeout: killAfterMs, killSignal: 'SIGKILL' }),
  });
  started?.(child, folder);
  let log = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (log += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  const [status, signal] = await new Promise((resolve) => child.once('close', (...end) => resolve(end)));
  const ms = performance.now() - begun;
  const read = (/** @type {string} */ name) => readFileSync(path(name), 'utf8');
  const result = {
    status,
    signal,
    log,
    errors,
    env: parseCommandFile(read('env')),
    outputs: parseCommandFile(read('outputs')),
    state: parseCommandFile(read('state')),
    summary: read('summary'),
    ms,
  };
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/**
 * @param {string} prefix
 * @param {Record<string, string>} values
 * @param {(name: string) => string} spell
 */
function prefixed(prefix, values, spell) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + spell(name), value]));
}

/**
 * The entries of a command file (actions/runner: FileCommandManager.cs).
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseCommandFile(text) {
  /** @type {Record<string, string>} */
  const values = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, name = '', mark = '', rest = ''] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`Invalid format '${line}'`);
    if (mark === '=') values[name] = rest;
    else {
      const end = lines.indexOf(rest, at + 1);
      if (end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    }
  }
  return values;
}

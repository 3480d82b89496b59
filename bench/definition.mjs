/** Why this exists: of an action's `action.yml`, the few lines that a step needs, read without a YAML parser. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/**
 * @typedef {object} Action
 * @property {string} label
 * @property {string} folder
 * @property {string} main the file that the step runs, relative to the folder
 * @property {string | undefined} post
 * @property {ReadonlyMap<string, string>} inputs every declared input with its default, `''` where it has none
 */

/**
 * The action of an argument, `FOLDER` or `LABEL=FOLDER`. Throws when a runner could not run it with Node.
 * @param {string} argument
 * @returns {Action}
 */
export function readAction(argument) {
  const [, given, path = argument] = /^([^/\\=]+)=(.+)$/.exec(argument) ?? [];
  const folder = resolve(path);
  const file = ['action.yml', 'action.yaml'].find((name) => existsSync(join(folder, name)));
  if (!file) throw new Error(`${path} has no action.yml: give the folder of an action.`);
  const lines = readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
  const runs = section(lines, 'runs');
  const main = runs.get('main');
  if (!main) throw new Error(`${path} is no JavaScript action: its ${file} has no runs.main.`);
  const post = runs.get('post');
  for (const needed of [main, ...(post ? [post] : [])]) {
    if (!existsSync(join(folder, needed)))
      throw new Error(`${path} has no ${needed}, which its ${file} names: build it first.`);
  }
  return { label: given ?? basename(folder), folder, main, post, inputs: inputsOf(lines) };
}

/**
 * The lines below a top-level key, without that key's own.
 * @param {readonly string[]} lines
 * @param {string} key
 */
function below(lines, key) {
  const start = lines.findIndex((line) => new RegExp(`^${key}:\\s*(#.*)?$`).test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[^\s#]/.test(line));
  return end < 0 ? rest : rest.slice(0, end);
}

/**
 * The `name: value` pairs directly below a top-level key.
 * @param {readonly string[]} lines
 * @param {string} key
 */
function section(lines, key) {
  const pairs = below(lines, key).flatMap((line) => {
    const [, name, value = ''] = /^\s+([\w-]+):(.*)$/.exec(line) ?? [];
    return name ? [/** @type {const} */ ([name, scalar(value)])] : [];
  });
  return new Map(pairs);
}

/**
 * @param {readonly string[]} lines
 * @returns {Map<string, string>}
 */
function inputsOf(lines) {
  /** @type {Map<string, string>} */
  const inputs = new Map();
  const body = below(lines, 'inputs');
  const indent = /^\s+(?=[^\s#])/.exec(body.find((line) => /^\s+[^\s#]/.test(line)) ?? '')?.[0] ?? '  ';
  let current = '';
  for (const line of body) {
    const name = new RegExp(`^${indent}(['"]?)([\\w-][\\w -]*)\\1:`).exec(line)?.[2];
    const fallback = new RegExp(`^${indent}\\s+default:(.*)$`).exec(line)?.[1];
    if (name) {
      current = name;
      inputs.set(current, '');
    } else if (fallback !== undefined && current) inputs.set(current, scalar(fallback));
  }
  return inputs;
}

/**
 * A YAML scalar on one line. Block texts are not understood, and no default that matters here is one.
 * @param {string} text
 */
function scalar(text) {
  const trimmed = text.trim();
  const quoted = /^'((?:[^']|'')*)'|^"([^"\\]*)"/.exec(trimmed);
  if (quoted) return quoted[1]?.replaceAll("''", "'") ?? quoted[2] ?? '';
  return trimmed.replace(/(^|\s)#.*$/, '').trim();
}

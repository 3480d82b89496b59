#!/usr/bin/env node
/**
 * Why this exists: reads a batch file as cmd.exe and the C runtime of Windows would, as far as the Jenkins library uses
 * them, and runs what it calls. It knows nothing else: a line that it does not understand is an error.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const [off, ...lines] = readFileSync(process.argv[2] ?? '', 'utf8').split('\n');
if (off === '@del /f /q "%VAULT_ENV_FILE%"') {
  rmSync((process.env.VAULT_ENV_FILE ?? '').replaceAll('\\', '/'), { force: true });
  process.exit(0);
}
const exist = /^if not exist "([^"]*)" \(echo ([^()&|<>%^!]*) 1>&2 & exit \/b 127\)$/.exec(lines[1] ?? '');
if (exist) lines.splice(1, 1);
const unset = /^for %%n in \(([A-Z_ ]+)\) do set "%%n="$/.exec(lines[1] ?? '');
if (unset) lines.splice(1, 1);
for (const name of unset?.[1]?.split(' ') ?? []) delete process.env[name];
const [where, call, ...more] = lines;
const missing = /^where \/q (\w+) \|\| \(echo ([^()&|<>%^!"]*) 1>&2 & exit \/b 127\)$/.exec(where ?? '');
const command = /^call (.*)$/.exec(call ?? '')?.[1] ?? '';
if (off !== '@echo off' || !missing || more.length > 0 || !command)
  fail('a line is none of those that are expected');
if (/[%^!]/.test(command)) fail('%, ^ and ! mean something between double quotes, too');
if (command.length > 8000) fail('a command may have 8191 characters');
if (/[&|<>()]/.test(command.replace(/"[^"]*"/g, ''))) fail('a character means something outside of quotes');

const [, tool = '', text = ''] = missing ?? [];
if (spawnSync('which', [tool]).status !== 0) {
  console.error(text.trim());
  process.exit(127);
}
if (exist && !existsSync(exist[1] ?? '')) {
  console.error(exist[2]);
  process.exit(127);
}
const [file = '', ...args] = split(command);
process.exit(spawnSync(file, args, { stdio: 'inherit' }).status ?? 1);

/**
 * A double quote switches blanks off and on; a backslash means something only before one, and there is none.
 * @param {string} line
 */
function split(line) {
  if (/\\"/.test(line)) fail('a backslash before a double quote');
  return [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));
}

/** @param {string} problem */
function fail(problem) {
  console.error(`cmd: ${problem}`);
  process.exit(255);
}

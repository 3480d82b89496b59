/** Why this exists: a process that runs a command and redacts its output into its own, told `SECRET COMMAND ARGUMENTS…`. */

import { spawn } from 'node:child_process';
import { redactInto } from '../../src/cli/redact/into.ts';
import { patternsOf } from '../../src/cli/redact/patterns.ts';
import { Secret } from '../../src/secret.ts';

const [secret = '', command = '', ...args] = process.argv.slice(2);
const patterns = patternsOf([new Secret(secret)]);
const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'] });
const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
const [out, err] = await Promise.all([
  redactInto({ source: child.stdout, target: process.stdout, patterns }),
  redactInto({ source: child.stderr, target: process.stderr, patterns }),
]);
process.stderr.write(`${JSON.stringify({ out: out.kind, err: err.kind, ended: await ended })}\n`);

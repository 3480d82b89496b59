/**
 * Why this exists: a filter as a process of its own: `node bench/filter.mjs redact|naive PATTERNS_FILE`, from standard
 * input to standard output. At its end it writes what it used to standard error, as JSON.
 */

import { readFileSync } from 'node:fs';
import { redactInto } from '../src/cli/redact/into.ts';
import { compiled } from '../src/cli/redact/patterns.ts';

const started = performance.now();
const [kind, file = ''] = process.argv.slice(2);
/** @type {readonly string[]} */
const forms = JSON.parse(readFileSync(file, 'utf8'));

/** Our own. */
async function redact() {
  const patterns = compiled(forms.map((form) => Buffer.from(form)));
  begin();
  await redactInto({ source: process.stdin, target: process.stdout, patterns });
}

/** What one would write first: one chunk after the other, wherever it is cut, and one pattern after the other. */
async function naive() {
  begin();
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const shown = forms.reduce((text, form) => text.replaceAll(form, '***'), chunk);
    if (!process.stdout.write(shown)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

let cpuAtBegin = process.cpuUsage();
let buildMs = 0;

/** The patterns are ready: from here on, processor time is the output's. */
function begin() {
  cpuAtBegin = process.cpuUsage();
  buildMs = performance.now() - started;
}

await (kind === 'naive' ? naive() : redact());
const { user, system } = process.cpuUsage(cpuAtBegin);
const peakMiB = process.resourceUsage().maxRSS / 1024;
process.stderr.write(JSON.stringify({ cpuMs: (user + system) / 1000, buildMs, peakMiB }));

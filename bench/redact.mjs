/**
 * How fast output is redacted, and in how much memory: `node bench/redact.mjs [--runs N] [--mb N]`. Output of a job goes
 * through a pipe, a filter and a pipe: with 1, 50 and 2,000 patterns, and with a secret of 1 MiB; beside `cat`, and beside
 * `replaceAll` for one pattern after the other.
 */

import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formsOf } from '../src/cli/redact/forms.ts';
import { jobOutput, numbers } from './job-output.mjs';
import { inTurns, summarize } from './measure.mjs';

const FILTER = fileURLToPath(new URL('filter.mjs', import.meta.url));

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, mb: { type: 'string', default: '100' } },
});
const runs = Number(options.runs);
const megabytes = Number(options.mb);
/** `replaceAll` for so many patterns gets only this share of the output, or it would take minutes. */
const SMALL_SHARE = 0.02;

const next = numbers(7);
const tokens = Array.from({ length: 400 }, () => `canary-${random(18).toString('base64url')}`);
const forms = [...new Set(tokens.flatMap(formsOf))];
const [secret = ''] = forms;

/** @param {number} length */
function random(length) {
  return Buffer.from(Array.from({ length }, () => next(256)));
}

const folder = mkdtempSync(join(tmpdir(), 'bench-redact-'));
const output = join(folder, 'output.log');

/** @param {readonly string[]} patterns */
function fileOf(patterns) {
  const file = join(folder, `${patterns.length}.json`);
  writeFileSync(file, JSON.stringify(patterns));
  return file;
}

/**
 * Sends a share of the output through a command of the shell, in which `"$@"` is the filter.
 * @param {string} command
 * @param {{ share?: number, filter?: readonly string[] }} [options]
 */
async function piped(command, { share = 1, filter = [] } = {}) {
  const begun = performance.now();
  const bytes = Math.floor(share * megabytes * 1e6);
  const line = `head -c ${bytes} '${output}' | ${command}`;
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, FILTER, ...filter], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const seconds = (performance.now() - begun) / 1000;
  return { rate: bytes / 1e6 / seconds, megabytes: bytes / 1e6, printed, told };
}

/**
 * @param {'redact' | 'naive'} kind
 * @param {readonly string[]} patterns
 */
function filtered(kind, patterns) {
  const file = fileOf(patterns);
  const share = kind === 'naive' && patterns.length > 100 ? SMALL_SHARE : 1;
  return async () => {
    const run = await piped('"$@" | cat > /dev/null', { share, filter: [kind, file] });
    const { cpuMs, buildMs, peakMiB } = JSON.parse(run.told);
    return { rate: run.rate, cpuRate: run.megabytes / (cpuMs / 1000), buildMs, peakMiB };
  };
}

/** Throws unless every line with the secret is masked, and no other. */
async function check() {
  const marked = await piped(`grep -c -F -e '${secret}'`);
  const masked = await piped(`"$@" | grep -c -F -e '***'`, {
    filter: ['redact', fileOf(forms.slice(0, 50))],
  });
  if (marked.printed !== masked.printed) throw new Error(`${marked.printed} lines became ${masked.printed}.`);
}

/** @param {string} value */
function patternsOf(value) {
  return [...new Set(formsOf(value))];
}

/** @param {number} count */
function named(count) {
  return count === 1 ? '1 pattern' : `${count} patterns`;
}

const LARGE = random(786_432).toString('base64');

const SUBJECTS = [
  { title: 'cat', run: async () => ({ rate: (await piped('cat | cat > /dev/null')).rate }) },
  ...[1, 50, 2000].flatMap((count) => {
    const patterns = forms.slice(0, count);
    return [
      { title: `redacted, ${named(count)}`, run: filtered('redact', patterns) },
      { title: `replaceAll, ${named(count)}`, run: filtered('naive', patterns) },
    ];
  }),
  { title: 'redacted, a line of 1 MiB', run: filtered('redact', patternsOf(LARGE)) },
  {
    title: 'redacted, 1 MiB in lines',
    run: filtered('redact', patternsOf(LARGE.replace(/.{64}/g, '$&\n'))),
  },
];

const COLUMNS = [
  { key: 'rate', head: 'MB/s' },
  { key: 'cpuRate', head: 'MB per CPU second' },
  { key: 'buildMs', head: 'ms to begin' },
  { key: 'peakMiB', head: 'MiB at most' },
];
const WIDTH = 24;

try {
  process.stderr.write(`${megabytes} MB of output, ${runs} rounds …\n`);
  await pipeline(Readable.from(jobOutput(megabytes * 1e6, secret)), createWriteStream(output));
  await check();
  const samples = await inTurns(
    SUBJECTS.map(({ run }) => run),
    runs,
  );
  console.log(`${' '.repeat(28)}${COLUMNS.map(({ head }) => head.padStart(WIDTH)).join('')}`);
  for (const [index, { title }] of SUBJECTS.entries()) {
    const cells = COLUMNS.map(({ key }) => written(summarize(samples[index] ?? [], key)).padStart(WIDTH));
    console.log(`${title.padEnd(28)}${cells.join('')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import('./measure.mjs').Summary | undefined} summary */
function written(summary) {
  if (!summary) return '–';
  const [median, low, high] = [summary.median, summary.low, summary.high].map((value) => value.toFixed(0));
  return `${median} [${low}–${high}]`;
}

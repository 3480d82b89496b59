/**
 * How time and memory grow with what a job asks for: `node bench/growth.mjs [--runs N]`. One path with 10, 100 and 1,000
 * fields by `*`; 10, 100 and 1,000 paths with one field each.
 */

import { fileURLToPath } from 'node:url';
import { startServer } from '../test/support/openbao.mjs';
import { readAction } from './definition.mjs';
import { inTurns, summarize } from './measure.mjs';
import { inStep, usageOf } from './step.mjs';

const SIZES = [0, 10, 100, 1000];
const ACTION = fileURLToPath(new URL('..', import.meta.url));
const signal = AbortSignal.timeout(280_000);
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5;

/** @param {import('../test/support/openbao.mjs').Server} server */
async function setUp({ api }) {
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('PUT', 'sys/policies/acl/bench', { policy: 'path "secret/*" { capabilities = ["read"] }' });
  await api('POST', 'auth/approle/role/bench', { token_policies: ['bench'], token_ttl: '10m' });
  const largest = Math.max(...SIZES);
  for (const size of SIZES.slice(1)) await writeFields(api, size);
  for (let n = 0; n < largest; n += 50) {
    const some = Array.from({ length: Math.min(50, largest - n) }, (_, index) => n + index);
    await Promise.all(
      some.map((p) => api('POST', `secret/data/paths/p${p}`, { data: { [`f${p}`]: value(p) } })),
    );
  }
  const role = await api('GET', 'auth/approle/role/bench/role-id');
  const secret = await api('POST', 'auth/approle/role/bench/secret-id');
  return { roleId: role.data.role_id, secretId: secret.data.secret_id };
}

/** Strings, names included, that the server takes in one request, with some to spare. */
const PART = 400;

/**
 * @param {import('../test/support/openbao.mjs').Server['api']} api
 * @param {number} size
 */
async function writeFields(api, size) {
  const fields = Array.from({ length: size }, (_, n) => [`f${n}`, value(n)]);
  for (let from = 0; from < size; from += PART) {
    const data = Object.fromEntries(fields.slice(from, from + PART));
    await api(from === 0 ? 'POST' : 'PATCH', `secret/data/fields/${size}`, { data });
  }
}

/** @param {number} n */
function value(n) {
  return `canary-bench-${n}-${'x'.repeat(20)}`;
}

/** @type {readonly { title: string, secrets: (size: number) => string }[]} */
const KINDS = [
  { title: 'one path, so many fields by *', secrets: (size) => (size ? `secret/data/fields/${size} *` : '') },
  {
    title: 'so many paths, one field each',
    secrets: (size) => Array.from({ length: size }, (_, n) => `secret/data/paths/p${n} f${n}`).join('\n'),
  },
];

const server = await startServer({ progress: (text) => process.stderr.write(`${text}\n`) });
try {
  const credentials = await setUp(server);
  const action = readAction(ACTION);
  for (const { title, secrets } of KINDS) {
    const subjects = SIZES.map((size) => async () => {
      const inputs = { url: server.address, ...credentials, secrets: secrets(size) };
      const timed = await inStep(action, { inputs, signal }, async ({ main, published }) => {
        const { ms, status, output } = await main();
        if (status !== 0 || Object.keys(published()).length !== size) throw new Error(output.slice(-500));
        return ms;
      });
      const used = await usageOf((usageFile) =>
        inStep(action, { inputs, signal, usageFile }, ({ main }) => main()),
      );
      return { ms: timed, peak: used.peakMiB };
    });
    const samples = await inTurns(subjects, runs);
    const base = summarize(samples[0] ?? [], 'ms')?.median ?? 0;
    console.log(`\n${title}: medians of ${runs} runs`);
    for (const [index, size] of SIZES.entries()) {
      const ms = summarize(samples[index] ?? [], 'ms')?.median ?? 0;
      const peak = summarize(samples[index] ?? [], 'peak')?.median ?? 0;
      const beyond = `${(ms - base).toFixed(0)} ms beyond a login alone`.padStart(36);
      console.log(
        `${String(size).padStart(6)}  ${ms.toFixed(0).padStart(6)} ms ${beyond}  ${peak.toFixed(0).padStart(5)} MiB at most`,
      );
    }
  }
} finally {
  await server.stop();
}

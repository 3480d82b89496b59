/** Why this exists: the entry of the step. Everything that can go wrong ends in one message and a status of 1. */

import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '../config/config.ts';
import { completeInputs, type RawConfig, standIns } from '../config/inputs.ts';
import { isCancellation } from '../vault/cancellation.ts';
import { UsageError } from '../vault/errors.ts';
import { proxyFor } from '../vault/proxy.ts';
import { leave, leaveSoon, runner, surroundingProblems } from './ci.ts';
import { doctorLine, isOfServer } from './doctor-line.ts';

const ci = runner();

/** Known once they were read. */
let inputs: RawConfig | undefined;

function fail(error: unknown): void {
  process.exitCode = 1;
  ci.fail(error);
  if (!inputs || !isOfServer(error)) return;
  ci.info(doctorLine(inputs, { script: process.argv[1] ?? '', env: process.env, exists: existsSync }));
}

/** The job is loaded when there is one: half of the start-up time is Node's TLS and HTTP. */
async function main(): Promise<void> {
  const problems = surroundingProblems(process.env);
  if (problems.length > 0) throw new UsageError(problems);
  inputs = completeInputs(ci.input, process.env);
  const machine = {
    readFile: (path: string) => readFileSync(path, 'utf8'),
    proxyFor: (base: string) => proxyFor(base, process.env),
    crypto: () => process.getBuiltinModule('node:crypto'),
  };
  const config = readConfig(inputs, machine, standIns(ci.input, process.env));
  const { runJob } = await import('../job/job.ts');
  await runJob(config, ci);
}

/** Milliseconds; a runner kills the step 7.5 s after it asked for its end. */
const LONGEST_FAREWELL_MS = 4_500;

/** A login under way is waited for: its token would otherwise live on, unknown to post (rule R13). */
function cancel(signal: string): void {
  const reason = new UsageError([{ name: signal, problem: 'the step was cancelled' }]);
  fail(reason);
  setTimeout(leaveSoon, LONGEST_FAREWELL_MS);
  ci.cancel(reason, leaveSoon);
}

/** That the step was cancelled has been told. */
function failUnlessTold(error: unknown): void {
  if (!isCancellation(error, ci.cancelled)) fail(error);
}

/** Failed until proven otherwise: a process whose work never settles would end with 0. */
process.exitCode = 1;
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel(signal));
main()
  .then(() => {
    if (!ci.cancelled.aborted) process.exitCode = 0;
  }, failUnlessTold)
  .finally(leave);

/** Why this exists: one cell of the matrix is one job, main and post, by the committed bundles on a real server. */

import type { ChildProcess } from 'node:child_process';
import { faultServer, type Seen } from '../fault-server.ts';
import { type Leak, leaksIn, readable } from '../leaks.ts';
import { type Result, runStep, type Step } from '../runner.mjs';
import { type Row, SHORT, UNHURRIED } from './faults.ts';
import type { Operation } from './operations.ts';
import { secretIdOf, secretsOf, tokensIn } from './secrets.ts';
import type { Starts } from './starts.ts';
import { spoil } from './weather.ts';
import type { World } from './world.ts';

export interface Cell {
  readonly operation: Operation;
  readonly row: Row;
  /** The fault is done to every request, and not to the first one only. */
  readonly lasting: boolean;
  readonly debug: boolean;
}

export interface Outcome {
  readonly cell: Cell;
  readonly main: Result;
  readonly post: Result;
  /** Requests of the operation that came while the faults were done, and those that the real server processed. */
  readonly requests: number;
  readonly processed: number;
  /** The most that any request of the job that spends or mints something was processed. */
  readonly most: number;
  /** Tokens that live after post. */
  readonly alive: number;
  /** Of the job's credentials that work once, those that still do. */
  readonly unspent: readonly ('wrapping token' | 'SecretID')[];
  readonly leaks: readonly Leak[];
}

/** Runs the job of a cell to its end. */
export async function runCell(cell: Cell, world: World, starts: Starts): Promise<Outcome> {
  const { operation, debug } = cell;
  const server = await faultServer(world.vault.address);
  const inputs = await inputsOf(cell, world, server.address);
  const env = debug ? { RUNNER_DEBUG: '1' } : {};
  const requests: Seen[] = [];
  const run = (part: 'main' | 'post', step: Step): Promise<Result> =>
    starts(async (started) => {
      const limited = { ...step, killAfterMs: longestMs(cell) };
      if (part !== operation.part) return runStep(part, announced(limited, started));
      const weather = await spoil(server, cell, started);
      const result = await runStep(part, announced(limited, started, weather.noticed));
      requests.push(...(await weather.end()));
      return result;
    });
  const main = await run('main', { inputs, env });
  const post = await run('post', { state: main.state, env });
  await server.stop();
  const secrets = [...secretsOf(inputs, server.seen), ...Object.values(main.state).filter(Boolean)];
  return {
    cell,
    main,
    post,
    requests: requests.length,
    processed: requests.filter(({ answer }) => answer).length,
    most: Math.max(...SINGLE_USE.map((path) => processedOf(server.seen, path))),
    alive: await living(world, tokensIn(server.seen)),
    unspent: await unspentOf(world, inputs, server.seen),
    leaks: [main, post].flatMap((result) => leaksIn(readable(result), secrets)),
  };
}

/** Milliseconds after which a job that should have ended is killed; generous, for a busy machine. */
function longestMs(cell: Cell): number {
  return 3 * timeoutOf(cell) * 1000 + 30_000;
}

/** Seconds. What fails every time may be tried until time is up. */
function timeoutOf({ row, lasting }: Cell): number {
  return row.timeout ?? (lasting ? SHORT : UNHURRIED);
}

const SINGLE_USE = [/\/unwrap$/, /\/login$/, /\/issue\//, /\/oidc\/token\//];

function processedOf(seen: readonly Seen[], path: RegExp): number {
  return seen.filter((one) => one.answer && path.test(one.path)).length;
}

/** The input `retries`. */
export const RETRIES = 1;

/** A refused connection may be refused many times before the server listens again. */
async function inputsOf(cell: Cell, world: World, url: string) {
  const { operation, row, lasting } = cell;
  const { mount, roleId } = world.role;
  const timeout = `${timeoutOf(cell)}`;
  const retries = `${row.fault === 'refused' && !lasting ? 8 : RETRIES}`;
  return { url, path: mount, roleId, timeout, retries, ...(await operation.inputs(world)) };
}

/** The next job may start when this one has said something; `noticed` is called with all that is printed. */
function announced(step: Step, started: () => void, noticed = (_: string): void => undefined): Step {
  const listen = (child: ChildProcess): void => {
    child.stdout?.on('data', (text: string) => {
      started();
      noticed(text);
    });
  };
  return { ...step, started: listen };
}

async function living(world: World, tokens: readonly string[]): Promise<number> {
  const alive = await Promise.all(tokens.map((token) => world.isAlive(token)));
  return alive.filter(Boolean).length;
}

async function unspentOf(world: World, inputs: Readonly<Record<string, string>>, seen: readonly Seen[]) {
  const { wrappedSecretId } = inputs;
  const secretId = secretIdOf(inputs, seen);
  const wrapped = wrappedSecretId && (await world.isUnspent('wrapping token', wrappedSecretId));
  const plain = secretId && (await world.isUnspent('SecretID', secretId));
  return [...(wrapped ? (['wrapping token'] as const) : []), ...(plain ? (['SecretID'] as const) : [])];
}

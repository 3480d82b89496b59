/**
 * Why this exists: every fault of every kind of request, and every bad node in front of a good one, is survived or ends
 * soon in a sentence; nothing is spent twice, left behind or shown. docs/reliability.md is written from what is seen here:
 * `npx vitest run test/integration/faults.test.ts -u` writes its tables anew.
 */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdleServer, startIdleServer } from '../support/idle-server.ts';
import { formsOf, leaksIn, readable } from '../support/leaks.ts';
import { open, type Stoppable } from '../support/loopback.ts';
import { type Cell, type Outcome, runCell } from '../support/matrix/cell.ts';
import {
  badNodes,
  failoverTable,
  idleNode,
  JOBS,
  type Switch,
  switchOver,
} from '../support/matrix/failover.ts';
import { DONE, lost, type Row } from '../support/matrix/faults.ts';
import { OPERATIONS } from '../support/matrix/operations.ts';
import { pool, starts } from '../support/matrix/starts.ts';
import { details, overview, type Pair } from '../support/matrix/tables.ts';
import { verdictOf } from '../support/matrix/verdict.ts';
import { world as makeWorld, VALUE, type World } from '../support/matrix/world.ts';
import { runStep } from '../support/runner.mjs';

let world: World;
let stranger: Stoppable;
let idle: IdleServer;
let rows: { readonly lost: readonly Row[]; readonly done: readonly Row[] };
let outcomes: readonly Outcome[];
let switches: readonly Switch[];

beforeAll(async () => {
  stranger = await open(createServer((socket) => socket.resume()));
  [world, idle] = await Promise.all([makeWorld(), startIdleServer()]);
  rows = { lost: lost(`http://${stranger.host}`), done: DONE };
  const begun = performance.now();
  outcomes = await runMatrix([...rows.lost, ...rows.done]);
  switches = await runSwitches();
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${outcomes.length} cells and ${switches.length} fail-overs in ${seconds} s`);
}, 600_000);
afterAll(() => Promise.all([stranger.stop(), idle.stop()]));

/** Jobs that are under way, and those that start, at the same time. */
const [MOST, STARTING] = [24, 3];

/**
 * Each fault of each operation comes once in one run and every time in another, one of them in debug mode. (Where nothing
 * listens, only debug mode tells that somebody has knocked.)
 */
async function runMatrix(all: readonly Row[]): Promise<readonly Outcome[]> {
  const cells = all.flatMap((row) =>
    OPERATIONS.flatMap((operation) =>
      [false, true].map(
        (lasting): Cell => ({ operation, row, lasting, debug: lasting !== (row.fault === 'refused') }),
      ),
    ),
  );
  const turns = starts(STARTING);
  return pool(cells, MOST, (cell) => runCell(cell, world, turns));
}

async function runSwitches(): Promise<readonly Switch[]> {
  const run = (nodes: ReturnType<typeof badNodes>): Promise<readonly Switch[]> =>
    pool(
      nodes.flatMap((node) => JOBS.map((job) => ({ node, job }))),
      STARTING,
      ({ node, job }) => switchOver(node, job, world),
    );
  const uninitialized = await run([idleNode('not initialised', idle.address)]);
  await idle.initialize();
  const [gone, ...others] = badNodes(`http://${stranger.host}`);
  if (!gone) throw new Error('there are bad nodes');
  return [
    ...(await run([gone])),
    ...(await run([idleNode('sealed', idle.address)])),
    ...uninitialized,
    ...(await run(others)),
  ];
}

/** The cells of which something is true, by name; a sentence about all cells is red with the names of those it is wrong of. */
function cellsThat(is: (outcome: Outcome) => boolean): readonly string[] {
  return outcomes
    .filter(is)
    .map(({ cell }) => `${cell.row.name}, ${cell.operation.name}, ${cell.lasting ? 'every time' : 'once'}`);
}

const isDone = ({ cell }: Outcome): boolean => rows.done.includes(cell.row);

it('law 3: a job ends with its value, or with a sentence that has a remedy and nothing published', () => {
  expect(
    cellsThat(({ main: { status, env, outputs, log } }) => {
      if (status === 0) return Object.keys(env).length === 0;
      const { errorMessage = '', ...others } = outputs;
      const told = /^::error::(\w[\w ]* failed: |SECURITY: ).*docs\/troubleshooting\.md#[\w-]+\)$/m.test(log);
      return status !== 1 || !told || errorMessage === '' || Object.keys({ ...env, ...others }).length > 0;
    }),
  ).toEqual([]);
});

it('R16: what works once is never used twice, nor is anything minted twice', async () => {
  expect(cellsThat(({ most }) => most > 1)).toEqual([]);
  expect(cellsThat(({ cell, processed }) => cell.operation.once && processed > 1)).toEqual([]);
  const issuing = outcomes.filter(({ cell }) => cell.operation.name === 'issue');
  expect(await world.issued()).toBe(issuing.reduce((sum, { processed }) => sum + processed, 0));
});

it('R16: what the server never saw spent nothing: wrapping token and SecretID still work', () => {
  const spent = new Map([
    ['unwrap', 'wrapping token'],
    ['login', 'SecretID'],
  ]);
  const isWrong = ({ cell, processed, unspent }: Outcome): boolean => {
    const credential = spent.get(cell.operation.name);
    return credential !== undefined && unspent.some((one) => one === credential) !== (processed === 0);
  };
  expect(cellsThat(isWrong)).toEqual([]);
});

it('R15: no token lives on but one whose login was answered to nobody, and one that could not be revoked', () => {
  expect(
    cellsThat((outcome) => {
      const { cell, main, alive, processed } = outcome;
      const unknown = cell.operation.name === 'login' && isDone(outcome) && main.status !== 0;
      const unrevoked = cell.operation.name === 'revoke in post' && processed === 0;
      return alive !== (unknown || unrevoked ? 1 : 0);
    }),
  ).toEqual([]);
});

it('a login whose answer is lost says that a token may live until its TTL ends', () => {
  expect(
    cellsThat((outcome) => {
      const lostToken = outcome.cell.operation.name === 'login' && outcome.alive > 0;
      return lostToken && !/^::error::.*until its TTL ends/m.test(outcome.main.log);
    }),
  ).toEqual([]);
});

it('R14: post never fails, and warns of a token that it could not revoke', () => {
  expect(cellsThat(({ post }) => post.status !== 0)).toEqual([]);
  expect(
    cellsThat(({ cell, post, alive }) => {
      const warns = /^::warning::The token could not be revoked: it lives for another \d+ s/m.test(post.log);
      return cell.operation.part === 'post' && alive > 0 && !warns && !cell.row.name.startsWith('403');
    }),
  ).toEqual([]);
});

it('R9: a host that url does not list is never connected to', () => {
  expect(stranger.connections.accepted).toBe(0);
});

it('every job ends in time', () => {
  expect(cellsThat(({ main, post }) => main.signal !== null || post.signal !== null)).toEqual([]);
});

it('R6: nothing that a server says becomes a command, and nothing is said outside of commands and sentences', () => {
  const ours = /^::(add-mask|debug|error|warning)::/;
  expect(
    cellsThat(({ main, post }) => {
      const lines = `${main.log}${post.log}`.split('\n');
      const foreign = lines.filter((line) => /^\s*::/.test(line) && !ours.test(line));
      const dangers = ['##[', '\u001b', '\r'].filter((danger) => lines.join('\n').includes(danger));
      return [...foreign, ...dangers, main.errors, post.errors].join('') !== '';
    }),
  ).toEqual([]);
});

it('R1, R5, R19, R23: of all that is shown of any cell, 0 findings, in debug mode neither', () => {
  const found = [...outcomes, ...switches].flatMap(({ leaks }) => leaks);
  expect(found).toEqual([]);
  expect(outcomes.filter(({ cell }) => cell.debug).length).toBe(outcomes.length / 2);
});

it('the same search finds a secret in every place and spelling, when a step does show it', async () => {
  const action = fileURLToPath(new URL('../support/fixtures/leaky', import.meta.url));
  const step = await runStep('main', { action, inputs: { secret: VALUE } });
  const found = leaksIn(readable(step), [VALUE]);
  const forms = (place: string): readonly string[] =>
    found.filter(({ where }) => where === place).map(({ form }) => form);
  expect(forms('log')).toEqual(Object.keys(formsOf(VALUE)));
  expect(['errors', 'summary', 'outputs', 'environment'].map(forms)).toEqual(Array(4).fill(['plain']));
  expect(leaksIn({ log: `::add-mask::${VALUE}` }, ['canary-other'])).toEqual([]);
});

describe('of two addresses', () => {
  const namesOf = (those: readonly Switch[]): readonly string[] =>
    those.map(({ node, job }) => `${job}: ${node.name}`);
  const seeing = (): readonly Switch[] => switches.filter(({ job }) => job !== 'blind');
  const blind = (...names: readonly string[]): readonly Switch[] =>
    switches.filter(({ job, node }) => job === 'blind' && names.includes(node.name));

  it('the bad one is told nothing, and the job succeeds by the other', () => {
    expect(seeing().length).toBe(27);
    expect(namesOf(seeing().filter(({ main, asked }) => main.status !== 0 || asked[0] !== 0))).toEqual([]);
  });

  it('without a word of their health, one that certainly processed nothing is skipped', () => {
    const skipped = blind('nothing listens', 'sealed', 'not initialised', 'standby without a leader');
    expect(skipped.length).toBe(4);
    expect(namesOf(skipped.filter(({ main }) => main.status !== 0))).toEqual([]);
  });

  it('R9: a redirect leads to the other one', () => {
    expect(blind('redirects to the second').map(({ main, asked }) => [main.status, asked[0]])).toEqual([
      [0, 1],
    ]);
  });

  it('R15: no token lives on', () => {
    expect(namesOf(switches.filter(({ alive }) => alive > 0))).toEqual([]);
  });
});

it('docs/reliability.md has the tables of what was seen here', async () => {
  const path = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
  const groups = [
    { title: 'the server never sees the request', faults: rows.lost.map(({ name }) => name) },
    { title: 'the server has done its work', faults: rows.done.map(({ name }) => name) },
  ];
  const pairs = pairsOf(outcomes);
  const tables = {
    overview: overview(pairs, groups, OPERATIONS),
    details: details(
      pairs.filter(({ fault }) => !fault.startsWith('403')),
      OPERATIONS,
    ),
    'fail-over': failoverTable(switches),
  };
  await expect(withTables(readFileSync(path, 'utf8'), tables)).toMatchFileSnapshot(path);
});

function pairsOf(all: readonly Outcome[]): readonly Pair[] {
  return all.flatMap((first, index) => {
    const second = all[index + 1];
    if (first.cell.lasting || !second) return [];
    const { operation, row } = first.cell;
    return [{ operation, fault: row.name, once: verdictOf(first), lasting: verdictOf(second) }];
  });
}

/** The page with these tables between their marks. */
function withTables(page: string, tables: Readonly<Record<string, string>>): string {
  return page.replace(
    /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(\n<!-- end -->)/g,
    (_, from, name, to) => `${from}\n${tables[name]}\n${to}`,
  );
}

/** Why this exists: jobs go on while a cluster of real servers loses its leader in three ways, and none does harm. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParallel } from '../../src/vault/parallel.ts';
import { type Cluster, type Node, startCluster } from '../support/cluster.ts';
import { faultServer, forward } from '../support/fault-server.ts';
import { runStep } from '../support/runner.mjs';
import { scenario } from '../support/scenario.ts';

type Step = Awaited<ReturnType<typeof runStep>>;

const KINDS = ['many uses', 'one use', 'wrapped', 'revoke: main'] as const;

interface Job {
  readonly kind: (typeof KINDS)[number];
  readonly inputs: Readonly<Record<string, string>>;
}

interface Ran {
  /** As it is in the metadata of the job's SecretID, and so of its token. */
  readonly number: number;
  /** What was the matter when it began. */
  readonly phase: string;
  readonly main: Step;
  readonly post: Step;
}

/** Jobs whose credentials are made before anything goes wrong: more than there is time for. */
const PREPARED = 200;
const LANES = 3;

const HARMS = [
  { name: 'killed', harm: (node: Node) => node.kill(), heal: (node: Node) => node.restart() },
  { name: 'sealed', harm: (node: Node) => node.seal(), heal: (node: Node) => node.unseal() },
  { name: 'stopped', harm: async (node: Node) => node.pause(), heal: wakeUp },
] as const;

/** It may go on to say that it leads (test/support/cluster.ts): jobs meet that, too, before it is restarted. */
async function wakeUp(node: Node, day: Day): Promise<void> {
  node.resume();
  await day.ended(2 * LANES);
  await node.restart();
}

interface Day {
  readonly ran: readonly Ran[];
  phase(name: string): void;
  /** Settles when so many more jobs have ended, or succeeded from start to end within the phase. */
  ended(count: number): Promise<void>;
  succeeded(count: number): Promise<void>;
  over(): Promise<void>;
}

let cluster: Cluster;
let ran: readonly Ran[] = [];
const caught: Caught[] = [];
let left: readonly { readonly meta: { readonly job: string } }[] = [];

beforeAll(async () => {
  if (process.platform === 'win32') return;
  cluster = await startCluster();
  const jobs = await prepare();
  const before = await accessors();
  const day = begin(jobs);
  await day.succeeded(LANES);
  for (const { name, harm, heal } of HARMS) {
    const leader = await cluster.leader();
    day.phase(name);
    const number = PREPARED - KINDS.length * (1 + caught.length);
    caught.push(await catchLogin(leader, { number, job: jobs[number] }, () => harm(leader)));
    await cluster.leader(leader);
    day.phase(`${name}, another leads`);
    await day.succeeded(LANES);
    day.phase(`${name}, coming back`);
    await heal(leader, day);
    await cluster.leader();
    day.phase('well again');
    await day.succeeded(LANES);
  }
  await day.over();
  ({ ran } = day);
  left = await living([...(await accessors())].filter((accessor) => !before.has(accessor)));
  console.log(summary());
}, 240_000);
afterAll(() => cluster?.stop());

interface Caught {
  readonly number: number;
  readonly main: Promise<Step>;
  /** Logins that arrived at the leader. */
  logins(): number;
}

/** Does the harm when the leader has processed the login of a job; the answer is lost. Settles with the harm. */
async function catchLogin(
  leader: Node,
  { number, job }: { readonly number: number; readonly job: Job | undefined },
  harm: () => Promise<void>,
): Promise<Caught> {
  const proxy = await faultServer(leader.address);
  const others = cluster.nodes.filter((node) => node !== leader).map(({ address }) => address);
  const harmed = new Promise<void>((resolve, reject) => {
    proxy.on(/\/login$/, async (_, seen) => {
      await forward(seen, leader.address);
      await harm().then(resolve, reject);
      return 'reset' as const;
    });
  });
  const inputs = { ...job?.inputs, url: [proxy.address, ...others].join(' ') };
  const main = runStep('main', { inputs, env: { RUNNER_DEBUG: '1' } }).finally(proxy.stop);
  await harmed;
  return { number, main, logins: () => proxy.seen.filter(({ path }) => path.endsWith('/login')).length };
}

async function prepare(): Promise<readonly Job[]> {
  const vault = scenario({ address: cluster.nodes[0].address, rootToken: cluster.rootToken });
  const mount = await vault.kv({ app: { key: 'canary-value' } });
  const role = await vault.role({ reads: [`${mount}/*`] });
  const issue = `auth/${role.mount}/role/${role.name}/secret-id`;
  const common = { path: role.mount, roleId: role.roleId, secrets: `${mount}/app key | KEY` };
  const prepareOne = async (number: number): Promise<Job> => {
    const kind = KINDS[number % KINDS.length] ?? 'one use';
    const body = { metadata: JSON.stringify({ job: `${number}` }), num_uses: kind === 'one use' ? 1 : 0 };
    const { data, wrap_info: wrap } = await cluster.api('POST', issue, body, {
      ...(kind === 'wrapped' && { wrapTtl: '30m' }),
    });
    const credential = wrap ? { wrappedSecretId: wrap.token } : { secretId: data.secret_id };
    const revoke = kind === 'revoke: main' ? { revoke: 'main' } : {};
    return { kind, inputs: { ...common, ...credential, ...revoke, url: addressesFrom(number) } };
  };
  return inParallel([...Array(PREPARED).keys()], prepareOne);
}

/** All nodes, each kind of job with each of them first. */
function addressesFrom(number: number): string {
  const first = Math.floor(number / KINDS.length) % 3;
  const addresses = cluster.nodes.map(({ address }) => address);
  return [...addresses.slice(first), ...addresses.slice(0, first)].join(' ');
}

/** Jobs in several lanes, one after the other, until the day is over. */
function begin(jobs: readonly Job[]): Day {
  const done: Ran[] = [];
  const waiting = new Set<() => void>();
  let phase = 'well';
  let next = 0;
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (!isOver) {
      const number = next++;
      const began = phase;
      const env = { RUNNER_DEBUG: '1' };
      const main = await runStep('main', { inputs: { ...jobs[number]?.inputs }, env });
      const post = await runStep('post', { state: main.state, env });
      done.push({ number, phase: began === phase ? began : `${began} → ${phase}`, main, post });
      waiting.forEach((check) => check());
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  const wait = (count: number, counts: (one: Ran) => boolean): Promise<void> => {
    const from = done.length;
    return new Promise((resolve) => {
      const check = (): void => {
        if (done.slice(from).filter(counts).length >= count) resolve();
      };
      waiting.add(check);
    });
  };
  return {
    ran: done,
    phase: (name) => {
      phase = name;
    },
    ended: (count) => wait(count, () => true),
    succeeded: (count) => wait(count, (one) => one.phase === phase && one.main.status === 0),
    over: async () => {
      isOver = true;
      await lanes;
    },
  };
}

async function accessors(): Promise<ReadonlySet<string>> {
  return new Set((await cluster.api('GET', 'auth/token/accessors?list=true')).data.keys);
}

/**
 * Those of them that live. A leader that is stopped may leave the accessor of a token that it has not finished, and a
 * token whose revocation it has only noted (-1 uses): nobody can use either.
 */
async function living(found: readonly string[]): Promise<typeof left> {
  const lookUp = async (accessor: string) => {
    try {
      const { data } = await cluster.api('POST', 'auth/token/lookup-accessor', { accessor });
      return data.num_uses < 0 ? [] : [data];
    } catch (error) {
      if (/: 40[34] /.test(String(error))) return [];
      throw error;
    }
  };
  return (await Promise.all(found.map(lookUp))).flat();
}

/** The first line of what a step reports as its failure. */
function failureOf({ log }: Step): string {
  return /^::error::(.*?)(?:%0A|$)/m.exec(log)?.[1] ?? '';
}

/** What came of each time that a request for the path was sent. */
function resultsOf({ log }: Step, path: RegExp): readonly string[] {
  const lines = [...log.matchAll(/^::debug::(?:GET|POST) (\S+): (\S+) in \d+ ms$/gm)];
  return lines.filter(([, asked = '']) => path.test(asked)).map(([, , result = '']) => result);
}

const failed = (): readonly Ran[] => ran.filter(({ main }) => main.status !== 0);
const LOST = '(docs/troubleshooting.md#login-interrupted)';

/** What the day came to, for whoever reads the log. */
function summary(): string {
  const failures = failed().map(({ phase, main }) => `  ${phase}: ${failureOf(main)}`);
  const count = `${ran.length} jobs, ${ran.length - failures.length} succeeded, ${failures.length} failed`;
  return [
    `${count}; ${caught.length} more were caught at their login; ${left.length} tokens left`,
    ...failures,
  ].join('\n');
}

describe.skipIf(process.platform === 'win32')(
  'while the leader of three is killed, sealed and stopped',
  () => {
    it('every job publishes what it wants, or fails with a sentence and has published nothing', () => {
      for (const { main } of ran) {
        const { status, env, outputs, log } = main;
        if (status === 0) expect([env, outputs]).toEqual([{ KEY: 'canary-value' }, { KEY: 'canary-value' }]);
        else {
          expect([status, env, Object.keys(outputs)]).toEqual([1, {}, ['errorMessage']]);
          expect(log).toMatch(
            /^::error::(Wrapping lookup|Unwrap|Login|Mount lookup|Read) failed: .*%0AHint: /m,
          );
        }
      }
    });

    it('jobs go on as soon as there is another leader', () => {
      const names = HARMS.map(({ name }) => `${name}, another leads`);
      const gone = names.map((name) => ran.filter(({ phase, main }) => phase === name && main.status === 0));
      for (const jobs of gone) expect(jobs.length).toBeGreaterThanOrEqual(LANES);
    });

    it('R14: no token is left, but for logins whose answer was lost; and those jobs say so', () => {
      const interrupted = failed().filter(({ main }) => main.log.includes(LOST));
      const told = new Set([...interrupted, ...caught].map(({ number }) => `${number}`));
      const untold = left.filter(({ meta }) => !told.has(meta.job));
      expect(untold.map(({ meta }) => ran.find(({ number }) => `${number}` === meta.job)?.post.log)).toEqual(
        [],
      );
      for (const { post } of ran) expect(post.status).toBe(0);
    });

    it('R16: a login whose answer is lost with the leader is not sent again; its token is left, and its job says so', async () => {
      expect(caught.length).toBe(HARMS.length);
      const jobs = new Set(left.map(({ meta }) => meta.job));
      for (const { number, main, logins } of caught) {
        const { status, env, log } = await main;
        expect([status, env, logins(), log.includes(LOST)], log).toEqual([1, {}, 1, true]);
        expect(jobs).toContain(`${number}`);
      }
    });

    it('R16: no SecretID makes two tokens, and none is called wrong or stolen that we have used up ourselves', () => {
      const logins = cluster.logins();
      expect(logins.length).toBeGreaterThan(0);
      expect(new Set(logins).size).toBe(logins.length);
      for (const { main } of ran) expect(main.log).not.toMatch(/invalid role or secret|SECURITY/);
    });

    it('R16: after a login or an unwrap that may have been processed, there is no other', () => {
      const unprocessed = /^(redirect|ECONNREFUSED|CONNECT_TIMEOUT|412|429|500|503)$/;
      for (const { main } of ran) {
        for (const path of [/\/auth\/.*\/login$/, /\/unwrap$/]) {
          const again = resultsOf(main, path).slice(0, -1);
          expect(again.filter((result) => !unprocessed.test(result))).toEqual([]);
        }
      }
    });
  },
);

/** Why this exists: of two addresses in `url`, the first is a bad one; what becomes of jobs, and who is asked. */

import { type Fault, type FaultServer, faultServer, forward, type Seen } from '../fault-server.ts';
import { type Leak, leaksIn, readable } from '../leaks.ts';
import { errors, page, redirect } from '../reply.ts';
import { type Result, runStep } from '../runner.mjs';
import { SHORT, UNHURRIED } from './faults.ts';
import { secretsOf, tokensIn } from './secrets.ts';
import { sentenceIn } from './sentence.ts';
import { table } from './tables.ts';
import type { World } from './world.ts';

export interface BadNode {
  readonly name: string;
  /** `refused`: nothing listens. */
  readonly fault: 'refused' | ((seen: Seen, second: string) => Fault | Promise<Fault>);
  readonly timeout: number;
}

/** The stranger is an address that `url` does not list. */
export function badNodes(stranger: string): readonly BadNode[] {
  const node = (name: string, fault: BadNode['fault'], timeout = UNHURRIED): BadNode => ({
    name,
    fault,
    timeout,
  });
  return [
    node('nothing listens', 'refused'),
    node('never answers', () => 'hang', SHORT),
    node('standby without a leader', () =>
      errors(500, 'local node not active but active cluster node not found'),
    ),
    node('web page, 502', () => page(502)),
    node('web page, 200', () => page(200)),
    node('redirects to the second', (seen, second) => redirect(307, `${second}${seen.path}`)),
    node('redirects to a host not in `url`', (seen) => redirect(307, `${stranger}${seen.path}`)),
  ];
}

/** A real server that serves nobody. */
export function idleNode(name: string, address: string): BadNode {
  return { name, fault: (seen) => forward(seen, address), timeout: UNHURRIED };
}

/** `blind`: something in front of both addresses keeps their health for itself. */
export type Job = 'wrapped' | 'plain' | 'blind' | 'post';

export const JOBS: readonly Job[] = ['wrapped', 'plain', 'blind', 'post'];

export interface Switch {
  readonly node: BadNode;
  readonly job: Job;
  readonly main: Result;
  readonly post: Result;
  /** Requests that each address got from main, or from post where it is the job, without those for its health. */
  readonly asked: readonly [number, number];
  /** Tokens that live after post. */
  readonly alive: number;
  readonly leaks: readonly Leak[];
}

/** Runs one job, main and post; for `post`, the first address turns bad between them. */
export async function switchOver(node: BadNode, job: Job, world: World): Promise<Switch> {
  const [first, second] = [await faultServer(world.vault.address), await faultServer(world.vault.address)];
  const inputs = await inputsOf(node, job, world, [first, second]);
  const counts = (): readonly [number, number] => [askedOf(first), askedOf(second)];
  if (job !== 'post') await turnBad(first, node, second.address);
  if (job === 'blind') for (const one of [first, second]) one.on(HEALTH, () => page(403));
  const main = await runStep('main', { inputs });
  const afterMain = counts();
  if (job === 'post') await turnBad(first, node, second.address);
  const post = await runStep('post', { state: main.state });
  await Promise.all([first.stop(), second.stop()]);
  const seen = [...first.seen, ...second.seen];
  const alive = await Promise.all(tokensIn(seen).map((token) => world.isAlive(token)));
  const secrets = secretsOf(inputs, seen);
  const inPost: readonly [number, number] = [counts()[0] - afterMain[0], counts()[1] - afterMain[1]];
  return {
    node,
    job,
    main,
    post,
    asked: job === 'post' ? inPost : afterMain,
    alive: alive.filter(Boolean).length,
    leaks: [main, post].flatMap((result) => leaksIn(readable(result), secrets)),
  };
}

const HEALTH = /\/sys\/health\?/;

/** Questions for the health do not count: they carry no credential. */
function askedOf({ seen }: FaultServer): number {
  return seen.filter(({ path }) => !HEALTH.test(path)).length;
}

async function inputsOf({ timeout }: BadNode, job: Job, { role, kv }: World, nodes: readonly FaultServer[]) {
  const credential =
    job === 'wrapped' ? { wrappedSecretId: await role.wrapped() } : { secretId: await role.secretId() };
  const approle = { path: role.mount, roleId: role.roleId, ...credential };
  const url = nodes.map(({ address }) => address).join(' ');
  return { url, ...approle, secrets: `${kv}/data/ci/app key`, timeout: `${timeout}`, retries: '1' };
}

async function turnBad(first: FaultServer, { fault }: BadNode, second: string): Promise<void> {
  if (fault === 'refused') await first.refuse();
  else first.on(/^/, (_, seen) => fault(seen, second));
}

export function failoverTable(switches: readonly Switch[]): string {
  const nodes = [...new Set(switches.map(({ node }) => node.name))];
  const cell = (name: string, job: Job): string => {
    const found = switches.find((one) => one.node.name === name && one.job === job);
    return found ? words(found) : '';
  };
  const rows = nodes.map((name) => [name, ...JOBS.map((job) => cell(name, job))]);
  const heads = ['wrapped SecretID', 'plain SecretID', 'plain SecretID, `sys/health` blocked', 'post'];
  return table(['the first address', ...heads], rows);
}

function words({ job, main, post, alive, asked }: Switch): string {
  const survives = job === 'post' ? alive === 0 : main.status === 0;
  const counts = asked.join(' + ');
  return survives ? `✓ ${counts}` : `✗ ${counts}: ${sentenceIn(job === 'post' ? post.log : main.log)}`;
}

/**
 * Why this exists: main is killed, or told to end, at each of its requests, and post then leaves no token alive. The one
 * exception is shown by count: between the server's answer to the login and our first instruction after it (R12, R13).
 */

import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, faultServer } from '../support/fault-server.ts';
import { type Server, startServer } from '../support/openbao.mjs';
import { runStep } from '../support/runner.mjs';
import { keptToken, type Role, type Scenario, scenario } from '../support/scenario.ts';

type Step = Awaited<ReturnType<typeof runStep>>;

const PUBLISHED = { APP: 'canary-app', OLD: 'canary-old', ONE_KEY: 'canary-1', TWO_KEY: 'canary-2' };
/** Requests that a job makes for them, with a wrapped SecretID and `revoke: main`, in the order of their arrival. */
const REQUESTS = [
  'lookup',
  'unwrap',
  'login',
  'mounts',
  'mounts',
  'list',
  'read',
  'read',
  'read',
  'read',
  'revoke-self',
];
const LOGIN = 1 + REQUESTS.indexOf('login');
/** Jobs at the same time. */
const LANES = 3;

let server: Server;
let vault: Scenario;
let role: Role;
let secrets: string;

beforeAll(async () => {
  server = await startServer();
  vault = scenario(server);
  const kv = await vault.kv({
    app: { key: 'canary-app' },
    'ci/one': { key: 'canary-1' },
    'ci/two': { key: 'canary-2' },
  });
  const old = await vault.kv({ app: { key: 'canary-old' } }, { version: 1 });
  role = await vault.role({ reads: [`${kv}/*`, `${old}/*`], lists: [`${kv}/*`] });
  secrets = [`${kv}/app key | APP`, `${old}/app key | OLD`, `${kv}/ci/* key`].join('\n');
});
afterAll(() => server?.stop());

interface Disturbed {
  readonly name: string;
  readonly nth: number;
  readonly main: Step;
  readonly post: Step;
  /** The last part of each path that main asked for. */
  readonly asked: readonly string[];
}

type Disturb = (child: ChildProcess) => Fault | Promise<Fault>;

/** A job that meets the disturbance at its nth request, and its post. Its token has the name in its metadata. */
async function disturbed(
  name: string,
  nth: number,
  disturb: Disturb,
  watched: (child: ChildProcess, folder: string) => void = () => undefined,
): Promise<Disturbed> {
  const proxy = await faultServer(server.address);
  const asked: string[] = [];
  let child: ChildProcess | undefined;
  proxy.on(/^/, (count, { path }) => {
    asked.push(wordFor(path));
    return count === nth && child ? disturb(child) : 'pass';
  });
  const main = await runStep('main', {
    inputs: {
      ...{ url: proxy.address, path: role.mount, roleId: role.roleId, wrappedSecretId: await wrapped(name) },
      ...{ secrets, revoke: 'main' },
    },
    started: (started, folder) => {
      child = started;
      watched(started, folder);
    },
  });
  proxy.on(/^/, () => 'pass');
  const post = await runStep('post', { state: main.state });
  await proxy.stop();
  return { name, nth, main, post, asked };
}

function wordFor(path: string): string {
  if (path.includes('/ui/mounts/')) return 'mounts';
  if (path.includes('list=true')) return 'list';
  return /\/(lookup|unwrap|login|revoke-self)$/.exec(path)?.[1] ?? 'read';
}

async function wrapped(name: string): Promise<string> {
  const path = `auth/${role.mount}/role/${role.name}/secret-id`;
  const answer = await vault.api('POST', path, { metadata: JSON.stringify({ name }) }, { wrapTtl: '10m' });
  return answer.wrap_info.token;
}

/** The names of the jobs whose tokens are alive. */
async function alive(): Promise<readonly string[]> {
  const { data } = await vault.api('GET', 'auth/token/accessors?list=true');
  const found = data.keys.map(async (accessor: string): Promise<readonly string[]> => {
    const { meta } = (await vault.api('POST', 'auth/token/lookup-accessor', { accessor })).data;
    return meta?.name ? [meta.name] : [];
  });
  return (await Promise.all<readonly string[]>(found)).flat().sort();
}

/** Each disturbance at each request. */
async function everywhere(disturbances: Readonly<Record<string, Disturb>>): Promise<readonly Disturbed[]> {
  const points = Object.entries(disturbances).flatMap(([moment, disturb]) =>
    REQUESTS.map((word, index) => ({ name: `${word} ${index + 1}, ${moment}`, nth: index + 1, disturb })),
  );
  const done: Disturbed[] = [];
  const lane = async (): Promise<void> => {
    for (let point = points.pop(); point; point = points.pop())
      done.push(await disturbed(point.name, point.nth, point.disturb));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

it('a job that nobody disturbs makes these requests, publishes, and leaves no token', async () => {
  const { main, post, asked } = await disturbed('nobody', 0, () => 'pass');
  expect(main.env, main.log).toEqual(PUBLISHED);
  expect([...asked].sort()).toEqual([...REQUESTS].sort());
  expect(post.log).toBe('There is no token to revoke.\n');
  expect(await alive()).toEqual([]);
});

const ARRIVED = 'when it has arrived and nobody has processed it';
const FROZEN = 'when its answer is there, before the first instruction after it';
const RUNNING = 'as soon as its answer is sent';

describe.skipIf(process.platform === 'win32')('main killed by SIGKILL at each request', () => {
  let killed: readonly Disturbed[];
  let left: readonly string[];
  beforeAll(async () => {
    killed = await everywhere({
      [ARRIVED]: (child) => {
        child.kill('SIGKILL');
        return 'reset';
      },
      [FROZEN]: (child) => ({
        processed: (answer) => {
          child.kill('SIGSTOP');
          setImmediate(() => child.kill('SIGKILL'));
          return answer;
        },
      }),
      [RUNNING]: (child) => ({
        processed: (answer) => {
          setImmediate(() => child.kill('SIGKILL'));
          return answer;
        },
      }),
    });
    left = await alive();
    console.log(`${killed.length} kill points; tokens left alive by: ${left.join('; ') || 'none'}`);
  }, 240_000);

  it('is killed at each, but for the last, after which it may have ended', () => {
    const survived = killed.filter(({ main }) => main.signal !== 'SIGKILL').map(({ name }) => name);
    expect(survived.filter((name) => name !== `revoke-self ${REQUESTS.length}, ${RUNNING}`)).toEqual([]);
  });

  it('R12: post leaves no token alive, wherever it was, but for the answer to the login', () => {
    expect(left.filter((name) => !name.startsWith('login'))).toEqual([]);
    for (const { post, name } of killed) {
      expect(post.status, name).toBe(0);
      expect(post.log, name).toMatch(
        /^(The token is revoked, with|The token is gone already|There is no token)/,
      );
    }
  });

  it('R13: one token is left when it never ran again after the answer to the login; none when it has kept it', () => {
    const login = (moment: string): string => `login ${LOGIN}, ${moment}`;
    expect(left).not.toContain(login(ARRIVED));
    expect(left).toContain(login(FROZEN));
    const running = killed.find(({ name }) => name === login(RUNNING));
    expect(left.includes(login(RUNNING))).toBe(keptToken(running?.main.state ?? {}) === '');
    expect(new Set(left).size).toBe(left.length);
  });

  it('R13: none is left when it dies in the moment in which it keeps the token', async () => {
    const name = 'kept';
    const { main } = await disturbed(
      name,
      0,
      () => 'pass',
      (child, folder) => {
        watch(join(folder, 'state'), () => child.kill('SIGKILL')).unref();
      },
    );
    expect([main.signal, keptToken(main.state)]).toEqual(['SIGKILL', expect.stringMatching(/./)]);
    expect(await alive()).not.toContain(name);
  });
});

/** Milliseconds after which a runner sends SIGTERM, and then kills (actions/runner: ProcessInvoker.cs). */
const PATIENCE_OF_RUNNER = 7_500;

describe.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s at each request',
  (signal) => {
    let cancelled: readonly Disturbed[];
    const sent = new Map<ChildProcess, number>();
    const left = new Map<ChildProcess, number>();
    const send = (child: ChildProcess): void => {
      sent.set(child, performance.now());
      child.once('exit', () => left.set(child, performance.now()));
      child.kill(signal);
    };
    beforeAll(async () => {
      cancelled = await everywhere({
        [`${signal} ${ARRIVED}`]: async (child) => {
          const told = hears(child);
          send(child);
          await told;
          return 'pass' as const;
        },
        [`${signal} ${RUNNING}`]: (child) => ({
          processed: (answer) => {
            setImmediate(() => send(child));
            return answer;
          },
        }),
      });
    }, 240_000);

    it('ends it with 1, in time, having published all or nothing', () => {
      for (const { name, nth, main } of cancelled) {
        expect([0, Object.keys(PUBLISHED).length], name).toContain(Object.keys(main.env).length);
        if (nth < REQUESTS.length && name.endsWith(ARRIVED)) expect(main.env, name).toEqual({});
        if (name === `revoke-self ${REQUESTS.length}, ${signal} ${RUNNING}`) continue;
        expect([main.status, main.signal], name).toEqual([1, null]);
        expect(main.log, name).toContain(`::error::${signal}: the step was cancelled`);
      }
      const times = [...sent].map(([child, at]) => (left.get(child) ?? Infinity) - at);
      console.log(
        `${signal}: ${cancelled.length} jobs, gone after ${Math.round(Math.max(...times))} ms at most`,
      );
      expect(Math.max(...times)).toBeLessThan(PATIENCE_OF_RUNNER);
    });

    it('begins no request when it has heard of it, and says nothing of values', () => {
      const arrived = cancelled.filter(({ name }) => name.endsWith(ARRIVED));
      for (const { name, nth, main, asked } of arrived) {
        const isSibling = (word: string): boolean => word === asked[nth - 1];
        expect(
          asked.slice(nth).filter((word) => !isSibling(word)),
          name,
        ).toEqual([]);
        const isDone = name.startsWith('revoke-self');
        expect([main.log.includes('Published'), main.summary !== ''], name).toEqual([isDone, isDone]);
        expect(main.log.match(/^::error::/gm), name).toHaveLength(1);
      }
    });

    it('R13: post leaves no token alive', async () => {
      for (const { post } of cancelled) expect(post.status).toBe(0);
      expect((await alive()).filter((name) => name.includes(signal))).toEqual([]);
    });
  },
);

it.skipIf(process.platform === 'win32')(
  'R13: a login that is never answered is not waited for longer than a runner waits',
  async () => {
    const hung = (['SIGINT', 'SIGTERM'] as const).map((signal) =>
      disturbed(`${signal} and no answer`, LOGIN, (child) => {
        child.kill(signal);
        return 'hang';
      }),
    );
    for (const { main } of await Promise.all(hung)) {
      expect([main.status, main.signal, main.state, main.env]).toEqual([1, null, {}, {}]);
      expect(main.ms).toBeLessThan(PATIENCE_OF_RUNNER);
    }
  },
);

/** Settles when the child says that it was cancelled, or ends. */
function hears(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk) => `${chunk}`.includes('was cancelled') && resolve());
    child.once('exit', () => resolve());
  });
}

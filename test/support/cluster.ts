/** Why this exists: a cluster of three real servers with raft storage, whose nodes can be killed, sealed and stopped. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { client, findServer, freePort, type Server, serverEnvironment } from './openbao.mjs';

export interface Node {
  readonly address: string;
  /** Calls of an administrator. */
  readonly api: Server['api'];
  /** Starts it; it is sealed then. */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Kills it, starts it and unseals it. */
  restart(): Promise<void>;
  seal(): Promise<void>;
  unseal(): Promise<void>;
  /** SIGSTOP: the kernel still accepts connections, and nobody answers. */
  pause(): void;
  /** SIGCONT. */
  resume(): void;
}

export interface Cluster {
  readonly nodes: readonly [Node, Node, Node];
  readonly rootToken: string;
  /** Calls of an administrator to the node that leads, made again when it is not able to answer. */
  readonly api: Server['api'];
  /** The node that leads, once one does and all others but `but` follow it. */
  leader(but?: Node): Promise<Node>;
  /** For every token that a login made, the SecretID: the hash that audit logs have in its place. */
  logins(): readonly string[];
  stop(): Promise<void>;
}

interface Keys {
  unseal: string;
  root: string;
}

/** Three nodes on loopback, unsealed, all of them voters, with one audit log. An election takes some seconds. */
export async function startCluster(): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), 'vault-approle-cluster-'));
  const audit = join(home, 'audit.log');
  const keys: Keys = { unseal: '', root: '' };
  const node = (name: string): Promise<Node> => nodeIn(join(home, name), name, keys);
  const nodes = [await node('a'), await node('b'), await node('c')] as const;
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map(({ kill }) => kill()));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await form(nodes, keys);
    await nodes[0].api('POST', 'sys/audit/file', { type: 'file', options: { file_path: audit } });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    nodes,
    rootToken: keys.root,
    api: (...call) => byLeader(nodes, call),
    leader: (but) => leaderOf(nodes.filter((one) => one !== but)),
    logins: () => readFileSync(audit, 'utf8').split('\n').flatMap(loginOf),
    stop,
  };
}

async function form([first, ...others]: Cluster['nodes'], keys: Keys): Promise<void> {
  await Promise.all([first, ...others].map(({ start }) => start()));
  const born = await first.api('POST', 'sys/init', { secret_shares: 1, secret_threshold: 1 });
  Object.assign(keys, { unseal: born.keys_base64[0], root: born.root_token });
  await first.unseal();
  await leaderOf([first]);
  await first.api('POST', 'sys/storage/raft/autopilot/configuration', { server_stabilization_time: '100ms' });
  for (const { api, unseal } of others) {
    await api('POST', 'sys/storage/raft/join', { leader_api_addr: first.address });
    await unseal();
  }
  await leaderOf([first, ...others]);
  await until('all nodes vote', async () => {
    const { data } = await first.api('GET', 'sys/storage/raft/configuration');
    return data.config.servers.filter(({ voter }: { voter: boolean }) => voter).length === 3;
  });
}

async function nodeIn(folder: string, name: string, keys: Keys): Promise<Node> {
  const place = { folder, name, port: await freePort(), clusterPort: await freePort() };
  const address = `http://127.0.0.1:${place.port}`;
  const api: Server['api'] = (...call) => client(address, keys.root)(...call);
  mkdirSync(folder);
  writeFileSync(join(folder, 'server.hcl'), configuration(place));
  let child: ChildProcess | undefined;
  process.once('exit', () => child?.kill('SIGKILL'));
  const start = async (): Promise<void> => {
    child = startIn(folder);
    await until('it answers', () => api('GET', 'sys/seal-status'), diesOf(child));
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const unseal = async (): Promise<void> => {
    const key = { key: keys.unseal };
    await until('it is unsealed', async () => !(await api('POST', 'sys/unseal', key)).sealed);
  };
  return {
    address,
    api,
    start,
    kill,
    restart: async () => {
      await kill();
      await start();
      await unseal();
    },
    seal: () => api('POST', 'sys/seal'),
    unseal,
    pause: () => child?.kill('SIGSTOP'),
    resume: () => child?.kill('SIGCONT'),
  };
}

function startIn(folder: string): ChildProcess {
  const args = ['server', `-config=${join(folder, 'server.hcl')}`, '-log-level=warn'];
  const options: SpawnOptions = { env: serverEnvironment(folder), stdio: ['ignore', 'pipe', 'pipe'] };
  return spawn(findServer(), args, options);
}

/** Rejects with what the server printed when it ends by itself. */
function diesOf(child: ChildProcess): Promise<never> {
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (log += chunk));
  return new Promise((_, reject) => {
    child.once('exit', () => reject(new Error(`The server ended:\n${log.slice(-2000)}`)));
  });
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly port: number;
  readonly clusterPort: number;
}

function configuration({ folder, name, port, clusterPort }: Place): string {
  return `
api_addr = "http://127.0.0.1:${port}"
cluster_addr = "https://127.0.0.1:${clusterPort}"
unsafe_allow_api_audit_creation = true
listener "tcp" {
  address = "127.0.0.1:${port}"
  cluster_address = "127.0.0.1:${clusterPort}"
  tls_disable = true
}
storage "raft" {
  path = "${folder}"
  node_id = "${name}"
  performance_multiplier = "1"
  autopilot_update_interval = "100ms"
  autopilot_reconcile_interval = "200ms"
}`;
}

/** Tries of 50 ms after which a node that contradicts the others is restarted. */
const PATIENCE = 200;

/**
 * All of them must name the same one, and that one must be ready. A leader of OpenBao 2.7 that was stopped for a while, or
 * got no processor, may go on to say that it leads, for as long as it runs: then somebody has to restart it.
 */
async function leaderOf(nodes: readonly Node[]): Promise<Node> {
  let tries = 0;
  return until('one node leads and the others follow it', async () => {
    const told = await Promise.all(nodes.map(leaderBy));
    const named = told.map(({ leader_address }) => leader_address);
    const leader = nodes.find(({ address }) => named.every((one) => one === address));
    if (leader && (await leader.api('GET', 'sys/health'))) return leader;
    if (++tries % PATIENCE !== 0) return undefined;
    const stray = nodes.filter((_, index) => told[index]?.is_self && !isMajority(named, named[index]));
    await Promise.all(stray.map(({ restart }) => restart()));
    return undefined;
  });
}

async function leaderBy({
  api,
}: Node): Promise<{ readonly is_self?: boolean; readonly leader_address?: string }> {
  const late = new Promise<object>((resolve) => setTimeout(() => resolve({}), 2000).unref());
  return Promise.race([api('GET', 'sys/leader').catch(() => ({})), late]);
}

function isMajority<T>(all: readonly T[], one: T): boolean {
  return all.filter((other) => other === one).length > all.length / 2;
}

async function byLeader(nodes: readonly Node[], call: Parameters<Server['api']>): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await leaderOf(nodes)).api(...call);
    } catch (error) {
      const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
      if (status < 500 || tries === 10) throw error;
    }
  }
}

/** The first result of `check` that is something; of all this, a server tells only who asks. */
async function until<T>(
  what: string,
  check: () => Promise<T>,
  dies?: Promise<never>,
): Promise<NonNullable<T>> {
  let ended: unknown;
  dies?.catch((error: unknown) => {
    ended = error;
  });
  let last: unknown;
  for (let tries = 0; tries < 1200; tries++) {
    if (ended) throw ended;
    try {
      const result = await check();
      if (result) return result;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never came to be that ${what}.`, { cause: last });
}

/** Standbys begin a login and pass it on: what counts is the token in the end. */
function loginOf(line: string): readonly string[] {
  if (!line.includes('/login')) return [];
  const { type, request, response } = JSON.parse(line);
  return type === 'response' && response?.auth?.client_token ? [request.data.secret_id] : [];
}

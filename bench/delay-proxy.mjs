/** Why this exists: a network's round trip between a client and a server on one machine, and a count of what crosses it. */

import { connect, createServer } from 'node:net';

/**
 * @typedef {object} Counts
 * @property {number} connections
 * @property {number} requests
 *
 * @typedef {object} DelayProxy
 * @property {string} address `http://127.0.0.1:PORT`
 * @property {() => Counts} take what was counted since the last time
 * @property {() => Promise<void>} close
 */

/**
 * A TCP proxy on loopback. Connections are accepted at once; data is delivered half a round trip after it came, in each
 * direction, in its order. A timer can be late by a millisecond or two, never early.
 * @param {string} target the server's `http://HOST:PORT`
 * @param {number} roundTripMs
 * @returns {Promise<DelayProxy>}
 */
export async function startDelayProxy(target, roundTripMs) {
  const { hostname, port } = new URL(target);
  const counts = { connections: 0, requests: 0 };
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    counts.connections++;
    const upstream = connect({ host: hostname, port: Number(port), allowHalfOpen: true, noDelay: true });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    const countRequests = requestCounter(() => counts.requests++);
    carry(client, upstream, { delayMs: roundTripMs / 2, seen: countRequests });
    carry(upstream, client, { delayMs: roundTripMs / 2 });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    take: () => {
      const taken = { ...counts };
      Object.assign(counts, { connections: 0, requests: 0 });
      return taken;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/**
 * One queue for each direction, so nothing overtakes anything; the end of the stream waits in it like data.
 * @param {import('node:net').Socket} from
 * @param {import('node:net').Socket} to
 * @param {{ delayMs: number, seen?: (chunk: Buffer) => void }} options
 */
function carry(from, to, { delayMs, seen }) {
  /** @type {{ due: number, chunk: Buffer | undefined }[]} */
  const queue = [];
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const deliver = () => {
    timer = undefined;
    for (let first = queue[0]; first && first.due <= performance.now(); first = queue[0]) {
      queue.shift();
      if (to.destroyed) continue;
      if (first.chunk) to.write(first.chunk);
      else to.end();
    }
    schedule();
  };
  const schedule = () => {
    const [first] = queue;
    if (first && !timer) timer = setTimeout(deliver, Math.max(1, Math.ceil(first.due - performance.now())));
  };
  const enqueue = (/** @type {Buffer | undefined} */ chunk) => {
    queue.push({ due: performance.now() + delayMs, chunk });
    schedule();
  };
  from.on('data', (chunk) => {
    seen?.(chunk);
    enqueue(chunk);
  });
  from.on('end', () => enqueue(undefined));
  from.on('error', () => to.destroy());
}

const REQUEST_LINE = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|LIST|SCAN|OPTIONS) \S+ HTTP\/1\.[01]\r\n/g;

/** More than a request line is long. */
const LONGEST_TAIL = 16_384;

/**
 * Counts request lines in a stream of bytes, also one that two chunks share. A JSON body cannot hold one: a line break in
 * it is escaped.
 * @param {() => void} count
 * @returns {(chunk: Buffer) => void}
 */
function requestCounter(count) {
  let rest = '';
  return (chunk) => {
    rest += chunk.toString('latin1');
    let end = 0;
    for (const match of rest.matchAll(REQUEST_LINE)) {
      count();
      end = match.index + match[0].length;
    }
    rest = rest.slice(end).slice(-LONGEST_TAIL);
  };
}

/** Why this exists: connections to one address, kept alive, opened ahead of need, and honest about being open. */

import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Address, Server } from './server.ts';
import { tlsOptions } from './tls.ts';

/** One request's view of its connection. While `connecting`, not a byte of the request has been sent. */
export interface Attempt {
  connecting: boolean;
  request?: ClientRequest;
}

export interface Connections {
  readonly agent: HttpAgent;
  /** Opens connections now that requests will want soon. Failures show when a request wants one. */
  warm(count: number): void;
  close(): void;
}

type Wanted = { readonly attempt?: Attempt };
type AddRequest = (request: ClientRequest, wanted: Wanted) => void;
type Opened = (error: Error | null, socket?: Duplex) => void;
type Open = (options: object, opened: Opened) => Duplex | null | undefined;

/** Connections to `address`. The caller closes them. */
export async function openConnections(address: Address, server: Server): Promise<Connections> {
  const options = optionsFor(address, server);
  const closing = address.proxy && new AbortController();
  const agent = await agentFor(address, options, closing?.signal);
  const sockets = new Set<Duplex>();
  const spare: Promise<Duplex>[] = [];
  const connect = connector(agent, address, sockets);

  const createConnection = (wanted: Wanted, opened: Opened): undefined => {
    const { attempt } = wanted;
    if (attempt) attempt.connecting = true;
    take(spare, () => connect(wanted)).then(
      (socket) => {
        if (attempt) attempt.connecting = false;
        opened(null, socket);
      },
      (error: Error) => opened(error),
    );
  };
  /** Node's own way of giving an agent a request: the only place where the HTTP client lets anybody see it. */
  const addRequest: AddRequest = Object.getPrototypeOf(agent).addRequest.bind(agent);
  Object.assign(agent, {
    createConnection,
    addRequest: (request: ClientRequest, wanted: Wanted) => {
      if (wanted.attempt) wanted.attempt.request = request;
      addRequest(request, wanted);
    },
  });

  return {
    agent,
    warm: (count) => {
      for (let n = 0; n < count; n++) spare.push(quiet(connect({ ...options, ...target(address) })));
    },
    close: () => {
      closing?.abort();
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The server name is decided here and not per request, so that connections opened ahead verify the same one. */
function optionsFor(address: Address, server: Server): object {
  const secure = address.base.startsWith('https:');
  const { host } = target(address);
  const servername = isIP(host) ? '' : host;
  return {
    keepAlive: true,
    timeout: server.timeoutMs,
    ...(secure && { servername, ...tlsOptions(server.tls) }),
  };
}

/**
 * Through a proxy, every connection is a CONNECT tunnel, also to `http://`: the proxy sees host and port only. TLS takes
 * longer to load than all else of HTTP: only for an address that wants it.
 */
async function agentFor(
  address: Address,
  options: object,
  signal: AbortSignal | undefined,
): Promise<HttpAgent> {
  const secure = address.base.startsWith('https:');
  if (address.proxy) {
    const { HttpProxyAgent, HttpsProxyAgent } = await import('hpagent');
    const proxyRequestOptions = { headers: {}, signal };
    const proxied = { ...options, proxy: address.proxy.reveal(), proxyRequestOptions };
    return secure ? new HttpsProxyAgent(proxied) : new HttpProxyAgent(proxied);
  }
  if (!secure) return new HttpAgent(options);
  const { Agent } = await import('node:https');
  return new Agent(options);
}

function target(address: Address): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(address.base);
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}

/** Opens a connection and settles once it can carry a request: after the TLS handshake, where there is one. */
function connector(agent: HttpAgent, address: Address, sockets: Set<Duplex>) {
  const open: Open = Object.getPrototypeOf(agent).createConnection.bind(agent);
  const ready = address.base.startsWith('https:') ? 'secureConnect' : 'connect';
  const tunnelled = address.proxy !== undefined;

  return (options: object): Promise<Duplex> =>
    new Promise((resolve, reject) => {
      const opening = (socket: Duplex): void => {
        sockets.add(socket);
        socket.once('error', reject);
        socket.once('close', () => {
          sockets.delete(socket);
          reject(new Error('closed'));
        });
        if (tunnelled && ready === 'connect') resolve(socket);
        else socket.once(ready, () => resolve(socket));
      };
      const socket = open(options, (error, tunnel) => {
        if (error) reject(proxyError(error));
        else if (tunnel && tunnelled) opening(tunnel);
      });
      if (socket && !tunnelled) opening(socket);
    });
}

/** A spare connection that is still good, else a new one. */
async function take(spare: Promise<Duplex>[], connect: () => Promise<Duplex>): Promise<Duplex> {
  const socket = await spare.shift()?.catch(() => undefined);
  return socket && !socket.destroyed ? socket : connect();
}

/** A connection opened ahead may fail before anybody waits for it: that is no unhandled rejection. */
function quiet(opening: Promise<Duplex>): Promise<Duplex> {
  opening.catch(() => undefined);
  return opening;
}

function proxyError(error: Error & { code?: string }): Error {
  const status = /^Bad response: (\d+)/.exec(error.message)?.[1];
  return Object.assign(new Error('proxy'), { code: `PROXY ${status ?? error.code ?? 'failed'}` });
}

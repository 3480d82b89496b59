/** Why this exists: each step from a name to a secure connection fails in its own way, so each is taken by itself. */

import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP } from 'node:net';
import { hintFor } from '../../vault/diagnosis.ts';
import { outageOf } from '../../vault/outage.ts';
import type { Address, Server } from '../../vault/server.ts';
import { type Finding, hinted } from './finding.ts';
import { examineTls } from './tls.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** What leads to an address, up to where something is wrong. */
export async function examineNetwork(address: Address, server: Server): Promise<readonly Finding[]> {
  const { hostname, port, protocol, host: label } = new URL(address.base);
  const host = hostname.replace(/^\[|\]$/g, '');
  const place = { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
  if (address.proxy) return [{ level: 'skipped', check: 'connection', what: `${label}: a proxy makes it.` }];
  const resolved = await examineName(place, server.timeoutMs);
  if (isWrong(resolved)) return resolved;
  const connected = [...resolved, await examineConnection(place, label, server.timeoutMs)];
  if (isWrong(connected) || protocol === 'http:') return connected;
  return [...connected, ...(await examineTls(place, label, server))];
}

export function isWrong(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'wrong');
}

async function examineName({ host }: Place, timeoutMs: number): Promise<readonly Finding[]> {
  if (isIP(host)) return [];
  const check = 'name';
  try {
    const found = await within(timeoutMs, lookup(host, { all: true }));
    return [{ level: 'ok', check, what: `${host} is ${found.map(({ address }) => address).join(', ')}` }];
  } catch (error) {
    return [outage(check, host, error)];
  }
}

async function examineConnection(place: Place, label: string, timeoutMs: number): Promise<Finding> {
  const check = 'connection';
  try {
    await reach(place, timeoutMs);
    return { level: 'ok', check, what: `${label} accepts connections` };
  } catch (error) {
    return outage(check, label, error);
  }
}

function reach({ host, port }: Place, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port }, () => {
      socket.destroy();
      resolve();
    });
    socket.setTimeout(timeoutMs, () => socket.destroy(LATE));
    socket.once('error', reject);
  });
}

/** A resolver has its own idea of how long it may take. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms, LATE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const LATE = new Error('late');

/** What a failure on the way means, in the words that a job has for it. */
export function outage(check: string, label: string, error: unknown): Finding {
  const { code, what } = outageOf(error, { timedOut: error === LATE, connecting: true });
  const hint = hintFor({ operation: 'health', code });
  return { level: 'wrong', check, what: `${label}: ${what}`, remedy: hint && hinted(hint) };
}

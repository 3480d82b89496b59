/**
 * Why this exists: what a bundle does, as one readable text in the order in which it happened: lines of its log,
 * requests, and what stands in the command files when a request arrives.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultServer } from './fault-server.ts';
import type { Answer } from './reply.ts';
import { runStep } from './runner.mjs';

export interface Script {
  readonly part: 'main' | 'post';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  /** Answers by `METHOD path`; what is not here gets a 404. */
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface Transcript {
  readonly text: string;
  readonly state: Readonly<Record<string, string>>;
  readonly log: string;
}

const NOT_FOUND: Answer = { status: 404, body: '{"errors":[]}' };
/** Milliseconds until a line written before a request has arrived here, too. */
const SETTLE = 40;

/** Runs a bundle against scripted answers. Ports, times and random delimiters are replaced in the text. */
export async function transcribe({ part, answers, ...step }: Script): Promise<Transcript> {
  const events: string[] = [];
  let files = (): readonly string[] => [];
  const server = await faultServer();
  server.on(/^/, async (_, { method, path, headers, body }) => {
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    events.push(...files(), `> ${method} ${path}${shown(headers)}${body && ` ${body}`}`);
    return answers[`${method} ${path.replace('/v1/', '')}`] ?? NOT_FOUND;
  });
  const inputs = { ...step.inputs, ...(step.inputs && !('url' in step.inputs) && { url: server.address }) };
  const result = await runStep(part, {
    ...step,
    inputs,
    state: rewritten(step.state ?? {}, server.address),
    started: (child, folder) => {
      files = changes(folder);
      child.stdout?.on('data', (chunk: string) => events.push(...String(chunk).trimEnd().split('\n')));
    },
  });
  await server.stop();
  events.push(...commandFiles('env', result.env), ...commandFiles('outputs', result.outputs));
  events.push(...commandFiles('state', decodedState(result.state)), `exit ${result.status}`, result.errors);
  const text = events.join('\n').replaceAll(server.address, 'http://SERVER').trimEnd();
  return { text: `${normalized(text)}\n`, state: result.state, log: result.log };
}

function shown(headers: Readonly<Record<string, unknown>>): string {
  const told = ['x-vault-token', 'x-vault-namespace', 'x-vault-request', 'content-type'];
  return told.flatMap((name) => (headers[name] === undefined ? [] : [` ${name}=${headers[name]}`])).join('');
}

/** Tells, when asked, which command files were written since. */
function changes(folder: string): () => readonly string[] {
  const told = new Set<string>();
  return () =>
    ['state', 'env', 'outputs'].flatMap((name) => {
      const path = join(folder, name);
      if (told.has(name) || !existsSync(path) || readFileSync(path, 'utf8') === '') return [];
      told.add(name);
      return [`  (the ${name} file is written)`];
    });
}

function commandFiles(name: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(([key, value]) => `${name}: ${key}=${JSON.stringify(value)}`);
}

function decodedState(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(state).map(([name, value]) => [
    name,
    Buffer.from(value, 'base64').toString(),
  ]);
  return Object.fromEntries(entries);
}

/** The kept address is that of main's server, which is gone: post is sent to the one that runs now. */
function rewritten(
  state: Readonly<Record<string, string>>,
  address: string,
): Readonly<Record<string, string>> {
  const entries = Object.entries(state).map(([name, value]) => {
    const text = Buffer.from(value, 'base64').toString();
    return [name, Buffer.from(text.replace(/http:\/\/127\.0\.0\.1:\d+/g, address)).toString('base64')];
  });
  return Object.fromEntries(entries);
}

function normalized(text: string): string {
  return text
    .replace(/\\"expiresAt\\":\d+/g, '\\"expiresAt\\":TIME')
    .replace(/^::add-mask::eyJ[\w+/=]{100,}$/gm, '::add-mask::STATE')
    .replace(/node \S+\/dist\/cli\//g, 'node DIST/cli/')
    .replace(/in \d+ ms$/gm, 'in N ms')
    .replace(/another \d+ s/g, 'another N s')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST');
}

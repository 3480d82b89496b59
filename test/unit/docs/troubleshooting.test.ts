/** Why this exists: each hint leads to a section, and each section quotes what is really printed. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { describe as describeRevocation } from '../../../src/job/revocation.ts';
import { Secret } from '../../../src/secret.ts';
import type { Answer } from '../../../src/vault/answer.ts';
import { logIn } from '../../../src/vault/approle.ts';
import { lost, type Target } from '../../../src/vault/attempt.ts';
import { hintFor } from '../../../src/vault/diagnosis.ts';
import { formatError, VaultError } from '../../../src/vault/errors.ts';
import { HINTS } from '../../../src/vault/hints.ts';
import { parseJson } from '../../../src/vault/json.ts';
import { readSecret } from '../../../src/vault/kv.ts';
import type { Operation } from '../../../src/vault/operation.ts';
import { brokenAnswer, noData, notVault, outageOf, toPage } from '../../../src/vault/outage.ts';
import type { Request } from '../../../src/vault/request.ts';
import type { Server } from '../../../src/vault/server.ts';
import { type Connection, connect } from '../../../src/vault/transport.ts';
import { unwrapSecretId } from '../../../src/vault/wrapping.ts';
import { fenced } from '../../support/markdown.ts';
import { read } from '../../support/project.ts';

describe('docs/troubleshooting.md', () => {
  const [, ...parts] = read('docs/troubleshooting.md').split(/^<a id="([^"]+)"><\/a>$/m);
  const sections = parts.flatMap((anchor, index) =>
    index % 2 === 0 ? [{ anchor, text: parts[index + 1] ?? '' }] : [],
  );
  const quoted = sections.flatMap(({ anchor, text }) =>
    fenced(text, 'text').map((message) => ({ anchor, message })),
  );

  it('has one section for each hint, one for a refused revocation, and no other', () => {
    const anchors = sections.map(({ anchor }) => anchor);
    expect([...anchors].sort()).toEqual([...Object.keys(HINTS), 'revoke-refused'].sort());
  });

  it.each(sections)('$anchor has a heading, a message, a reason and a remedy', ({ text }) => {
    expect(text).toMatch(/^\n\n### \S/);
    expect(fenced(text, 'text')).not.toEqual([]);
    expect(text).toContain('**Why.**');
    expect(text).toContain('**Do.**');
  });

  it.each(quoted)(
    '$anchor: the code writes this message, with a hint to this section: $message',
    async ({ anchor, message }) => {
      expect(await hintsOf(message)).toContain(anchor);
    },
  );

  it('quotes every text of a server by which diagnosis.ts finds a hint', () => {
    const [, table = ''] = read('src/vault/diagnosis.ts').split('const RULES');
    const found = [...table.matchAll(/\{\s*anchor: '([\w-]+)'[^{}]*?\btext: \/(.+)\/,?\s/g)];
    expect(found.length).toBe(table.match(/\btext: \//g)?.length);
    const missing = found.flatMap(([, anchor, text = '']) => {
      const section = sections.find((candidate) => candidate.anchor === anchor)?.text ?? '';
      return alternatives(text).filter((pattern) => !new RegExp(pattern).test(section));
    });
    expect(missing).toEqual([]);
  });
});

/** Each alternative of a pattern for itself. */
function alternatives(pattern: string): readonly string[] {
  const [, before, inner, after] = /^([^()]*)\(([^()]*)\)(.*)$/.exec(pattern) ?? [];
  return inner === undefined
    ? pattern.split('|')
    : inner.split('|').map((part) => `${before}${part}${after}`);
}

/** The anchors of the hints with which the code writes a message; none when it never writes it so. */
async function hintsOf(message: string): Promise<readonly string[]> {
  const texts = [refusal(message), ...outages(message), ...(await special())].filter(
    (text) => text === message || text.startsWith(`${message}\nHint: `),
  );
  return texts.flatMap((text) => /\(docs\/troubleshooting\.md#([\w-]+)\)\.?$/.exec(text)?.[1] ?? []);
}

/** The text of a failure in which nothing is to be redacted. */
function messageOf(error: unknown): string {
  return formatError(error, (text) => text);
}

/** The message of a server that answered what `message` quotes, with the hint of the table. */
function refusal(message: string): string {
  const form = /^(\w[\w ]*) failed: (GET|POST) (\S+) answered (\d+)(?:\nThe server said: (.+))?$/;
  const [, what = '', method = '', path = '', code = '', said] = form.exec(message) ?? [];
  const facts = { operation: operationOf(what), status: Number(code) };
  const hint = hintFor({ ...facts, text: said ?? '' });
  return messageOf(new VaultError({ ...facts, method, path, errors: said ? [said] : [], hint }));
}

/** Trusted, because what it makes is compared with the message. */
function operationOf(words: string): Operation {
  return words.toLowerCase() as Operation;
}

const CODES =
  `ENOTFOUND EAI_AGAIN ECONNREFUSED EHOSTUNREACH ENETUNREACH ECONNRESET EPIPE TOO_LARGE PROXY_407 CERT_HAS_EXPIRED
  CERT_NOT_YET_VALID DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN ERR_SSL_WRONG_VERSION_NUMBER`.split(
    /\s+/,
  );

/** The messages of all the ways in which the operation and the host of `message` can stay without a usable answer. */
function outages(message: string): readonly string[] {
  const [, what = '', host = 'none'] = /^(\w[\w ]*) failed: ([\w.-]+(?::\d+)?): /.exec(message) ?? [];
  const operation = operationOf(what);
  const request = { operation, once: operation === 'issue' } as Request<unknown>;
  const target = { address: { base: `https://${host}` } } as Target;
  const certificate = { subject: {}, subjectaltname: 'DNS:vault.internal' } as unknown as PeerCertificate;
  const errors: readonly unknown[] = [
    checkServerIdentity('vault.example.org', certificate),
    ...CODES.map((code) => Object.assign(new Error('never shown'), { code: code.replace('_407', ' 407') })),
  ];
  const broken = [true, false].flatMap((connecting) => [
    outageOf(new Error('never shown'), { timedOut: true, connecting }),
    ...errors.map((error) => outageOf(error, { timedOut: false, connecting })),
  ]);
  const page = toPage('/oauth2/start', target.address.base) ?? [];
  return [...broken, notVault(200), notVault(502), brokenAnswer(), noData(200), page]
    .flat()
    .map((outage) => messageOf(lost(request, target, outage).error));
}

let specials: Promise<readonly string[]> | undefined;

/** Messages that no rule of the table decides, made by the functions that throw them. */
function special(): Promise<readonly string[]> {
  specials ??= Promise.all([
    ...logins(),
    ...unwraps(),
    ...reads(),
    redirected(),
    Promise.resolve(unrevoked()),
  ]);
  return specials;
}

const EMPTY: Answer = {
  status: 200,
  errors: [],
  warnings: [],
  auth: null,
  data: null,
  leaseId: '',
  leaseDuration: 0,
  whole: {},
};

/** A connection that gives these answers, one after another. */
function answering(...answers: readonly (Partial<Answer> | VaultError)[]): Connection {
  const rest = [...answers];
  return {
    send: async (request) => {
      const next = rest.shift();
      if (next instanceof Error) throw next;
      const value = request.decode({ ...EMPTY, ...next });
      if (value === undefined) throw new Error('not understood');
      return value;
    },
    warm: () => undefined,
    close: () => undefined,
  };
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no failure',
    (error: unknown) => messageOf(error),
  );
}

function logins(): readonly Promise<string>[] {
  const underMfa = parseJson('{"client_token":"","lease_duration":0,"mfa_requirement":{}}');
  return [underMfa, null].map((auth) => failureOf(login(answering({ auth }))));
}

function login(connection: Connection): Promise<unknown> {
  return logIn(connection, { mount: 'approle', roleId: new Secret('canary-role') }, () => undefined);
}

function unwraps(): readonly Promise<string>[] {
  const made = (by: string) => ({ data: { creation_path: by } });
  const right = made('auth/approle/role/ci/secret-id');
  const spent = new VaultError({
    operation: 'unwrap',
    method: 'POST',
    path: 'sys/wrapping/unwrap',
    status: 400,
    errors: ['wrapping token is not valid or does not exist'],
  });
  const wrapped = { wrappingToken: new Secret('canary-wrapping'), mount: 'approle', roleName: 'ci' };
  const conversations = [[spent], [right, spent], [made('sys/wrapping/wrap')], [right, { data: {} }]];
  return conversations.map((answers) => failureOf(unwrapSecretId(answering(...answers), wrapped)));
}

function reads(): readonly Promise<string>[] {
  const gone = (how: string) =>
    parseJson(`{"data":null,"metadata":{"created_time":"2026-01-30T12:00:00Z","version":2,${how}}}`);
  return [
    gone('"deletion_time":"2026-01-31T12:00:00Z","destroyed":false'),
    gone('"deletion_time":"","destroyed":true'),
  ].map((data) => {
    const access = { connection: answering({ status: 404, data }), token: new Secret('canary-token') };
    return failureOf(readSecret(access, 'secret/data/ci/app', { repeatable: true }));
  });
}

const SERVER: Server = {
  addresses: [{ base: 'https://vault.example.org:8200' }],
  tls: { skipVerify: false },
  extraHeaders: {},
  timeoutMs: 5000,
  retries: 0,
};

async function redirected(): Promise<string> {
  const location = 'https://vault-2.example.org:8200/v1/auth/approle/login';
  const server = createServer((_, response) => response.writeHead(307, { location }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = connect({ ...SERVER, addresses: [{ base: `http://${host}` }] });
  const message = await failureOf(login(connection));
  connection.close();
  server.close();
  return message.replace(host, 'vault.example.org:8200');
}

function unrevoked(): string {
  const born = { token: new Secret('canary-token'), server: SERVER, batch: false, uses: 0 };
  const handle = { ...born, defaultPolicy: false, expiresAt: 840_000 };
  return describeRevocation({ kind: 'refused' }, handle, 0).text;
}

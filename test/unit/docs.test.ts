/** Why this exists: the documents, the workflows and the archive say and hold what the code does, or a test is red. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../src/config/inputs.ts';
import { describe as describeRevocation } from '../../src/revocation.ts';
import { Secret } from '../../src/secret.ts';
import { parseSecrets } from '../../src/secrets/grammar.ts';
import type { Answer } from '../../src/vault/answer.ts';
import { logIn } from '../../src/vault/approle.ts';
import { lost, type Request, type Target } from '../../src/vault/attempt.ts';
import { formatError, type Operation, VaultError } from '../../src/vault/errors.ts';
import { HINTS, hintFor } from '../../src/vault/hints.ts';
import { parseJson } from '../../src/vault/json.ts';
import { readSecret } from '../../src/vault/kv.ts';
import { notVault, outageOf } from '../../src/vault/outage.ts';
import type { Server } from '../../src/vault/server.ts';
import { type Connection, connect } from '../../src/vault/transport.ts';
import { unwrapSecretId } from '../../src/vault/wrapping.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const MOST = 64 * 1024 * 1024;
const git = (args: readonly string[], input = ''): string =>
  execFileSync('git', args, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: MOST });
const names = (folder: string): readonly string[] => readdirSync(join(ROOT, folder)).sort();

/** What stands between fences of a language, each block for itself. */
function fenced(text: string, language: string): readonly string[] {
  const blocks = text.matchAll(/^```(\w*)\n(.*?)\n```$/gms);
  return [...blocks].flatMap(([, found, block = '']) => (found === language ? [block] : []));
}

describe('README.md', () => {
  const readme = read('README.md');
  const action = readYaml(read('action.yml'));

  it('has a row for each input of action.yml: name, default and description', () => {
    const inputs = Object.entries(tree(action.inputs)).map(([name, input]) => {
      const { default: fallback, description } = tree(input);
      return [`\`${name}\``, fallback === undefined ? '' : `\`${fallback}\``, description];
    });
    expect(rowsUnder(readme, '## Inputs')).toEqual(inputs);
  });

  it('has a row for each output of action.yml', () => {
    const outputs = Object.entries(tree(action.outputs));
    expect(rowsUnder(readme, '## Outputs')).toEqual(
      outputs.map(([name, output]) => [`\`${name}\``, tree(output).description]),
    );
  });

  it('action.yml has the inputs that the code reads', () => {
    expect(Object.keys(tree(action.inputs))).toEqual([...INPUTS]);
  });

  const examples = fenced(readme, 'yaml');

  it('its examples of `secrets` are read without a mistake', () => {
    const texts = examples.flatMap(secretsIn);
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      expect(parseSecrets(text).mistakes, text).toEqual([]);
      expect(parseSecrets(text).entries, text).not.toEqual([]);
    }
  });

  it('its table of entries is read without a mistake', () => {
    const entries = rowsUnder(readme, '## Which secrets').map(([cell = '']) => cell.replaceAll('`', ''));
    expect(entries.length).toBeGreaterThan(4);
    expect(parseSecrets(entries.join('\n')).mistakes).toEqual([]);
  });

  it('its examples give this action inputs that there are, and name it by a placeholder', () => {
    const steps = examples.flatMap((example) => example.split(/^(?=- )/m));
    const ours = steps.filter((step) => step.includes('vault-approle@'));
    expect(ours.length).toBeGreaterThan(2);
    for (const step of ours) {
      expect(step).toContain('uses: <owner>/vault-approle@<sha>\n');
      const given = [...(step.split('\n  with:\n')[1] ?? '').matchAll(/^ {4}(\w+):/gm)];
      expect(given.length).toBeGreaterThan(1);
      for (const [, name] of given) expect(INPUTS).toContain(name);
    }
  });
});

/** The cells of the first table below a heading, without the table's own head. */
function rowsUnder(text: string, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = text.split(`\n${heading}\n`);
  const [, table = ''] = /\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(section) ?? [];
  const cells = (row: string): readonly string[] => row.split(/(?<!\\)\|/).slice(1, -1);
  return table
    .trim()
    .split('\n')
    .map((row) => cells(row).map((cell) => cell.trim().replaceAll('\\|', '|')));
}

/** The `secrets` of an example, in a line of their own or in the lines below. */
function secretsIn(example: string): readonly string[] {
  const found = example.matchAll(/^( *)secrets: (?:\|\n((?:\1 +.*\n?)+)|(.*))$/gm);
  return [...found].map(([, , block, line]) => block ?? line ?? '');
}

interface Tree {
  readonly [key: string]: string | Tree;
}

/** As much of YAML as action.yml uses; throws at anything else. */
function readYaml(text: string): Tree {
  return readMapping(
    text.split('\n').filter((line) => !/^\s*(#|$)/.test(line)),
    0,
  );
}

function readMapping(lines: string[], depth: number): Tree {
  const mapping: Record<string, string | Tree> = {};
  while (depthOf(lines[0]) === depth) {
    const line = lines.shift() ?? '';
    const [, key, rest] = /^\s*([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || rest === undefined || /^[&*!{[|"]/.test(rest))
      throw new Error(`not read: ${line}`);
    const deeper = depthOf(lines[0]);
    if (rest === '' && deeper > depth) mapping[key] = readMapping(lines, deeper);
    else mapping[key] = scalar([rest.replace(/^>-?$/, ''), ...takeDeeper(lines, depth)].join(' ').trim());
  }
  return mapping;
}

function depthOf(line: string | undefined): number {
  return line === undefined ? -1 : line.search(/\S/);
}

function takeDeeper(lines: string[], depth: number): readonly string[] {
  const end = lines.findIndex((line) => depthOf(line) <= depth);
  return lines.splice(0, end < 0 ? lines.length : end).map((line) => line.trim());
}

function scalar(text: string): string {
  return /^'.*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function tree(node: string | Tree | undefined): Tree {
  if (typeof node !== 'object') throw new Error(`no mapping: ${node}`);
  return node;
}

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

  it('quotes every text of a server by which hints.ts finds a hint', () => {
    const [, table = ''] = read('src/vault/hints.ts').split('const RULES');
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

/** The message of a server that answered what `message` quotes, with the hint of the table. */
function refusal(message: string): string {
  const form = /^(\w[\w ]*) failed: (GET|POST) (\S+) answered (\d+)(?:\nThe server said: (.+))?$/;
  const [, what = '', method = '', path = '', code = '', said] = form.exec(message) ?? [];
  const facts = { operation: operationOf(what), status: Number(code) };
  const hint = hintFor({ ...facts, text: said ?? '' });
  return formatError(new VaultError({ ...facts, method, path, errors: said ? [said] : [], hint }));
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
  const request = { operation: operationOf(what) } as Request<unknown>;
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
  return [...broken, notVault(200), notVault(502)].map((outage) =>
    formatError(lost(request, target, outage).error),
  );
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
    (error: unknown) => formatError(error),
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

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...names('docs').map((name) => `docs/${name}`),
];

describe.each(DOCUMENTS)('%s', (document) => {
  const text = withoutCode(read(document));

  it('links only to files and anchors that there are', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(document, link));
    expect(dead).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    const paths = read(document).matchAll(/`((?:src|test|docs|scripts|bench|examples|dist)\/[\w./-]*)`/g);
    const absent = [...paths].map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)));
    expect(absent).toEqual([]);
  });
});

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : relative(ROOT, join(ROOT, dirname(document), path));
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

/** As GitHub makes them of headings, and those that are set by hand. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```$/gms, '');
}

it('docs/architecture.md tells of every room of src and of every file in it', () => {
  const told = [...read('docs/architecture.md').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
  const there = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const missing = there.filter((entry) => !told.includes(entry.isFile() ? entry.name : `src/${entry.name}/`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('CONTRIBUTING.md has a reason for each dependency, and for nothing else', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const [, section = ''] = read('CONTRIBUTING.md').split('\n## Dependencies\n');
  const [runtime = '', development = ''] = (section.split('\n## ')[0] ?? '').split('\nFor development:\n');
  const reasons = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| \w.+ \|$/gm)].map(([, name]) => name);
  expect(reasons(runtime)).toEqual(Object.keys(dependencies));
  expect(reasons(development)).toEqual(Object.keys(devDependencies));
});

describe.each(names('.github/workflows'))('.github/workflows/%s', (name) => {
  const text = read(`.github/workflows/${name}`);
  const jobs = (text.split('\njobs:\n')[1] ?? '').split(/^ {2}(?=\w+:$)/m).slice(1);

  it('R22: pins every action by a full commit SHA, and tells its version', () => {
    const uses = [...text.matchAll(/^ *(?:- )?uses: (.+)$/gm)].map(([, used = '']) => used);
    expect(uses.length).toBeGreaterThan(3);
    const foreign = uses.filter((used) => used !== './');
    for (const used of foreign) expect(used).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no rights of its own, and each job says which it needs', () => {
    expect(text).toContain('\npermissions: {}\n');
    expect(jobs.length).toBeGreaterThan(2);
    for (const job of jobs) expect(job).toMatch(/^ {4}permissions:\n( {6}[\w-]+: (read|write)( # .+)?\n)+/m);
  });

  it('leaves no credentials in a checkout', () => {
    const steps = text.split(/^ {6}- /m).filter((step) => step.includes('actions/checkout@'));
    for (const step of steps) expect(step).toContain('persist-credentials: false');
  });

  it('puts no expression into a script, where a name could become a command', () => {
    const scripts = text.matchAll(/^( *)(?:- )?run: (?:\|\n((?:\1 {2,}.*\n|\n)+)|(.+))/gm);
    for (const [, , block, line] of scripts) expect(block ?? line).not.toContain('${{');
  });
});

describe('the archive of a commit', () => {
  const needed = /^(action\.yml|LICENSE|README\.md|dist\/.+)$/;

  it('R22: holds what a runner needs and nothing else: the attributes of every file', () => {
    const files = git(['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    const attributes = git(['check-attr', '-z', '--stdin', 'export-ignore'], files).split('\0');
    const kept = attributes.flatMap((value, index) =>
      index % 3 === 2 && value !== 'set' ? [attributes[index - 2] ?? ''] : [],
    );
    const all = files.split('\0').filter(Boolean);
    expect(kept).toEqual(all.filter((file) => needed.test(file)));
    expect(kept.length).toBeGreaterThan(6);
  });

  it('R22: holds it as git packs it', () => {
    const args = ['archive', '--verbose', '--worktree-attributes', 'HEAD'];
    const { stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST });
    const packed = stderr.split('\n').filter((path) => path !== '' && !path.endsWith('/'));
    const all = git(['ls-tree', '-r', '-z', '--name-only', 'HEAD']).split('\0').filter(Boolean);
    expect(packed).toEqual(all.filter((file) => needed.test(file)));
  });
});

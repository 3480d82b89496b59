/** Why this exists: the documents, the workflows and the archive say and hold what the code does, or a test is red. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../src/config/credentials.ts';
import { INPUTS, type RawConfig } from '../../src/config/inputs.ts';
import { MOST_LISTED } from '../../src/job/folders.ts';
import { describe as describeRevocation } from '../../src/job/revocation.ts';
import { Secret } from '../../src/secret.ts';
import { parseCertificateRequests } from '../../src/secrets/certificates.ts';
import { parseSecrets } from '../../src/secrets/grammar.ts';
import { type Named, nameAll } from '../../src/secrets/names.ts';
import { reserved } from '../../src/secrets/reserved.ts';
import { parseSelector } from '../../src/secrets/selectors.ts';
import { sizeProblems } from '../../src/secrets/sizes.ts';
import type { Answer } from '../../src/vault/answer.ts';
import { logIn } from '../../src/vault/approle.ts';
import { lost, type Target } from '../../src/vault/attempt.ts';
import { hintFor } from '../../src/vault/diagnosis.ts';
import { formatError, VaultError } from '../../src/vault/errors.ts';
import { HINTS } from '../../src/vault/hints.ts';
import { parseJson } from '../../src/vault/json.ts';
import { readSecret } from '../../src/vault/kv.ts';
import type { Operation } from '../../src/vault/operation.ts';
import { brokenAnswer, notVault, outageOf } from '../../src/vault/outage.ts';
import type { Request } from '../../src/vault/request.ts';
import type { Server } from '../../src/vault/server.ts';
import { type Connection, connect } from '../../src/vault/transport.ts';
import { unwrapSecretId } from '../../src/vault/wrapping.ts';
import { blocksOf, codesIn, fenced, inputsIn, rowsUnder } from '../support/markdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const MOST = 64 * 1024 * 1024;
const git = (args: readonly string[], input = ''): string =>
  execFileSync('git', args, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: MOST });
const names = (folder: string): readonly string[] => readdirSync(join(ROOT, folder)).sort();

const DOCS = names('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
const PAGES = ['README.md', ...DOCS];

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

  it('its table of entries is read without a mistake', () => {
    const entries = rowsUnder(readme, '### Which secrets').map(([cell = '']) => cell.replaceAll('`', ''));
    expect(entries.length).toBeGreaterThan(4);
    expect(parseSecrets(entries.join('\n')).mistakes).toEqual([]);
  });

  it.each([
    ['GitLab', 'yaml', 'gitlab/README.md'],
    ['Jenkins', 'groovy', 'jenkins/README.md'],
  ])('its example for %s is the first one of the page about it', (heading, language, page) => {
    const [, section = ''] = readme.split(`\n## ${heading}\n`);
    const [example] = fenced(read(page), language);
    expect(example).toBeDefined();
    expect(fenced(section, language)[0]).toBe(example);
  });

  it('has its sections in the order in which a person in a hurry needs them', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const first = ['What happens', 'See it run', 'Inputs', 'Outputs', 'Recipes', 'GitLab', 'Jenkins'];
    expect(headings).toEqual([...first, 'Operators', 'How it compares', 'Security', 'Troubleshooting']);
  });
});

describe('the examples of all documents', () => {
  const blocks = PAGES.flatMap((page) => blocksOf(read(page)));
  const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);
  const workflows = names('examples/github').map((name) => read(`examples/github/${name}`));

  it('of `secrets` are read without a mistake, but for those that show one', () => {
    const wrong = blocks.filter((_, index) => blocks[index + 1]?.language === 'error');
    const given = blocks.filter((block) => block.language === 'secrets' && !wrong.includes(block));
    const texts = [...given.map(({ text }) => text), ...[...yaml, ...workflows].flatMap(inputOf('secrets'))];
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      expect(parseSecrets(text).mistakes, text).toEqual([]);
      expect(parseSecrets(text).entries, text).not.toEqual([]);
    }
  });

  it('of `pki` are read without a mistake', () => {
    const texts = yaml.flatMap(inputOf('pki'));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(parseCertificateRequests(text).mistakes, text).toEqual([]);
      expect(parseCertificateRequests(text).requests, text).not.toEqual([]);
    }
  });

  it('give this action inputs that there are, and name it by a placeholder', () => {
    const steps = [...yaml, ...workflows].flatMap((example) => example.split(/^(?= *- )/m));
    const ours = steps.filter((step) => step.includes('vault-approle@'));
    expect(ours.length).toBeGreaterThan(5);
    for (const step of ours) {
      expect(step).toMatch(/uses: <owner>\/vault-approle@<sha>\n/);
      const [, indent = '', inputs = ''] = /^( +)with:\n(.*)$/ms.exec(step) ?? [];
      const given = [...inputs.matchAll(new RegExp(`^${indent}  (\\w+):`, 'gm'))].map(([, name]) => name);
      expect(given.length).toBeGreaterThan(1);
      for (const name of given) expect(INPUTS).toContain(name);
    }
  });
});

/** The values that an example in YAML gives to an input. */
function inputOf(input: string): (yaml: string) => readonly string[] {
  return (yaml) => Object.values(inputsIn(yaml, [input]));
}

describe('docs/secrets.md', () => {
  const page = read('docs/secrets.md');
  const selectorOf = (entry: string) => {
    const { entries, mistakes } = parseSecrets(entry);
    expect(mistakes, entry).toEqual([]);
    return entries[0]?.selector;
  };

  it('has the selectors in the order in which the code decides between them, and all their kinds', () => {
    const kinds = rowsUnder(page, '## Selectors').map(([cell = '']) =>
      codesIn(cell).map((spelling) => selectorOf(`a/b ${spelling} | NAME`)?.kind),
    );
    const each = kinds.map((row) => [...new Set(row)].join());
    expect(each).toEqual(['field', 'all', 'glob', 'nested', 'field', 'expression']);
  });

  it('knows every character that makes an expression of a field', () => {
    const [, , , , [, meaning = ''] = []] = rowsUnder(page, '## Selectors');
    const told = codesIn(meaning).at(-1) ?? '';
    const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    const makes = ascii.filter((character) => {
      const selector = { kind: 'word', text: `a:${character}:b`, line: 1, column: 1 } as const;
      return !/[;|*]/.test(character) && 'problem' in parseSelector(selector, { named: false });
    });
    expect([...told].sort()).toEqual(makes.sort());
  });

  it('has a row for each modifier of the code, and for nothing else', () => {
    const words = rowsUnder(page, '## Modifiers').flatMap(([cell = '']) => codesIn(cell));
    const [, known = ''] = /const KNOWN\b.*?= \{\n(.*?)\n\};/s.exec(read('src/secrets/modifiers.ts')) ?? [];
    const inCode = [...known.matchAll(/^ {2}'?([\w=]+)'?: \(/gm)].map(([, word]) => word);
    expect(inCode.length).toBe(known.split('\n').length);
    expect(words.map((word) => word.replace(/=.*/, '=')).sort()).toEqual(inCode.sort());
    for (const word of words) expect(parseSecrets(`a/b c | D ${word}`).mistakes, word).toEqual([]);
  });

  it('tells which modifiers exclude each other', () => {
    const [, sentence = ''] = /\n(.*) exclude each other\./.exec(page) ?? [];
    const told = codesIn(sentence);
    const pairs = told.flatMap((word, index) => (index % 2 === 0 ? [[word, told[index + 1]]] : []));
    const words = rowsUnder(page, '## Modifiers').flatMap(([cell = '']) => codesIn(cell));
    const excluding = words.flatMap((one, index) =>
      words.slice(index + 1).flatMap((other) => {
        const { mistakes } = parseSecrets(`a/b c | D ${one} ${other}`);
        return mistakes.length > 0 ? [[one.replace(/=.*/, '='), other.replace(/=.*/, '=')]] : [];
      }),
    );
    expect(pairs.map((pair) => pair.join()).sort()).toEqual(excluding.map((pair) => pair.join()).sort());
  });

  it('names what the code names: its table', () => {
    const rows = rowsUnder(page, '## Names').map((cells) => cells.map((cell) => codesIn(cell).join()));
    expect(rows.length).toBeGreaterThan(4);
    for (const [field = '', env, output] of rows) {
      expect(namesOf(`a/b "${field}"`, field), field).toEqual({ env, output });
    }
  });

  it('names what the code names: the example of a prefix', () => {
    const [, prefix = '', field = '', env, output] =
      /`([^`]*)` in front of `(\w+)` gives `(\w+)` and\s`(\w+)`/.exec(page) ?? [];
    expect(namesOf(`a/b * | ${prefix}`, field)).toEqual({ env, output });
  });

  it('R7: gives examples of reserved names, and the one exception, that are as it says', () => {
    const [, sentence = '', exception = ''] = /\*\*Reserved\*\* (.*?) \(but (.*?)\)/s.exec(page) ?? [];
    const examples = codesIn(sentence);
    expect(examples.length).toBeGreaterThan(15);
    for (const name of examples) expect(reserved(name.endsWith('_') ? `${name}X` : name), name).toBe(true);
    for (const name of codesIn(exception)) expect(reserved(name), name).toBe(false);
  });

  it('tells the limits that the code has', () => {
    const limits = rowsUnder(page, '## Limits').map(([, most = '']) => most);
    expect(limits).toContain(MOST_LISTED.toLocaleString('en'));
    const [one, all] = limits.map((limit) => Number(/^(\d+) KiB$/.exec(limit)?.[1]) * 1024);
    const exported = (sizes: readonly number[]) =>
      sizeProblems(sizes.map((size) => named('a/b c', 'c', 'x'.repeat(size))));
    expect(exported([one ?? 0])).toEqual([]);
    expect(exported([(one ?? 0) + 1])).toHaveLength(1);
    const full = Array.from({ length: (all ?? 0) / (one ?? 1) }, () => one ?? 0);
    expect(exported(full)).toEqual([]);
    expect(exported([...full, 1])).toHaveLength(1);
  });
});

/** The value of a field as the entry publishes it. */
function named(text: string, field: string, value = 'canary'): Named {
  const { entries } = parseSecrets(text);
  const secret = { own: '', field, source: field, value: new Secret(value), binary: false };
  const values = entries.map((entry) => ({ entry, ...secret }));
  const [first, ...others] = nameAll(values, { exportEnv: true }).named;
  if (!first || others.length > 0) throw new Error(`not one value: ${text}`);
  return first;
}

function namesOf(text: string, field: string) {
  const { env, output } = named(text, field);
  return { env, output };
}

describe('docs/migrating-from-vault-action.md', () => {
  const page = read('docs/migrating-from-vault-action.md');

  it('lists as absent only inputs that are not there, for methods that are refused', () => {
    const rows = rowsUnder(page, '## What is not there');
    const absent = rows.flatMap(([, inputs = '']) => codesIn(inputs));
    expect(absent.length).toBeGreaterThan(8);
    expect(absent.filter((name) => INPUTS.some((input) => input === name))).toEqual([]);
    const raw = Object.fromEntries(INPUTS.map((name) => [name, ''])) as RawConfig;
    for (const method of rows.flatMap(([cell = '']) => codesIn(cell))) {
      const { problems } = readIdentity({ ...raw, method }, () => '');
      expect(problems.map(({ name }) => name)).toEqual(['method']);
    }
  });
});

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
  return [...broken, notVault(200), notVault(502), brokenAnswer()].map((outage) =>
    messageOf(lost(request, target, outage).error),
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

const DOCUMENTS = [
  'bench/README.md',
  'README.md',
  'gitlab/README.md',
  'jenkins/README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...DOCS,
];

describe.each(DOCUMENTS)('%s', (document) => {
  const text = withoutCode(read(document));

  it('links only to files and anchors that there are', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(document, link));
    expect(dead).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    const paths = read(document).matchAll(
      /`((?:src|test|docs|scripts|bench|examples|dist|gitlab|jenkins)\/[\w./-]*)`/g,
    );
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
  const names = there.map((entry) =>
    entry.isFile()
      ? entry.name
      : `${relative(ROOT, join(entry.parentPath, entry.name))}/`.replaceAll('\\', '/'),
  );
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
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
  const needed = /^(action\.yml|LICENSE|README\.md|dist\/(main|post)\/.+)$/;

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

/** Why this exists: the inputs' texts become a configuration, or every problem in them at once, before any request. */

import type { Secret } from '../secret.ts';
import { type CertificateRequest, parseCertificateRequests } from '../secrets/certificates.ts';
import type { Encoding } from '../secrets/encodings.ts';
import type { Entry } from '../secrets/grammar.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import { trimSlashes } from '../vault/paths.ts';
import type { Server } from '../vault/server.ts';
import { readAddresses } from './addresses.ts';
import { readTls, type Tools } from './certificates.ts';
import { type Identity, readIdentity } from './credentials.ts';
import { described, readEntries } from './entries.ts';
import { type Fields, readFields, skipsVerification, withDefaults } from './fields.ts';
import { readHeaders } from './headers.ts';
import type { InputName, RawConfig } from './inputs.ts';

type Passed = 'exportEnv' | 'exportToken' | 'outputToken' | 'ignoreNotFound' | 'revoke' | 'summary';

export interface Config extends Pick<Fields, Passed> {
  readonly server: Server;
  readonly identity: Identity;
  /** Namespace of the reads. */
  readonly namespace?: string | undefined;
  /** Namespace of the login, and so of the token. */
  readonly authNamespace?: string | undefined;
  readonly entries: readonly Entry[];
  readonly certificates: readonly CertificateRequest[];
  /** How every value is encoded that has no modifier of its own. */
  readonly secretEncodingType?: Encoding | undefined;
  /** Sentences about choices that weaken a protection. */
  readonly warnings: readonly string[];
}

export interface Machine extends Tools {
  /** The proxy for an address, by this machine's settings. */
  proxyFor(base: string): Secret | undefined;
}

/** The configuration. Throws a `UsageError` with every problem of every input, or of the variable that stands in for it. */
export function readConfig(
  raw: RawConfig,
  machine: Machine,
  variables?: ReadonlyMap<string, string>,
): Config {
  const { config, problems } = readParts(raw, machine);
  if (problems.length === 0 && config) return config;
  throw new UsageError(problems.map((one) => renamed(one, variables ?? new Map())));
}

/** In the text, a name that is a plain word, such as `token`, may be that word. */
function renamed({ name, problem }: Problem, variables: ReadonlyMap<string, string>): Problem {
  const words = problem.replace(/\b[a-z]+[A-Z]\w*\b/g, (word) => variables.get(word) ?? word);
  return { name: variables.get(name) ?? name, problem: words };
}

/** What of the inputs is right, beside all that is not. */
export interface Parts extends Pick<Config, 'namespace' | 'authNamespace' | 'entries' | 'certificates'> {
  /** With the addresses that are right; undefined where nothing may be sent. */
  readonly server?: Server | undefined;
  /** Undefined without a server or an identity. What is wrong in it has its default. */
  readonly config?: Config | undefined;
  readonly problems: readonly Problem[];
}

/** For those who can use a part of the inputs, too. Never throws for what a user can get wrong. */
export function readParts(raw: RawConfig, machine: Machine): Parts {
  const { fields: right, problems: fieldProblems } = readFields(raw);
  const fields = right ?? withDefaults(raw, fieldProblems);
  const { server, addressProblems, channelProblems } = readServer(raw, fields, machine);
  const { identity, problems: identityProblems } = readIdentity(raw, machine.readFile);
  const { entries, problems: entryProblems } = readEntries(raw, machine.readFile);
  const { requests: certificates, mistakes } = parseCertificateRequests(raw.pki);
  const namespace = rootless(raw.namespace);
  const authNamespace = raw.authNamespace === '' ? namespace : rootless(raw.authNamespace);
  const parts = { namespace, authNamespace, entries, certificates };
  return {
    ...parts,
    server,
    config: server && identity && { ...parts, server, identity, ...passedOn(fields) },
    problems: [
      ...addressProblems,
      ...namespaceProblems(raw),
      ...identityProblems,
      ...entryProblems,
      ...named('pki', mistakes.map(described)),
      ...channelProblems,
      ...fieldProblems,
    ],
  };
}

interface ServerReading {
  readonly server: Server | undefined;
  readonly addressProblems: readonly Problem[];
  readonly channelProblems: readonly Problem[];
}

/** The server; undefined where a request could go astray: to a wrong namespace, without its headers, less protected. */
function readServer(raw: RawConfig, { timeout, retries }: Fields, machine: Machine): ServerReading {
  const skipVerify = skipsVerification(raw);
  const { addresses, problems } = readAddresses(raw.url, {
    unprotected: skipVerify,
    proxyFor: machine.proxyFor,
  });
  const { tls, problems: tlsProblems } = readTls(raw, skipVerify, machine);
  const { headers: extraHeaders, problems: headerProblems } = readHeaders(raw.extraHeaders);
  const channelProblems = [...tlsProblems, ...named('extraHeaders', headerProblems)];
  const [first, ...more] = addresses;
  const isSafe = channelProblems.length === 0 && namespaceProblems(raw).length === 0;
  return {
    server:
      first && isSafe
        ? { addresses: [first, ...more], tls, extraHeaders, timeoutMs: timeout * 1000, retries }
        : undefined,
    addressProblems: named('url', problems),
    channelProblems,
  };
}

function passedOn({ tlsSkipVerify, timeout, retries, secretEncodingType, ...passed }: Fields) {
  const encoded = secretEncodingType === 'base64' || secretEncodingType === 'hex';
  return {
    ...passed,
    secretEncodingType: encoded ? secretEncodingType : undefined,
    warnings: tlsSkipVerify ? [SKIP_VERIFY] : [],
  };
}

/** `/` is the root namespace, which has no header. */
function rootless(namespace: string): string | undefined {
  return trimSlashes(namespace) || undefined;
}

const SKIP_VERIFY =
  'tlsSkipVerify is on: whoever is between this runner and the server can read and change everything, the credentials included. Give the CA in caCertificate instead.';

function named(name: InputName, problems: readonly string[]): readonly Problem[] {
  return problems.map((problem) => ({ name, problem }));
}

/** A namespace goes into a header. */
function namespaceProblems(raw: RawConfig): readonly Problem[] {
  return (['namespace', 'authNamespace'] as const)
    .filter((name) => !/^[\x21-\x7e]*$/.test(raw[name]))
    .map((name) => ({ name, problem: 'has a blank or a character outside ASCII, which no namespace has' }));
}

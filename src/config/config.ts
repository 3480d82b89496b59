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
import { type Fields, readFields, skipsVerification } from './fields.ts';
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

/** The configuration. Throws a `UsageError` with every problem of every input. */
export function readConfig(raw: RawConfig, machine: Machine): Config {
  const { readFile, proxyFor } = machine;
  const { fields, problems: fieldProblems } = readFields(raw);
  const skipVerify = skipsVerification(raw);
  const { addresses, problems: addressProblems } = readAddresses(raw.url, {
    unprotected: skipVerify,
    proxyFor,
  });
  const { identity, problems: identityProblems } = readIdentity(raw, readFile);
  const { entries, problems: entryProblems } = readEntries(raw, readFile);
  const { requests: certificates, mistakes } = parseCertificateRequests(raw.pki);
  const { tls, problems: tlsProblems } = readTls(raw, skipVerify, machine);
  const { headers, problems: headerProblems } = readHeaders(raw.extraHeaders);
  const problems = [
    ...named('url', addressProblems),
    ...namespaceProblems(raw),
    ...identityProblems,
    ...entryProblems,
    ...named('pki', mistakes.map(described)),
    ...tlsProblems,
    ...named('extraHeaders', headerProblems),
    ...fieldProblems,
  ];
  const [first, ...others] = addresses;
  if (problems.length > 0 || !fields || !identity || !first) throw new UsageError(problems);

  const namespace = rootless(raw.namespace);
  const { tlsSkipVerify, timeout, retries, secretEncodingType, ...passed } = fields;
  return {
    server: {
      addresses: [first, ...others],
      tls,
      extraHeaders: headers,
      timeoutMs: timeout * 1000,
      retries,
    },
    identity,
    namespace,
    authNamespace: raw.authNamespace === '' ? namespace : rootless(raw.authNamespace),
    entries,
    certificates,
    secretEncodingType:
      secretEncodingType === 'base64' || secretEncodingType === 'hex' ? secretEncodingType : undefined,
    ...passed,
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

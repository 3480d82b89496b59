/** Why this exists: the inputs' texts become a configuration, or every problem in them at once, before any request. */

import type { Secret } from '../secret.ts';
import { type Entry, parseSecrets } from '../secrets/grammar.ts';
import { trimSlashes } from '../secrets/paths.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { Server } from '../vault/server.ts';
import { readAddresses } from './addresses.ts';
import { readTls } from './certificates.ts';
import { type Identity, readIdentity } from './credentials.ts';
import { type Fields, readFields } from './fields.ts';
import type { ReadFile } from './files.ts';
import { readHeaders } from './headers.ts';
import type { InputName, RawConfig } from './inputs.ts';

export interface Config
  extends Pick<Fields, 'exportEnv' | 'exportToken' | 'outputToken' | 'revoke' | 'summary'> {
  readonly server: Server;
  readonly identity: Identity;
  /** Namespace of the reads. */
  readonly namespace?: string | undefined;
  /** Namespace of the login, and so of the token. */
  readonly authNamespace?: string | undefined;
  readonly entries: readonly Entry[];
  /** Sentences about choices that weaken a protection. */
  readonly warnings: readonly string[];
}

export interface Machine {
  readonly readFile: ReadFile;
  /** The proxy for an address, by this machine's settings. */
  proxyFor(base: string): Secret | undefined;
}

/** The configuration. Throws a `UsageError` with every problem of every input. */
export function readConfig(raw: RawConfig, { readFile, proxyFor }: Machine): Config {
  const { fields, problems: fieldProblems } = readFields(raw);
  const skipVerify = fields?.tlsSkipVerify ?? false;
  const { addresses, problems: addressProblems } = readAddresses(raw.url, {
    unprotected: skipVerify,
    proxyFor,
  });
  const { identity, problems: identityProblems } = readIdentity(raw, readFile);
  const { entries, mistakes } = parseSecrets(raw.secrets);
  const { tls, problems: tlsProblems } = readTls(raw, skipVerify, readFile);
  const { headers, problems: headerProblems } = readHeaders(raw.extraHeaders);
  const problems = [
    ...named('url', addressProblems),
    ...namespaceProblems(raw),
    ...identityProblems,
    ...named(
      'secrets',
      mistakes.map(({ line, column, problem }) => `line ${line}, column ${column}: ${problem}`),
    ),
    ...tlsProblems,
    ...named('extraHeaders', headerProblems),
    ...fieldProblems,
  ];
  const [first, ...others] = addresses;
  if (problems.length > 0 || !fields || !identity || !first) throw new UsageError(problems);

  const namespace = rootless(raw.namespace);
  const { exportEnv, exportToken, outputToken, revoke, summary } = fields;
  return {
    server: {
      addresses: [first, ...others],
      tls,
      extraHeaders: headers,
      timeoutMs: fields.timeout * 1000,
      retries: fields.retries,
    },
    identity,
    namespace,
    authNamespace: raw.authNamespace === '' ? namespace : rootless(raw.authNamespace),
    entries,
    exportEnv,
    exportToken,
    outputToken,
    revoke,
    summary,
    warnings: skipVerify ? [SKIP_VERIFY] : [],
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

/** Why this exists: the TLS inputs become PEM that Node accepts, or problems; never a connection with less protection. */

import { Secret } from '../secret.ts';
import { errorCode, type Problem } from '../vault/errors.ts';
import type { Tls } from '../vault/server.ts';
import { type Crypto, certificates, keyProblem, readPem } from '../vault/tls.ts';
import type { ReadFile } from './files.ts';
import type { RawConfig } from './inputs.ts';

type Pems = { readonly ca?: string; readonly cert?: string; readonly key?: string };

const INPUT = { ca: 'caCertificate', cert: 'clientCertificate', key: 'clientKey' } as const;
type Part = keyof typeof INPUT;

/** Bytes that fit into the environment of the post step, which gets all of it as one variable. */
const LARGEST = 48 * 1024;

export interface Tools {
  readonly readFile: ReadFile;
  /** Loads node:crypto. */
  crypto(): Crypto;
}

/** The TLS settings; with problems, they must not be used. */
export function readTls(
  raw: RawConfig,
  skipVerify: boolean,
  machine: Tools,
): { readonly tls: Tls; readonly problems: readonly Problem[] } {
  const parts = (['ca', 'cert', 'key'] as const).map((part) => readPart(part, raw, machine));
  const pems: Pems = Object.assign({}, ...parts.map(({ pem }) => pem));
  const problems = parts.flatMap((part) => part.problems);
  const { ca, cert, key } = pems;
  return {
    tls: {
      ca,
      cert,
      key: key === undefined ? undefined : new Secret(key),
      serverName: raw.tlsServerName || undefined,
      skipVerify,
    },
    problems: problems.length > 0 ? problems : [...pairProblems(raw, pems, machine), ...sizeProblems(pems)],
  };
}

function readPart(
  part: Part,
  raw: RawConfig,
  { readFile, crypto }: Tools,
): { pem: Pems; problems: readonly Problem[] } {
  const name = INPUT[part];
  if (raw[name] === '') return { pem: {}, problems: [] };
  try {
    const pem = readPem(raw[name], readFile);
    if (pem && (part === 'key' || certificates(pem, crypto()))) return { pem: { [part]: pem }, problems: [] };
    return {
      pem: {},
      problems: [{ name, problem: `holds no ${part === 'key' ? 'key' : 'valid certificate'}: ${WAYS}` }],
    };
  } catch (error) {
    const problem = `is neither PEM nor base64 of PEM nor a file that can be read (${errorCode(error)})`;
    return { pem: {}, problems: [{ name, problem }] };
  }
}

const WAYS = 'give PEM, base64 of PEM, or the path of a file';

function pairProblems(raw: RawConfig, { cert, key }: Pems, { crypto }: Tools): readonly Problem[] {
  if (raw.clientCertificate !== '' && raw.clientKey === '') {
    return [{ name: 'clientKey', problem: 'is empty, but clientCertificate is given: both or neither' }];
  }
  if (raw.clientKey !== '' && raw.clientCertificate === '') {
    return [{ name: 'clientCertificate', problem: 'is empty, but clientKey is given: both or neither' }];
  }
  const wrong = cert && key ? keyProblem({ cert, key }, crypto()) : undefined;
  return wrong ? [{ name: 'clientKey', problem: wrong }] : [];
}

function sizeProblems(pems: Pems): readonly Problem[] {
  const bytes = Object.values(pems).reduce((sum, pem) => sum + Buffer.byteLength(pem), 0);
  if (bytes <= LARGEST) return [];
  return [
    {
      name: INPUT.ca,
      problem: `and the client certificate have ${Math.ceil(bytes / 1024)} KiB, more than ${LARGEST / 1024} KiB: give only the CA that signed the server's certificate, not a bundle of all CAs`,
    },
  ];
}

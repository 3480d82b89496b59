/** Why this exists: what the user gives for TLS, in any of its spellings, becomes options that Node verifies with. */

import type { createPrivateKey, X509Certificate } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import type { Tls } from './server.ts';

/** Options for every connection. Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED has no say (rule R10). */
export function tlsOptions(
  tls: Tls,
): SecureContextOptions & { rejectUnauthorized: boolean; servername?: string } {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: !tls.skipVerify,
    ...(tls.ca && { ca: tls.ca }),
    ...(tls.cert && { cert: tls.cert }),
    ...(tls.key && { key: tls.key.reveal() }),
    ...(tls.serverName && { servername: tls.serverName }),
  };
}

const ARMOUR = '-----BEGIN ';

/**
 * PEM from PEM, base64 of PEM, or the path of a file that holds either. Throws what `readFile` throws; returns
 * undefined when there is no PEM in it.
 */
export function readPem(given: string, readFile: (path: string) => string): string | undefined {
  const text = inlinePem(given);
  if (text || looksLikeBase64(given)) return text;
  return inlinePem(readFile(given.trim()));
}

function inlinePem(text: string): string | undefined {
  if (text.includes(ARMOUR)) return text;
  const decoded = Buffer.from(text, 'base64').toString();
  return decoded.includes(ARMOUR) ? decoded : undefined;
}

/** Longer than any path and without anything but the base64 alphabet. */
function looksLikeBase64(text: string): boolean {
  return text.length > 200 && /^[A-Za-z0-9+/=\s]+$/.test(text);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** What is taken from node:crypto, which is loaded only for jobs that give certificates. */
export interface Crypto {
  readonly X509Certificate: typeof X509Certificate;
  readonly createPrivateKey: typeof createPrivateKey;
}

/** The certificates of a PEM text; undefined when there are none or one of them is damaged. */
export function certificates(
  pem: string,
  { X509Certificate }: Crypto,
): readonly X509Certificate[] | undefined {
  try {
    const found = (pem.match(CERTIFICATE) ?? []).map((block) => new X509Certificate(block));
    return found.length > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the pair, or undefined. Node's own messages are not passed on. */
export function keyProblem(
  { cert, key }: { readonly cert: string; readonly key: string },
  crypto: Crypto,
): string | undefined {
  const [leaf] = certificates(cert, crypto) ?? [];
  try {
    const parsed = crypto.createPrivateKey(key);
    return leaf && !leaf.checkPrivateKey(parsed) ? 'is not the key of clientCertificate' : undefined;
  } catch {
    return 'holds no private key that can be used (an encrypted key cannot: decrypt it first)';
  }
}

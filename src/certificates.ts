/** Why this exists: each certificate that the `pki` input asks for is issued once and named as vault-action names it. */

import type { CertificateRequest } from './secrets/certificates.ts';
import type { Entry } from './secrets/grammar.ts';
import { NO_MODIFIERS } from './secrets/modifiers.ts';
import type { Value } from './secrets/names.ts';
import type { Access } from './vault/mounts.ts';
import { inParallel } from './vault/parallel.ts';
import { issueCertificate } from './vault/pki.ts';

/** `pki/issue/web` gives `WEB_CERT`, `WEB_KEY`, `WEB_CA`, `WEB_CA_CHAIN`. */
export async function issueAll(
  access: Access,
  requests: readonly CertificateRequest[],
): Promise<readonly Value[]> {
  const issued = await inParallel(requests, (request) => issueOne(access, request));
  return issued.flat();
}

async function issueOne(
  access: Access,
  { path, parameters, line }: CertificateRequest,
): Promise<readonly Value[]> {
  const { cert, key, ca, caChain } = await issueCertificate(access, path, parameters);
  const entry: Entry = {
    path,
    selector: { kind: 'all', upperCase: true },
    name: `${path.split('/').at(-1)}_`,
    modifiers: NO_MODIFIERS,
    line,
    origin: 'pki',
  };
  const parts = Object.entries({ cert, key, ca, ca_chain: caChain });
  return parts.map(([field, value]) => ({
    entry,
    own: '',
    field,
    value,
    binary: false,
    source: JSON.stringify(['pki', line, path, field]),
  }));
}

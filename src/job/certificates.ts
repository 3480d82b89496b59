/** Why this exists: each certificate that the `pki` input asks for is issued once and named as vault-action names it. */

import type { Config } from '../config/config.ts';
import { Secret } from '../secret.ts';
import type { CertificateRequest } from '../secrets/certificates.ts';
import type { Entry } from '../secrets/grammar.ts';
import { NO_MODIFIERS } from '../secrets/modifiers.ts';
import type { Value } from '../secrets/names.ts';
import type { Access } from '../vault/mounts.ts';
import { inParallel } from '../vault/parallel.ts';
import { type Issued, issueCertificate } from '../vault/pki.ts';
import { nameValues } from './publish.ts';

/**
 * `pki/issue/web` gives `WEB_CERT`, `WEB_KEY`, `WEB_CA`, `WEB_CA_CHAIN`. Names are checked, together with those of the
 * other values, before anything is issued. Throws a `UsageError`, `VaultError`, `UnreachableError`.
 */
export async function issueAll(
  access: Access,
  config: Config,
  others: readonly Value[],
): Promise<readonly Value[]> {
  const { certificates } = config;
  if (certificates.length === 0) return [];
  const nothing = new Secret('');
  const planned = certificates.flatMap((request, index) =>
    named(request, index, { cert: nothing, key: nothing, ca: nothing, caChain: nothing }),
  );
  nameValues([...others, ...planned], config);
  const issued = await inParallel(certificates, async (request, index) =>
    named(request, index, await issueCertificate(access, request.path, request.parameters)),
  );
  return issued.flat();
}

function named(
  { path, line }: CertificateRequest,
  index: number,
  { cert, key, ca, caChain }: Issued,
): readonly Value[] {
  const entry: Entry = {
    path,
    selector: { kind: 'all', upperCase: true },
    name: `${path.split('/').at(-1)}_`,
    modifiers: NO_MODIFIERS,
    line,
    origin: 'pki',
  };
  return Object.entries({ cert, key, ca, ca_chain: caChain }).map(([field, value]) => ({
    entry,
    own: '',
    field,
    value,
    binary: false,
    source: JSON.stringify(['pki', index, field]),
  }));
}

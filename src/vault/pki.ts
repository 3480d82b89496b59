/** Why this exists: certificates by the PKI engine (developer.hashicorp.com/vault/api-docs/secret/pki#generate-certificate-and-key). */

import * as z from 'zod/mini';
import { Secret } from '../secret.ts';
import type { Access } from './mounts.ts';

/** What an issuer gives. The chain is PEM after PEM; empty where the issuer has none. */
export interface Issued {
  readonly cert: Secret;
  readonly key: Secret;
  readonly ca: Secret;
  readonly caChain: Secret;
}

/** Made when it is needed: most jobs do without. */
const issuedSchema = () =>
  z.object({
    certificate: z.string(),
    private_key: z.optional(z.string()),
    issuing_ca: z.optional(z.string()),
    ca_chain: z.nullish(z.array(z.string())),
  });

/**
 * Issues one certificate. Never sent again unless the first request was certainly not processed: each answer is another
 * certificate. Throws `VaultError`, `UnreachableError`.
 */
export async function issueCertificate(
  { connection, token, namespace }: Access,
  path: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Issued> {
  return connection.send({
    operation: 'issue',
    method: 'POST',
    path,
    token,
    namespace,
    once: true,
    body: parameters,
    decode: ({ data }) => {
      const parsed = issuedSchema().safeParse(data);
      if (!parsed.success) return undefined;
      const { certificate, private_key = '', issuing_ca = '', ca_chain } = parsed.data;
      return {
        cert: new Secret(certificate),
        key: new Secret(private_key),
        ca: new Secret(issuing_ca),
        caChain: new Secret((ca_chain ?? []).join('\n')),
      };
    },
  });
}

/** Why this exists: a real server behind TLS, with certificates that the run's own server issues by its PKI engine. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from './openbao.mjs';
import { type Scenario, scenario, unique } from './scenario.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface TlsServer {
  readonly vault: Scenario;
  /** `127.0.0.1:PORT` of the listener that wants no client certificate, and of the one that does. */
  readonly plain: string;
  readonly mutual: string;
  readonly ca: string;
  readonly client: Certificate;
  /** A client certificate that another CA signed. */
  readonly stranger: Certificate;
  stop(): Promise<void>;
}

export async function startTlsServer(): Promise<TlsServer> {
  const issuer = await authority();
  const other = await authority();
  const server = await issuer.issue({
    common_name: 'vault.test',
    alt_names: 'localhost',
    ip_sans: '127.0.0.1',
  });
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-tls-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name).replaceAll('\\', '/');
  };
  const files = {
    cert: file('cert.pem', server.cert),
    key: file('key.pem', server.key),
    ca: file('ca.pem', issuer.ca),
  };
  const [plain, mutual] = [await freePort(), await freePort()];
  const config = [listener(plain, files, ''), listener(mutual, files, MUTUAL(files.ca))].join('\n');
  const started = await startServer({ config });
  return {
    vault: scenario(started),
    plain: `127.0.0.1:${plain}`,
    mutual: `127.0.0.1:${mutual}`,
    ca: issuer.ca,
    client: await issuer.issue({ common_name: 'client.test' }),
    stranger: await other.issue({ common_name: 'client.test' }),
    stop: started.stop,
  };
}

interface Authority {
  readonly ca: string;
  issue(names: Readonly<Record<string, string>>): Promise<Certificate>;
}

async function authority(): Promise<Authority> {
  const { api } = scenario();
  const mount = unique('pki');
  await api('POST', `sys/mounts/${mount}`, { type: 'pki', config: { max_lease_ttl: '48h' } });
  const root = await api('POST', `${mount}/root/generate/internal`, { common_name: 'Test CA', ttl: '48h' });
  await api('POST', `${mount}/roles/any`, { allow_any_name: true, enforce_hostnames: false, max_ttl: '24h' });
  return {
    ca: root.data.certificate,
    issue: async (names) => {
      const { data } = await api('POST', `${mount}/issue/any`, { ttl: '12h', ...names });
      return { cert: data.certificate, key: data.private_key };
    },
  };
}

const MUTUAL = (ca: string): string =>
  `tls_client_ca_file = "${ca}"\n  tls_require_and_verify_client_cert = "true"`;

function listener(port: number, { cert, key }: Certificate, more: string): string {
  return `listener "tcp" {
  address = "127.0.0.1:${port}"
  tls_cert_file = "${cert}"
  tls_key_file = "${key}"
  ${more}
}`;
}

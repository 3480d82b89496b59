/** Why this exists: of a certificate that is refused, all that is wrong with it is told, and who made it. */

import { isIP } from 'node:net';
import { checkServerIdentity, connect, type PeerCertificate } from 'node:tls';
import { type Anchor, hint } from '../../vault/hints.ts';
import type { Server } from '../../vault/server.ts';
import { tlsOptions } from '../../vault/tls.ts';
import { type Finding, hinted } from './finding.ts';
import { LATE, outage, type Place } from './network.ts';

const CHECK = 'TLS';

/** A handshake, and a look at the certificate. */
export async function examineTls(place: Place, label: string, server: Server): Promise<readonly Finding[]> {
  const seen = await shakeHands(place, server).catch((error: unknown) => ({ error }));
  if ('error' in seen) return [outage(CHECK, label, seen.error)];
  const faults = faultsOf(seen, server.tls.serverName ?? place.host);
  if (faults.length === 0) return [accepted(label, seen)];
  const level = server.tls.skipVerify ? 'weak' : 'wrong';
  return faults.map(({ what, anchor }) => fault(level, `${label}: ${what}`, anchor));
}

interface Handshake {
  readonly cert: PeerCertificate;
  /** `TLSv1.3`. */
  readonly protocol: string;
  /** Why the certificate would be refused: a code of OpenSSL. */
  readonly refusal: string;
}

/** Not verified, so that the certificate can be seen. Nothing is ever sent over this connection (rule R10). */
function shakeHands({ host, port }: Place, { tls, timeoutMs }: Server): Promise<Handshake> {
  const servername = tls.serverName ?? (isIP(host) ? '' : host);
  return new Promise((resolve, reject) => {
    const options = { host, port, ...tlsOptions(tls), servername, rejectUnauthorized: false };
    const socket = connect(options, () => {
      const refusal = String(socket.authorizationError ?? '');
      resolve({ cert: socket.getPeerCertificate(), protocol: socket.getProtocol() ?? 'TLS', refusal });
      socket.destroy();
    });
    socket.setTimeout(timeoutMs, () => socket.destroy(LATE));
    socket.once('error', reject);
    socket.once('end', () => reject(Object.assign(new Error('end'), { code: 'ECONNRESET' })));
  });
}

interface Fault {
  readonly what: string;
  readonly anchor: Anchor;
}

function faultsOf({ cert, refusal }: Handshake, name: string): readonly Fault[] {
  const [from, until] = [Date.parse(cert.valid_from), Date.parse(cert.valid_to)];
  const misnamed = checkServerIdentity(name, cert);
  const untrusted = refusal !== '' && !/EXPIRED|NOT_YET_VALID|ALTNAME/.test(refusal);
  const age = until < Date.now() ? 'has expired' : from > Date.now() ? 'is not valid yet' : undefined;
  return [
    ...(untrusted
      ? [
          {
            what: `the CA of its certificate is not known: ${issuer(cert)}`,
            anchor: 'tls-unknown-ca',
          } as const,
        ]
      : []),
    ...(misnamed ? [{ what: misnamed.message.replace(/\s+/g, ' '), anchor: 'tls-name' } as const] : []),
    ...(age
      ? [
          {
            what: `its certificate ${age}: ${cert.valid_from} to ${cert.valid_to}`,
            anchor: 'tls-expired',
          } as const,
        ]
      : []),
  ];
}

function issuer({ issuer: { CN, O } }: PeerCertificate): string {
  return [CN, O].flat().filter(Boolean).join(', ') || 'it has no name';
}

function fault(level: Finding['level'], what: string, anchor: Anchor): Finding {
  return { level, check: CHECK, what, remedy: hinted(hint(anchor)) };
}

const DAY_MS = 86_400_000;
/** Days before its end at which a certificate should have been renewed. */
const SOON = 14;

function accepted(label: string, { protocol, cert }: Handshake): Finding {
  const days = Math.floor((Date.parse(cert.valid_to) - Date.now()) / DAY_MS);
  const what = `${label}: ${protocol}, certificate of ${issuer(cert)}, valid until ${cert.valid_to}`;
  if (days >= SOON) return { level: 'ok', check: CHECK, what };
  const remedy = `It ends in ${days} days: renew it.`;
  return { level: 'weak', check: CHECK, what, remedy };
}

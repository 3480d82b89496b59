/** Why this exists: the whole flow of a job, in order. */

import type { Config } from '../config/config.ts';
import { masksOf } from '../secrets/masks.ts';
import type { Named } from '../secrets/names.ts';
import { proxyPassword } from '../vault/proxy.ts';
import { revoke } from '../vault/token.ts';
import { type Connection, connect } from '../vault/transport.ts';
import type { Ci } from './ci.ts';
import { type Fetched, fetchSecrets, warmUp } from './fetch.ts';
import { logInAs, type Session } from './login.ts';
import { nameValues, secretOnes, tokenPublication } from './publish.ts';
import { countsOf, reportOf } from './report.ts';
import { tracedBy } from './revocation.ts';

/** Runs a job: log in, keep the token for clean-up, read everything, mask everything, publish everything. */
export async function runJob(config: Config, ci: Ci): Promise<void> {
  const connection = prepare(config, ci);
  try {
    warmUp(connection, config);
    const session = await logInAs(config, connection, ci);
    const fetched = await fetchSecrets(session, config, ci);
    const { named, warnings } = nameValues(fetched.values, config);
    warnings.forEach((warning) => ci.warn(warning));
    ci.cancelled?.throwIfAborted();
    const masks = maskValues(secretOnes(named), ci);
    ci.publish([...named, ...tokenPublication(session, config)]);
    const report = reportOf(session, fetched, named, masks);
    ci.info(`Published ${countsOf(report)}.`);
    if (config.summary) ci.summarize(report);
    if (config.revoke === 'main') await revokeNow(session, fetched, config, ci);
  } finally {
    connection.close();
  }
}

/** What comes before any request: warnings are told, credentials hidden. The connection is the caller's to close. */
export function prepare(config: Config, ci: Ci): Connection {
  config.warnings.forEach((warning) => ci.warn(warning));
  maskCredentials(config, ci);
  return connect(config.server, { ...tracedBy(ci.debug), cancelled: ci.cancelled });
}

/** What the user hands in is hidden before anything else happens (rule R1). */
function maskCredentials({ identity, server }: Config, ci: Ci): void {
  const secretId = identity.method === 'approle' ? identity.secretId : undefined;
  const given = [
    identity.method === 'token' ? identity.token : undefined,
    secretId?.kind === 'plain' ? secretId.secretId : undefined,
    secretId?.kind === 'wrapped' ? secretId.wrappingToken : undefined,
    server.tls.key,
    ...Object.values(server.extraHeaders),
    ...server.addresses.map(({ proxy }) => proxy && proxyPassword(proxy)),
  ];
  given.forEach((secret) => secret && ci.mask(masksOf(secret).masks));
}

/** Hides all values; tells which could not be hidden, or not well. Returns the number of masks. */
function maskValues(named: readonly Named[], ci: Ci): number {
  const masked = named.map((one) => ({ one, ...masksOf(one.value) }));
  const masks = new Set(masked.flatMap((each) => each.masks));
  ci.mask([...masks]);
  const weak = namesOf(masked.filter(({ protection }) => protection === 'weak'));
  const bare = namesOf(
    masked.filter(({ protection, one }) => protection === 'none' && one.value.reveal() !== ''),
  );
  if (bare) ci.warn(`Not masked, because too short or too common a text: ${bare}.`);
  if (weak) ci.info(`Masked although short, so the log may show *** in unexpected places: ${weak}.`);
  return masks.size;
}

function namesOf(masked: readonly { readonly one: Named }[]): string {
  return masked.map(({ one }) => one.label).join(', ');
}

/** At the end of main, where nothing that lives on depends on the token. What fails here is left to post. */
async function revokeNow(session: Session, { leased }: Fetched, config: Config, ci: Ci): Promise<void> {
  const { handle, connection } = session;
  if (!handle) return;
  if (leased || config.exportToken || config.outputToken) {
    ci.info('The token is revoked in post: it was handed out, or leased credentials die with it.');
    return;
  }
  const revocation = await revoke(connection, handle);
  if (revocation.kind !== 'revoked') return;
  ci.keep(undefined);
  ci.info('The token is revoked.');
}

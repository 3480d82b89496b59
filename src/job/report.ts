/** Why this exists: what a job may tell about itself: names, paths, versions and counts, never a value (rule R19). */

import type { Named } from '../secrets/names.ts';
import type { Report, Row } from './ci.ts';
import type { Fetched } from './fetch.ts';
import type { Session } from './login.ts';

export function reportOf(
  { login }: Session,
  fetched: Fetched,
  named: readonly Named[],
  masks: number,
): Report {
  const { answered, values } = fetched;
  const sources = new Map(answered.flatMap((one) => one.read.wants.map((want) => [want, one])));
  const rows = named.map(({ want, entry, field, env, output, file }): Row => {
    const { read, secret } = (want && sources.get(want)) ?? {};
    return {
      env,
      output,
      file,
      path: (read?.apiPath ?? entry.path).replace(/\?.*$/, ''),
      field,
      version: secret?.version,
      lease: secret?.leased ? secret.leaseDuration : undefined,
    };
  });
  const certificates = new Set(values.filter(({ want }) => !want).map(({ entry }) => entry));
  const secrets = answered.filter(({ secret }) => secret).length + certificates.size;
  return { role: login?.roleName, ttl: login?.ttl, rows, secrets, masks };
}

/** `4 values from 2 secrets, 16 masks`. */
export function countsOf({ rows, secrets, masks }: Report): string {
  return `${count(rows.length, 'value')} from ${count(secrets, 'secret')}, ${count(masks, 'mask')}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

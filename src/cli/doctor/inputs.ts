/** Why this exists: what is wrong with the inputs, and what in them is weak, before anything is sent. */

import type { Parts } from '../../config/config.ts';
import { INPUTS } from '../../config/inputs.ts';
import { kebab, spelling } from '../flags.ts';
import type { Inputs } from '../inputs.ts';
import type { Finding } from './finding.ts';

export function inputFindings(parts: Parts, { raw, standIns }: Inputs): readonly Finding[] {
  const check = 'inputs';
  const variables: ReadonlyMap<string, string> = standIns;
  const given = INPUTS.filter((name) => raw[name] !== '');
  return [
    ...parts.problems.map(
      ({ name, problem }): Finding => ({
        level: 'wrong',
        check,
        what: `${variables.get(name) ?? spelling(name)}: ${problem}`,
      }),
    ),
    ...(parts.problems.length === 0
      ? [{ level: 'ok', check, what: given.map(kebab).join(', ') } as const]
      : []),
    ...weaknesses(parts).map((what): Finding => ({ level: 'weak', check, ...what })),
  ];
}

function weaknesses({ server }: Parts) {
  const clear =
    server?.addresses.filter(({ base }) => base.startsWith('http:') && server.tls.skipVerify) ?? [];
  return [
    ...(server?.tls.skipVerify
      ? [{ what: 'tlsSkipVerify is on: whoever is in between can read and change everything.', remedy: CA }]
      : []),
    ...clear.map(({ base }) => ({ what: `${base} is not encrypted.`, remedy: 'Use https:// addresses.' })),
  ];
}

const CA = 'Give the CA of the server in caCertificate instead.';

/** Why this exists: address lists for roles and SecretIDs are checked before a server sees them. */

import { isIP } from 'node:net';
import { type Problem, UsageError } from '../vault/errors.ts';

/** The addresses of a list separated by commas or blanks. Throws a `UsageError` for what is none. */
export function readCidrs(text: string): readonly string[] {
  const cidrs = text.split(/[\s,]+/).filter(Boolean);
  const problems = cidrs.flatMap((cidr): readonly Problem[] =>
    isCidr(cidr)
      ? []
      : [{ name: '--cidr', problem: `"${cidr}" is not a range of addresses, such as 10.1.0.0/16` }],
  );
  if (problems.length > 0) throw new UsageError(problems);
  return cidrs;
}

function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

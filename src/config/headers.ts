/** Why this exists: the `extraHeaders` input, for gateways in front of Vault that want headers of their own. */

import { Secret } from '../secret.ts';

/** Headers that are ours, or that would change what a request means. */
const OURS =
  /^(x-vault-.*|host|connection|content-length|content-type|transfer-encoding|accept|user-agent|expect|upgrade|te|trailer|keep-alive|proxy-.*)$/i;

export interface Headers {
  /** Values may be a gateway's credentials, so they are secrets. */
  readonly headers: Readonly<Record<string, Secret>>;
  readonly problems: readonly string[];
}

/** Lines of `Name: value`; a name given twice gets both values, separated by a comma, as in HTTP. */
export function readHeaders(text: string): Headers {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const problems: string[] = [];
  const values = new Map<string, string>();
  lines.forEach((line, index) => {
    if (line === '') return;
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*([\x20-\x7e]+)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (name === '') problems.push(`line ${index + 1} is not "Name: value" in printable ASCII`);
    else if (OURS.test(name))
      problems.push(`line ${index + 1} sets ${name}, which is set by the action itself`);
    else values.set(key, values.has(key) ? `${values.get(key)}, ${value}` : value);
  });
  return {
    headers: Object.fromEntries([...values].map(([name, value]) => [name, new Secret(value)])),
    problems,
  };
}

/** Why this exists: the `url` input becomes the addresses to try, each checked before a credential can go there. */

import type { Secret } from '../secret.ts';
import type { Address } from '../vault/server.ts';

export interface Addresses {
  readonly addresses: readonly Address[];
  readonly problems: readonly string[];
}

export interface AddressRules {
  /** Plain http:// is allowed to other machines, too. */
  readonly unprotected: boolean;
  proxyFor(base: string): Secret | undefined;
}

/** The addresses of a list separated by commas or blanks. */
export function readAddresses(text: string, rules: AddressRules): Addresses {
  const given = text.split(/[\s,]+/).filter(Boolean);
  if (given.length === 0) {
    return { addresses: [], problems: ['is empty: give the address of the server, or set VAULT_ADDR'] };
  }
  if (text.includes('@')) return { addresses: [], problems: ['may not hold a user name or a password'] };
  const results = given.map((address) => readAddress(address, rules));
  return {
    addresses: results.flatMap((result) => ('base' in result ? [result] : [])),
    problems: results.flatMap((result) => ('problem' in result ? [result.problem] : [])),
  };
}

function readAddress(text: string, rules: AddressRules): Address | { readonly problem: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return {
      problem: `"${text}" is not an address such as https://vault.example.org:8200`,
    };
  }
  if (url.search || url.hash) return { problem: `"${text}" has a "?" or "#", which an address cannot have` };
  if (/^\/ui(\/|$)/.test(url.pathname))
    return { problem: `"${text}" is the web page: leave out /ui and what follows` };
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !rules.unprotected) {
    return {
      problem: `"${text}" would send credentials in clear: use https://, or accept that with tlsSkipVerify: true`,
    };
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '').replace(/\/+$/, '');
  const base = `${url.origin}${path}`;
  return { base, proxy: rules.proxyFor(base) };
}

/** Traffic to these never leaves the machine (rule R11). */
function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
}

/** Why this exists: which proxy a request goes through is decided once, in main; post does the same from its state. */

import { getProxyUrl } from '@actions/http-client/lib/proxy';
import { Secret } from '../secret.ts';
import { UsageError } from './errors.ts';

/**
 * The proxy for an address by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case), by the rules of every other
 * action; loopback addresses have none. Credentials in it are secret (rule R20). Throws a `UsageError` for one that is no http(s) proxy.
 */
export function proxyFor(base: string): Secret | undefined {
  const url = getProxyUrl(new URL(base));
  if (!url) return undefined;
  const address = url.href.includes('//') ? url.href : `http://${url.href}`;
  if (URL.canParse(address) && /^https?:/.test(address)) return new Secret(address);
  throw new UsageError([
    { name: 'HTTPS_PROXY', problem: 'is not an address such as http://proxy.example.org:3128' },
  ]);
}

/** The password in a proxy's address, if there is one, as the user wrote it without its escapes. */
export function proxyPassword(proxy: Secret): Secret | undefined {
  const { password } = new URL(proxy.reveal());
  return password === '' ? undefined : new Secret(decodeURIComponent(password));
}

/** Why this exists: which proxy a request goes through is decided once, in main; post does the same from its state. */

import { checkBypass } from '@actions/http-client/lib/proxy';
import { Secret } from '../secret.ts';
import { UsageError } from './errors.ts';

/**
 * The proxy for an address by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case), by the rules of every other
 * action; loopback addresses have none. Credentials in it are secret (rule R20). Throws a `UsageError` for one that is no
 * http(s) proxy: without it, requests would go where nobody wants them. `env` is the process's, which the library reads.
 */
export function proxyFor(
  base: string,
  env: Readonly<Record<string, string | undefined>>,
): Secret | undefined {
  const url = new URL(base);
  if (checkBypass(url)) return undefined;
  const lower = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const name = [lower, lower.toUpperCase()].find((one) => env[one]);
  if (!name) return undefined;
  const address = addressIn(env[name] ?? '');
  if (address) return new Secret(address);
  throw new UsageError([{ name, problem: PROBLEM }]);
}

const PROBLEM =
  'is not an address such as http://proxy.example.org:3128; in a user name or password, % is written %25';

/** Undefined also where escapes of the credentials cannot be undone. */
function addressIn(text: string): string | undefined {
  try {
    const { href, protocol, username, password } = new URL(text.includes('//') ? text : `http://${text}`);
    decodeURIComponent(username + password);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The password in a proxy's address, if there is one, as the user wrote it without its escapes. */
export function proxyPassword(proxy: Secret): Secret | undefined {
  const { password } = new URL(proxy.reveal());
  return password === '' ? undefined : new Secret(decodeURIComponent(password));
}

/** Why this exists: which identity the job logs in with, out of the inputs that can say it in several ways. */

import { Secret } from '../secret.ts';
import type { Problem } from '../vault/errors.ts';
import { escapePath, pathProblem, trimSlashes } from '../vault/paths.ts';
import { type ReadFile, readCredential } from './files.ts';
import type { InputName, RawConfig } from './inputs.ts';

export type Identity =
  | {
      readonly method: 'approle';
      /** The auth mount without `auth/`, escaped; its escapes are UTF-8. */
      readonly mount: string;
      readonly roleId: Secret;
      /** The role that it must be, if that was said. */
      readonly roleName?: string | undefined;
      readonly secretId: SecretIdChoice;
    }
  /** A token of the user's own: used, never revoked (rule R15). */
  | { readonly method: 'token'; readonly token: Secret };

export type SecretIdChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'plain'; readonly secretId: Secret }
  | { readonly kind: 'wrapped'; readonly wrappingToken: Secret };

type Reading = { readonly identity?: Identity; readonly problems: readonly Problem[] };

/** The identity, or all that is wrong with it. */
export function readIdentity(raw: RawConfig, readFile: ReadFile): Reading {
  const method = raw.method.toLowerCase() || (raw.token !== '' && !namesApprole(raw) ? 'token' : 'approle');
  if (method === 'token') return readToken(raw);
  if (method === 'approle') return readApprole(raw, readFile);
  return problem('method', `"${raw.method}" is not supported: approle or token is`);
}

function namesApprole(raw: RawConfig): boolean {
  return [raw.roleId, raw.roleIdFile, raw.secretId, raw.secretIdFile, raw.wrappedSecretId].some(Boolean);
}

function readToken({ token }: RawConfig): Reading {
  if (token === '') return problem('token', 'is empty: method token needs one, here or in VAULT_TOKEN');
  if (!isHeaderSafe(token)) return problem('token', UNPRINTABLE);
  return { identity: { method: 'token', token: new Secret(token) }, problems: [] };
}

const UNPRINTABLE = 'has a blank, a line break or another character that no token has: was it cut or joined?';

/** Checked before a header is built: Node's error would quote the value. */
function isHeaderSafe(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

function readApprole(raw: RawConfig, readFile: ReadFile): Reading {
  const mount = readMount(raw.path);
  const roleId = oneOf(raw, ['roleId', 'roleIdFile'], readFile);
  const secretId = readSecretId(raw, readFile);
  const problems = [mount, roleId, secretId].flatMap((part) => ('problems' in part ? part.problems : []));
  if ('problems' in mount || 'problems' in roleId || 'problems' in secretId) return { problems };
  if (!roleId.text)
    return problem('roleId', 'is empty: AppRole needs a RoleID, here, in roleIdFile or in VAULT_ROLE_ID');
  const roleName = raw.roleName || undefined;
  return {
    identity: { method: 'approle', mount: mount.mount, roleId: new Secret(roleId.text), roleName, secretId },
    problems: [],
  };
}

/** `x`, `/x/`, `auth/x` and `auth/x/login` are the same mount. */
export function readMount(
  path: string,
): { readonly mount: string } | { readonly problems: readonly Problem[] } {
  const wrong = path === '' ? undefined : pathProblem(path);
  const mount = trimSlashes(path)
    .replace(/^auth\//, '')
    .replace(/\/login$/, '');
  if (mount === '') return { mount: 'approle' };
  return wrong
    ? problem('path', `${wrong}: give the mount of the auth method, such as approle`)
    : { mount: escapePath(mount) };
}

function readSecretId(
  raw: RawConfig,
  readFile: ReadFile,
): SecretIdChoice | { readonly problems: readonly Problem[] } {
  const found = oneOf(raw, ['secretId', 'secretIdFile', 'wrappedSecretId'], readFile);
  if ('problems' in found) return found;
  const { from, text } = found;
  if (!text) return { kind: 'none' };
  if (from !== 'wrappedSecretId') return { kind: 'plain', secretId: new Secret(text) };
  if (!isHeaderSafe(text)) return problem('wrappedSecretId', UNPRINTABLE);
  return { kind: 'wrapped', wrappingToken: new Secret(text) };
}

type Found = { readonly from?: InputName; readonly text?: string };

/** The one of several inputs that is given; an input ending in `File` names the file that holds the text. */
function oneOf(
  raw: RawConfig,
  names: readonly InputName[],
  readFile: ReadFile,
): Found | { readonly problems: readonly Problem[] } {
  const given = names.filter((name) => raw[name] !== '');
  const [from, ...others] = given;
  if (!from) return {};
  if (others.length > 0)
    return problem(from, `cannot be combined with ${others.join(' and ')}: give one of them`);
  if (!from.endsWith('File')) return { from, text: raw[from] };
  const read = readCredential(raw[from], readFile);
  return 'problem' in read ? problem(from, read.problem) : { from, text: read.text.trim() };
}

function problem(name: InputName, text: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ name, problem: text }] };
}

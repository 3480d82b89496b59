/** Why this exists: the inputs of a failed job as flags, so that somebody can ask the same questions again, on one line. */

import { oneLine } from '../secrets/grammar.ts';
import type { InputName, RawConfig } from './inputs.ts';

/** Inputs that a command line may show, by their flags. None of them holds a credential. */
const SHOWN: readonly (readonly [InputName, string])[] = [
  ['url', '--url'],
  ['namespace', '--namespace'],
  ['authNamespace', '--auth-namespace'],
  ['method', '--method'],
  ['path', '--path'],
  ['roleName', '--role-name'],
  ['tlsServerName', '--tls-server-name'],
  ['secretsFile', '--secrets-file'],
];
const FILES: readonly (readonly [InputName, string])[] = [
  ['caCertificate', '--ca-certificate'],
  ['clientCertificate', '--client-certificate'],
  ['clientKey', '--client-key'],
];

/** Characters; a longer list of secrets is left out, because nobody would find the command in it. */
const LONGEST = 400;

/** Flags for `sh`. What has its default is left out, as is PEM where a file could be named. */
export function flagsOf(raw: RawConfig): string {
  const secrets = oneLine(raw.secrets);
  const flags = [
    ...SHOWN.map(([name, flag]) => [flag, raw[name]] as const),
    ...FILES.map(([name, flag]) => [flag, isPath(raw[name]) ? raw[name] : ''] as const),
    ['--secrets', secrets.length > LONGEST ? '' : secrets] as const,
  ].filter(([flag, value]) => value !== '' && !(flag === '--path' && value === 'approle'));
  const switches = raw.tlsSkipVerify.toLowerCase() === 'true' ? ['--tls-skip-verify'] : [];
  return [...flags.map(([flag, value]) => `${flag} ${word(value)}`), ...switches].join(' ');
}

/** The variables that the same credentials would be in. */
export function variablesOf(raw: RawConfig): string {
  if (raw.method.toLowerCase() === 'token' || (raw.token && !raw.roleId && !raw.roleIdFile))
    return 'VAULT_TOKEN';
  if (raw.wrappedSecretId) return 'VAULT_ROLE_ID and a new VAULT_WRAPPED_SECRET_ID';
  return raw.secretId || raw.secretIdFile ? 'VAULT_ROLE_ID and VAULT_SECRET_ID' : 'VAULT_ROLE_ID';
}

function isPath(text: string): boolean {
  return text.length < 200 && !text.includes('-----BEGIN');
}

/** One word for a shell. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

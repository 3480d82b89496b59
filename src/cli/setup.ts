/** Why this exists: all that an administrator does once for a role, as commands to paste, with settings that expire soon. */

import { word } from '../config/command-line.ts';
import { readMount } from '../config/credentials.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { PartsCall } from './call.ts';
import { readCidrs } from './cidrs.ts';
import { durationProblems } from './durations.ts';

const CLIS = ['bao', 'vault'] as const;

export interface Setup {
  readonly cli: (typeof CLIS)[number];
  readonly mount: string;
  readonly role: string;
  readonly namespace: string;
  readonly cidrs: readonly string[];
  readonly noDefaultPolicy: boolean;
  /** Of a SecretID that the CI system stores; without, each job gets one of its own. */
  readonly secretIdTtl?: string | undefined;
}

/** What the flags say of the role. Throws a `UsageError`. */
export function readSetup({ flags, inputs }: PartsCall): Setup {
  const { path, roleName, namespace, authNamespace } = inputs.raw;
  const cli = CLIS.find((known) => known === (flags.get('cli') ?? 'bao'));
  const mount = readMount(path);
  const secretIdTtl = flags.get('secret-id-ttl');
  const problems: Problem[] = 'problems' in mount ? [...mount.problems] : [];
  if (!cli) problems.push({ name: '--cli', problem: `is one of ${CLIS.join(', ')}` });
  if (!/^\w([\w.-]*\w)?$/.test(roleName)) problems.push({ name: 'roleName', problem: whyNoRole(roleName) });
  if (secretIdTtl !== undefined) problems.push(...durationProblems('--secret-id-ttl', secretIdTtl));
  const cidrs = readCidrs(flags.get('cidr') ?? '');
  if (problems.length > 0 || !cli || 'problems' in mount) throw new UsageError(problems);
  return {
    cli,
    mount: decodeURIComponent(mount.mount),
    role: roleName,
    namespace: authNamespace || namespace,
    cidrs,
    noDefaultPolicy: flags.has('no-default-policy'),
    secretIdTtl,
  };
}

function whyNoRole(name: string): string {
  return name === ''
    ? 'is needed: the role to set up, and the name of its policy'
    : 'is no name for a role: letters, digits, "_", "-" and "."';
}

/** The commands, in a shell of their own that ends at the first failure: pasted, they leave the terminal's shell alone. */
export function setupText({ policy, ...setup }: Setup & { readonly policy: string }): string {
  const { cli, mount, role, namespace, secretIdTtl } = setup;
  const variable = cli === 'bao' ? 'BAO' : 'VAULT';
  const path = `auth/${mount}/role/${role}`;
  return `# Run by an administrator (${variable}_ADDR, ${variable}_TOKEN); may be run again. Replaces the policy ${role}, if there is one.
(
set -e
${namespace ? `export ${variable}_NAMESPACE=${word(namespace)}\n` : ''}
${cli} auth list -format=json | grep -qF ${word(`"${mount}/"`)} || ${cli} auth enable -path=${word(mount)} approle

${cli} policy write ${role} - <<'END'
${policy}END

${cli} write ${word(path)} ${settings(setup).join(' \\\n  ')}
${addresses(setup, path)}
# The RoleID, for the settings of the CI system.
role_id=$(${cli} read -field=role_id ${word(`${path}/role-id`)})
echo "RoleID: $role_id"

# ${secretIdTtl ? 'A SecretID' : 'A SecretID for the next job'}, in a wrapping token that opens once.
wrapping_token=$(${cli} write -f -wrap-ttl=5m -field=wrapping_token ${word(`${path}/secret-id`)})
echo "Wrapping token: $wrapping_token"
)
${secretIdTtl ? into(cli) : ''}`;
}

/** Where it is to stay, nobody has to see it. */
function into(cli: Setup['cli']): string {
  return `
# Into the store of the CI system, unseen:
# ${cli} unwrap -field=secret_id <wrapping token> | gh secret set VAULT_SECRET_ID
`;
}

/** Unless it is stored, a SecretID is good for one login, soon. */
function settings({ role, cidrs, noDefaultPolicy, secretIdTtl }: Setup): readonly string[] {
  const list = cidrs.join(',');
  return [
    `token_policies=${role} token_ttl=20m token_max_ttl=1h token_type=service`,
    secretIdTtl
      ? `secret_id_ttl=${secretIdTtl} secret_id_num_uses=0`
      : 'secret_id_ttl=10m secret_id_num_uses=1',
    ...(list ? [`secret_id_bound_cidrs=${list} token_bound_cidrs=${list}`] : []),
    ...(noDefaultPolicy ? ['token_no_default_policy=true'] : []),
  ];
}

function addresses({ cli, cidrs }: Setup, path: string): string {
  if (cidrs.length > 0) return '';
  return `
# Where runners have addresses of their own, put them here and run this, too (or give --cidr):
# ${cli} write ${word(path)} secret_id_bound_cidrs=192.0.2.0/24 token_bound_cidrs=192.0.2.0/24
`;
}

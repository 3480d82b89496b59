/** Why this exists: all that an administrator does once for a role, as commands to paste, with settings that expire soon. */

import { word } from '../config/command-line.ts';
import { readMount } from '../config/credentials.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { PartsCall } from './call.ts';
import { readCidrs } from './cidrs.ts';

const CLIS = ['bao', 'vault'] as const;

export interface Setup {
  readonly cli: (typeof CLIS)[number];
  readonly mount: string;
  readonly role: string;
  readonly namespace: string;
  readonly cidrs: readonly string[];
  readonly noDefaultPolicy: boolean;
}

/** What the flags say of the role. Throws a `UsageError`. */
export function readSetup({ flags, inputs }: PartsCall): Setup {
  const { path, roleName, namespace, authNamespace } = inputs.raw;
  const cli = CLIS.find((known) => known === (flags.get('cli') ?? 'bao'));
  const mount = readMount(path);
  const role = roleName || 'ci';
  const problems: Problem[] = 'problems' in mount ? [...mount.problems] : [];
  if (!cli) problems.push({ name: '--cli', problem: `is one of ${CLIS.join(', ')}` });
  if (!/^\w([\w.-]*\w)?$/.test(role)) {
    problems.push({ name: 'roleName', problem: 'is no name for a role: letters, digits, "_", "-" and "."' });
  }
  const cidrs = readCidrs(flags.get('cidr') ?? '');
  if (problems.length > 0 || !cli || 'problems' in mount) throw new UsageError(problems);
  return {
    cli,
    mount: decodeURIComponent(mount.mount),
    role,
    namespace: authNamespace || namespace,
    cidrs,
    noDefaultPolicy: flags.has('no-default-policy'),
  };
}

/** The commands; they may be run again. A SecretID is good for one login, and all of it for about one job. */
export function setupText({ policy, ...setup }: Setup & { readonly policy: string }): string {
  const { cli, mount, role, namespace } = setup;
  const variable = cli === 'bao' ? 'BAO' : 'VAULT';
  const path = `auth/${mount}/role/${role}`;
  return `# Run by an administrator (${variable}_ADDR, ${variable}_TOKEN); may be run again.
${namespace ? `export ${variable}_NAMESPACE=${word(namespace)}\n` : ''}
${cli} auth list -format=json | grep -qF ${word(`"${mount}/"`)} || ${cli} auth enable -path=${word(mount)} approle

${cli} policy write ${role} - <<'END'
${policy}END

${cli} write ${word(path)} ${settings(setup).join(' \\\n  ')}
${addresses(setup, path)}
# The RoleID, for the settings of the CI system.
echo "RoleID: $(${cli} read -field=role_id ${word(`${path}/role-id`)})"

# A SecretID for the next job, in a wrapping token that opens once.
echo "Wrapping token: $(${cli} write -f -wrap-ttl=5m -field=wrapping_token ${word(`${path}/secret-id`)})"
`;
}

function settings({ role, cidrs, noDefaultPolicy }: Setup): readonly string[] {
  const list = cidrs.join(',');
  return [
    `token_policies=${role} token_ttl=20m token_max_ttl=1h token_type=service`,
    'secret_id_ttl=10m secret_id_num_uses=1',
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

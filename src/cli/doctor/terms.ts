/** Why this exists: how often, how long and from where a SecretID may be used, by the server's own word. */

import type { Secret } from '../../secret.ts';
import { VaultError } from '../../vault/errors.ts';
import type { Access } from '../../vault/mounts.ts';
import { type Role, type RoleSettings, readRole } from '../../vault/roles.ts';
import { lookUpSecretId, type SecretIdFacts } from '../../vault/secret-ids.ts';
import { type Add, type Finding, skip } from './finding.ts';

/** What is known of this very SecretID; `gone` when the role has none like it, undefined when nobody may ask. */
export async function examineTerms(
  access: Access,
  role: Role,
  { plain, add }: { readonly plain: Secret | undefined; readonly add: Add },
): Promise<SecretIdFacts | 'gone' | undefined> {
  const settings = await ifAllowed(readRole(access, role));
  if (settings) roleFindings(settings).forEach(add);
  const facts =
    plain && (await ifAllowed(lookUpSecretId(access, role, plain).then((found) => found ?? 'gone')));
  if (facts === 'gone') add(gone(role));
  else if (facts) add(finding('this SecretID is', termsOf(facts, settings)));
  else if (settings) add(finding('a SecretID of this role is', ofRole(settings)));
  else add(skip('role', `the token may not read auth/${role.mount}/role/${role.name}`, OPERATOR));
  return facts;
}

const OPERATOR =
  'A token of an operator in --token-file, beside --role-name, tells how often and how long its SecretIDs can be used.';

async function ifAllowed<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

function gone({ name }: Role): Finding {
  return {
    level: 'wrong',
    check: 'SecretID',
    what: `role ${name} has no such SecretID: it is wrong, expired, used up or destroyed`,
    remedy: 'Mint a new one for this role. (docs/troubleshooting.md#invalid-role-or-secret-id)',
  };
}

interface Terms {
  readonly often: string | undefined;
  readonly long: string | undefined;
  readonly where: string | undefined;
}

/** The addresses of the role hold for those that have none of their own. */
function termsOf({ uses, expiresAt, cidrs }: SecretIdFacts, settings: RoleSettings | undefined): Terms {
  return {
    often: uses > 0 ? `${uses} more logins` : undefined,
    long: expiresAt && `until ${expiresAt}`,
    where: from(cidrs.length > 0 ? cidrs : (settings?.secretIdCidrs ?? [])),
  };
}

function ofRole({ secretIdUses, secretIdTtl, secretIdCidrs }: RoleSettings): Terms {
  return {
    often: secretIdUses > 0 ? `${secretIdUses} logins` : undefined,
    long: secretIdTtl > 0 ? `for ${secretIdTtl} s` : undefined,
    where: from(secretIdCidrs),
  };
}

function from(cidrs: readonly string[]): string | undefined {
  return cidrs.length > 0 ? `from ${cidrs.join(', ')}` : undefined;
}

function finding(subject: string, { often, long, where }: Terms): Finding {
  const what = [often ?? 'any number of logins', long ?? 'without end', where ?? 'from any address'].join(
    ', ',
  );
  const check = 'SecretID';
  const missing = [
    often ? [] : ['secret_id_num_uses'],
    long ? [] : ['secret_id_ttl'],
    where ? [] : ['secret_id_bound_cidrs'],
  ].flat();
  if (missing.length === 0) return { level: 'ok', check, what: `${subject} good for ${what}` };
  const remedy = `Set ${missing.join(', ')} of the role: what is stolen is then worth less.`;
  return { level: 'weak', check, what: `${subject} good for ${what}`, remedy };
}

function roleFindings({ bindSecretId, tokenCidrs }: RoleSettings): readonly Finding[] {
  const check = 'role';
  const free: Finding = {
    level: 'weak',
    check,
    what: 'it wants no SecretID',
    remedy: 'Set bind_secret_id=true.',
  };
  const bound =
    tokenCidrs.length > 0 ? `tokens work from ${tokenCidrs.join(', ')}` : 'tokens work from any address';
  return [...(bindSecretId ? [] : [free]), { level: 'ok', check, what: bound }];
}

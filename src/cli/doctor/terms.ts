/** Why this exists: how often, how long and from where a SecretID may be used, by the server's own word. */

import type { Secret } from '../../secret.ts';
import { hint } from '../../vault/hints.ts';
import type { Access } from '../../vault/mounts.ts';
import { hasRoleId, type Role, type RoleSettings, readRole, rolePath } from '../../vault/roles.ts';
import { lookUpSecretId, type SecretIdFacts } from '../../vault/secret-ids.ts';
import { type Add, type Finding, failure, hinted, refusedWith, skip } from './finding.ts';

interface Context {
  readonly add: Add;
  readonly plain: Secret | undefined;
  /** Of a job whose role somebody has only named: it may be that of another one. */
  readonly roleId?: Secret;
  /** What it means that the token may not ask. */
  readonly refused: () => Finding | Promise<Finding>;
}

/** What is known of this very SecretID; `gone` when the role has none like it, undefined when nobody can tell. */
export async function examineTerms(
  access: Access,
  role: Role,
  context: Context,
): Promise<SecretIdFacts | 'gone' | undefined> {
  const { plain, add, roleId, refused } = context;
  try {
    const settings = await ifAllowed(readRole(access, role));
    const same = roleId === undefined || (await ifAllowed(hasRoleId(access, role, roleId)));
    if (same === false) {
      add(misnamed(role));
      return undefined;
    }
    if (settings) roleFindings(settings).forEach(add);
    const facts =
      plain && (await ifAllowed(lookUpSecretId(access, role, plain).then((found) => found ?? 'gone')));
    if (facts === 'gone') {
      add(same ? gone(role) : unrelated(role));
      return same ? 'gone' : undefined;
    }
    if (facts) add(finding('this SecretID is', termsOf(facts, settings)));
    else if (settings) add(finding('a SecretID of this role is', ofRole(settings)));
    else add(await refused());
    return facts;
  } catch (error) {
    add(refusedWith(error, 404) ? unknown(role) : failure('role', error));
    return undefined;
  }
}

/** Undefined for whoever may not ask. */
async function ifAllowed<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (refusedWith(error, 403)) return undefined;
    throw error;
  }
}

function unknown({ mount, name }: Role): Finding {
  const what = `there is no role ${name} at auth/${mount}`;
  return { level: 'wrong', check: 'role', what, remedy: hinted(hint('no-such-role')) };
}

function misnamed(role: Role): Finding {
  return {
    level: 'wrong',
    check: 'role',
    what: `the RoleID is not that of role ${role.name}, whose SecretIDs are not looked at`,
    remedy: `Name the role of this RoleID in roleName, or give the RoleID of this role: \`bao read ${rolePath(role)}/role-id\`.`,
  };
}

function gone({ name }: Role): Finding {
  return {
    level: 'wrong',
    check: 'SecretID',
    what: `role ${name} has no such SecretID: it is wrong, of another role, expired, used up or destroyed`,
    remedy: 'Mint a new one for this role. (docs/troubleshooting.md#invalid-role-or-secret-id)',
  };
}

function unrelated(role: Role): Finding {
  const remedy = `Allow the token "read" on ${rolePath(role)}/role-id.`;
  const what = `role ${role.name} has no such SecretID, but whether the RoleID is of this role may not be asked`;
  return skip('SecretID', what, remedy);
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

/** Why this exists: what a token is and how long it lives, and where it is stronger than a job needs. */

import type { Config } from '../../config/config.ts';
import type { Session } from '../../job/login.ts';
import { lookUpSelf, type TokenFacts } from '../../vault/lookup.ts';
import { rolePath } from '../../vault/roles.ts';
import type { Examination } from './doctor.ts';
import { type Add, failure, skip } from './finding.ts';
import { examineTerms } from './terms.ts';

/** Seconds; no job of a hosted runner may take longer. */
const LONGEST_JOB = 6 * 3600;
const CHECK = 'token';

/** Why the token is not to be used for looking further: one of the user's own keeps its uses. Undefined where it is. */
export async function examineToken(
  session: Session,
  config: Config,
  examination: Examination,
): Promise<string | undefined> {
  const { add, call } = examination;
  try {
    const facts = await factsOf(session, config);
    const { role, policies, ttl, uses } = facts;
    const lifetime = ttl > 0 ? `TTL ${ttl} s` : 'without end';
    const who = role ? `role ${role}, ` : '';
    add({ level: 'ok', check: CHECK, what: `${who}policies ${policies.join(', ')}, ${lifetime}` });
    weaknesses(facts).forEach(([what, remedy]) => add({ level: 'weak', check: CHECK, what, remedy }));
    if (uses > 0 && !session.login) return 'the token is yours, and looking further takes uses of it';
    if (session.login && call.inputs.raw.token === '') await examineRole(session, config, add);
    return undefined;
  } catch (error) {
    add(failure(CHECK, error));
    return 'it needs a token that works';
  }
}

async function factsOf(
  { login, connection, token }: Session,
  { authNamespace }: Config,
): Promise<TokenFacts> {
  if (!login) return lookUpSelf(connection, { token, namespace: authNamespace });
  const { roleName: role, policies, ttl, uses, type } = login;
  return { role, policies, ttl, uses, type };
}

function weaknesses({ policies, ttl, uses, type }: TokenFacts): readonly (readonly [string, string])[] {
  return [
    ...(policies.includes('root') ? [ROOT] : []),
    ...(ttl === 0 && !policies.includes('root')
      ? [['it never expires', 'Set token_ttl of the role.'] as const]
      : []),
    ...(ttl > LONGEST_JOB ? [[`it lives ${Math.round(ttl / 3600)} hours`, SHORTER] as const] : []),
    ...(type === 'batch' ? [BATCH] : []),
    ...(uses > 0 ? [[`it has ${uses} uses left`, USES] as const] : []),
  ];
}

const ROOT = [
  'its policy is root: it may do everything',
  'Give the role a policy of its own: vault-approle policy.',
] as const;
const BATCH = [
  'it is a batch token, which nobody can revoke',
  'Set token_type=service of the role.',
] as const;
const SHORTER = 'Set token_ttl of the role to what a job takes.';
const USES =
  'Set token_num_uses of the role to 0: each read and the revocation count. (docs/troubleshooting.md#token-uses)';

/** A role may be allowed to read its own settings, for example to rotate its SecretID. */
async function examineRole({ connection, token, login }: Session, config: Config, add: Add): Promise<void> {
  const { identity, authNamespace: namespace } = config;
  if (identity.method !== 'approle' || !login?.roleName) return;
  if (login.uses > 0) {
    add(skip('role', 'not looked up: the uses of the token are for the secrets', OPERATOR));
    return;
  }
  const { secretId } = identity;
  const plain = secretId.kind === 'plain' ? secretId.secretId : undefined;
  const role = { mount: identity.mount, name: login.roleName };
  const refused = () => skip('role', `the token may not read ${rolePath(role)}`, OPERATOR);
  await examineTerms({ connection, token, namespace }, role, { plain, add, refused });
}

const OPERATOR =
  'A token of an operator in --token-file, beside --role-name, tells how often and how long its SecretIDs can be used.';

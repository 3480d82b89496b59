/** Why this exists: what can be known of a SecretID without a login, and whether one may be spent on it. */

import type { Config } from '../../config/config.ts';
import { type Identity, readIdentity } from '../../config/credentials.ts';
import { expectedIn } from '../../job/login.ts';
import { hint } from '../../vault/hints.ts';
import { lookUpSelf } from '../../vault/lookup.ts';
import type { Access } from '../../vault/mounts.ts';
import { type Role, rolePath } from '../../vault/roles.ts';
import type { Connection } from '../../vault/transport.ts';
import { checkWrapping } from '../../vault/wrapping.ts';
import type { Examination } from './doctor.ts';
import { type Finding, failure, hinted, skip } from './finding.ts';
import { examineTerms } from './terms.ts';

type Approle = Extract<Identity, { method: 'approle' }>;
type Context = Examination & { readonly config: Config; readonly connection: Connection };

const CHECK = 'SecretID';

/** Whether to log in with it. */
export async function examineSecretId(identity: Approle, context: Context): Promise<boolean> {
  const { add, call } = context;
  const { secretId } = identity;
  if (secretId.kind === 'none') {
    add({ level: 'wrong', check: CHECK, what: 'none is given', remedy: hinted(hint('missing-secret-id')) });
    return false;
  }
  if (secretId.kind === 'wrapped' && !(await examineWrapping(identity, context))) return false;
  const uses = await usesLeft(identity, context);
  if (uses === 'gone') return false;
  if (uses === 'unlimited' || call.flags.has('use-secret-id')) return true;
  add(secretId.kind === 'wrapped' ? UNOPENED : UNTRIED);
  return false;
}

const UNTRIED = skip(
  CHECK,
  'not tried: a login takes one of its uses, if they are limited',
  'Say --use-secret-id to spend one.',
);
const UNOPENED = skip(
  CHECK,
  'not tried: a wrapping token opens only once',
  'Say --use-secret-id to spend it.',
);

async function examineWrapping(identity: Approle, context: Context): Promise<boolean> {
  const { secretId } = identity;
  const { add, config, connection } = context;
  if (secretId.kind !== 'wrapped') return true;
  try {
    const wrapped = expectedIn(identity, secretId.wrappingToken, config.authNamespace);
    const { creationPath } = await checkWrapping(connection, wrapped);
    add({
      level: 'ok',
      check: CHECK,
      what: `in a wrapping token that nobody has opened, made by ${creationPath}`,
    });
    return true;
  } catch (error) {
    add(failure(CHECK, error));
    return false;
  }
}

type Uses = 'unlimited' | 'limited' | 'gone' | 'unknown';

/** With a token of an operator's own beside the AppRole, the SecretID is looked up, which spends nothing. */
async function usesLeft({ mount, roleId, secretId }: Approle, context: Context): Promise<Uses> {
  const { add, call, config } = context;
  const { roleName, token } = call.inputs.raw;
  const operator = operatorAccess(context);
  if (!operator) {
    if (token !== '') add(skip('operator', 'the token given beside the AppRole is none'));
    return 'unknown';
  }
  if (!roleName) {
    add(skip('operator', 'the token given beside the AppRole is not used', 'Name the role in roleName.'));
    return 'unknown';
  }
  const plain = secretId.kind === 'plain' ? secretId.secretId : undefined;
  const access = { ...operator, namespace: config.authNamespace };
  const role = { mount, name: roleName };
  const refused = () => refusedTo(access, role);
  const facts = await examineTerms(access, role, { plain, roleId, add, refused });
  if (facts === 'gone') return 'gone';
  if (!facts) return 'unknown';
  return facts.uses === 0 ? 'unlimited' : 'limited';
}

/** A server refuses a token that it does not know as one that lacks a policy; asked for itself, it tells. */
async function refusedTo({ connection, token, namespace }: Access, role: Role): Promise<Finding> {
  const check = 'operator';
  const path = rolePath(role);
  try {
    await lookUpSelf(connection, { token, namespace });
    const remedy = `Allow it "read" on ${path} and ${path}/role-id, and "update" on ${path}/secret-id/lookup.`;
    return skip(check, `the token given beside the AppRole may not read ${path}`, remedy);
  } catch (error) {
    return failure(check, error);
  }
}

/** Whoever names both means the token for looking things up: the login is the AppRole's. */
export function operatorAccess({
  call,
  connection,
  ci,
}: Omit<Context, 'config' | 'add'>): Access | undefined {
  const { raw } = call.inputs;
  const { identity } = readIdentity({ ...raw, method: 'token' }, call.machine.readFile);
  if (raw.token === '' || identity?.method !== 'token') return undefined;
  ci.mask([identity.token.reveal()]);
  return { connection, token: identity.token };
}

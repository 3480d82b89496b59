/** Why this exists: a refused login does not say what is wrong with it; questions that spend nothing do. */

import type { Config } from '../../config/config.ts';
import type { Identity } from '../../config/credentials.ts';
import { logInAs, type Session } from '../../job/login.ts';
import { Secret } from '../../secret.ts';
import type { Connection } from '../../vault/transport.ts';
import type { Examination } from './doctor.ts';
import { type Add, type Finding, failure, refusedWith, said } from './finding.ts';
import { examineSecretId } from './secret-id.ts';

type Approle = Extract<Identity, { method: 'approle' }>;

/** A session; undefined where something is wrong, or a login would spend what it must not. */
export async function examineLogin(
  config: Config,
  connection: Connection,
  examination: Examination,
): Promise<Session | undefined> {
  const { identity } = config;
  const { add, ci } = examination;
  if (identity.method === 'token') return { connection, token: identity.token };
  /** Whoever else logs in is of use, too. */
  const anyone = { ...identity, roleName: undefined };
  const attempt = (given: Partial<Approle>) =>
    logInAs({ ...config, identity: { ...anyone, ...given } }, connection, ci).then(succeeded, failed);
  const mount = await attempt({ ...NO_SECRET_ID, roleId: new Secret('') });
  add(mountFinding(identity.mount, mount));
  if (!said(mount.error, ASKS_ROLE_ID)) return undefined;
  const role = await attempt(NO_SECRET_ID);
  add(roleFinding(identity.mount, role));
  if (role.session || !said(role.error, ASKS_SECRET_ID)) return compared(role, identity, add);
  if (!(await examineSecretId(identity, { config, connection, ...examination }))) return undefined;
  const login = await attempt({});
  if (!login.session) add(secretIdFinding(login.error));
  return compared(login, identity, add);
}

/** A login without SecretID tells whether mount and RoleID are right: it counts as no failed one and spends nothing. */
const NO_SECRET_ID = { secretId: { kind: 'none' } } as const;
const ASKS_ROLE_ID = /missing role_id/;
const ASKS_SECRET_ID = /missing secret_id/;

interface Outcome {
  readonly session?: Session;
  readonly error?: unknown;
}

function succeeded(session: Session): Outcome {
  return { session };
}

function failed(error: unknown): Outcome {
  return { error };
}

/** A job ends where another role logs in than the one that it names. */
function compared({ session }: Outcome, { roleName: wanted }: Approle, add: Add): Session | undefined {
  const found = session?.login?.roleName;
  if (wanted && found && wanted.toLowerCase() !== found.toLowerCase()) {
    const what = `the credentials are those of role ${found}, not of ${wanted}, which roleName says`;
    add({
      level: 'wrong',
      check: 'role',
      what,
      remedy: 'A job ends here. Correct roleName, or give the credentials of that role.',
    });
  }
  return session;
}

function mountFinding(mount: string, { error }: Outcome): Finding {
  const check = 'auth mount';
  if (said(error, ASKS_ROLE_ID))
    return { level: 'ok', check, what: `an AppRole is mounted at auth/${mount}` };
  if (!refusedWith(error, 403)) return failure(check, error);
  const remedy =
    'Check --path, --namespace and --auth-namespace; `bao auth list` shows what is mounted. (docs/troubleshooting.md#login-permission-denied)';
  return { level: 'wrong', check, what: `no AppRole is mounted at auth/${mount}`, remedy };
}

function roleFinding(mount: string, { session, error }: Outcome): Finding {
  const check = 'RoleID';
  if (session) return { level: 'weak', check, ...ALONE };
  if (said(error, ASKS_SECRET_ID)) return { level: 'ok', check, what: `known at auth/${mount}` };
  if (refusedWith(error, 403)) return { level: 'wrong', check, ...LOCKED };
  if (!said(error, /invalid role/)) return failure(check, error);
  const remedy = `Compare it with \`bao read auth/${mount}/role/ROLE/role-id\`; one of another mount or namespace is unknown, too. (docs/troubleshooting.md#invalid-role-or-secret-id)`;
  return { level: 'wrong', check, what: `not known at auth/${mount}`, remedy };
}

const ALONE = {
  what: 'it is enough to log in: the role wants no SecretID (bind_secret_id=false)',
  remedy: 'Let the role want one: whoever knows the RoleID and has an address that is allowed can log in.',
};

const LOCKED = {
  what: 'known, but its role is locked, or its entity disabled',
  remedy:
    'Five wrong SecretIDs lock a role for 15 minutes, for every job that uses it. Find the job that sends them; `bao read sys/locked-users` shows who is locked. (docs/troubleshooting.md#login-permission-denied)',
};

const MIGHTY = {
  what: 'it has the policy root, with which no auth method may make tokens',
  remedy: 'Give it a policy of its own: vault-approle policy prints one.',
};

function secretIdFinding(error: unknown): Finding {
  const check = 'SecretID';
  if (said(error, /cannot create root tokens/)) return { level: 'wrong', check: 'role', ...MIGHTY };
  if (!said(error, /invalid (role or secret ID|secret_id)/)) return failure(check, error);
  return {
    level: 'wrong',
    check,
    what: 'refused: it is wrong, expired, used up or destroyed, because the RoleID is right',
    remedy:
      'Mint a new one for this role. Do not try this one again: five refused ones lock the role for 15 minutes. (docs/troubleshooting.md#invalid-role-or-secret-id)',
  };
}

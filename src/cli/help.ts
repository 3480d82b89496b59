/** Why this exists: what each command does, on one screen of 24 lines, with an example to copy. */

export const VERSION = '0.1.0';

const INPUTS = `Inputs: flags, or variables such as VAULT_APPROLE_URL
  --url --namespace --auth-namespace --path --method --role-name --role-id
  --secrets --secrets-file --pki --ignore-not-found --secret-encoding-type
  --timeout --retries --ca-certificate --client-certificate --client-key
  --tls-server-name --tls-skip-verify
Credentials: VAULT_ROLE_ID with VAULT_SECRET_ID or VAULT_WRAPPED_SECRET_ID, or
  --role-id-file --secret-id-file --wrapped-secret-id-file --token-file
  --extra-headers-file: a FILE that holds it, - is standard input
  --role-id-variable --secret-id-variable --wrapped-secret-id-variable
  --token-variable --extra-headers-variable: the NAME of a variable that does`;

export const GENERAL = `vault-approle: secrets of HashiCorp Vault or OpenBao for one job, by AppRole

  vault-approle exec --secrets 'secret/ci/app *' -- ./deploy.sh

  exec     runs a command with the values in its environment, masks them in its
           output, revokes the token
  export   writes the values to a file of mode 0600, for steps that share them
  revoke   ends what export began: removes the files, revokes the token
  login    checks the credentials, tells what their token may do
  doctor   finds out why it does not work, step by step, with what to do
  policy   prints the policy that the secrets need, or an admin's commands
  wrap     hands a SecretID to another job, in a wrapping token
  rotate   replaces the SecretID by a new one, and destroys the old one

vault-approle COMMAND --help tells more; --version tells the version.
`;

const TEXTS: Readonly<Record<string, string>> = {
  exec: `vault-approle exec [INPUTS] [FLAGS] -- COMMAND [ARGUMENT …]
Runs COMMAND with the values in its environment alone, masks them in its output,
revokes the token when it has ended, and ends with its status.

  vault-approle exec --secrets 'secret/ci/app key | API_KEY' -- ./deploy.sh

  --script TEXT  a script instead of a COMMAND: sh -e runs it, or its #! line
  --token-env    the token, too, as VAULT_TOKEN
  --no-mask      output as it is, for programs that need a terminal
  --debug        tells of requests, never a value
${INPUTS}
Status: that of COMMAND, 128 + n when signal n ended it, 126 and 127 as shells;
  before: 2 wrong use, 3 wrapping token used by others, 125 anything else
`,
  export: `vault-approle export [INPUTS] [--format FORMAT] --out FILE --state FILE
Writes the values to a file and what revoke needs to another, both of mode 0600.
Nothing masks the values in what later steps print.

  vault-approle export --secrets 'secret/ci/app *' --format shell \\
    --out "$DIR/env" --state "$DIR/job.state"

  --format FORMAT  dotenv, shell (for: . FILE) or json
  --out --state    files outside the workspace; a state must not be there yet
  --token-env      the token, too, as VAULT_TOKEN
  --add-mask       prints masks for a GitLab runner with proxy_exec
  --debug          tells of requests, never a value
${INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
  revoke: `vault-approle revoke --state FILE
Removes the files that export wrote, revokes its token, removes the state, which
says all that this needs. May be run twice.

  vault-approle revoke --state "$DIR/job.state"

  --state FILE  what export wrote; of a folder, every *.state in it
  --debug       tells of requests
Status: 0, 1 a token may live on or a file could not be removed, 2 wrong use
`,
  login: `vault-approle login [INPUTS] [--json]
Logs in, revokes the token, and prints its role, policies, TTL and uses.
A token of your own is looked up and left alone.

  VAULT_SECRET_ID=… vault-approle login --url https://v.example.org --role-id ID

  --json   as JSON
  --debug  tells of requests, never a value
${INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
  doctor: `vault-approle doctor [INPUTS] [FLAGS]
Looks at each step from the address to the last field: ok, weak, wrong, skipped,
and what to do. Prints no value, revokes its token, spends nothing unasked.

  vault-approle doctor --url https://v.example.org --secrets 'secret/ci/app *'

  --use-secret-id  log in: takes one use of the SecretID, opens a wrapping token
  --token-file     beside an AppRole: a token that may look up the role of
                   --role-name and the SecretID, which takes no use
  --json           as JSON
  --debug          tells of requests, never a value
${INPUTS}
Status: 0 nothing is wrong, 1 something is, 2 wrong use
`,
  policy: `vault-approle policy [INPUTS] [FLAGS]
Prints the policy that allows to read the secrets, and nothing else. With --url
and VAULT_TOKEN the server is asked what is mounted; no SecretID is spent.

  vault-approle policy --secrets 'secret/ci/app *' | bao policy write ci -

  --setup              an admin's commands: mount, policy, role, SecretID
  --cli bao | vault    whose commands; --role-name (needed), --path: of what
  --cidr LIST          addresses that may log in and use tokens
  --secret-id-ttl TIME for a SecretID that the CI system stores, such as 720h
  --no-default-policy  for roles without it: adds the right to revoke the token
  --kv-version 1 | 2   of mounts that no server told of
  --debug              tells of requests, never a value
${INPUTS}
Status: 0, 1 failed, 2 wrong use
`,
  wrap: `vault-approle wrap --role-name ROLE [INPUTS] [FLAGS]
For a trusted job: prints a wrapping token with a new SecretID of ROLE in it.

  vault-approle wrap --role-name ci --metadata "job=$CI_JOB_URL"

  --ttl TIME        until when it opens, such as 90s; without: 5m
  --metadata LIST   NAME=VALUE,… of the SecretID, for the audit log
  --cidr LIST       addresses that may log in with the SecretID
  --custom-secret-id-file --custom-secret-id-variable
                    push mode: the SecretID itself
  --check           looks at a wrapping token without opening it
  --debug           tells of requests, never a value
${INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others
`,
  rotate: `vault-approle rotate [INPUTS] --out FILE | --exec COMMAND
Makes a new SecretID, proves it by a login, hands it over, destroys the old one.
Interrupted, it leaves one that works: run it again. Run one at a time.

  vault-approle rotate --secret-id-file /etc/ci/id --out /etc/ci/id

  --out FILE      gets it: keeps owner and mode, new: 0600; not in workspace
  --exec COMMAND  for sh: gets it on standard input: 'gh secret set SECRET_ID'
  --debug         tells of requests, never a value
The policy it needs is printed where it is missing. The SecretID must be good
for two logins or more: secret_id_num_uses=0 is without limit.
${INPUTS}
Status: 0, 1 failed, 2 wrong use
`,
};

/** The help of a command. */
export function helpOf(command: string): string {
  return TEXTS[command] ?? GENERAL;
}

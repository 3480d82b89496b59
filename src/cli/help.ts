/** Why this exists: what each command does, on one screen, with an example to copy. */

export const VERSION = '0.1.0';

const INPUTS = `Inputs (as flags, or as variables VAULT_APPROLE_URL, VAULT_APPROLE_SECRETS, …)
  --url --namespace --auth-namespace --path --method --role-name --secrets
  --secrets-file --pki --ignore-not-found --secret-encoding-type --timeout
  --retries --ca-certificate --client-certificate --client-key
  --tls-server-name --tls-skip-verify
Credentials (never as arguments)
  VAULT_ROLE_ID with VAULT_SECRET_ID or VAULT_WRAPPED_SECRET_ID, or
  --role-id-file, --secret-id-file, --wrapped-secret-id-file FILE  (- is stdin)
  --role-id-variable, --secret-id-variable, … NAME of a variable that holds it`;

export const GENERAL = `vault-approle: secrets of HashiCorp Vault or OpenBao for one job, by AppRole

  vault-approle exec --secrets 'secret/ci/app *' -- ./deploy.sh

Commands
  exec     runs a command with the values in its environment, masks them in its
           output, revokes the token
  export   writes the values to a file of mode 0600, for steps that share them
  revoke   ends what export began: revokes the token, removes the files
  login    checks the credentials, tells what their token may do

vault-approle COMMAND --help tells more; --version tells the version.
`;

const TEXTS: Readonly<Record<string, string>> = {
  exec: `vault-approle exec [INPUTS] [FLAGS] -- COMMAND [ARGUMENT …]
Runs COMMAND with the values in its environment alone. What it prints is masked.
The token is revoked when it has ended; its status is ours.

  vault-approle exec --secrets 'secret/ci/app password | DB_PASSWORD' -- ./deploy.sh

  --script TEXT   a script instead of a COMMAND: sh -e runs it, or its #! line
  --token-env     the token, too, as VAULT_TOKEN
  --no-mask       output as it is, for programs that need a terminal
  --debug         requests, without any value
${INPUTS}
Status: that of COMMAND, 128 + n when signal n ended it, 126 and 127 as shells;
before it was started 2 wrong use, 3 wrapping token used by others, 125 the rest.
`,
  export: `vault-approle export [INPUTS] --format FORMAT --out FILE --state FILE
Writes the values to FILE, for steps that must share them, and what revoke needs to
the state. Both have mode 0600. They are not masked in what later steps print.

  vault-approle export --secrets 'secret/ci/app *' --format shell \\
    --out "$DIR/env" --state "$DIR/job.state"

  --format dotenv | shell | json     shell is for: . FILE
  --out FILE --state FILE            outside the workspace
  --token-env                        the token, too, as VAULT_TOKEN
  --debug                            requests, without any value
${INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others.
`,
  revoke: `vault-approle revoke --state FILE
Removes the files that export wrote, revokes its token, removes the state. May be
run twice. Everything it needs is in the state.

  vault-approle revoke --state "$DIR/job.state"

  --state FILE   what export wrote; of a folder, every *.state in it
  --debug        requests, without any value
Status: 0, 1 when the token may live on or a file could not be removed, 2 wrong use.
`,
  login: `vault-approle login [INPUTS]
Logs in, prints role, policies, TTL and uses of the token, and revokes it.

  VAULT_ROLE_ID=… VAULT_SECRET_ID=… vault-approle login --url https://vault.example.org

  --json    as JSON
  --debug   requests, without any value
${INPUTS}
Status: 0, 1 failed, 2 wrong use, 3 wrapping token used by others.
`,
};

/** The help of a command. */
export function helpOf(command: string): string {
  return TEXTS[command] ?? GENERAL;
}

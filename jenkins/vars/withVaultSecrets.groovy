/** Why this exists: several steps that share the values, by a file whose path is in VAULT_ENV_FILE. */
def call(Map parameters, Closure body) {
    def file = "${env.WORKSPACE_TMP}/vault-approle/${UUID.randomUUID()}"
    def files = [out: "${file}.env", state: "${file}.state"]
    try {
        vaultApprole([format: 'shell'] + parameters + files, 'export', 'withVaultSecrets')
        return withEnv(["VAULT_ENV_FILE=${files.out}"]) { body() }
    } finally {
        vaultApprole([cli: parameters.cli, state: files.state, returnStatus: true], 'revoke', 'withVaultSecrets')
    }
}

/** Why this exists: several steps that share the values, by a file whose path is in VAULT_ENV_FILE. */
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

def call(Map parameters = [:], Closure body) {
    def file = "${env.WORKSPACE_TMP}/vault-approle/${UUID.randomUUID()}"
    def files = [out: "${file}.env", state: "${file}.state"]
    def succeeded = false
    try {
        vaultApprole([format: 'shell'] + parameters + files, 'export', 'withVaultSecrets')
        def result = withEnv(["VAULT_ENV_FILE=${files.out}"]) { body() }
        succeeded = true
        return result
    } finally {
        clean(parameters.cli, files, succeeded)
    }
}

/** What fails here fails the step, unless the body has failed before: then that is what people have to know. */
private void clean(String cli, Map files, boolean succeeded) {
    try {
        revoke(cli, files)
    } catch (FlowInterruptedException abort) {
        throw abort
    } catch (Exception problem) {
        if (succeeded) throw problem
        echo("WARNING: ${problem.message}")
    }
}

/** The CLI removes both files whether or not the server answers: what is still there tells that the CLI did not run. */
private void revoke(String cli, Map files) {
    def done = false
    try {
        def status = vaultApprole([cli: cli, state: files.state, returnStatus: true], 'revoke', 'withVaultSecrets')
        done = status == 0 || !(fileExists("${files.state}") || fileExists("${files.out}"))
    } finally {
        if (!done) delete("${files.out}")
    }
    if (!done) {
        error('withVaultSecrets: the token could not be revoked, because the CLI did not do its work; see above. The file ' +
            'of the values is deleted. The token lives until its TTL ends, or until vaultRevoke() runs in this workspace.')
    }
}

private void delete(String path) {
    if (isUnix()) {
        withEnv(["VAULT_ENV_FILE=${path}"]) { sh(script: 'rm -f "$VAULT_ENV_FILE"', label: 'withVaultSecrets') }
    } else {
        withEnv(["VAULT_ENV_FILE=${path.replace('/', '\\')}"]) { bat(script: '@del /f /q "%VAULT_ENV_FILE%"', label: 'withVaultSecrets') }
    }
    if (fileExists(path)) error("withVaultSecrets: ${path} holds values, and could not be deleted. Delete it.")
}

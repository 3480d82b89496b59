/** Why this exists: one command of the CLI on the agent. The other steps are made of it. No value ever comes back here. */

/** Runs `command` with the parameters as its inputs. `step` is the name under which problems are told. */
def call(Map parameters = [:], String command, String step = 'vaultApprole') {
    if (env.WORKSPACE_TMP == null) {
        error("${step}: there is no workspace here. Call it inside node { }, or in a stage that has an agent.")
    }
    def unix = isUnix()
    def line = "${program(parameters.cli, step)} ${command}"
    def file = parameters.cli?.endsWith('js') ? parameters.cli : null
    def script = unix ? shellScript(step, line, file) : batchScript(step, line, file)
    def settings = [script: script, label: parameters.label ?: step, returnStatus: parameters.returnStatus == true]
    withEnv(inputs(parameters)) {
        withCredentials(bindings(parameters)) {
            unix ? sh(settings) : bat(settings)
        }
    }
}

/** With `exec`, the CLI itself gets the signal of an abort, and Jenkins waits until it has revoked its token. */
private String shellScript(String step, String line, String file) {
    def lines = ['{ set +x; } 2>/dev/null', "command -v node >/dev/null || { echo '${withoutNode(step)}' >&2; exit 127; }"]
    if (file != null) lines += "[ -f \"${file}\" ] || { echo \"${step}: there is no file ${file}.\" >&2; exit 127; }"
    return (lines + "exec ${line}").join('\n')
}

private String batchScript(String step, String line, String file) {
    def lines = ['@echo off', "where /q node || (echo ${withoutNode(step)} 1>&2 & exit /b 127)"]
    if (file != null) lines += "if not exist \"${file}\" (echo ${step}: there is no file \"${file}\". 1>&2 & exit /b 127)"
    return (lines + "call ${line}").join('\n')
}

private String withoutNode(String step) {
    "${step}: there is no node on the PATH of this agent. Install Node.js 20.19 or newer."
}

/** An installed command or JavaScript file by its name, or the CLI of this library. */
private String program(String cli, String step) {
    if (cli == null) return shipped(step)
    return cli.endsWith('js') ? "node \"${cli}\"" : "\"${cli}\""
}

/** Written once per workspace, under a name of its own first: branches may run side by side. launch.js checks the hash. */
private String shipped(String step) {
    def hash = libraryResource('vault-approle/index.js.sha256').trim()
    def fresh = UUID.randomUUID().toString()
    if (!fileExists("${env.WORKSPACE_TMP}/vault-approle/${hash}.cjs")) {
        writeFile(
            file: "${env.WORKSPACE_TMP}/vault-approle/${fresh}.cjs",
            text: libraryResource(resource: 'vault-approle/index.js', encoding: 'UTF-8'),
            encoding: 'UTF-8'
        )
    }
    def launcher = libraryResource('vault-approle/launch.js').replaceAll('\\s+', ' ')
    return "node -e \"${launcher}\" -- ${hash} ${fresh} ${step}"
}

/** Each parameter is the CLI's input of that name: `roleName` is VAULT_APPROLE_ROLE_NAME. It refuses what it does not know. */
private List inputs(Map parameters) {
    def ours = ['cli', 'label', 'returnStatus'] + credentials().keySet()
    def given = parameters.findAll { name, value -> !ours.contains(name) && value != null }
    given.collect { name, value -> "VAULT_APPROLE_${name.replaceAll('([A-Z])', '_$1').toUpperCase(Locale.ROOT)}=${value}" }
}

private List bindings(Map parameters) {
    def given = credentials().findAll { name, binding -> parameters[name] }
    given.collect { name, binding -> binding + [credentialsId: parameters[name]] }
}

/** The CLI prefers BAO_X to VAULT_X: so these win over whatever the agent has in its environment. */
private Map credentials() {
    [
        roleIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_ROLE_ID'],
        secretIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_SECRET_ID'],
        wrappedSecretIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_WRAPPED_SECRET_ID'],
        secretIdFileCredentialsId: [$class: 'FileBinding', variable: 'VAULT_APPROLE_SECRET_ID_FILE'],
        credentialsId: [$class: 'UsernamePasswordMultiBinding', usernameVariable: 'BAO_ROLE_ID', passwordVariable: 'BAO_SECRET_ID'],
    ]
}

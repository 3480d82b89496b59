/** Why this exists: one command of the CLI on the agent. The other steps are made of it. No value ever comes back here. */

/** Runs `command` with the parameters as its inputs. `step` is the name under which problems are told. */
def call(Map parameters = [:], String command, String step = 'vaultApprole') {
    if (env.WORKSPACE_TMP == null) {
        error("${step}: there is no workspace here. Call it inside node { }, or in a stage that has an agent.")
    }
    def unix = isUnix()
    def problem = problemIn(parameters, command) ?: problemOfCli(parameters, unix)
    if (problem) error("${step}: ${problem}")
    def fresh = UUID.randomUUID().toString()
    // Kubernetes' `container` sets variables in a Windows pod by lines that cmd reads: line breaks, | and & end them.
    def byFile = parameters.cli == null && (!unix || unfit(parameters, unix))
    if (byFile) writeFile(file: brought("${fresh}.inputs"), text: variables(parameters).join('\u0000'), encoding: 'UTF-8')
    // With `exec`, the CLI itself gets the signal of an abort, and Jenkins waits until it has revoked its token.
    def line = "${unix ? 'exec' : 'call'} ${program(parameters.cli, step, fresh)} ${command}"
    def lines = checks(parameters.cli, step, unix) + unset(displaced(parameters), unix) + [line]
    def settings = [script: lines.join('\n'), label: parameters.label ?: step, returnStatus: parameters.returnStatus == true]
    withEnv(byFile ? [] : variables(parameters)) {
        withCredentials(bindings(parameters)) {
            unix ? sh(settings) : bat(settings)
        }
    }
}

/** What no agent has to be asked about. */
private String problemIn(Map parameters, String command) {
    if (command.matches('wrap(\\s.*)?')) {
        return 'wrap would print a token that is good for a login. examples/jenkins/upstream.Jenkinsfile hands one on.'
    }
    def lists = parameters.findAll { name, value -> value instanceof Collection || value instanceof Map }
    if (lists) return "${lists.keySet().join(', ')}: give one text, not a list. Entries stand in lines of their own."
    def empty = credentials().findAll { name, binding -> parameters[name] != null && !parameters[name] }
    if (empty) return "${empty.keySet().join(', ')}: is empty. Give the ID of credentials, or leave it out."
    def both = ['ROLE_ID', 'SECRET_ID'].collect { given(it, parameters) }.find { it.size() > 1 }
    return both ? "${both.join(' and ')} cannot be combined. Give one of them." : null
}

/** A file of inputs is read by launch.js, which only the CLI of this library has. */
private String problemOfCli(Map parameters, boolean unix) {
    def texts = parameters.cli == null ? null : unfit(parameters, unix)
    if (!texts) return null
    return "${texts.keySet().join(', ')}: with cli, a text can have ${longest(unix)} characters, of ASCII alone. " +
        'Put it into a file of the workspace (secretsFile, or a script), or leave out cli.'
}

/** An agent without UTF-8 turns other letters than ASCII's into question marks, and a variable has a largest size. */
private Map unfit(Map parameters, boolean unix) {
    inputs(parameters).findAll { name, value ->
        def text = value.toString()
        !text.matches('\\p{ASCII}*') || text.length() > longest(unix)
    }
}

private int longest(boolean unix) {
    unix ? 100000 : 30000
}

/** The lines before the one that runs the CLI. The first keeps `sh` and `bat` from printing what follows. */
private List checks(String cli, String step, boolean unix) {
    def missing = "${step}: there is no node on the PATH of this agent. Install Node.js 20.19 or newer."
    def lines = unix ?
        ['{ set +x; } 2>/dev/null', "command -v node >/dev/null || { echo '${missing}' >&2; exit 127; }"] :
        ['@echo off', "where /q node || (echo ${missing} 1>&2 & exit /b 127)"]
    if (!isJavaScript(cli)) return lines
    return lines + [unix ?
        "[ -f \"${cli}\" ] || { echo \"${step}: there is no file ${cli}.\" >&2; exit 127; }" :
        "if not exist \"${cli}\" (echo ${step}: there is no file \"${cli}\". 1>&2 & exit /b 127)"]
}

/** An empty value of withEnv would not do: what the agent's own process has comes back. */
private List unset(List names, boolean unix) {
    if (!names) return []
    return unix ? ["unset ${names.join(' ')}"] : ["for %%n in (${names.join(' ')}) do set \"%%n=\""]
}

/** An installed command or JavaScript file by its name, or the CLI of this library. */
private String program(String cli, String step, String fresh) {
    if (cli == null) return shipped(step, fresh)
    return isJavaScript(cli) ? "node \"${cli}\"" : "\"${cli}\""
}

private boolean isJavaScript(String cli) {
    cli != null && cli.endsWith('js')
}

/** Written once per workspace, under a name of its own first: branches may run side by side. launch.js checks the hash. */
private String shipped(String step, String fresh) {
    def hash = libraryResource('vault-approle/index.js.sha256').trim()
    if (!fileExists(brought("${hash}.cjs"))) {
        writeFile(
            file: brought("${fresh}.cjs"),
            text: libraryResource(resource: 'vault-approle/index.js', encoding: 'UTF-8'),
            encoding: 'UTF-8'
        )
    }
    def launcher = libraryResource('vault-approle/launch.js').replaceAll('\\s+', ' ')
    return "node -e \"${launcher}\" -- ${hash} ${fresh} ${step}"
}

/** The path of what the library brings to the agent. */
private String brought(String name) {
    "${env.WORKSPACE_TMP}/vault-approle/${name}"
}

/** The CLI refuses what it does not know. */
private List variables(Map parameters) {
    inputs(parameters).collect { name, value -> "${variable(name)}=${value}" }
}

private Map inputs(Map parameters) {
    def ours = ['cli', 'label', 'returnStatus'] + credentials().keySet()
    parameters.findAll { name, value -> !ours.contains(name) && value != null }
}

/** Each parameter is the CLI's input of that name: `roleName` is VAULT_APPROLE_ROLE_NAME. */
private String variable(String name) {
    'VAULT_APPROLE_' + name.replaceAll('([A-Z])', '_$1').toUpperCase(Locale.ROOT)
}

private List bindings(Map parameters) {
    def given = credentials().findAll { name, binding -> parameters[name] }
    given.collect { name, binding -> binding + [credentialsId: parameters[name]] }
}

private Map credentials() {
    [
        roleIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_ROLE_ID'],
        secretIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_SECRET_ID'],
        wrappedSecretIdCredentialsId: [$class: 'StringBinding', variable: 'BAO_WRAPPED_SECRET_ID'],
        secretIdFileCredentialsId: [$class: 'FileBinding', variable: 'VAULT_APPROLE_SECRET_ID_FILE'],
        credentialsId: [$class: 'UsernamePasswordMultiBinding', usernameVariable: 'BAO_ROLE_ID', passwordVariable: 'BAO_SECRET_ID'],
    ]
}

/** Ways to give a credential, of which a call can have one. */
private List sources(String credential) {
    credential == 'ROLE_ID' ?
        ['credentialsId', 'roleId', 'roleIdCredentialsId', 'roleIdFile', 'roleIdVariable'] :
        ['credentialsId', 'secretIdCredentialsId', 'secretIdFileCredentialsId', 'wrappedSecretIdCredentialsId',
            'secretIdFile', 'secretIdVariable', 'wrappedSecretIdFile', 'wrappedSecretIdVariable']
}

/** What the call names wins over whatever the environment has of the same credential, in any way that the CLI knows. */
private List displaced(Map parameters) {
    def all = []
    if (given('ROLE_ID', parameters)) all += namesOf('ROLE_ID')
    if (given('SECRET_ID', parameters)) all += namesOf('SECRET_ID') + namesOf('WRAPPED_SECRET_ID')
    def named = ['roleIdVariable', 'secretIdVariable', 'wrappedSecretIdVariable'].collect { parameters[it] }
    def own = inputs(parameters).collect { name, value -> variable(name) }
    def bound = bindings(parameters).collect { [it.variable, it.usernameVariable, it.passwordVariable] }.flatten()
    all - named - own - bound
}

private List given(String credential, Map parameters) {
    sources(credential).findAll { parameters[it] }
}

private List namesOf(String input) {
    ['VAULT_' + input, 'BAO_' + input, 'VAULT_APPROLE_' + input, 'VAULT_APPROLE_' + input + '_FILE', 'VAULT_APPROLE_' + input + '_VARIABLE']
}

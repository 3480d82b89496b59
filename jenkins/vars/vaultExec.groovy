/** Why this exists: one script that has the values in its environment. They live in the CLI's child process and nowhere else. */
def call(Map parameters = [:]) {
    if (!parameters.script) error("vaultExec: script is missing. Write vaultExec(script: './deploy.sh', secrets: '…').")
    vaultApprole(parameters, 'exec', 'vaultExec')
}

/** Groovy would tell that there is no such method. */
def call(String script) {
    error("vaultExec: name the parameters, as in vaultExec(script: './deploy.sh', secrets: '…').")
}

/** Why this exists: one script that has the values in its environment. They live in the CLI's child process and nowhere else. */
def call(Map parameters) {
    vaultApprole(parameters, 'exec', 'vaultExec')
}

/** Why this exists: revokes and deletes what a block in this workspace left behind, for `post { always { … } }`. */
def call(Map parameters = [:]) {
    def ours = [state: "${env.WORKSPACE_TMP}/vault-approle"]
    def status = vaultApprole(ours + parameters + [returnStatus: true], 'revoke', 'vaultRevoke')
    // 1: a token that the server did not revoke, about which there is a warning. All else is nothing done.
    if (status != 0 && status != 1) {
        error("vaultRevoke: nothing was revoked: the CLI ended with status ${status}; see above.")
    }
}

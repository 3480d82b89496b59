/** Why this exists: revokes and deletes what a block in this workspace left behind, for `post { always { … } }`. */
def call(Map parameters = [:]) {
    vaultApprole([state: "${env.WORKSPACE_TMP}/vault-approle", returnStatus: true] + parameters, 'revoke', 'vaultRevoke')
}

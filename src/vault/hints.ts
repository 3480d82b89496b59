/**
 * Why this exists: what to do about each failure. Pure texts; each anchor has a section of its own in
 * docs/troubleshooting.md, which a test compares with this table. `diagnosis.ts` says which one fits.
 */

export interface Hint {
  readonly anchor: Anchor;
  readonly text: string;
}

export type Anchor = keyof typeof HINTS;

export const HINTS = {
  'invalid-role-or-secret-id':
    'The RoleID is unknown, or the SecretID is wrong, expired, used up or destroyed; Vault does not say which. Mint a new SecretID for this role and check that RoleID and auth mount belong together. Five wrong SecretIDs lock the role for 15 minutes.',
  'missing-secret-id':
    'The role wants a SecretID and none was sent: set secretId or, better, wrappedSecretId. A GitHub secret that does not exist, or that a pull request from a fork may not read, is empty.',
  'missing-role-id': 'The RoleID arrived empty: set roleId. A GitHub secret that does not exist is empty.',
  cidr: 'The address this runner calls from is outside secret_id_bound_cidrs of the role or the cidr_list of the SecretID. The server names the address it saw; behind a proxy or NAT that is the proxy. A refused login may still have used up one use of the SecretID.',
  'cidr-subset':
    'The CIDR list of the SecretID is no longer inside the list of the role. Mint a new SecretID after a change of the role.',
  'login-permission-denied':
    'On a login this never means a wrong SecretID. Either no AppRole is mounted at auth/<path> (check path), or the namespace is wrong (check namespace and authNamespace), or the role is locked after five wrong SecretIDs (15 minutes), or its entity is disabled.',
  'namespace-not-found':
    'Check namespace and authNamespace: the server knows no such namespace. Vault Community has none at all: leave both empty there.',
  'namespace-locked': 'An administrator locked the API of this namespace: it must be unlocked there.',
  'mfa-required':
    'The role is under login MFA, which a CI job cannot answer. Exempt the AppRole mount from the MFA enforcement.',
  'no-token-in-answer':
    'The server accepted the login but gave no token. Something between this job and Vault changes requests (X-Vault-Wrap-TTL?) or the address is not that of a Vault API.',
  'login-interrupted':
    'The answer to the login was lost: the server may have made a token that nobody knows, and it lives until its TTL ends. A SecretID for a limited number of uses may have lost one. Run the job again, with a new SecretID if it was for one use.',
  'wrapping-token-invalid':
    'It was used already, has expired, was revoked, or never was one. A second run of the same job presents a token that the first run used: wrap a new SecretID for each run. If neither a re-run nor a delay explains it, somebody else opened it: destroy the SecretID and look into the audit log.',
  'wrapping-creation-path':
    'It was not made by the expected endpoint, so somebody may have opened the original and wrapped something else. If the role or mount simply differs, correct roleName or path; otherwise destroy the SecretID and look into the audit log.',
  'wrapping-content':
    'The wrapping token did not hold a SecretID. Wrap the answer of auth/<path>/role/<role>/secret-id, with -wrap-ttl.',
  'unwrap-interrupted':
    'The answer to the unwrap was lost, and the wrapping token works only once: it may be spent. Wrap a new SecretID and run the job again.',
  'read-permission-denied':
    'No policy of this token allows reading this path, or the token is bound to other addresses (token_bound_cidrs). For KV v2 the policy must name <mount>/data/<path>. Vault answers the same for a secret that does not exist.',
  'list-permission-denied':
    'A folder (path/* or path/**) needs the capability "list": for KV v2 on <mount>/metadata/<folder>/, for KV v1 on the folder itself.',
  'folder-empty':
    'There is no secret in this folder, or no such folder. Check the spelling and the namespace.',
  'issue-refused':
    'The PKI role does not allow these names, times or uses. What the server said names the parameter; `bao read <mount>/roles/<role>` shows what the role allows.',
  'issue-permission-denied': 'The token needs the capability "update" on <mount>/issue/<role>.',
  'credential-maybe-spent':
    'The answer was lost, and the request may have made a credential that nobody knows. A leased one ends with the token, a certificate when it expires, a SecretID with its TTL. Run the job again.',
  'secret-not-found':
    'There is no secret at this path, or not this version. Check the spelling, the namespace and, for KV v2, the version.',
  'secret-deleted':
    'This version was deleted or destroyed. `kv undelete` brings a deleted one back; a destroyed one is gone. Write a new version or ask for another one.',
  'kv2-path':
    'The mount is KV version 2, whose API path has data/ after the mount: <mount>/data/<path>. Written without data/, as for `vault kv get`, the path works too, if this token may look the mount up.',
  'no-secret':
    'What answers at this path is no secret: it has no data. Check the path, and whether url is the address of Vault.',
  'no-such-mount': 'No secrets engine is mounted there: check the first part of the path and the namespace.',
  'kv-upgrade':
    'The mount is being upgraded to KV version 2; this takes seconds to minutes. Run the job again.',
  'token-uses':
    'The token is limited to too few uses (token_num_uses): each read and the revocation count. Set it to 0 and a short token_ttl instead.',
  'unsupported-operation':
    'This path cannot be read with GET. Check the path; a KV v2 path has data/ after the mount.',
  'rate-limited':
    'A rate-limit or lease-count quota of the server refused this. Runners behind one NAT address share a quota; ask for a higher one, or raise timeout: requests wait in line for three times as long.',
  'replication-lag':
    'A standby has not yet seen the new token. Raise retries, or give the address of the active node.',
  sealed:
    'The server is sealed, not initialised, or has no active node. An operator must unseal it; add further addresses to url for fail-over.',
  'token-refused':
    'The token is unknown to the server, has expired, or may not look itself up, which the default policy allows. Check it, and that its namespace is the one of namespace or authNamespace.',
  'mint-permission-denied':
    'The token needs the capability "update" on auth/<path>/role/<role>/secret-id; in push mode on …/custom-secret-id. A policy with min_wrapping_ttl or max_wrapping_ttl refuses a wrapping time outside of them, too.',
  'mint-refused':
    'The role does not allow such a SecretID. What the server said names what does not fit: bind_secret_id=false, a CIDR list that is none or not within that of the role, a custom SecretID that exists already.',
  'no-such-role':
    'There is no role of this name at this auth mount. Check roleName, path and the namespace; `bao list auth/<path>/role` shows the names.',
  'rotation-permission-denied':
    'A token that rotates its own SecretID may list, look up and destroy SecretIDs of its role. rotate prints the policy for it.',
  'server-error': 'The server failed inside. Its log says why; the request id is in its audit log.',
  gateway:
    'A proxy or load balancer in front of Vault answered, not Vault. Check that it reaches a healthy Vault node.',
  'not-vault':
    'What answered is not the Vault API: a web page, a proxy, or a wrong port. Check url; it is the address without /ui.',
  redirect:
    'Redirects are followed only to an address that url lists, because the request carries a token. Use the final address in url, or list all nodes there.',
  'login-page':
    'What answered sends us to a page, as a gateway in front of Vault does that wants somebody to log in. Let it pass requests to /v1/ as they are, or give an address in url that does not lead through it.',
  dns: 'The name in url cannot be resolved from this runner. Check the spelling; a private name needs a self-hosted runner or a VPN.',
  'connection-refused':
    'Nothing accepts connections there. Check host and port in url, the firewall, and whether this runner may reach the network Vault is in.',
  'connection-lost':
    'The connection broke before a whole answer arrived. Usually a proxy, a firewall or a restarting server.',
  timeout:
    'No answer within the time allowed. A firewall that drops packets looks like this; raise timeout only for a slow server.',
  'tls-unknown-ca':
    'The certificate of the server is not signed by a known CA. Give the CA in caCertificate (PEM, base64 of PEM, or a file).',
  'tls-name': 'The certificate is for another name. Use that name in url, or give it in tlsServerName.',
  'tls-expired':
    'The certificate of the server is outside its validity period; or the clock of this runner is wrong.',
  'tls-handshake':
    'The TLS handshake failed. Either the port does not speak TLS (http:// address?), or the server wants a client certificate (clientCertificate, clientKey), or it offers nothing newer than TLS 1.1.',
  proxy:
    'The proxy of HTTPS_PROXY refused to open the tunnel. Check its address and credentials, or put the host of Vault into NO_PROXY.',
  'answer-too-large': 'The answer is larger than 16 MiB, which no secret is. Check url and path.',
} as const;

export function hint(anchor: Anchor): Hint {
  return { anchor, text: HINTS[anchor] };
}

/**
 * Why this exists: the environment variables that change how programs run. Whoever may write a secret must not become
 * able to run code on the runner (rule R7), so no value from Vault is exported under one of these names.
 */

const PREFIXES = /^(GITHUB|RUNNER|ACTIONS|INPUT|STATE|LD|DYLD|NODE|GIT|BASH|VAULT_APPROLE)_/;

/** Of our template for GitLab. */
const TEMPLATE = /^APPROLE_(CLI(_\w+)?|FOLDER|AT|NEW)$/;

const NAMES = new Set(
  `ALL_PROXY BASH BASHOPTS BROWSER CDPATH CI CLASSPATH COMSPEC CURL_CA_BUNDLE CURL_HOME DOTNET_STARTUP_HOOKS EDITOR ENV FTP_PROXY GCONV_PATH
  GLIBC_TUNABLES GOFLAGS GRADLE_OPTS HOME HOSTALIASES HTTPS_PROXY HTTP_PROXY IFS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  LOCPATH MAVEN_ARGS MAVEN_OPTS NLSPATH NODE NO_PROXY OPENSSL_CONF OPENSSL_MODULES PAGER PATH PATHEXT PERL5DB PERL5LIB PERL5OPT
  PERLLIB PROMPT_COMMAND PS4 PSMODULEPATH PYTHONHOME PYTHONINSPECT PYTHONPATH PYTHONSTARTUP PYTHONUSERBASE
  PYTHONWARNINGS REQUESTS_CA_BUNDLE RES_OPTIONS RUBYLIB RUBYOPT RUSTC_WRAPPER RUSTFLAGS SHELL SHELLOPTS SSL_CERT_DIR
  SSL_CERT_FILE SSLKEYLOGFILE SYSTEMROOT TEMP TMP TMPDIR USERPROFILE VISUAL WINDIR
  NPM_CONFIG_GLOBALCONFIG NPM_CONFIG_NODE_OPTIONS NPM_CONFIG_SCRIPT_SHELL NPM_CONFIG_USERCONFIG ZDOTDIR
  _JAVA_OPTIONS`.split(/\s+/),
);

/**
 * Vault's own settings: a later step must not be sent to another server, nor run a program of somebody's choice as its
 * token helper or ssh. `VAULT_TOKEN` is not among them.
 */
const VAULT_SETTINGS =
  /^(VAULT|BAO)_(ADDR|AGENT_ADDR|CACERT|CACERT_BYTES|CAPATH|CLIENT_CERT|CLIENT_KEY|CONFIG_PATH|HTTP_PROXY|NAMESPACE|PROXY_ADDR|SKIP_VERIFY|SRV_LOOKUP|SSH_EXECUTABLE|TLS_SERVER_NAME)$/;

/**
 * GitLab's: where a job works, what it builds, whom it talks to. Free are names of credentials that it may get from us,
 * such as `CI_REGISTRY_PASSWORD`.
 */
const GITLAB =
  /^(CI_(API|BUILDS|COMMIT|CONFIG|DEBUG|JOB|MERGE_REQUEST|PIPELINE|PROJECT|RUNNER|SERVER)_\w+|CI_(REGISTRY|REGISTRY_IMAGE|REPOSITORY_URL)|GITLAB_(CI|ENV))$/;

/** Jenkins': the workspace, its own address, the cookies by which it finds the processes of a build; and the file of ours. */
const JENKINS =
  /^(BUILD_ID|WORKSPACE|WORKSPACE_TMP|(JENKINS|HUDSON)_(COOKIE|HOME|NODE_COOKIE|SERVER_COOKIE|URL)|VAULT_ENV_FILE)$/;

/** npm's registry token under the name that setup-node documents; Node.js itself does not read it. */
const HARMLESS = new Set(['NODE_AUTH_TOKEN']);

/** Names of credentials, which GitLab has none of but this one. */
const CREDENTIAL = /^CI_(?!JOB_TOKEN$)\w+_(TOKEN|PASSWORD|SECRET|KEY)$/;

/** Whether no value may be exported under this name, in any case of letters. */
export function reserved(name: string): boolean {
  const upper = name.toUpperCase();
  if (HARMLESS.has(upper) || CREDENTIAL.test(upper)) return false;
  return (
    NAMES.has(upper) ||
    [PREFIXES, TEMPLATE, VAULT_SETTINGS, GITLAB, JENKINS].some((names) => names.test(upper))
  );
}

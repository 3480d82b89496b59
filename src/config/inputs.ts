/**
 * Why this exists: the inputs by name, and the environment variables that stand in for them. `BAO_X` wins over
 * `VAULT_X` even when it is empty, as in OpenBao's own client; an input wins over both.
 */

export const INPUTS = [
  'url',
  'namespace',
  'authNamespace',
  'method',
  'path',
  'roleId',
  'roleIdFile',
  'secretId',
  'secretIdFile',
  'wrappedSecretId',
  'roleName',
  'token',
  'secrets',
  'secretsFile',
  'pki',
  'exportEnv',
  'exportToken',
  'outputToken',
  'ignoreNotFound',
  'secretEncodingType',
  'caCertificate',
  'clientCertificate',
  'clientKey',
  'tlsServerName',
  'tlsSkipVerify',
  'extraHeaders',
  'timeout',
  'retries',
  'revoke',
  'summary',
] as const;

export type InputName = (typeof INPUTS)[number];

/** Every input as the text the user gave; empty when absent. */
export type RawConfig = Readonly<Record<InputName, string>>;

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES: Partial<Record<InputName, readonly string[]>> = {
  url: ['ADDR'],
  namespace: ['NAMESPACE'],
  method: ['AUTH_METHOD'],
  roleId: ['ROLE_ID'],
  secretId: ['SECRET_ID'],
  wrappedSecretId: ['WRAPPED_SECRET_ID'],
  caCertificate: ['CACERT_BYTES', 'CACERT'],
  clientCertificate: ['CLIENT_CERT'],
  clientKey: ['CLIENT_KEY'],
  tlsServerName: ['TLS_SERVER_NAME'],
};

/** Different ways to say one thing: where one of them is an input, the environment has no say about the others. */
const ALTERNATIVES: readonly (readonly InputName[])[] = [
  ['roleId', 'roleIdFile'],
  ['secretId', 'secretIdFile', 'wrappedSecretId'],
  ['clientCertificate', 'clientKey'],
];

/** The inputs, completed from the environment. `input` gives an input's trimmed text, empty when absent. */
export function completeInputs(input: (name: InputName) => string, env: Environment): RawConfig {
  const given = Object.fromEntries(INPUTS.map((name) => [name, input(name)])) as Record<InputName, string>;
  const settled = new Set(ALTERNATIVES.filter((names) => names.some((name) => given[name] !== '')).flat());
  const completed = { ...given };
  for (const name of INPUTS) {
    if (given[name] === '' && !settled.has(name))
      completed[name] = fromEnvironment(VARIABLES[name] ?? [], env);
  }
  const token =
    completed.method.toLowerCase() === 'token' && given.token === ''
      ? fromEnvironment(['TOKEN'], env)
      : given.token;
  return { ...completed, token };
}

function fromEnvironment(variables: readonly string[], env: Environment): string {
  const values = variables.map((name) => env[`BAO_${name}`] ?? env[`VAULT_${name}`] ?? '');
  return values.map((value) => value.trim()).find((value) => value !== '') ?? '';
}

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

type Input = (name: InputName) => string;

/** The inputs, completed from the environment. `input` gives an input's trimmed text, empty when absent. */
export function completeInputs(input: Input, env: Environment): RawConfig {
  const variables = standIns(input, env);
  const text = (name: InputName): string => input(name) || (env[variables.get(name) ?? ''] ?? '').trim();
  return Object.fromEntries(INPUTS.map((name) => [name, text(name)])) as Record<InputName, string>;
}

/** The variables that stand in for inputs, by the input. */
export function standIns(input: Input, env: Environment): ReadonlyMap<InputName, string> {
  const settled = new Set(ALTERNATIVES.filter((names) => names.some((name) => input(name) !== '')).flat());
  const found = new Map<InputName, string>();
  const look = (name: InputName, variables: readonly string[]): void => {
    const variable = input(name) === '' && !settled.has(name) ? setIn(env, variables) : undefined;
    if (variable) found.set(name, variable);
  };
  for (const name of INPUTS) look(name, VARIABLES[name] ?? []);
  const method = input('method') || env[found.get('method') ?? ''];
  if (method?.trim().toLowerCase() === 'token') look('token', ['TOKEN']);
  return found;
}

/** The first of these variables that is set, and not to nothing. */
function setIn(env: Environment, variables: readonly string[]): string | undefined {
  return variables
    .map((name) => (env[`BAO_${name}`] === undefined ? `VAULT_${name}` : `BAO_${name}`))
    .find((name) => (env[name] ?? '').trim() !== '');
}

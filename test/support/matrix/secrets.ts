/** Why this exists: what must not be seen of a job is taken from what it was given and from what the real server said. */

import type { Seen } from '../fault-server.ts';
import { bodyOf } from '../reply.ts';

type Inputs = Readonly<Record<string, string>>;

const SECRET_FIELDS = ['client_token', 'secret_id', 'token', 'private_key', 'key'];

/** Every credential and value of a job. A key of several lines is as many secrets. */
export function secretsOf(inputs: Inputs, seen: readonly Seen[]): readonly string[] {
  const given = [inputs.secretId, inputs.wrappedSecretId].filter((one) => one !== undefined);
  const lines = [...given, ...answered(seen, SECRET_FIELDS)].flatMap((secret) => secret.trim().split('\n'));
  return ['canary-', ...lines.filter((line) => !line.startsWith('-----'))];
}

/** The tokens that the real server made. */
export function tokensIn(seen: readonly Seen[]): readonly string[] {
  return answered(seen, ['client_token']);
}

/** The SecretID that the job used: what it was given, or what was unwrapped. */
export function secretIdOf(inputs: Inputs, seen: readonly Seen[]): string | undefined {
  return inputs.secretId ?? answered(seen, ['secret_id'])[0];
}

/** What the real server answered in fields of these names, however deep. */
function answered(seen: readonly Seen[], names: readonly string[]): readonly string[] {
  return seen.flatMap(({ answer }) => (answer ? fieldsIn(jsonOf(bodyOf(answer)), names) : []));
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function fieldsIn(value: unknown, names: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && names.includes(name) ? [inner] : fieldsIn(inner, names),
  );
}

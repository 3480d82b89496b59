/** Why this exists: what kind of SecretID `wrap` is to ask for, or all that is wrong with its flags. */

import { readMount } from '../config/credentials.ts';
import { readCredential } from '../config/files.ts';
import { Secret } from '../secret.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { Wrapping } from '../vault/mint.ts';
import type { Role } from '../vault/roles.ts';
import type { PartsCall } from './call.ts';
import { readCidrs } from './cidrs.ts';
import { durationProblems } from './durations.ts';

export interface Order extends Role, Wrapping {}

const SOON = '5m';

/** The order. Throws a `UsageError`. */
export function readOrder(call: PartsCall): Order {
  const { flags, inputs } = call;
  const mount = readMount(inputs.raw.path);
  const name = inputs.raw.roleName;
  const wrapTtl = flags.get('ttl') ?? SOON;
  const metadata = readMetadata(flags.get('metadata') ?? '');
  const custom = readCustom(call);
  const problems: readonly Problem[] = [
    ...('problems' in mount ? mount.problems : []),
    ...(name ? [] : [{ name: 'roleName', problem: 'is needed: the role that the SecretID is for' }]),
    ...durationProblems('--ttl', wrapTtl),
    ...(metadata
      ? []
      : [{ name: '--metadata', problem: 'is a list such as job=1234,url=https://ci.example.org' }]),
    ...('problem' in custom ? [custom] : []),
  ];
  const cidrs = readCidrs(flags.get('cidr') ?? '');
  if (problems.length > 0 || 'problems' in mount || 'problem' in custom) throw new UsageError(problems);
  return { mount: mount.mount, name, wrapTtl, cidrs, ...(metadata && { metadata }), ...custom };
}

/** `name=value`, separated by commas or new lines; undefined when it is not. */
function readMetadata(text: string): Readonly<Record<string, string>> | undefined {
  const pairs = text
    .split(/[,\n]/)
    .map((pair) => pair.trim())
    .filter(Boolean);
  const read = pairs.map((pair) => /^([^=\s]+)=(.*)$/s.exec(pair));
  if (read.some((match) => !match)) return undefined;
  return Object.fromEntries(read.map((match) => [match?.[1] ?? '', match?.[2] ?? '']));
}

const CUSTOM = 'custom-secret-id';

/** The SecretID itself, where the trusted job chooses it. */
function readCustom({ flags, env, machine }: PartsCall): { readonly custom?: Secret } | Problem {
  const [file, variable] = [flags.get(`${CUSTOM}-file`), flags.get(`${CUSTOM}-variable`)];
  if (file && variable)
    return { name: `--${CUSTOM}-file`, problem: `cannot be combined with --${CUSTOM}-variable` };
  if (variable) {
    const text = env[variable]?.trim();
    return text
      ? { custom: new Secret(text) }
      : { name: `--${CUSTOM}-variable`, problem: `the variable ${variable} is not set, or empty` };
  }
  if (!file) return {};
  const read = readCredential(file, machine.readFile);
  return 'problem' in read ? { name: `--${CUSTOM}-file`, ...read } : { custom: new Secret(read.text.trim()) };
}

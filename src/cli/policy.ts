/** Why this exists: `policy`: what the wanted secrets need, as a policy, or with all that an administrator does once. */

import { type Parts, readParts } from '../config/config.ts';
import { completeInputs } from '../config/inputs.ts';
import {
  inexpressible,
  pattern,
  policyText,
  prefixOf,
  type Rule,
  rulesOf,
  simplified,
  updateRule,
} from '../secrets/policy.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import { locationIn, type Mount } from '../vault/mounts.ts';
import type { PartsCall } from './call.ts';
import { mountsFor } from './policy-mounts.ts';
import { readSetup, setupText } from './setup.ts';

/** Prints the policy, or with `--setup` the commands. */
export async function policy(call: PartsCall): Promise<number> {
  const { flags, streams } = call;
  const parts = readParts(withToken(call), call.machine);
  const problems = [...problemsIn(parts), ...prefixProblems(parts)];
  if (problems.length > 0) throw new UsageError(problems);
  const setup = flags.has('setup') ? readSetup(call) : undefined;
  const mounts = await mountsFor(parts, call);
  const text = policyText(simplified(rulesFor(parts, mounts, flags.has('no-default-policy'))));
  streams.stdout.write(setup ? setupText({ ...setup, policy: text }) : text);
  return 0;
}

/** A person who writes policies has a token in the environment; nobody's SecretID is spent on them. */
function withToken({ inputs, env }: PartsCall) {
  const { raw } = inputs;
  return completeInputs((name) => (name === 'method' ? 'token' : raw[name]), env);
}

/** An address or a token may be missing or wrong: then nobody is asked. */
const NEEDED = ['secrets', 'secretsFile', 'pki', 'namespace', 'authNamespace'];

function problemsIn({ entries, certificates, problems }: Parts): readonly Problem[] {
  const found = problems.filter(({ name }) => NEEDED.includes(name));
  if (found.length > 0 || entries.length > 0 || certificates.length > 0) return found;
  return [{ name: 'secrets', problem: 'is empty: say what is to be read, here or in secretsFile' }];
}

function prefixProblems(parts: Parts): readonly Problem[] {
  if (prefixOf(parts) !== undefined) return [];
  return [{ name: 'namespace', problem: 'is not within authNamespace: no policy there reaches it' }];
}

function rulesFor(parts: Parts, mounts: readonly Mount[], noDefaultPolicy: boolean): readonly Rule[] {
  const { entries, certificates } = parts;
  const wanted = [
    ...entries.flatMap(({ path, folder }) => rulesOf({ ...locationIn(path, mounts), folder })),
    ...certificates.map(({ path }) => updateRule(path)),
  ].map((rule) => ({ ...rule, path: `${prefixOf(parts)}${rule.path}` }));
  const problems = wanted.flatMap((rule): readonly Problem[] => {
    const why = inexpressible(rule);
    return why ? [{ name: 'secrets', problem: `no policy can allow ${pattern(rule)} alone: ${why}` }] : [];
  });
  if (problems.length > 0) throw new UsageError(problems);
  return noDefaultPolicy ? [...wanted, updateRule('auth/token/revoke-self')] : wanted;
}

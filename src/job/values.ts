/** Why this exists: what was read becomes values: selected, decoded, or replaced where something is missing. */

import type { Config } from '../config/config.ts';
import { Secret } from '../secret.ts';
import { decode, type Encoding } from '../secrets/encodings.ts';
import { type Entry, placeOf } from '../secrets/grammar.ts';
import type { Value } from '../secrets/names.ts';
import type { Read, Want } from '../secrets/plan.ts';
import { type Selected, select } from '../secrets/select.ts';
import { type Problem, UsageError } from '../vault/errors.ts';
import type { SecretRead } from '../vault/kv.ts';
import type { Ci } from './ci.ts';

/** A read and what came of it; no secret where there is nothing at the path, and that is allowed. */
export interface Answered {
  readonly read: Read;
  readonly secret?: SecretRead;
}

type Outcome = { readonly values: readonly Value[] } | Problem;

/** The values of all entries. Throws a `UsageError` with everything that is missing or cannot be decoded. */
export async function valuesOf(
  answered: readonly Answered[],
  config: Config,
  ci: Ci,
): Promise<readonly Value[]> {
  const wanted = answered.flatMap((one) => one.read.wants.map((want) => ({ ...one, want })));
  const outcomes = (await Promise.all(wanted.map((one) => outcomesOf(one, config, ci)))).flat();
  const problems = outcomes.flatMap((outcome) => ('problem' in outcome ? [outcome] : []));
  if (problems.length > 0) throw new UsageError(problems);
  return outcomes.flatMap((outcome) => ('values' in outcome ? outcome.values : []));
}

async function outcomesOf(
  { want, read, secret }: Answered & { readonly want: Want },
  { secretEncodingType }: Config,
  ci: Ci,
): Promise<readonly Outcome[]> {
  const { entry } = want;
  if (!secret) return [absent({ want, what: 'does not exist', forgiven: true }, ci)];
  const selection = await select(entry.selector, secret);
  if (selection.kind === 'wrong') return [problem(entry, selection.problem)];
  if (selection.kind === 'missing') {
    return [absent({ want, what: selection.what, forgiven: entry.modifiers.optional }, ci)];
  }
  const encoding = entry.modifiers.decode ?? secretEncodingType;
  return selection.selected.map((one) => decoded(one, { want, read, encoding }));
}

interface Absence {
  readonly want: Want;
  /** A clause: `does not exist`. */
  readonly what: string;
  /** It is skipped rather than an error. Whether a path may be missing was decided when it was read. */
  readonly forgiven: boolean;
}

/** A default, nothing, or a problem, as the entry says. */
function absent({ want, what, forgiven }: Absence, ci: Ci): Outcome {
  const { entry } = want;
  const { fallback } = entry.modifiers;
  if (fallback !== undefined) {
    const value = new Secret(fallback);
    const field = 'text' in entry.selector ? entry.selector.text : '';
    return {
      values: [{ entry, want, own: want.own, field, value, binary: false, source: `default ${fallback}` }],
    };
  }
  if (!forgiven) return problem(entry, `${nameOf(want)} ${what}`);
  ci.info(`Skipped: ${placeOf(entry)}: ${nameOf(want)} ${what}.`);
  return { values: [] };
}

function nameOf({ entry, own, apiPath }: Want): string {
  return own === '' ? entry.path : apiPath;
}

interface Origin {
  readonly want: Want;
  readonly read: Read;
  readonly encoding: Encoding | undefined;
}

function decoded([field, value]: Selected, { want, read, encoding }: Origin): Outcome {
  const { entry, own } = want;
  const origin = { entry, want, own, field, source: JSON.stringify([read.apiPath, field, encoding ?? '']) };
  if (!encoding) return { values: [{ ...origin, value, binary: false }] };
  const plain = decode(value, encoding);
  if (plain.kind === 'wrong') return problem(entry, `${entry.path} ${field} ${plain.problem}`);
  if (plain.kind === 'text') return { values: [{ ...origin, value: plain.value, binary: false }] };
  if (entry.modifiers.file) return { values: [{ ...origin, value: plain.base64, binary: true }] };
  return problem(entry, `${entry.path} ${field} is not text once decoded: say file after its name`);
}

function problem(entry: Entry, text: string): Problem {
  return { name: entry.origin, problem: `line ${entry.line}: ${text}` };
}

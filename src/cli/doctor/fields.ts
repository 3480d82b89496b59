/** Why this exists: whether everything that is wanted is there and can be published is found out as a job would, and not told further. */

import type { Config } from '../../config/config.ts';
import type { Ci } from '../../job/ci.ts';
import { nameValues } from '../../job/publish.ts';
import { valuesOf } from '../../job/values.ts';
import { placeOf } from '../../secrets/grammar.ts';
import type { Value } from '../../secrets/names.ts';
import type { Read, Want } from '../../secrets/plan.ts';
import { isNotFound, UsageError } from '../../vault/errors.ts';
import { readSecret, type SecretRead } from '../../vault/kv.ts';
import type { Access } from '../../vault/mounts.ts';
import { type Add, failure, skip } from './finding.ts';

interface Context {
  readonly config: Config;
  readonly add: Add;
  readonly ci: Ci;
}

const CHECK = 'secret';

export async function examineFields(access: Access, reads: readonly Read[], context: Context): Promise<void> {
  const values: Value[] = [];
  for (const read of reads) values.push(...(await examineRead(access, read, context)));
  examineNames(values, context);
}

async function examineRead(access: Access, read: Read, context: Context): Promise<readonly Value[]> {
  const { add } = context;
  if (!read.repeatable) {
    add(skip(CHECK, `${read.apiPath}: not read, because that may make a credential`));
    return [];
  }
  try {
    const secret = await readSecret(access, read.apiPath, read);
    const found = [];
    for (const want of read.wants) found.push(...(await examineWant(read, want, secret, context)));
    return found;
  } catch (error) {
    const dispensable = isNotFound(error) && read.wants.every((want) => canMiss(want, context.config));
    add(
      dispensable
        ? { level: 'ok', check: CHECK, what: `${read.apiPath} is not there, which is allowed` }
        : failure(CHECK, error),
    );
    return [];
  }
}

function canMiss({ own, entry: { modifiers } }: Want, { ignoreNotFound }: Config): boolean {
  return ignoreNotFound || own !== '' || modifiers.optional || modifiers.fallback !== undefined;
}

async function examineWant(
  read: Read,
  want: Want,
  secret: SecretRead,
  { config, add, ci }: Context,
): Promise<readonly Value[]> {
  const subject = `${placeOf(want.entry)}: ${read.apiPath}`;
  const version = secret.version === undefined ? '' : ` (version ${secret.version})`;
  try {
    const values = await valuesOf([{ read: { ...read, wants: [want] }, secret }], config, ci);
    const fields = values.map(({ field }) => field).join(', ');
    add({
      level: 'ok',
      check: CHECK,
      what: `${subject} has ${fields || 'nothing that is wanted, which is allowed'}${version}`,
    });
    return values;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    error.problems.forEach(({ problem }) => add({ level: 'wrong', check: CHECK, what: problem }));
    return [];
  }
}

/** Names are checked over everything that is there: two values may want the same. */
function examineNames(values: readonly Value[], { config, add }: Context): void {
  const check = 'names';
  try {
    const { named, warnings } = nameValues(values, config);
    warnings.forEach((what) => add({ level: 'weak', check, what }));
    if (named.length > 0) add({ level: 'ok', check, what: named.map(({ label }) => label).join(', ') });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    error.problems.forEach(({ problem }) => add({ level: 'wrong', check, what: problem }));
  }
}

/** Why this exists: `doctor`: from the inputs to the last field, each step is looked at by itself, and each has its remedy. */

import { type Parts, readParts } from '../../config/config.ts';
import type { Ci } from '../../job/ci.ts';
import { prepare } from '../../job/job.ts';
import type { PartsCall } from '../call.ts';
import { endIt, obtain } from '../job.ts';
import { type Add, skip } from './finding.ts';
import { inputFindings } from './inputs.ts';
import { examineLogin } from './login.ts';
import { reportTo } from './report.ts';
import { examineSecrets } from './secrets.ts';
import { examineServer } from './server.ts';
import { examineToken } from './token.ts';

/** Prints what it finds. Spends no use of a SecretID and no wrapping token without `--use-secret-id`. */
export async function doctor(call: PartsCall): Promise<number> {
  const { surroundings, inputs, machine } = call;
  const report = reportTo(call);
  const parts = readParts(inputs.raw, machine);
  const { collection } = await obtain((ci) => examine(parts, { call, ci, add: report.add }), surroundings);
  await endIt(collection.handle, surroundings);
  return report.end();
}

export interface Examination {
  readonly call: PartsCall;
  readonly ci: Ci;
  readonly add: Add;
}

async function examine(parts: Parts, examination: Examination): Promise<void> {
  const { call, add, ci } = examination;
  inputFindings(parts, call.inputs).forEach(add);
  if (!parts.server) return add(skip('the rest', 'there is no address that may be used'));
  const server = await examineServer(parts.server, examination);
  if (!server) return add(skip('the rest', 'no address works'));
  if (!parts.config) return add(skip('the rest', 'the credentials are not complete'));
  const config = { ...parts.config, server, warnings: [] };
  const connection = prepare(config, ci);
  try {
    const session = await examineLogin(config, connection, examination);
    if (!session) return add(skip('the rest', 'it needs a login'));
    const unfit = await examineToken(session, config, examination);
    if (unfit) return add(skip('the rest', unfit));
    await examineSecrets(session, config, examination);
  } finally {
    connection.close();
  }
}

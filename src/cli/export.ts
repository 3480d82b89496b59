/** Why this exists: `export`: values in a file, for steps that must share them, and in another all that ends them. */

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { runJob } from '../job/job.ts';
import { errorCode, type Problem, UsageError } from '../vault/errors.ts';
import type { Call, Given } from './call.ts';
import type { Collection } from './collection.ts';
import { FORMATS, type Format, formatVariables } from './formats.ts';
import { endIt, obtain } from './job.ts';
import { tellMasks } from './masking.ts';
import { variablesOf } from './outlets.ts';
import { privately } from './private.ts';
import { removeFiles, removeFolders } from './removal.ts';
import { createFile, createFolderOf, replaceFile, type State, stateText, unfinished } from './state.ts';
import { real, workspaceAround } from './workspace.ts';

/** Writes both files. Where anything fails or a signal comes, neither is left, and the token is ended. */
export async function exportValues({ config, surroundings, flags, streams }: Call): Promise<number> {
  const { out, statePath, format } = readTargets(flags);
  let state: State = { files: [unfinished(out)] };
  const keep = (more: Partial<State>): void => {
    state = { ...state, ...more };
    replaceFile(statePath, stateText(state));
  };
  writing('--state', () => createFile(statePath, stateText(state)));
  try {
    const keepToken = (handle: State['handle']): void => keep({ handle });
    const { collection } = await obtain((ci) => runJob(config, ci), surroundings, keepToken);
    try {
      if (flags.has('add-mask')) await tellMasks(surroundings.terminal.hidden(), streams.stdout);
      writeValues(collection, { out, format, keep });
    } catch (error) {
      await endIt(collection.handle, surroundings);
      throw error;
    }
  } catch (error) {
    const files = [...state.files, statePath, unfinished(statePath)];
    const left = [...removeFiles(files), ...removeFolders(state.folder ? [state.folder] : [])];
    left.forEach((problem) => surroundings.terminal.warn(problem));
    throw error;
  }
  return 0;
}

interface Targets {
  readonly out: string;
  readonly statePath: string;
  readonly format: Format;
}

function readTargets(flags: Given['flags']): Targets {
  const [out, statePath] = [resolve(flags.get('out') ?? ''), resolve(flags.get('state') ?? '')];
  return { out, statePath, format: formatOf(flags) ?? 'dotenv' };
}

function formatOf(flags: Given['flags']): Format | undefined {
  const given = flags.get('format') ?? 'dotenv';
  return FORMATS.find((known) => known === given);
}

/** The state names what there will be before there is a value in it, and nothing that is not ours. */
function writeValues(
  { publications }: Collection,
  { out, format, keep }: Pick<Targets, 'out' | 'format'> & { keep(more: Partial<State>): void },
): void {
  writing('--out', () => createFolderOf(out));
  const place = { name: '--out', folder: dirname(out) };
  const variables = privately(() => variablesOf(publications, place, (folder) => keep({ folder })));
  const text = formatVariables(variables, format);
  const ready = (): void => keep({ files: [unfinished(out), out] });
  writing('--out', () => replaceFile(out, text, ready));
}

/** What keeps a file from being written is told under the flag that names it. */
function writing(name: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([{ name, problem: whyUnwritten(errorCode(error)) }]);
  }
}

function whyUnwritten(code: string): string {
  if (code !== 'EEXIST') return `cannot be written (${code})`;
  return 'is there already: an earlier export was not ended, so run revoke --state with it first';
}

/** What is wrong with the flags that are about files. */
export function targetProblems({ flags, env }: Given): readonly Problem[] {
  const problems = ['out', 'state'].flatMap((name) => pathProblems(`--${name}`, flags.get(name), env));
  const { out, statePath } = readTargets(flags);
  if (problems.length === 0 && real(out) === real(statePath))
    problems.push({ name: '--state', problem: 'is the same file as --out' });
  if (!formatOf(flags))
    problems.push({
      name: '--format',
      problem: `"${flags.get('format')}" is not one of ${FORMATS.join(', ')}`,
    });
  return problems;
}

export function pathProblems(
  name: string,
  path: string | undefined,
  env: NodeJS.ProcessEnv,
): readonly Problem[] {
  if (!path) return [{ name, problem: 'is needed: the path of a file that is to be written' }];
  if (isFolder(path)) return [{ name, problem: 'is a folder: give the path of a file in it' }];
  const workspace = workspaceAround(path, env);
  if (!workspace) return [];
  const problem = `lies in the workspace (${workspace.variable}), whose files end up in artifacts and caches: choose a folder beside it`;
  return [{ name, problem }];
}

/** What cannot be looked at is told when it cannot be written. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

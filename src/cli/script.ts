/** Why this exists: a script that is given as a text runs as CI systems run theirs, from a file of its own. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode, UsageError } from '../vault/errors.ts';
import { privately } from './private.ts';

export interface Script {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * `sh -e` runs it, or what its first line names after `#!`; on Windows `cmd`. The file lies in a folder of this user alone,
 * because a script may be longer than an argument may be; `keep` is told of that. Throws a `UsageError` where there is no room.
 */
export function placeScript(text: string, keep: (folder: string) => void): Script {
  const isWindows = process.platform === 'win32';
  const name = isWindows ? 'script.bat' : 'script';
  const path = privately(() => writeScript(name, text.endsWith('\n') ? text : `${text}\n`, keep));
  if (isWindows) return { file: 'cmd', args: ['/d', '/c', 'call', path] };
  if (text.startsWith('#!')) return { file: path, args: [] };
  return { file: 'sh', args: ['-e', path] };
}

function writeScript(name: string, text: string, keep: (folder: string) => void): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'vault-approle-script-'));
    keep(folder);
    const path = join(folder, name);
    writeFileSync(path, text, { flag: 'wx', mode: 0o700 });
    return path;
  } catch (error) {
    const problem = `cannot be written below ${tmpdir()} (${errorCode(error)})`;
    throw new UsageError([{ name: '--script', problem }]);
  }
}

/** Why this exists: a script that is given as a text runs as CI systems run theirs, from a file of its own. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Script {
  readonly file: string;
  readonly args: readonly string[];
  /** Removes the file. */
  remove(): void;
}

/**
 * `sh -e` runs it, or what its first line names after `#!`; on Windows `cmd`. The file lies in a folder of this user alone,
 * because a script may be longer than an argument may be.
 */
export function placeScript(text: string): Script {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-script-'));
  const isWindows = process.platform === 'win32';
  const path = join(folder, isWindows ? 'script.bat' : 'script');
  writeFileSync(path, text.endsWith('\n') ? text : `${text}\n`, { flag: 'wx', mode: 0o700 });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (isWindows) return { file: 'cmd', args: ['/d', '/c', 'call', path], remove };
  if (text.startsWith('#!')) return { file: path, args: [], remove };
  return { file: 'sh', args: ['-e', path], remove };
}

/** Why this exists: how much a runner has to download before a step can start. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {import('./definition.mjs').Action} Action */

const LARGEST_TAR = 256 * 1024 * 1024;

/**
 * KiB, gzipped. `archive`: the commit that is checked out, as a code host packs it (`export-ignore` counts); undefined
 * where the folder is not the root of a git repository. `files`: only what a step needs, as the files are now.
 * @param {Action} action
 * @returns {{ archive?: number, files: number }}
 */
export function downloadSize({ folder, main, post }) {
  const code = [main, ...(post ? [post] : [])].map((file) => file.replace(/^\.\//, '').split('/')[0] ?? file);
  const papers = readdirSync(folder).filter((name) => /^(action\.ya?ml|licen[cs]e.*|readme.*)$/i.test(name));
  const names = [...new Set([...code, ...papers])].sort();
  const files = packed(['tar', '-cf', '-', '-C', folder, ...names]);
  if (!isRepository(folder)) return { files };
  return { archive: packed(['git', '-C', folder, 'archive', '--format=tar', 'HEAD']), files };
}

/** @param {readonly string[]} command */
function packed([program = '', ...args]) {
  // Without the second variable, macOS puts its own attributes into the archive.
  const env = { ...process.env, COPYFILE_DISABLE: '1' };
  const tar = execFileSync(program, args, { env, maxBuffer: LARGEST_TAR, timeout: 30_000 });
  return gzipSync(tar).length / 1024;
}

/** Whether the folder is a repository's root with a commit: within another repository it is something else's download.
 * @param {string} folder
 */
function isRepository(folder) {
  if (!existsSync(join(folder, '.git'))) return false;
  try {
    const root = execFileSync('git', ['-C', folder, 'rev-parse', '--show-toplevel', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    });
    return realpathSync(root.split('\n')[0] ?? '') === realpathSync(folder);
  } catch {
    return false;
  }
}

/** Why this exists: the reader of dotenv files that Python programs use says what it finds in one. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'python-dotenv==1.1.1';
const CACHE = fileURLToPath(new URL('../../.cache/python-dotenv', import.meta.url));
const READ = 'import dotenv, json, sys; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))';

/** What python-dotenv reads from a file; undefined, with a sentence about it, where there is none of it. */
export function findPythonDotenv(): ((path: string) => Record<string, string>) | undefined {
  const isThere = (): boolean => existsSync(join(CACHE, 'dotenv'));
  try {
    const install = ['-m', 'pip', 'install', '--quiet', '--target', CACHE, PACKAGE];
    if (!isThere()) execFileSync('python3', install, { stdio: 'pipe' });
  } catch {
    // Told below.
  }
  if (isThere()) return read;
  const how = `Tests of dotenv files need python-dotenv: python3 -m pip install --target .cache/python-dotenv ${PACKAGE}`;
  if (process.env.CI) throw new Error(how);
  console.log(`skipped: ${how}`);
  return undefined;
}

function read(path: string): Record<string, string> {
  const { PATH } = process.env;
  const env = { PATH, PYTHONPATH: CACHE, PYTHONUTF8: '1' };
  return JSON.parse(execFileSync('python3', ['-c', READ, path], { env, encoding: 'utf8' }));
}

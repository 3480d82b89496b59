/**
 * `node scripts/build-exe.mjs [FILE]` makes one executable of the command line and the Node.js that runs this script, for
 * Linux images without Node.js: `build/vault-approle`, or FILE. Node.js finds its program in a note of its own file
 * (https://nodejs.org/api/single-executable-applications.html).
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withNote } from './elf.mjs';

const NOTE = 'NODE_SEA_BLOB';
/** It stands in every Node.js that can be such an executable, with `:0`, and `:1` says that it is one. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const target = process.argv[2] ?? path('build/vault-approle');
if (process.platform !== 'linux') throw new Error('This makes executables for Linux, on Linux.');
const elf = withNote(readFileSync(process.execPath), NOTE, programOf(path('dist/cli/index.js')));
elf.write('1', fuseIn(elf) + FUSE.length, 'latin1');
mkdirSync(dirname(target), { recursive: true });
rmSync(target, { force: true });
writeFileSync(target, elf, { mode: 0o755 });
console.log(`${target}  ${Math.round(elf.length / 2 ** 20)} MiB, with Node.js ${process.version}`);

/** @param {string} main */
function programOf(main) {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-exe-'));
  const [config, output] = [join(folder, 'sea.json'), join(folder, 'program')];
  writeFileSync(config, JSON.stringify({ main, output, disableExperimentalSEAWarning: true }));
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'pipe' });
  const program = readFileSync(output);
  rmSync(folder, { recursive: true });
  return program;
}

/** @param {Buffer} node */
function fuseIn(node) {
  const at = node.indexOf(`${FUSE}0`);
  if (at < 0) throw new Error('This Node.js cannot become a single executable.');
  return at;
}

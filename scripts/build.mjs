/** `node scripts/build.mjs [FOLDER]` builds `dist/`, or FOLDER, from `src/`: tsc to `build/`, then one readable file per entry with the licences of what is in it. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
// @ts-expect-error: the package has no types.
import ncc from '@vercel/ncc';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = { main: 'github/main.js', post: 'github/post.js', cli: 'cli/main.js' };

/**
 * What our dependencies import for functions that no code of ours reaches: undici for a proxy dispatcher, tunnel for
 * proxies of the HTTP client's own choice, @actions/exec for `platform.getDetails()`, @actions/http-client (in
 * @actions/core) for OIDC tokens, `./summary.js` (there) for summaries, which loads half of Node's file system. Another
 * module stands in for them, so that they are neither in the bundle nor loaded at start-up, and no code in it could start
 * a process. `test/dist` proves the absence.
 */
const ABSENT = {
  undici: 'node:path',
  tunnel: 'node:path',
  './summary.js': 'node:path',
  '@actions/exec': 'node:path',
  '@actions/http-client': 'node:path',
  '@actions/http-client/lib/auth': 'node:path',
};

/** The command line is one file, so that it can be copied: what other entries load when it is needed is in it. */
const LATE = 'build/secrets/expression.js';

/** Our own use of the HTTP client, which names its file and so is not absent. */
const OWN_CLIENT = 'build/vault/attempt.js';

process.chdir(root);
const out = process.argv[2] ?? 'dist';
rmSync('build', { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

const client = fileURLToPath(import.meta.resolve('@actions/http-client'));
replaceIn(OWN_CLIENT, "'@actions/http-client'", JSON.stringify(client));

for (const [name, file] of Object.entries(entries)) {
  if (name === 'cli') replaceIn(LATE, "import('jsonata')", "import(/* webpackMode: 'eager' */ 'jsonata')");
  const { code, assets } = await ncc(`${root}build/${file}`, {
    cache: false,
    esm: false,
    externals: ABSENT,
    license: 'LICENSES.txt',
    quiet: true,
  });
  const folder = `${out}/${name}`;
  mkdirSync(folder, { recursive: true });
  const start = name === 'cli' ? '#!/usr/bin/env node\n' : '';
  writeFileSync(`${folder}/index.js`, start + code, { mode: start ? 0o755 : 0o644 });
  writeFileSync(`${folder}/package.json`, manifestOf(name));
  for (const [asset, { source }] of Object.entries(assets)) writeFileSync(`${folder}/${asset}`, source);
  console.log(`${folder}/index.js  ${Math.round(code.length / 1024)} KiB`);
}

if (out === 'dist') shareWithJenkins();

/** Jenkins takes a library out of a repository: the command line lies there once more, with its hash. */
function shareWithJenkins() {
  const bundle = readFileSync('dist/cli/index.js');
  const folder = 'jenkins/resources/vault-approle';
  writeFileSync(`${folder}/index.js`, bundle);
  writeFileSync(`${folder}/index.js.sha256`, `${createHash('sha256').update(bundle).digest('hex')}\n`);
}

/**
 * The bundles are CommonJS. That of the command line is also a package of its own, without dependencies, for npm.
 * @param {string} name
 */
function manifestOf(name) {
  if (name !== 'cli') return '{ "type": "commonjs" }\n';
  const { version, license, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bin = { 'vault-approle': 'index.js' };
  const own = { name: 'vault-approle', version, license, type: 'commonjs', bin, engines };
  return `${JSON.stringify(own, null, 2)}\n`;
}

/**
 * @param {string} file
 * @param {string} text
 * @param {string} replacement
 */
function replaceIn(file, text, replacement) {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(text)) throw new Error(`${file} does not hold ${text}`);
  writeFileSync(file, source.replace(text, replacement));
}

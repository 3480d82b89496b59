/** `node scripts/build.mjs [FOLDER]` builds `dist/`, or FOLDER, from `src/`: what the entries use to `build/`, then one readable file per entry with the licences of what is in it. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error: the package has no types.
import ncc from '@vercel/ncc';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = { main: 'github/main', post: 'github/post', cli: 'cli/main' };

/** Not ES modules: ncc takes them as they are. */
const WHOLE = ['hpagent', 'jsonata'];

/**
 * What packages import, and what stands in for it. No code of ours calls the methods of @actions/http-client that want
 * undici (a proxy dispatcher) and tunnel (proxies of its own choice). Its https would load TLS for http:// addresses, too;
 * TLS is the agent's affair, and agents are ours (`src/vault/connections.ts`). @actions/core takes nothing but random text
 * from crypto. `test/dist` proves the absence.
 */
const STAND_INS = {
  undici: 'node:path',
  tunnel: 'node:path',
  https: 'node:http',
  crypto: `${root}src/github/random.ts`,
};

process.chdir(root);
const out = process.argv[2] ?? 'dist';
rmSync('build', { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
for (const [name, entry] of Object.entries(entries)) {
  const packages = await keepUsed(name, entry);
  if (name === 'cli') makeOneFile(`build/${name}`);
  const { code, assets } = await ncc(`${root}build/${name}/src/${entry}.js`, {
    cache: false,
    esm: false,
    quiet: true,
  });
  const folder = `${out}/${name}`;
  mkdirSync(folder, { recursive: true });
  const start = name === 'cli' ? '#!/usr/bin/env node\n' : '';
  writeFileSync(`${folder}/index.js`, start + ascii(code), { mode: start ? 0o755 : 0o644 });
  writeFileSync(`${folder}/package.json`, manifestOf(name));
  writeFileSync(`${folder}/LICENSES.txt`, packages.map(licence).join('\n'));
  for (const [asset, { source }] of Object.entries(assets))
    writeFileSync(`${folder}/${asset}`, ascii(String(source)));
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
 * Writes to `build/NAME` a file for each module that the entry needs, in it only what is used. ncc leaves that to a
 * minifier, but most of zod, and of the time to load it, is what nobody uses. Below a folder called node_modules, ncc
 * would make a file of its own of what the job takes from packages: one more to find and read.
 * @param {string} name
 * @param {string} entry
 * @returns {Promise<readonly string[]>} the packages from which something is in there
 */
async function keepUsed(name, entry) {
  const { output } = await build({
    cwd: root,
    input: { [`src/${entry}`]: `src/${entry}.ts` },
    platform: 'node',
    external: WHOLE,
    resolve: { alias: STAND_INS },
    treeshake: { moduleSideEffects: false },
    output: {
      dir: `build/${name}`,
      preserveModules: true,
      preserveModulesRoot: root,
      entryFileNames: ({ name }) => `${name.replace('node_modules', 'packages')}.js`,
    },
  });
  const chunks = output.filter((file) => file.type === 'chunk');
  const bundled = chunks.flatMap(
    ({ fileName }) => /^packages\/((?:@[^/]+\/)?[^/]+)/.exec(fileName)?.[1] ?? [],
  );
  const imported = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  return [...new Set([...bundled, ...WHOLE.filter((one) => imported.includes(one))])].sort();
}

/**
 * The command line is one file, so that it can be copied: what is loaded when it is needed is in it, too.
 * @param {string} folder
 */
function makeOneFile(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const source = readFileSync(`${folder}/${name}`, 'utf8');
    const late = /\bimport\((?=["'`])/g;
    writeFileSync(`${folder}/${name}`, source.replace(late, "import(/* webpackMode: 'eager' */ "));
  }
}

/**
 * V8 keeps a file with one character beyond Latin-1 in two bytes for each, and reads it slower: such characters, a few
 * in comments and texts, become escapes.
 * @param {string} code
 */
function ascii(code) {
  return code.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** @param {string} name of a package */
function licence(name) {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file || !existsSync(`${folder}/package.json`)) throw new Error(`${name} has no licence.`);
  const { license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return `${name}\n${license}\n${readFileSync(`${folder}/${file}`, 'utf8').trimEnd()}\n`;
}

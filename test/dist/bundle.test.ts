/** Why this exists: what is committed is what the source gives, and holds nothing that it does not need (rule R22). */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = (name: string): string => readFileSync(join(root, 'dist', name, 'index.js'), 'utf8');

it('R22: dist is what `npm run build` makes of src, byte for byte', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'vault-approle-build-')), 'dist');
  execFileSync(process.execPath, ['scripts/build.mjs', out], { cwd: root });
  expect(files(out), 'run `npm run build` and commit dist').toEqual(files(join(root, 'dist')));
});

it.each(['main', 'post'])('%s starts no process, and loads nothing but these parts of Node.js', (name) => {
  const loaded = [...bundle(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module);
  const builtin = new Set(loaded.map((module) => module.replace(/^node:/, '')));
  for (const module of builtin) expect(builtinModules).toContain(module);
  for (const module of ['child_process', 'cluster', 'worker_threads', 'vm', 'inspector']) {
    expect(builtin, `${name} loads ${module}`).not.toContain(module);
  }
});

it.each(['main', 'post'])('%s makes no code of strings', (name) => {
  expect(bundle(name)).not.toMatch(/\beval\(/);
});

it('post holds neither zod nor the grammar', () => {
  expect(bundle('post')).not.toMatch(/node_modules\/zod|secrets\/grammar/);
});

function files(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return Object.fromEntries(
    names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Why this exists: what is committed is what the source gives, and holds nothing that it does not need (rule R22). */

import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultServer } from '../support/fault-server.ts';
import { runStep } from '../support/runner.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = (name: string): string => readFileSync(join(root, 'dist', name, 'index.js'), 'utf8');

it('R22: dist is what `npm run build` makes of src, byte for byte', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'vault-approle-build-')), 'dist');
  execFileSync(process.execPath, ['scripts/build.mjs', out], { cwd: root });
  expect(files(out), 'run `npm run build` and commit dist').toEqual(files(join(root, 'dist')));
});

it.each(['main', 'post', 'cli'])('%s loads nothing but parts of Node.js, and none that runs code', (name) => {
  const loaded = [...bundle(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module);
  const builtin = new Set(loaded.map((module) => module.replace(/^node:/, '')));
  for (const module of builtin) expect(builtinModules).toContain(module);
  for (const module of ['cluster', 'worker_threads', 'vm', 'inspector']) {
    expect(builtin, `${name} loads ${module}`).not.toContain(module);
  }
  expect(builtin.has('child_process'), 'only the command line starts processes').toBe(name === 'cli');
});

it.each(['main', 'post', 'cli'])('%s is without what is left out of bundles', (name) => {
  expect(bundle(name)).not.toMatch(/node_modules\/(undici|tunnel|@actions\/exec)\//);
});

it.each(['main', 'post', 'cli'])('%s makes no code of strings', (name) => {
  expect(bundle(name)).not.toMatch(/\beval\(/);
});

it('post holds neither zod nor the grammar', () => {
  expect(bundle('post')).not.toMatch(/node_modules\/zod|secrets\/grammar/);
});

it('JSONata is a file of its own, which is loaded only when an entry needs it', async () => {
  const action = mkdtempSync(join(tmpdir(), 'vault-approle-dist-'));
  cpSync(join(root, 'dist'), action, { recursive: true });
  const chunk = readdirSync(join(action, 'main')).find(
    (name) =>
      /^\d+\.index\.js$/.test(name) &&
      readFileSync(join(action, 'main', name), 'utf8').includes('Project name: JSONata'),
  );
  rmSync(join(action, 'main', chunk ?? ''));
  const server = await faultServer();
  server.on(/login$/, () => json({ auth: { client_token: 'canary-token', lease_duration: 60 } }));
  server.on(/data\/app$/, () => json({ data: { a: { b: 'canary-value' } } }));
  const inputs = { url: server.address, roleId: 'r', secretId: 'canary-secret-id' };
  const run = (secrets: string) => runStep('main', { action, inputs: { ...inputs, secrets } });
  expect((await run('kv/data/app a.b')).env).toEqual({ A__B: 'canary-value' });
  const { status, log } = await run('kv/data/app $string(a) | X');
  expect(status).toBe(1);
  expect(log).toContain(chunk);
  await server.stop();
});

describe('the command line', () => {
  const cli = join(root, 'dist', 'cli', 'index.js');
  let folder: string;
  let copy: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vault-approle-cli-'));
    copy = join(folder, 'vault-approle');
    copyFileSync(cli, copy);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a program', () => {
    expect(bundle('cli')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform === 'win32') return;
    expect(statSync(cli).mode & 0o111).toBe(0o111);
    expect(execFileSync(cli, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('is one file, expressions included, that runs wherever it is copied to', async () => {
    const server = await faultServer();
    server.on(/login$/, () => json({ auth: { client_token: 'canary-token', lease_duration: 60 } }));
    server.on(/data\/app$/, () => json({ data: { a: { b: 'canary-value' } } }));
    server.on(/revoke-self$/, () => ({ status: 204 }));
    const secrets = 'kv/data/app $uppercase(a.b) | X';
    const args = [
      copy,
      'exec',
      '--no-mask',
      '--secrets',
      secrets,
      '--',
      process.execPath,
      '-p',
      'process.env.X',
    ];
    const env = {
      PATH: process.env.PATH,
      VAULT_ADDR: server.address,
      VAULT_ROLE_ID: 'r',
      VAULT_SECRET_ID: 's',
    };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, cwd: folder });
    expect(stdout).toBe('CANARY-VALUE\n');
    await server.stop();
  });

  it('can be loaded by a program that has checked it', () => {
    const load = 'require(process.argv[1])';
    const output = execFileSync(process.execPath, ['-e', load, copy, 'login', '--help'], {
      encoding: 'utf8',
    });
    expect(output).toMatch(/^vault-approle login/);
  });
});

it('TLS and cryptography are loaded for https:// only', async () => {
  const server = await faultServer();
  server.on(/login$/, () => json({ auth: { client_token: 'canary-token', lease_duration: 60 } }));
  const plain = await modulesLoaded(server.address);
  expect(plain).toContain('NativeModule http');
  expect(plain.filter((name) => /^NativeModule (https|tls|crypto)$/.test(name))).toEqual([]);
  expect(await modulesLoaded(server.address.replace('http:', 'https:'))).toContain('NativeModule tls');
  await server.stop();
});

/** The modules of Node.js that `main` has loaded when it ends. */
async function modulesLoaded(url: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-loaded-'));
  const list = join(folder, 'list');
  const preload = join(folder, 'preload.cjs');
  const write = `require('node:fs').writeFileSync(${JSON.stringify(list)}, process.moduleLoadList.join('\\n'))`;
  writeFileSync(preload, `process.on('exit', () => ${write});`);
  const inputs = { url, roleId: 'r', secretId: 'canary-secret-id', retries: '0' };
  await runStep('main', { inputs, env: { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` } });
  return readFileSync(list, 'utf8').split('\n');
}

const json = (value: unknown) => ({ status: 200, body: JSON.stringify(value) });

function files(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return Object.fromEntries(
    names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

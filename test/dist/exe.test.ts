/** Why this exists: the executable for images without Node.js is built, and does on its own what the command line does. */

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withNote } from '../../scripts/elf.mjs';
import { credentials } from '../support/cli.ts';
import { scenario } from '../support/scenario.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/build-exe.mjs', import.meta.url));
const { address, kv, role } = scenario();

describe.skipIf(process.platform !== 'linux')('the executable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-approle-exe-'));
  const exe = join(folder, 'vault-approle');
  const bin = join(folder, 'bin');

  beforeAll(() => {
    execFileSync(process.execPath, [SCRIPT, exe]);
    mkdirSync(bin);
    symlinkSync('/bin/sh', join(bin, 'sh'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Nothing is on PATH but a shell. */
  function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      execFile(exe, args, { env: { PATH: bin, ...env } }, (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  it('runs where there is no Node.js, and says nothing of its own', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
  });

  it('exec: reads, hands over, masks and revokes', async () => {
    const mount = await kv({ app: { list: [{ key: 'canary-value' }] } });
    const job = await role({ reads: [`${mount}/data/*`] });
    const env = { ...credentials(address, { ...job, secretId: await job.secretId() }) };
    const secrets = `${mount}/app $uppercase(list[0].key) | VALUE`;
    const script = 'echo "is $VALUE"; command -v node; exit 7';
    const result = await run(['exec', '--secrets', secrets, '--', 'sh', '-c', script], env);
    expect(result).toMatchObject({ status: 7, stdout: 'is ***\n' });
    expect(result.stderr).toContain('The token is revoked');
  });
});

describe('a note for a Linux program', () => {
  it('is not put into anything else', () => {
    for (const file of ['', 'MZ', '#!/bin/sh\n', '\x7fELF\x01\x01'])
      expect(() => withNote(Buffer.from(file, 'latin1'), 'NAME', Buffer.alloc(1))).toThrow('64-bit ELF');
  });
});

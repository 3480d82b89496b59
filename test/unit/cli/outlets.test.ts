/** Why this exists: what a job publishes becomes variables and files, and what has no place there is told. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../../../src/cli/collection.ts';
import { secretsOf, variablesOf } from '../../../src/cli/outlets.ts';
import { terminal } from '../../../src/cli/terminal.ts';
import type { Publication } from '../../../src/job/ci.ts';
import { Secret } from '../../../src/secret.ts';
import type { TokenHandle } from '../../../src/vault/handle.ts';
import { serverAt } from '../../support/client.ts';

let folder: string;
let kept: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-outlets-'));
  kept = [];
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function publication(text: string, more: Partial<Publication>): Publication {
  return { value: new Secret(text), output: 'out', ...more };
}

function variables(publications: readonly Publication[]): Record<string, string> {
  const made = variablesOf(publications, { name: '--out', folder }, (one) => kept.push(one));
  return Object.fromEntries(made.map(({ name, value }) => [name, value.reveal()]));
}

describe('variables', () => {
  it('have the values, or the paths of the files that hold them', () => {
    const { PLAIN, FILED = '' } = variables([
      publication('canary-1', { env: 'PLAIN' }),
      publication('canary-2', { env: 'FILED', file: 'name' }),
    ]);
    expect(PLAIN).toBe('canary-1');
    expect(readFileSync(FILED, 'utf8')).toBe('canary-2');
    expect(kept).toEqual([dirname(FILED)]);
  });

  it('cannot be outputs, of which all are told before any file is written', () => {
    const wrong = ['my-key', 'other-key'].map((output) => publication('canary', { output, file: 'x' }));
    expect(() => variables(wrong)).toThrow(/^secrets: my-key would be an output alone.*\nsecrets: other-key/);
    expect(kept).toEqual([]);
  });
});

describe('secrets', () => {
  it('are all values but those that the user wants to see', () => {
    const all = [publication('canary-1', { env: 'A' }), publication('user', { env: 'B', unmasked: true })];
    expect(secretsOf(all).map((one) => one.reveal())).toEqual(['canary-1']);
  });
});

describe('a collection', () => {
  const handle: TokenHandle = {
    token: new Secret('canary-token'),
    server: serverAt(['https://vault.example.org']),
    batch: false,
    uses: 0,
    defaultPolicy: true,
  };

  it('R12: tells of a token before anything else knows of it; what cannot be kept is not collected', () => {
    const quiet = terminal(() => undefined, false);
    const seen: unknown[] = [];
    const collection = collect(quiet, (fresh) => seen.push(fresh, collection.handle));
    collection.keep(handle);
    expect(seen).toEqual([handle, undefined]);
    expect(collection.handle).toBe(handle);
    const full = collect(quiet, () => {
      throw new Error('ENOSPC');
    });
    expect(() => full.keep(handle)).toThrow('ENOSPC');
    expect(full.handle).toBeUndefined();
  });

  it('hides what is masked, and keeps what is published', () => {
    const said: string[] = [];
    const collection = collect(terminal((text) => said.push(text), true));
    collection.mask(['canary']);
    collection.publish([publication('canary', { env: 'A' })]);
    collection.info('canary');
    collection.warn('canary');
    collection.debug('canary');
    collection.summarize({ rows: [], secrets: 0, masks: 0 });
    expect(collection.publications).toHaveLength(1);
    expect(said).toEqual([
      'vault-approle: ***\n',
      'vault-approle: warning: ***\n',
      'vault-approle: debug: ***\n',
    ]);
  });
});

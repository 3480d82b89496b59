/** Why this exists: the help of each command fits a screen, names every flag, and shows how it is used. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, flagsOf } from '../../../src/cli/commands.ts';
import { GENERAL, helpOf, VERSION } from '../../../src/cli/help.ts';

const TEXTS: readonly (readonly [string, string])[] = [
  ['', GENERAL],
  ...[...COMMANDS.keys()].map((name) => [name, helpOf(name)] as const),
];

describe.each(TEXTS)('the help of vault-approle %s', (name, text) => {
  it('fits a screen of 24 lines and 80 columns', () => {
    expect(text).toMatch(/[^\n]\n$/);
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('has an example', () => {
    const example = text.split('\n').find((line) => /^ {2}(?:[A-Z_]+=… )*vault-approle /.test(line));
    expect(example).toContain(`vault-approle ${name || 'exec'} `);
  });

  it('names every flag, and none that there is not', () => {
    const named = new Set([...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, flag = '']) => flag));
    const command = COMMANDS.get(name);
    if (command) {
      expect([...named].sort()).toEqual(
        [...flagsOf(command).keys()].filter((flag) => flag !== 'help').sort(),
      );
    } else expect([...named].sort()).toEqual(['help', 'secrets', 'version']);
  });
});

describe('the general help', () => {
  it('names every command', () => {
    const named = [...GENERAL.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, command]) => command);
    expect(named).toEqual([...COMMANDS.keys()]);
  });

  it('is what an unknown command gets', () => {
    expect(helpOf('nonsense')).toBe(GENERAL);
  });
});

describe('the version', () => {
  it('is that of the package', () => {
    const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    expect(VERSION).toBe((JSON.parse(manifest) as { version: string }).version);
  });
});

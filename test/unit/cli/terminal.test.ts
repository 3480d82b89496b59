/** Why this exists: all that the command line says is redacted, inert, and in the words of a command line (rules R5 and R6). */

import { describe, expect, it } from 'vitest';
import { terminal } from '../../../src/cli/terminal.ts';
import { UsageError, VaultError } from '../../../src/vault/errors.ts';

function speaking(isDebug = false) {
  const said: string[] = [];
  return { said, ...terminal((text) => said.push(text), isDebug) };
}

describe('the terminal', () => {
  it('says whole lines, each of which tells who speaks', () => {
    const { said, info, warn, fail } = speaking();
    info('one');
    warn('two');
    fail(new UsageError([{ name: 'command', problem: 'three' }]));
    expect(said).toEqual([
      'vault-approle: one\n',
      'vault-approle: warning: two\n',
      'vault-approle: error: command: three\n',
    ]);
  });

  it('debug is said only where it is wanted', () => {
    const [quiet, open] = [speaking(), speaking(true)];
    quiet.debug('x');
    open.debug('x');
    expect([quiet.said, open.said]).toEqual([[], ['vault-approle: debug: x\n']]);
  });

  it('R5: what is hidden is in nothing that is said, from then on', () => {
    const { said, hide, hidden, info, warn, debug, fail } = speaking(true);
    hide(['canary-1', 'canary-1-longer']);
    hide(['canary-2']);
    for (const say of [info, warn, debug]) say('canary-1 canary-2 canary-1-longer');
    fail(new UsageError([{ name: 'secrets', problem: 'canary-1' }]));
    const refusal = { operation: 'login', method: 'POST', path: 'auth/x/login', status: 400 } as const;
    fail(new VaultError({ ...refusal, errors: ['bad canary-2'] }));
    fail(new Error('canary-1'));
    expect(said.join('')).not.toContain('canary');
    expect(said[0]).toBe('vault-approle: *** *** ***\n');
    expect(hidden()).toEqual(['canary-1', 'canary-1-longer', 'canary-2']);
  });

  it('R5: a secret with the name of an input in it is still recognised', () => {
    const { said, hide, info } = speaking();
    hide(['canary-secretId-1']);
    info('it was canary-secretId-1');
    expect(said).toEqual(['vault-approle: it was ***\n']);
  });

  it('R6: is no command, and has no control characters', () => {
    const { said, info } = speaking();
    info('x\n::add-path::/evil\r##[group]\u001b[31mred\u0007');
    expect(said).toEqual(['vault-approle: x\n  : :add-path::/evil\n  ## [group] red \n']);
  });

  it('inputs have the names that they have here', () => {
    const { said, fail, info } = speaking();
    const names = ['url', 'secrets', 'roleIdFile', 'token', 'secretId', 'extraHeaders', 'command', '--out'];
    fail(new UsageError(names.map((name) => ({ name, problem: 'is wrong, or its caCertificate' }))));
    info('tlsSkipVerify is on; the url is not spelled in a text');
    expect(said.map((text) => text.replace('vault-approle: ', '').trimEnd())).toEqual([
      'error: --url: is wrong, or its --ca-certificate',
      'error: --secrets: is wrong, or its --ca-certificate',
      'error: --role-id-file: is wrong, or its --ca-certificate',
      'error: --token-file: is wrong, or its --ca-certificate',
      'error: VAULT_SECRET_ID: is wrong, or its --ca-certificate',
      'error: --extra-headers-file: is wrong, or its --ca-certificate',
      'error: command: is wrong, or its --ca-certificate',
      'error: --out: is wrong, or its --ca-certificate',
      '--tls-skip-verify is on; the url is not spelled in a text',
    ]);
  });

  it('each thing that is wrong is said once', () => {
    const { said, fail } = speaking();
    const one = new UsageError([
      { name: 'a', problem: 'x' },
      { name: 'b', problem: 'y' },
    ]);
    fail(new AggregateError([one, one]));
    expect(said).toHaveLength(2);
  });
});

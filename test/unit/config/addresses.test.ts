/** Why this exists: every address is checked before a credential can go there (rule R11). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Addresses, readAddresses } from '../../../src/config/addresses.ts';
import { Secret } from '../../../src/secret.ts';

function read(text: string, unprotected = false): Addresses {
  return readAddresses(text, { unprotected, proxyFor: () => undefined });
}

function basesOf(text: string, unprotected = false): readonly string[] {
  const { addresses, problems } = read(text, unprotected);
  expect(problems).toEqual([]);
  return addresses.map(({ base }) => base);
}

describe('addresses that are taken', () => {
  it.each([
    ['https://vault.test', 'https://vault.test'],
    ['https://vault.test:8200', 'https://vault.test:8200'],
    ['https://vault.test:443', 'https://vault.test'],
    ['HTTPS://VAULT.test/', 'https://vault.test'],
    ['https://vault.test/v1', 'https://vault.test'],
    ['https://vault.test/v1/', 'https://vault.test'],
    ['https://vault.test/team/vault', 'https://vault.test/team/vault'],
    ['https://vault.test/team/vault/v1/', 'https://vault.test/team/vault'],
    ['https://vault.test///', 'https://vault.test'],
    ['https://vault.test/v10', 'https://vault.test/v10'],
    ['https://vault.test/uikit', 'https://vault.test/uikit'],
    ['https://10.0.0.1:8200', 'https://10.0.0.1:8200'],
    ['https://[2001:db8::1]:8200', 'https://[2001:db8::1]:8200'],
  ])('%s is %s', (text, base) => {
    expect(basesOf(text)).toEqual([base]);
  });

  it.each([
    'https://a.test https://b.test',
    'https://a.test,https://b.test',
    ' https://a.test ,\n https://b.test/ ',
    'https://a.test\r\nhttps://b.test/v1',
  ])('a list, in its order: %j', (text) => {
    expect(basesOf(text)).toEqual(['https://a.test', 'https://b.test']);
  });

  it('R20: each has the proxy that is meant for it', () => {
    const { addresses } = readAddresses('https://a.test/v1 https://b.test', {
      unprotected: false,
      proxyFor: (base) => (base === 'https://a.test' ? new Secret('http://proxy.test:3128') : undefined),
    });
    expect(addresses.map(({ proxy }) => proxy?.reveal())).toEqual(['http://proxy.test:3128', undefined]);
  });
});

describe('R11: http://', () => {
  it.each([
    'http://localhost:8200',
    'http://127.0.0.1:8200',
    'http://127.8.9.1',
    'http://[::1]:8200',
    'http://vault.localhost',
  ])('%s never leaves the machine and is taken', (text) => {
    expect(basesOf(text)).toEqual([text]);
  });

  it.each([
    'http://vault.test',
    'http://10.0.0.1:8200',
    'http://0.0.0.0:8200',
    'http://localhost.vault.test',
    'http://127.0.0.1.vault.test',
    'http://notlocalhost',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[::ffff:10.0.0.1]',
  ])('%s would send credentials in clear and is refused', (text) => {
    expect(read(text)).toEqual({
      addresses: [],
      problems: [
        `"${text}" would send credentials in clear: use https://, or accept that with tlsSkipVerify: true`,
      ],
    });
  });

  it('is taken when the user accepts that', () => {
    expect(basesOf('http://vault.test:8200', true)).toEqual(['http://vault.test:8200']);
  });
});

describe('R11: a user name or password in an address', () => {
  it.each([
    'https://canary-user:canary-pass@vault.test',
    'https://canary-user@vault.test',
    'https://:canary-pass@vault.test:8200/v1',
    'http://canary-user:canary-pass@localhost:8200',
    'https://canary%40user:canary%3Apass@vault.test',
    'HTTPS:canary-user:canary-pass@vault.test',
    'https:\\\\canary-user:canary-pass@vault.test',
    'ftp://canary-user:canary-pass@vault.test',
    'https://canary-user:canary-pass@vault.test:99999',
    'https://canary-user:canary@pass@vault.test:port',
    'canary-user:canary-pass@vault.test',
    'https://canary-user:canary-pass@/path',
    'https://canary-user:canary-pass@vault.test/?q#f',
    'https://canary-user:canary,pass@vault.test',
    'https://canary-user:canary pass@vault.test',
  ])('is refused, and not repeated: %s', (text) => {
    for (const unprotected of [false, true]) {
      const { addresses, problems } = read(text, unprotected);
      expect(addresses).toEqual([]);
      expect(problems).not.toEqual([]);
      expect(problems.join('\n')).not.toMatch(/canary/);
    }
  });
});

describe('what is no address', () => {
  it.each(['', '  ', ',', ' , ,'])('%j is empty', (text) => {
    expect(read(text)).toEqual({
      addresses: [],
      problems: ['is empty: give the address of the server, or set VAULT_ADDR'],
    });
  });

  it.each([
    'vault.test',
    'vault.test:8200',
    '//vault.test',
    'https://',
    'https://vault.test:port',
    'file:///etc/passwd',
    'ws://vault.test',
    'javascript:alert(1)',
  ])('%s is told to be none', (text) => {
    expect(read(text)).toEqual({
      addresses: [],
      problems: [`"${text}" is not an address such as https://vault.example.org:8200`],
    });
  });

  it.each(['https://vault.test/?x=1', 'https://vault.test/#/x'])(
    '%s has a part that no address has',
    (text) => {
      expect(read(text).problems).toEqual([`"${text}" has a "?" or "#", which an address cannot have`]);
    },
  );

  it.each(['https://vault.test/ui', 'https://vault.test/ui/', 'https://vault.test/ui/vault/secrets'])(
    '%s is the web page',
    (text) => {
      expect(read(text).problems).toEqual([`"${text}" is the web page: leave out /ui and what follows`]);
    },
  );

  it('all that is wrong in a list is told together', () => {
    const { addresses, problems } = read('https://a.test, http://b.test, c.test, https://d.test/ui');
    expect(addresses.map(({ base }) => base)).toEqual(['https://a.test']);
    expect(problems).toHaveLength(3);
  });
});

it('R11: whatever is taken is https, or loopback, without user information, query or fragment', () => {
  const piece = fc.constantFrom(
    'http',
    'https',
    '://',
    ':',
    '//',
    '/',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'vault.test',
    '.',
    '@',
    '?',
    '#',
    '%',
    ' ',
    ',',
    '\\',
    '8200',
    'v1',
    'u',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom('http://', 'https://', ''),
      (pieces, start) => {
        for (const { base } of read(start + pieces.join('')).addresses) {
          const { protocol, hostname, username, password, search, hash } = new URL(base);
          expect(username + password + search + hash).toBe('');
          expect(base).not.toMatch(/\/$/);
          if (protocol !== 'https:') {
            expect(protocol).toBe('http:');
            expect(hostname).toMatch(/^(127\.\d+\.\d+\.\d+|\[::1\]|(.*\.)?localhost)$/);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

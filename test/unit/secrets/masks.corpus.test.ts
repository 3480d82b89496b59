/** Why this exists: values as people have them, printed as programs print them, show nothing in a log (rules R2 and R3). */

import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { type Masks, masksOf } from '../../../src/secrets/masks.ts';
import { Masker } from '../../support/masker.mjs';

function maskerOf({ masks }: Masks): Masker {
  const masker = new Masker();
  for (const mask of masks) masker.add(mask);
  return masker;
}

/** What a log shows of a text once the value's masks are registered. */
function shown(value: string, printed: string): string {
  return maskerOf(masksOf(new Secret(value))).mask(printed);
}

const FAKE_KEY_LINES = Array.from({ length: 8 }, (_, line) =>
  Buffer.from(`canary: this is line ${line} of no real key!!!`.padEnd(48, '.')).toString('base64'),
);
const FAKE_PEM = [
  '-----BEGIN PRIVATE KEY-----',
  ...FAKE_KEY_LINES,
  'Y2E9',
  '-----END PRIVATE KEY-----',
  '',
].join('\n');
const FAKE_GCP_KEY = {
  type: 'service_account',
  project_id: 'canary-project',
  private_key_id: 'canary0123456789abcdef0123456789abcdef01',
  private_key: FAKE_PEM,
  client_email: 'canary@canary-project.test',
  client_id: '100000000000000000001',
  universe_domain: 'vault.test',
};
const FAKE_KUBECONFIG = `apiVersion: v1
kind: Config
clusters:
- name: canary-cluster
  cluster:
    server: https://vault.test:6443
    certificate-authority-data: ${Buffer.from(FAKE_PEM).toString('base64')}
users:
- name: canary-user
  user:
    token: canary.token.0123456789
    client-key-data: ${Buffer.from(FAKE_PEM).toString('base64')}
`;

const CORPUS: readonly (readonly [name: string, value: string])[] = [
  ['a PEM key', FAKE_PEM],
  ['a PEM key with CRLF', FAKE_PEM.replaceAll('\n', '\r\n')],
  [
    'a PEM key with an encryption header',
    FAKE_PEM.replace('KEY-----\n', 'KEY-----\nDEK-Info: canary,0123456789\n\n'),
  ],
  ['two PEM blocks', FAKE_PEM + FAKE_PEM.replaceAll('PRIVATE KEY', 'CERTIFICATE')],
  ['a GCP key, pretty', JSON.stringify(FAKE_GCP_KEY, null, 2)],
  ['a GCP key, with tabs and CRLF', JSON.stringify(FAKE_GCP_KEY, null, '\t').replaceAll('\n', '\r\n')],
  ['a GCP key, compact', JSON.stringify(FAKE_GCP_KEY)],
  ['a kubeconfig', FAKE_KUBECONFIG],
  ['a password with a percent sign', 'canary%0A100%25%'],
  ['a password with quotes', `can"ary'0001"'`],
  ['a password in quotes', '"canary 0001"'],
  ['a password with markup', '<canary>&amp;0001</canary>'],
  ['a password with backslashes and dollars', 'can\\ary$$0\\n01$HOME'],
  ['a password with everything', `c%"'&<>\\$ +/=?#@:;,~!*()[]{}|^\u0060y`],
  ['a password with ampersands', 'canary&first&+second&third-part'],
  ['a pass phrase in several scripts', 'канарейка-金丝雀-größe-🔑-é'],
  ['a password with blanks around it', '  canary 0001\t'],
  ['lines of several scripts with CRLF', 'канарейка 0001\r\n金丝雀金丝雀 0002\r\n🔑🔑🔑 & <0003>'],
];

/** The ways in which programs print a value, each written by hand from what that program documents. */
const PRINTINGS: Readonly<Record<string, (text: string) => string>> = {
  plainly: (text) => text,
  'as JSON, by JavaScript': quotedJson,
  'as JSON, by Go': (text) => quotedJson(text).replace(/[<>&\u2028\u2029]/g, escapeUnit),
  'as JSON, in ASCII': (text) => quotedJson(text).replace(/[^\x20-\x7e]/g, escapeUnit),
  'as a form field, by a browser': (text) => new URLSearchParams([['', text]]).toString().slice(1),
  'in a URI': (text) => uriEscaped(text),
  'in XML': (text) =>
    text.replace(/[&<>"']/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }[c]};`),
};

function quotedJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** As `Uri.EscapeDataString`, Python's `quote(safe='')` and curl do it. */
function uriEscaped(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((c) =>
      /[A-Za-z0-9._~-]/.test(c) ? c : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}

/** Characters of base64 that stand for three bytes. */
const GROUP = 4;

/** What is left of a printing when hits, armour of PEM blocks, line breaks and JSON's braces are taken out. */
function leftover(masked: string, print: (text: string) => string): string {
  const armour = [...masked.matchAll(/-----(BEGIN|END)(?: |\+|%20)[A-Z]+(?:(?: |\+|%20)[A-Z]+)?-----/g)].map(
    ([text]) => text,
  );
  const breaks = ['\r', '\n', '\t', ' ', '{', '}'].map(print).filter((text) => text.length < 8);
  return [...armour, '***', ...breaks].reduce((rest, part) => rest.replaceAll(part, ''), masked);
}

describe.each(CORPUS)('R2: %s', (_, value) => {
  it.each(Object.entries(PRINTINGS))('printed %s, nothing but structure is left', (_how, print) => {
    expect(leftover(shown(value, print(value)), print)).toBe('');
  });

  it.each(['base64', 'base64url'] as const)(
    'printed in %s, alone or in a text, only the edges are left',
    (encoding) => {
      for (const [before, after] of [
        ['', ''],
        ['', '\n'],
        ['x', ''],
        ['xx', 'yy'],
        ['password=', '&'],
      ] as const) {
        const printed = Buffer.from(before + value + after).toString(encoding);
        const [head = '', tail = '', ...more] = shown(value, printed).split('***');
        expect(more).toEqual([]);
        const front = before.length + value.length - value.trimStart().length;
        const back = after.length + value.length - value.trimEnd().length;
        expect(head.length).toBeLessThanOrEqual(GROUP * Math.ceil(front / 3));
        expect(tail.length).toBeLessThanOrEqual(GROUP * Math.ceil((back + 2) / 3));
      }
    },
  );

  it('printed in base64 without the line break at its end, only the edges are left', () => {
    const [head, tail = '', ...more] = shown(value, Buffer.from(value.trimEnd()).toString('base64')).split(
      '***',
    );
    expect(more).toEqual([]);
    expect(tail.length).toBeLessThanOrEqual(GROUP);
    if (value === value.trimStart()) expect(head).toBe('');
  });

  it('no mask has a line break, and none is shorter than 4 characters', () => {
    for (const mask of masksOf(new Secret(value)).masks) {
      expect(mask).not.toMatch(/[\r\n]/);
      expect(mask.trim().length).toBeGreaterThanOrEqual(4);
    }
  });

  it('R3: what every log is full of stays visible', () => {
    const common = [
      '{',
      '}',
      '[',
      ']',
      '{}',
      '[]',
      '"',
      ',',
      ':',
      '0',
      '1',
      'true',
      'false',
      'null',
      'yes',
      'no',
    ];
    for (const text of [...common, '{ "ok": true, "count": 0 }', '-----BEGIN CERTIFICATE-----']) {
      expect(shown(value, text)).toBe(text);
    }
  });
});

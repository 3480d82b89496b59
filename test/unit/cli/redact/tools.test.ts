/** Why this exists: programs themselves print hard values, and nothing of those is left (docs/architecture.md). */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Patterns, patternsOf } from '../../../../src/cli/redact/patterns.ts';
import { Secret } from '../../../../src/secret.ts';
import { redacted } from '../../../support/redaction.ts';

const HARD: readonly string[] = [
  "it''s-canary'''s-own",
  "canary-ends-with-two''",
  `c%a"n'a&r<y>\\$!(0)*~[1]{2}|;?#^\`= +,:@/-_.`,
  '~#canary=~a:~b',
  '#canary$$HOME`id`',
  'cänary-€-金-😀',
  'canary "one"\ncanary \'two\' & <three>\n\n$4\\n',
  'canary one\r\ncanary two',
  'can\x1b[1mary\x7f\x01\x07\b\t\v\f"\'\\',
  "'\n9';bXa",
  'canary\u00a0\u0085\u200b\u2028\ufeff\u0378\ue000',
];
const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...`%"'&<>\\$!()*~ +/=?#@:;,[]{}|^\`-_.`) },
  { weight: 4, arbitrary: fc.constantFrom(...'abcXYZ019') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'\n\t\r\x01\x07\b\v\f\x1b\x7fä€金😀\u00a0\u0085\u200b\u2028\ufeff\u0378\ue000',
    ),
  },
);
/** A path in a URL loses them, also when a line break or tab, which it loses first, was between: that is another text. */
const DOTS = /(?:^|[/\\])\.{1,2}(?:[/\\?#]|$)/;
const value = fc
  .string({ unit: character, minLength: 8, maxLength: 90 })
  .map((text) => text.trim())
  .filter(
    (text) =>
      text.length >= 8 &&
      /[a-zA-Z0-9].*[a-zA-Z0-9].*[a-zA-Z0-9]/.test(text) &&
      !/^-|^[[{]/.test(text) &&
      !DOTS.test(text.replace(/[\t\n\r]/g, '')),
  );
const VALUES = [...HARD, ...fc.sample(value, 120)];

const folder = mkdtempSync(join(tmpdir(), 'redact-tools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without the start-up files of whoever runs the test. */
const ENV = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C.UTF-8' };

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What a program prints that gets values as arguments and ends what it prints for each with NUL. */
function printedBy(
  [program = '', ...args]: readonly string[],
  {
    values = VALUES,
    env = {},
  }: { readonly values?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): readonly string[] {
  const output = execFileSync(program, [...args, ...values], {
    env: { ...ENV, ...env },
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output.toString('latin1').split('\0').slice(0, -1);
}

const BEHIND = '\n\0\n';
const patternsFor = new Map<string, Patterns>();

function shown(one: string, printed: string): string {
  const patterns = patternsFor.get(one) ?? patternsOf([new Secret(one)]);
  patternsFor.set(one, patterns);
  // With something behind it, as otherwise a quote at the end, or a line that is a quote, may be the beginning of another form.
  return redacted(patterns, [Buffer.from(printed, 'latin1'), Buffer.from(BEHIND)])
    .toString()
    .slice(0, -BEHIND.length);
}

/** The first few of which more is left than there may be. */
function wrong(
  printed: readonly string[],
  left = /^\*\*\*$/,
  values: readonly string[] = VALUES,
): readonly unknown[] {
  expect(printed).toHaveLength(values.length);
  return printed
    .map((text, index) => ({ value: values[index] ?? '', text, shown: shown(values[index] ?? '', text) }))
    .filter((one) => !left.test(one.shown))
    .slice(0, 3);
}

/** What is printed for the first of several expressions and all values, for the second, … */
function share(printed: readonly string[], index: number): readonly string[] {
  return printed.slice(index * VALUES.length, (index + 1) * VALUES.length);
}

/** An expression of a language, and what may be left of what it prints. */
type Expressions = readonly (readonly [expression: string, left?: RegExp])[];

function proven(
  program: string,
  expressions: Expressions,
  command: (all: readonly string[]) => readonly string[],
  env: NodeJS.ProcessEnv = {},
): void {
  describe.runIf(has(program))(program, () => {
    let printed: readonly string[] = [];
    beforeAll(() => {
      printed = printedBy(command(expressions.map(([expression]) => expression)), { env });
    });
    it.each(expressions.map(([expression, left], index) => ({ expression, left, index })))(
      '$expression',
      ({ left, index }) => {
        expect(wrong(share(printed, index), left)).toEqual([]);
      },
    );
  });
}

describe.each(['C.UTF-8', 'C'])('bash in the locale %s', (locale) => {
  it.each<[string, string, RegExp]>([
    ['printf %q', 'printf %q "$v"', /^(\$')?\*\*\*'?$/],
    ['printf %q behind other text', 'printf %q "x=x$v"', /^(\$')?x=x\*\*\*'?$/],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
    ['@Q', 'printf %s "${v@Q}"', /^\$?'\*\*\*'$/],
    ['declare -p', 'declare -p v', /^declare -- v=\$?["']\*\*\*["']\n$/],
    ['set -x', '{ set -x; : "$v"; set +x; } 2>&1', /^\+ : \$?'?\*\*\*'?\n\+ set \+x\n$/],
    ['set -x of an assignment', '{ set -x; w=$v; set +x; } 2>&1', /^\+ w=\$?'?\*\*\*'?\n\+ set \+x\n$/],
  ])('%s', (_, script, left) => {
    const command = ['bash', '-c', `for v; do ${script}; printf '\\0'; done`, 'bash'];
    expect(wrong(printedBy(command, { env: { LC_ALL: locale } }), left)).toEqual([]);
  });
});

/** For those that are started once for each. */
const SOME = VALUES.slice(0, HARD.length + 20);

function piped(shell: string, script: string): readonly string[] {
  return printedBy([shell, '-c', `for v; do ${script}; printf '\\0'; done`, shell], { values: SOME });
}

describe.runIf(has('dash'))('dash', () => {
  it.each<[string, string, RegExp]>([
    ['export -p', 'export v; export -p | grep -a -v "^export [A-Z_]*="', /^export v=['"]*\*\*\*['"]*\n$/],
    ['set -x', '{ set -x; : "$v"; set +x; } 2>&1', /^\+ : ['"]*\*\*\*['"]*\n\+ set \+x\n$/],
  ])('%s', (_, script, left) => {
    expect(wrong(piped('dash', script), left, SOME)).toEqual([]);
  });
});

describe('programs that encode', () => {
  /** Of base64, what the neighbours have a part in, and the line breaks; of its last line, what is too short. */
  const edges = (first: number): RegExp =>
    new RegExp(`^.{${first}}(\\*\\*\\*\\n?)+[A-Za-z0-9+/=]{0,10}\\n?$`);

  it.each<[string, string, RegExp]>([
    ['base64', '| base64', edges(0)],
    ['base64', '| base64 -w0', edges(0)],
    ['base64', '| { cat; echo; } | base64', edges(0)],
    ['base64', '| { printf x; cat; } | base64 -w0', edges(2)],
    ['base64', '| { printf xy; cat; } | base64 -w0', edges(3)],
    ['openssl', '| openssl base64', edges(0)],
    ['xxd', '| xxd -p -c0', /^\*\*\*\n?$/],
    ['xxd', '| xxd -p -u -c0', /^\*\*\*\n?$/],
    // Nothing listens there; it tells the address all the same.
    ['curl', '| curl -sG --data-urlencode v@- -w "%{url_effective}" http://127.0.0.1:1/', /\?v=\*\*\*$/],
  ])('%s, in: it %s', (program, pipe, left) => {
    if (has(program)) expect(wrong(piped('bash', `printf %s "$v" ${pipe}`), left, SOME)).toEqual([]);
  });
});

const PYTHON: Expressions = [
  ['repr(v)', /^['"]\*\*\*['"]$/],
  ['ascii(v)', /^['"]\*\*\*['"]$/],
  ['repr(v.encode())', /^b['"]\*\*\*['"]$/],
  ['repr({"k": [v]})', /^\{'k': \[['"]\*\*\*['"]\]\}$/],
  ['json.dumps(v)', /^"\*\*\*"$/],
  ['json.dumps(v, ensure_ascii=False)', /^"\*\*\*"$/],
  ['json.dumps(json.dumps(v, ensure_ascii=False), ensure_ascii=False)', /^"\\"\*\*\*\\""$/],
  ['urllib.parse.quote(v)'],
  ['urllib.parse.quote(v, safe="")'],
  ['urllib.parse.quote_plus(v)'],
  ['urllib.parse.urlencode({"k": v})', /^k=\*\*\*$/],
  ['html.escape(v)'],
  ['html.escape(v, quote=False)'],
  ['shlex.quote(v)', /^'?\*\*\*'?$/],
  ['saxutils.escape(v)'],
  ['saxutils.quoteattr(v)', /^["']\*\*\*["']$/],
  ['ET.tostring(element(v))', /^<a k="\*\*\*">\*\*\*<\/a>$/],
  ['ET.tostring(element(v), encoding="unicode")', /^<a k="\*\*\*">\*\*\*<\/a>$/],
  ['row(v)', /^"\*\*\*"$/],
  ['v.encode().hex()'],
  ['v.encode().hex().upper()'],
  ['base64.urlsafe_b64encode(b"x" + v.encode())', /^.{2}\*\*\*.{0,4}$/],
  ['base64.encodebytes(v.encode())', /^(\*\*\*\n?)+.{0,10}\n$/],
  ['v.replace("$", "$$")'],
  ['v.replace("\'", "\'\'")'],
];

proven('python3', PYTHON, (all) => {
  const script = `import base64, csv, html, io, json, shlex, sys, urllib.parse, xml.etree.ElementTree as ET
from xml.sax import saxutils
def element(v):
    e = ET.Element('a', k=v)
    e.text = v
    return e
def row(v):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator='').writerow([v])
    return out.getvalue()
for f in [${all.map((expression) => `lambda v: ${expression}`).join(', ')}]:
    for v in sys.argv[1:]:
        p = f(v)
        sys.stdout.buffer.write((p if isinstance(p, bytes) else p.encode()) + b'\\0')
`;
  return ['python3', '-X', 'utf8', '-c', script];
});

/** Given to a part of a URL, between other text: a part loses blanks and marks at its ends. */
function set(part: string): string {
  return `((url) => { url.${part} = "x" + v + "y"; return url.href })(new URL("http://u@h/p"))`;
}

const NODE: Expressions = [
  ['JSON.stringify(v)', /^"\*\*\*"$/],
  ['encodeURIComponent(v)'],
  ['encodeURI(v)'],
  ['new URLSearchParams({ k: v }).toString()', /^k=\*\*\*$/],
  ['require("node:querystring").escape(v)'],
  ['new URL("http://h/?k=" + v + "&l=1").href', /^http:\/\/h\/\?k=\*\*\*&l=1$/],
  ['new URL("redis://h/?k=" + v + "&l=1").href', /^redis:\/\/h\/\?k=\*\*\*&l=1$/],
  ['new URL("http://h/p/" + v + "/q").href', /^http:\/\/h\/p\/\*\*\*\/q$/],
  ['new URL("redis://h/p/" + v + "/q").href', /^redis:\/\/h\/p\/\*\*\*\/q$/],
  ['new URL("http://h/#" + v + ".").href', /^http:\/\/h\/#\*\*\*\.$/],
  [set('search'), /^http:\/\/u@h\/p\?x\*\*\*y$/],
  [set('pathname'), /^http:\/\/u@h\/x\*\*\*y$/],
  [set('hash'), /^http:\/\/u@h\/p#x\*\*\*y$/],
  [set('username'), /^http:\/\/x\*\*\*y@h\/p$/],
  [set('password'), /^http:\/\/u:x\*\*\*y@h\/p$/],
  ['require("node:util").inspect({ k: v })', /^\{\s+k: (['"`]\*\*\*['"`]( \+\s+)?)+\s\}$/],
  ['Buffer.from(v).toString("hex")'],
  ['Buffer.from("a:" + v).toString("base64")', /^.{3}\*\*\*.{0,4}$/],
  ['Buffer.from(v).toString("base64url")', /^\*\*\*.{0,4}$/],
  // as a terminal prints it
  ['v.replace(/\\r?\\n/g, "\\r\\n")'],
];

proven(process.execPath, NODE, (all) => {
  const each = all.map((expression) => `(v) => ${expression}`).join(', ');
  const script = `for (const f of [${each}]) for (const v of process.argv.slice(1)) process.stdout.write(f(v) + '\\0')`;
  return [process.execPath, '-e', script, '--'];
});

const JQ: Expressions = [
  ['tojson', /^"\*\*\*"$/],
  ['@uri'],
  ['@html'],
  ['@sh', /^'\*\*\*'$/],
  ['[.] | @csv', /^"\*\*\*"$/],
  ['@base64', /^\*\*\*.{0,4}$/],
];

proven('jq', JQ, (all) => {
  const each = all.map((expression) => `($ARGS.positional[] | (${expression}), "\\u0000")`).join(', ');
  return ['jq', '-nj', each, '--args', '--'];
});

describe.runIf(has('jq'))('jq in ASCII', () => {
  it('-a', () => {
    const script = 'jq -anc \'$ARGS.positional[]\' --args -- "$@" | tr "\\n" "\\0"';
    expect(wrong(printedBy(['sh', '-c', script, 'sh']), /^"\*\*\*"$/)).toEqual([]);
  });
});

describe.runIf(has('perl'))('perl', () => {
  it('Data::Dumper', () => {
    const script = '$Data::Dumper::Terse = 1; print Dumper($_), "\\0" for @ARGV';
    expect(wrong(printedBy(['perl', '-MData::Dumper', '-e', script, '--']), /^'\*\*\*'\n$/)).toEqual([]);
  });
});

const GO: Expressions = [
  ['marshal(v)', /^"\*\*\*"$/],
  ['fmt.Sprintf("%q", v)', /^"\*\*\*"$/],
  ['html.EscapeString(v)'],
  // What XML cannot hold is replaced: that is another text.
  ['attribute(v)', /^\*\*\*$|\ufffd/],
  ['url.QueryEscape(v)'],
  ['url.PathEscape(v)'],
  ['url.UserPassword("u", v).String()', /^u:\*\*\*$/],
];

function goProgram(expressions: readonly string[]): readonly string[] {
  const each = expressions.map((expression) => `func(v string) string { return ${expression} },`).join('\n');
  const source = `package main
import ("bytes"; "encoding/json"; "encoding/xml"; "fmt"; "html"; "net/url"; "os")
func marshal(v string) string { b, _ := json.Marshal(v); return string(b) }
func attribute(v string) string { var b bytes.Buffer; xml.EscapeText(&b, []byte(v)); return b.String() }
func main() {
	for _, f := range []func(string) string{
${each}
	} { for _, v := range os.Args[1:] { fmt.Print(f(v), "\\x00") } }
}`;
  writeFileSync(join(folder, 'main.go'), source);
  return ['go', 'run', 'main.go'];
}

// At home, where it has its cache: without one it takes a quarter of a minute.
proven('go', GO, goProgram, { HOME: process.env.HOME, GOTOOLCHAIN: 'local' });

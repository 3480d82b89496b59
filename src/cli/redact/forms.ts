/**
 * Why this exists: a program prints a secret as it is, or quoted, escaped or encoded as its language does; each way is a
 * form that has to be hidden. `test/unit/cli/redact/tools.test.ts` compares them with what the programs themselves print.
 */

import {
  base64Forms,
  ESCAPED_BY_GO,
  formEncoded,
  json,
  KEPT,
  NOT_PRINTABLE_ASCII,
  percent,
} from '../../secrets/forms.ts';
import { isWorthHiding, linesWorthHiding, textsIn } from '../../secrets/parts.ts';
import { markupForms } from './markup.ts';
import { quotedForms } from './quoting.ts';
import { urlForms } from './urls.ts';

/** Characters of a value beyond which it cannot be in the environment (`src/secrets/sizes.ts`), only in a file. */
const LARGEST_IN_ENVIRONMENT = 65_536;

/**
 * All forms of a value: of the whole, of each line and of each string in its JSON. Some come twice. What is too large for
 * the environment has only those in which files are printed: its patterns would be a hundred times as large as it is.
 */
export function formsOf(value: string): readonly string[] {
  const formsOfText = value.length > LARGEST_IN_ENVIRONMENT ? formsOfFile : formsOfValue;
  return textsIn(value).flatMap(formsOfText);
}

function formsOfValue(text: string): readonly string[] {
  const whole = wholes(text);
  return [
    ...[...new Set([...whole, ...linesWorthHiding(text)])].flatMap(allForms),
    ...whole.flatMap((one) => [withCrLf(one), ...wrappedBase64(one)]),
  ];
}

function formsOfFile(text: string): readonly string[] {
  const whole = wholes(text);
  return [...whole.flatMap(fileForms), ...whole.map(withCrLf), ...linesWorthHiding(text).flatMap(plainForms)];
}

/** The text without blanks around it, as it is and with LF alone. */
function wholes(text: string): readonly string[] {
  const whole = text.trim();
  return isWorthHiding(whole) ? [...new Set([whole, whole.replaceAll('\r\n', '\n')])] : [];
}

/** A terminal prints LF as CRLF. */
function withCrLf(whole: string): string {
  return whole.replace(/\r?\n/g, '\r\n');
}

function plainForms(text: string): readonly string[] {
  return [text, json(text), json(text, ESCAPED_BY_GO), json(text, NOT_PRINTABLE_ASCII)];
}

function fileForms(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [...plainForms(text), ...base64Forms(bytes), ...hexForms(bytes)];
}

function allForms(text: string): readonly string[] {
  const escaped = /[^A-Za-z0-9]/.test(text)
    ? [
        ...jsonForms(text),
        ...percentForms(text),
        ...urlForms(text),
        ...markupForms(text),
        ...quotedForms(text),
      ]
    : [];
  return [...fileForms(text), ...escaped];
}

function jsonForms(text: string): readonly string[] {
  return [
    json(text, NOT_PRINTABLE_ASCII, 'upper'),
    // jq
    json(text, /\x7f/g),
    // Windows PowerShell
    json(text, /['<>&]/g),
    // Gson
    json(text, /[<>&='\u2028\u2029]/g),
    // System.Text.Json of .NET, which writes quotes, too, by their code
    json(text, /[&'<>+`]|[^\x20-\x7e]/g, 'upper').replaceAll('\\"', '\\u0022'),
    // PHP
    json(text, /[^\0-\x7f]/g).replaceAll('/', '\\/'),
    // JSON in a string of JSON
    json(json(text)),
  ];
}

/** What is left as it is besides letters and digits, in upper and lower case, with `%20` and `+`. */
function percentForms(text: string): readonly string[] {
  const upper = Object.values({ ...KEPT, ...KEPT_ELSEWHERE }).flatMap((kept) => [
    percent(text, kept),
    formEncoded(text, kept),
  ]);
  return [...upper, ...upper.map((form) => form.replace(/%../g, (code) => code.toLowerCase()))];
}

const KEPT_ELSEWHERE = {
  encodeURIComponent: "-_.!~*'()",
  encodeURI: "-_.!~*'();,/?:@&=+$#",
  python: '-_.~/',
  php: '-_.',
  dotNet: '-_.!*()',
  goPath: '-_.~$&+=:@',
  goUserInfo: '-_.~$&+,;=',
};

const SHORTEST_HEX = 8;

function hexForms(bytes: Buffer): readonly string[] {
  const lower = bytes.toString('hex');
  return bytes.length < SHORTEST_HEX ? [] : [lower, lower.toUpperCase()];
}

/** Its lines when the text alone is encoded by `base64`, which wraps at 76 characters, or `openssl`, at 64. */
function wrappedBase64(text: string): readonly string[] {
  const [encoded = ''] = base64Forms(Buffer.from(text));
  return [76, 64].flatMap((width) => encoded.match(new RegExp(`.{8,${width}}`, 'g')) ?? []);
}

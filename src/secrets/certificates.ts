/** Why this exists: the `pki` input, `path {json}` separated by semicolons or new lines, as vault-action writes it. */

import { jsonObject, parseJson } from '../vault/json.ts';
import { parsePath } from '../vault/paths.ts';
import type { Mistake } from './lexer.ts';

export interface CertificateRequest {
  /** Escaped: `pki/issue/web`. */
  readonly path: string;
  /** As the API takes them; numbers keep their digits. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly line: number;
}

export interface ParsedRequests {
  readonly requests: readonly CertificateRequest[];
  readonly mistakes: readonly Mistake[];
}

const SEPARATORS = /[\s;]*/y;
const PATH = /[^\s;{]+/y;
const BLANKS = /\s*/y;

/** The requests of a text, and all mistakes in it up to one after which nothing can be told apart. */
export function parseCertificateRequests(text: string): ParsedRequests {
  const requests: CertificateRequest[] = [];
  const mistakes: Mistake[] = [];
  let at = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  for (;;) {
    match(SEPARATORS);
    if (at >= text.length) return { requests, mistakes };
    const start = at;
    const path = match(PATH);
    match(BLANKS);
    const json = objectAt(text, at);
    const parameters = jsonObject(parseJson(json ?? ''));
    at += json?.length ?? 0;
    const parsed = parsePath(path, { literal: false });
    const problem = problemOf(path, parsed, parameters);
    if (problem) mistakes.push({ ...placeOf(text, start), problem });
    else if ('path' in parsed && parameters)
      requests.push({ path: parsed.path, parameters, line: placeOf(text, start).line });
    if (json === undefined) return { requests, mistakes };
  }
}

function problemOf(path: string, parsed: object, parameters: unknown): string | undefined {
  if (path === '') return 'expected a path, such as pki/issue/web, before "{"';
  if ('problem' in parsed) return String(parsed.problem);
  if ('folder' in parsed || 'version' in parsed) return `"${path}" is not the path of an issuer`;
  return parameters
    ? undefined
    : `expected parameters after "${path}": a JSON object such as {"common_name": "…"}`;
}

/** The text of the JSON object that begins at `start`: up to the brace that closes it. */
function objectAt(text: string, start: number): string | undefined {
  if (text[start] !== '{') return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth++;
    if (token === '}' && --depth === 0) return text.slice(start, start + index + 1);
  }
  return undefined;
}

function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

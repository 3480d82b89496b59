/** Why this exists: a path as a user writes it becomes one that can be sent, or a sentence about why it cannot. */

export interface Path {
  /** Escaped, without leading or trailing slash; of a folder, without its stars. */
  readonly path: string;
  /** `?version=N` of a KV v2 secret. */
  readonly version?: number | undefined;
  /** `…/*`: every secret directly in the folder; `…/**`: also in the folders below. */
  readonly folder?: 'direct' | 'deep' | undefined;
}

/**
 * The path, or what is wrong with it. Escapes such as `%20` are kept; what else needs escaping is escaped. `literal`: it
 * stood in quotes, so `?` and `*` are characters like any other.
 */
export function parsePath(
  text: string,
  { literal }: { readonly literal: boolean },
): Path | { readonly problem: string } {
  if (literal) return plainPath(text);
  const [, plain = '', query] = /^([^?]*)(?:\?(.*))?$/s.exec(text) ?? [];
  const [, parent, stars] = /^(.*)\/(\*\*?)$/s.exec(plain) ?? [];
  if ((parent ?? plain).includes('*')) return { problem: 'only the last segment of a path can be * or **' };
  if (query === undefined) {
    const folder = stars === undefined ? undefined : stars === '*' ? 'direct' : 'deep';
    return { ...plainPath(parent ?? plain), ...(folder && { folder }) };
  }
  const version = /^version=([1-9]\d{0,8})$/.exec(query)?.[1];
  if (version === undefined) {
    return { problem: 'after "?" only version=N is understood; a question mark in a name is written %3F' };
  }
  if (stars !== undefined) return { problem: 'a folder has no versions' };
  return { ...plainPath(plain), version: Number(version) };
}

function plainPath(text: string): { readonly path: string } | { readonly problem: string } {
  const problem = pathProblem(text);
  return problem ? { problem } : { path: escapePath(trimSlashes(text)) };
}

/** Without the slashes around it. */
export function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, '');
}

/** What keeps a path from being sent, or undefined. Servers and URL parsers resolve dots and double slashes. */
export function pathProblem(text: string): string | undefined {
  const segments = trimSlashes(text).split('/').map(unescaped);
  if (segments.includes(undefined)) return 'the path has an escape that is no UTF-8';
  return segmentProblem(segments.flatMap((segment) => segment?.split('/') ?? []));
}

function segmentProblem(segments: readonly string[]): string | undefined {
  if (segments.some((segment) => segment === '')) return 'the path has an empty segment';
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'the path may not hold . or ..';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (segments.some((segment) => /[\u0000-\u001f\u007f]/.test(segment))) {
    return 'the path has a control character';
  }
  return undefined;
}

/** Percent-encodes what a URL path cannot hold; existing escapes stay. */
export function escapePath(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}|[^/]/gu, (part) =>
    part.length === 3 && part[0] === '%' ? part : encode(part),
  );
}

function encode(character: string): string {
  return encodeURIComponent(character).replace(/%3A|%40|%24|%2C|%2B|%3D|%26/gi, decodeURIComponent);
}

/** Undefined for escapes that are no UTF-8. A percent sign that begins no escape stands for itself. */
function unescaped(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return undefined;
  }
}

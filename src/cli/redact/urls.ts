/**
 * Why this exists: browsers and Node.js print a text in a URL as the URL Standard of the WHATWG says, which depends on the
 * part of the URL that the text is in. `https://url.spec.whatwg.org/#percent-encoded-bytes` has the sets.
 */

import { percent } from '../../secrets/forms.ts';

/**
 * A text in the path, in the query, behind `#` or in the user's name and password. Where it is put into a URL that is read
 * then, a `?` or `#` of its own ends the part; where it is given to a part, as to `url.search`, it is encoded.
 */
export function urlForms(text: string): readonly string[] {
  // Readers of URLs drop these, but not of a name and a password that they are given.
  const one = text.replace(/[\t\n\r]/g, '');
  return [percent(text, USER), ...partForms(one), ...readForms(one)];
}

/** Given to a part of a URL. */
function partForms(text: string): readonly string[] {
  const inPath = PATHS.flatMap((left) => slashed(text).map((path) => percent(path, left)));
  return [...inPath, ...[...QUERIES, FRAGMENT, USER].map((left) => percent(text, left))];
}

/** Read in a path or in a query, up to where it ends that part itself. */
function readForms(text: string): readonly string[] {
  const [, front = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? [];
  const inPath = PATHS.flatMap((left) => slashed(front).map((path) => percent(path, left)));
  const end = percent(fragment, FRAGMENT);
  return QUERIES.flatMap((left) => {
    const inQuery = percent(front + query, left);
    return [inQuery, ...inPath.map((path) => path + percent(query, left))].map((start) => start + end);
  });
}

/** In the path of an `http:` or `https:` URL, `\` becomes `/`. */
function slashed(path: string): readonly string[] {
  return [path, path.replaceAll('\\', '/')];
}

/** Printable ASCII without these: what is left as it is. */
function allBut(encoded: string): string {
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  return printable.filter((character) => !encoded.includes(character)).join('');
}

/** `^` is left by Node.js before 24. */
const PATHS = [allBut('"#<>?`{}'), allBut('"#<>?^`{}')];
/** Of schemes such as `redis:`, and of `http:` and `https:`. */
const QUERIES = [allBut('"#<>'), allBut(`"#'<>`)];
const FRAGMENT = allBut('"<>`');
const USER = allBut('"#/:;<=>?@[\\]^`{|}');

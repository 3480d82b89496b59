/**
 * Why this exists: what of a value is worth hiding: its lines and the strings in its JSON, but nothing that every log is
 * full of (rules R2 and R3).
 */

import { parseJson } from '../vault/json.ts';

/** Characters below which hiding a text would hide too much. */
const SHORTEST = 4;

const WORDS = new Set(['true', 'false', 'null', 'none', 'yes', 'no', 'on', 'off', '0', '1', 'undefined']);
/** Nothing but JSON punctuation, or the armour of a PEM block. */
const STRUCTURE = /^[\s{}[\]()"',:;]*$|^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/** The text itself, and every string in it when it is JSON. */
export function textsIn(value: string): readonly string[] {
  return [value, ...leaves(value)];
}

/** The lines of a text that are worth hiding, without blanks around them. */
export function linesWorthHiding(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(isWorthHiding);
}

/** Whether it is long enough, and more than structure or a common word. The text has no blanks around it. */
export function isWorthHiding(text: string): boolean {
  return text.length >= SHORTEST && !STRUCTURE.test(text) && !isWord(text);
}

/** Also as a line of pretty JSON: `true,`. */
function isWord(line: string): boolean {
  return WORDS.has(line.replace(/[\s"',;]+/g, '').toLowerCase());
}

/** A string in JSON, and the colon behind it when it is the name of a field. */
const JSON_STRING = /"(?:[^"\\\r\n]|\\.)*"(\s*:)?/g;

/**
 * Every string inside a JSON object or array, also inside of JSON in a string. Found by its quotes and not by parsing,
 * so that neither depth nor a field that stands twice keeps one from being hidden.
 */
function leaves(text: string): readonly string[] {
  if (!/^\s*[{[]/.test(text)) return [];
  return [...text.matchAll(JSON_STRING)]
    .filter(([, colon]) => colon === undefined)
    .map(([literal]) => parseJson(literal))
    .filter((leaf) => typeof leaf === 'string')
    .flatMap((leaf) => [leaf, ...leaves(leaf)]);
}

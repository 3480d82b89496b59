/** Why this exists: the forms of a text in XML and HTML, whose writers agree on little more than `&lt;`. */

/** As text and in attributes, by name and by number, in UTF-8 and in ASCII. */
export function markupForms(text: string): readonly string[] {
  return [
    ...WRITERS.flatMap((names) => [written(text, names), written(text, names, decimal)]),
    ...[decimal, hexadecimal, upperHexadecimal].flatMap((code) => [
      text.replace(/[&<>"']/g, code),
      text.replace(/[&<>"']|[^\p{ASCII}]/gu, code),
    ]),
  ];
}

type Names = Readonly<Record<string, string>>;

const MARKUP: Names = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What each of them does with quotes and blanks. */
const WRITERS: readonly Names[] = [
  // text of an element
  {},
  // attributes
  { '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
  { '"': '&quot;' },
  { '"': '&quot;', '\t': '&#09;', '\n': '&#10;', '\r': '&#13;' },
  { '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
  { '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' },
  // both quotes: by name; JavaScript; Python; PHP; Go and Jinja; Go's encoding/xml
  { '"': '&quot;', "'": '&apos;' },
  { '"': '&quot;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#x27;' },
  { '"': '&quot;', "'": '&#039;' },
  { '"': '&#34;', "'": '&#39;' },
  { '"': '&#34;', "'": '&#39;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' },
];

/** `code` writes what is not ASCII. */
function written(text: string, names: Names, code = asItIs): string {
  return text.replace(/[&<>"'\t\n\r]|[^\p{ASCII}]/gu, (c) =>
    c > '\x7f' ? code(c) : (names[c] ?? MARKUP[c] ?? c),
  );
}

function asItIs(character: string): string {
  return character;
}

function decimal(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function hexadecimal(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16)};`;
}

function upperHexadecimal(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
}

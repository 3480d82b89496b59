/** Why this exists: action.yml and examples are read as YAML without a library: blocks and scalars, and nothing else is accepted. */

export type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
  readonly depth: number;
  readonly text: string;
}

/** Each document of a text. Throws at what is no such YAML, and at a key that is given twice. */
export function readDocuments(text: string): readonly Yaml[] {
  return text.split(/^---$/m).map((document) => {
    const lines = document.split('\n').flatMap(toLine);
    const node = readNode(lines);
    if (lines[0]) throw new Error(`not read: ${lines[0].text}`);
    return node;
  });
}

/** What stands at a path of keys and numbers; an empty mapping where there is nothing. */
export function at(node: Yaml, ...path: readonly (string | number)[]): Yaml {
  return path.reduce<Yaml>((inner, key) => Object(inner)[key] ?? {}, node);
}

function toLine(line: string): readonly Line[] {
  if (line.includes('\t')) throw new Error(`a tab: ${line}`);
  const text = line.trim();
  return text === '' || text.startsWith('#') ? [] : [{ depth: line.search(/\S/), text }];
}

function readNode(lines: Line[]): Yaml {
  const [first] = lines;
  if (!first) throw new Error('nothing where a value should be');
  return first.text.startsWith('- ') ? readSequence(lines, first.depth) : readMapping(lines, first.depth);
}

/** What stands behind `- ` is a block of its own, two columns further. */
function readSequence(lines: Line[], depth: number): Yaml {
  const items: Yaml[] = [];
  while (lines[0]?.depth === depth && lines[0].text.startsWith('- ')) {
    const text = (lines.shift()?.text ?? '').slice(2);
    if (!KEY.test(text)) items.push(readScalar(text));
    else items.push(readMapping([{ depth: depth + 2, text }, ...takeDeeper(lines, depth)], depth + 2));
  }
  return items;
}

const KEY = /^([A-Za-z][\w./-]*):(?: +(.*))?$/;

function readMapping(lines: Line[], depth: number): Yaml {
  const mapping = new Map<string, Yaml>();
  while (lines[0]?.depth === depth) {
    const { text = '' } = lines.shift() ?? {};
    const [, key, rest = ''] = KEY.exec(text) ?? [];
    if (key === undefined || mapping.has(key)) throw new Error(`not read: ${text}`);
    const value = rest.startsWith('#') ? '' : rest;
    mapping.set(key, readValue(value, takeDeeper(lines, depth)));
  }
  if (lines[0] && lines[0].depth > depth) throw new Error(`not read: ${lines[0].text}`);
  return Object.fromEntries(mapping);
}

function readValue(text: string, deeper: Line[]): Yaml {
  if (text === '') return readNode(deeper);
  const more = deeper.map((line) => line.text).join(' ');
  if (text === '>-') return more;
  if (more !== '') throw new Error(`not read: ${more}`);
  return readScalar(text);
}

function takeDeeper(lines: Line[], depth: number): Line[] {
  const end = lines.findIndex((line) => line.depth <= depth);
  return lines.splice(0, end < 0 ? lines.length : end);
}

function readScalar(text: string): Yaml {
  const [, quoted] = /^"([^"\\]*)"(?: +#.*)?$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  const [, single] = /^'((?:[^']|'')*)'(?: +#.*)?$/.exec(text) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  const [, list] = /^\[(.*)\]$/.exec(text) ?? [];
  if (list !== undefined) return list.split(',').map((item) => readScalar(item.trim()));
  const plain = text.replace(/ +#.*$/, '');
  if (/^[&*!{[|>"'%@`]|: |:$/.test(plain)) throw new Error(`not read: ${text}`);
  return plain;
}

/** Why this exists: the tests read examples and tables out of the documents, all in the same way. */

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** All fenced blocks of a text, in their order. */
export function blocksOf(text: string): readonly Block[] {
  const found = text.matchAll(/^```(\w*)\n(.*?)\n```$/gms);
  return [...found].map(([, language = '', block = '']) => ({ language, text: block }));
}

/** What stands between fences of a language, each block for itself. */
export function fenced(text: string, language: string): readonly string[] {
  return blocksOf(text)
    .filter((block) => block.language === language)
    .map((block) => block.text);
}

/** The cells of the first table below a heading or in a whole text, without the table's own head. */
export function rowsUnder(text: string, heading?: string): readonly (readonly string[])[] {
  const section = heading === undefined ? text : (text.split(`\n${heading}\n`)[1] ?? '');
  const [, table = ''] = /\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(section) ?? [];
  const cells = (row: string): readonly string[] => row.split(/(?<!\\)\|/).slice(1, -1);
  return table
    .trim()
    .split('\n')
    .map((row) => cells(row).map((cell) => cell.trim().replaceAll('\\|', '|')));
}

/** The pieces of code in a cell or a sentence, however many backticks stand around each. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code = '']) =>
    /^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code,
  );
}

/** The values of inputs of ours in YAML: `name: value`, or `name: |` and the lines below. */
export function inputsIn(yaml: string, names: readonly string[]): Readonly<Record<string, string>> {
  const found = yaml.matchAll(/^( *)(\w+): (?:\|\n((?:\1 +.*\n?)+)|(.+))$/gm);
  const inputs = [...found].map(([, , name = '', block, line]) => [name, block ?? line ?? ''] as const);
  return Object.fromEntries(inputs.filter(([name]) => names.includes(name)));
}

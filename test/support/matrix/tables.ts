/** Why this exists: what the matrix has seen becomes the tables of docs/reliability.md. */

import type { Operation } from './operations.ts';
import type { Verdict } from './verdict.ts';

/** One fault of one kind of request: when it comes once, and when it stays. */
export interface Pair {
  readonly operation: Operation;
  readonly fault: string;
  readonly once: Verdict;
  readonly lasting: Verdict;
}

export interface Group {
  readonly title: string;
  readonly faults: readonly string[];
}

/** All faults of all operations in symbols. */
export function overview(
  pairs: readonly Pair[],
  groups: readonly Group[],
  operations: readonly Operation[],
): string {
  const cell = (fault: string, operation: Operation): string => {
    const pair = pairs.find((one) => one.fault === fault && one.operation === operation);
    return pair ? symbols(pair) : '';
  };
  const rows = groups.flatMap(({ title, faults }) => [
    [`**${title}**`, ...operations.map(() => '')],
    ...faults.map((fault) => [fault, ...operations.map((operation) => cell(fault, operation))]),
  ]);
  return table(['', ...operations.map(({ name }) => name)], rows);
}

function symbols({ once, lasting }: Pair): string {
  const all = [once, lasting].map(({ survives, requests }) => `${survives ? '✓' : '✗'}${requests}`);
  return [...new Set(all)].join(' ');
}

/** Faults with the same end in one row, operations with the same rows in one section. */
export function details(pairs: readonly Pair[], operations: readonly Operation[]): string {
  const sections = new Map<string, string[]>();
  for (const operation of operations) {
    const text = section(pairs.filter((pair) => pair.operation === operation));
    sections.set(text, [...(sections.get(text) ?? []), operation.name]);
  }
  return [...sections].map(([text, names]) => `### ${names.join(', ')}\n\n${text}`).join('\n\n');
}

function section(pairs: readonly Pair[]): string {
  const faults = new Map<string, string[]>();
  for (const pair of pairs) {
    const cells = end(pair).join(' | ');
    faults.set(cells, [...(faults.get(cells) ?? []), pair.fault]);
  }
  const rows = [...faults].map(([cells, names]) => [names.join(' · '), cells]);
  return table(['what goes wrong', 'once', 'every time', 'what the log says', 'left behind'], rows);
}

function end({ once, lasting }: Pair): readonly string[] {
  const same = words(once) === words(lasting);
  const last = lasting.survives ? once : lasting;
  return [words(once), same ? 'the same' : words(lasting), last.message, last.left];
}

function words({ survives, requests, within }: Verdict): string {
  const count =
    requests === 'n' ? 'as many requests as fit' : `${requests} ${requests === 1 ? 'request' : 'requests'}`;
  return survives ? `survives, ${count}` : `fails within ${within}, ${count}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** Why this exists: the samples as a table that reads in a terminal and in a comment. */

import { summarize } from './measure.mjs';

/**
 * @typedef {import('./measure.mjs').Sample} Sample
 * @typedef {import('./measure.mjs').Summary} Summary
 * @typedef {import('./scenarios.mjs').Row} Row
 *
 * @typedef {object} Measured
 * @property {string} title
 * @property {readonly Row[]} rows
 * @property {readonly (readonly Sample[])[]} actions the samples of each action
 * @property {readonly Sample[] | undefined} nothing those of `node -e 0`
 */

/**
 * A line for each row, a column for each action, then a column for each ratio to the last action.
 * @param {readonly string[]} labels
 * @param {readonly Measured[]} measured
 * @returns {string}
 */
export function table(labels, measured) {
  const last = labels.at(-1) ?? '';
  const others = labels.slice(0, -1);
  const head = ['', ...labels, ...others.map((label) => `${label} : ${last}`)];
  const lines = [head, ...measured.flatMap((one) => [[], [one.title], ...linesOf(one)])];
  const widths = head.map((_, column) =>
    Math.max(...lines.filter((line) => line.length > 1).map((line) => line[column]?.length ?? 0)),
  );
  return lines.map((line) => aligned(line, widths)).join('\n');
}

/**
 * Counts have no ratio, and a row of which no action has a number is left out.
 * @param {Measured} measured
 * @returns {readonly string[][]}
 */
function linesOf({ rows, actions, nothing }) {
  return rows.flatMap(({ key, text, unit }) => {
    const summaries = actions.map((samples) => summarize(samples, key));
    if (summaries.every((summary) => summary === undefined)) return [];
    const last = summaries.at(-1);
    const values = summaries.map((summary) => written(summary, unit));
    const ratios = summaries.slice(0, -1).map((summary) => (unit ? ratio(summary, last) : ''));
    const floor = nothing && summarize(nothing, key);
    const compared = floor && [
      `  : node -e 0 (${written(floor, unit)})`,
      ...summaries.map((summary) => ratio(summary, floor)),
    ];
    return [[`  ${text}`, ...values, ...ratios], ...(compared ? [compared] : [])];
  });
}

/**
 * The median, and the quartiles where they differ from it.
 * @param {Summary | undefined} summary
 * @param {string} unit
 */
function written(summary, unit) {
  if (!summary) return '–';
  const [median, low, high] = [summary.median, summary.low, summary.high].map((value) => rounded(value));
  const spread = low === high ? '' : ` [${low}–${high}]`;
  return `${median}${unit && ` ${unit}`}${spread}`;
}

/** @param {number} value */
function rounded(value) {
  return Number.isInteger(value) || value >= 200 ? value.toFixed(0) : value.toFixed(1);
}

/**
 * @param {Summary | undefined} summary
 * @param {Summary | undefined} base
 */
function ratio(summary, base) {
  return summary && base && base.median > 0 ? `× ${(summary.median / base.median).toFixed(2)}` : '–';
}

/**
 * The first column to the left, numbers to the right; a title is as long as it is.
 * @param {readonly string[]} line
 * @param {readonly number[]} widths
 */
function aligned(line, widths) {
  if (line.length <= 1) return line[0] ?? '';
  const cells = line.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return cells.join('   ').trimEnd();
}

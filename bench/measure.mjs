/** Why this exists: samples of several subjects, taken in turns so that whatever disturbs the machine disturbs all. */

/**
 * @typedef {Readonly<Record<string, number | undefined>>} Sample one number for each row; undefined where there is none
 *
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} low the first quartile
 * @property {number} high the third
 */

/**
 * One warm-up of every subject, not counted; then so many rounds, each subject once in each.
 * @param {readonly (() => Promise<Sample>)[]} subjects
 * @param {number} rounds
 * @returns {Promise<readonly (readonly Sample[])[]>} the samples of each subject
 */
export async function inTurns(subjects, rounds) {
  for (const subject of subjects) await subject();
  /** @type {Sample[][]} */
  const samples = subjects.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) samples[index]?.push(await subject());
  }
  return samples;
}

/**
 * @param {readonly Sample[]} samples
 * @param {string} row
 * @returns {Summary | undefined} undefined where no sample has the row
 */
export function summarize(samples, row) {
  const values = samples.flatMap((sample) => sample[row] ?? []).sort((a, b) => a - b);
  if (values.length === 0) return undefined;
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/**
 * @param {readonly number[]} sorted not empty
 * @param {number} share
 */
export function quantile(sorted, share) {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

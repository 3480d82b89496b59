/** Why this exists: output as jobs print it, the same on every machine, with a secret here and there. */

const WORDS =
  'added building cache checking compiled done downloaded expected extracting fetching finished found from image in installed is layer linking module of ok package passed pulling running skipped step test the to transforming up using warning with'.split(
    ' ',
  );

/**
 * Text of so many bytes, in parts. One line in a thousand ends with the secret.
 * @param {number} size
 * @param {string} secret
 * @returns {Generator<string>}
 */
export function* jobOutput(size, secret) {
  const next = numbers(1);
  let bytes = 0;
  let lines = 0;
  while (bytes < size) {
    let part = '';
    for (let n = 0; n < 500; n++, lines++) {
      part += `${line(next)}${lines % LINES_FOR_A_SECRET === 0 ? ` ${secret}` : ''}\n`;
    }
    bytes += Buffer.byteLength(part);
    yield part;
  }
}

const LINES_FOR_A_SECRET = 1000;

/** @param {(bound: number) => number} next */
function line(next) {
  const kind = KINDS[next(KINDS.length)];
  return kind ? kind(next) : '';
}

/** @type {readonly ((next: (bound: number) => number) => string)[]} */
const KINDS = [
  (next) => `${time(next)} INFO  ${sentence(next, 8)}`,
  (next) => `${time(next)} INFO  ${sentence(next, 14)}`,
  (next) =>
    `npm http fetch GET 200 https://packages.example.test/${words(next, 1)}-${words(next, 1)} ${next(900)}ms (cache miss)`,
  (next) =>
    `{"level":"info","time":"${time(next)}","status":${200 + next(5)},"path":"/api/v1/${words(next, 1)}/${next(99_999)}","msg":"${sentence(next, 6)}"}`,
  (next) =>
    `\x1b[32m✓\x1b[39m test/unit/${words(next, 1)}.test.ts \x1b[2m(${next(90)} tests)\x1b[22m ${next(9000)}ms`,
  (next) =>
    `    at Object.${words(next, 1)} (/builds/group/project/src/${words(next, 1)}.ts:${next(400)}:${next(80)})`,
  (next) =>
    `sha256:${Array.from({ length: 8 }, () =>
      next(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('')} ${words(next, 3)}`,
  (next) => Buffer.from(Array.from({ length: 48 }, () => next(256))).toString('base64'),
  (next) => `\r${'#'.repeat(next(40))} ${next(100)}%`,
  (next) => `remote: Counting objects: ${next(100)}% (${next(5000)}/5000), größe ${next(9)}.${next(9)} MiB`,
];

/** @param {(bound: number) => number} next */
function time(next) {
  return `2026-11-21T${10 + next(10)}:${10 + next(49)}:${10 + next(49)}.${100 + next(899)}Z`;
}

/** @param {(bound: number) => number} next @param {number} most */
function sentence(next, most) {
  return words(next, 2 + next(most));
}

/** @param {(bound: number) => number} next @param {number} count */
function words(next, count) {
  return Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
}

/**
 * A source of numbers below a bound that look random and are the same every time (xorshift).
 * @param {number} seed
 * @returns {(bound: number) => number}
 */
export function numbers(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * bound);
  };
}

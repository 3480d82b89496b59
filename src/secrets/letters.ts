/** Why this exists: expressions over the letters and digits of all scripts, at the price of ASCII where a text is ASCII. */

/**
 * Gives the expression for a text. In `source`, `\p{L}` and `\p{N}` stand for letters and digits, within classes only.
 * V8 reads Unicode's tables whenever it meets those, even in a function that is not called, and takes milliseconds for
 * a few: so they are in a text here, and out of it for texts in ASCII, as nearly all are.
 */
export function overLetters(source: string, flags = ''): (text: string) => RegExp {
  const plain = source.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{N}', '0-9');
  return (text) => new RegExp(BEYOND_ASCII.test(text) ? source : plain, `u${flags}`);
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Why this exists: what redaction must give, so simply written that it can be seen to be right. */

/**
 * The whole text with `***` for each stretch of bytes that patterns cover. The beginning of a pattern at the very end
 * counts when it is a quarter of the pattern, or 16 bytes.
 */
export function naivelyRedacted(patterns: readonly Buffer[], text: Buffer): Buffer {
  const covered = new Uint8Array(text.length);
  for (const pattern of patterns) {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
      covered.fill(1, at, at + pattern.length);
    }
    for (let matched = 1; matched < pattern.length && matched <= text.length; matched++) {
      const likely = 4 * matched >= pattern.length || matched >= 16;
      if (likely && text.subarray(-matched).equals(pattern.subarray(0, matched))) covered.fill(1, -matched);
    }
  }
  const shown: Buffer[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!covered[at]) shown.push(text.subarray(at, at + 1));
    else if (!covered[at - 1]) shown.push(Buffer.from('***'));
  }
  return Buffer.concat(shown);
}

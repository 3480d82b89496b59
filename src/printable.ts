/** Why this exists: text that others wrote is printed without secrets in it and without being a command (R5, R6). */

const HIDDEN = '***';

/** The text with every one of `secrets` replaced. */
export function redact(text: string, secrets: Iterable<string>): string {
  return [...secrets]
    .filter((secret) => text.includes(secret))
    .sort((a, b) => b.length - a.length)
    .reduce((redacted, secret) => redacted.replaceAll(secret, HIDDEN), text);
}

/**
 * The text without control characters except newlines, and with nothing that a runner takes for a command: `::` at the
 * start of a line, `##[` anywhere.
 */
export function inert(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
      .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
      .replace(/##\[/g, '## [')
      .replace(/^(\s*):(?=:)/gm, '$1: ')
  );
}

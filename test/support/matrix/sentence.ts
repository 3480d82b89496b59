/** Why this exists: the sentence of a failure is taken from a log as a reader of the document would look it up. */

/**
 * The first annotation without host, port and names of this run, linked to the section that its hint names. The operation
 * is left out where it is the one that is expected.
 */
export function sentenceIn(log: string, operation = ''): string {
  const annotation = /^::(?:error|warning)::(.*)$/m.exec(log)?.[1];
  if (annotation === undefined) return log.trim().split('\n').at(-1) ?? '';
  const text = annotation.replaceAll('%0A', '\n');
  const anchor = /#([\w-]+)\)\.?$/m.exec(text)?.[1];
  const what = clause(text, operation);
  return anchor ? `[${what}](troubleshooting.md#${anchor})` : what;
}

function clause(text: string, operation: string): string {
  const [first = '', second = ''] = text.split('\n');
  if (first.startsWith('SECURITY:')) return 'SECURITY: the wrapped SecretID cannot be trusted';
  const line = / failed: /.test(first) ? first : second;
  const [, words = '', what = ''] =
    /^([A-Z][a-z ]*) failed: (?:[\d.]+:\d+: |(?:GET|POST) \S+ )(.*)$/.exec(line) ?? [];
  const said = what.replace(/[\d.]+:\d+/, '…');
  return operation.includes(words.toLowerCase()) ? said : `${words}: ${said}`;
}

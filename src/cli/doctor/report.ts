/** Why this exists: findings are printed, redacted and made inert, as they come or as one JSON text. */

import { inert, redact } from '../../printable.ts';
import type { PartsCall } from '../call.ts';
import { spelled } from '../flags.ts';
import type { Add, Finding, Level } from './finding.ts';

export interface Report {
  readonly add: Add;
  /** Prints what is still to be printed. Returns the command's status. */
  end(): number;
}

const WIDTHS = { level: 9, check: 12 };

export function reportTo({ flags, streams, surroundings }: PartsCall): Report {
  const { terminal } = surroundings;
  const findings: Finding[] = [];
  const isJson = flags.has('json');
  const printable = (text: string): string => inert(spelled(redact(text, terminal.hidden())));
  return {
    add: ({ level, check, what, remedy }) => {
      const finding = { level, check, what: printable(what), ...(remedy && { remedy: printable(remedy) }) };
      findings.push(finding);
      if (!isJson) streams.stdout.write(lineOf(finding));
    },
    end: () => {
      const status = findings.some(({ level }) => level === 'wrong') ? 1 : 0;
      if (isJson) streams.stdout.write(`${JSON.stringify({ status, findings }, null, 2)}\n`);
      terminal.info(countsOf(findings));
      return status;
    },
  };
}

function lineOf({ level, check, what, remedy }: Finding): string {
  const indent = ' '.repeat(WIDTHS.level + WIDTHS.check);
  const text = remedy ? `${what}\n→ ${remedy}` : what;
  return `${level.padEnd(WIDTHS.level)}${check.padEnd(WIDTHS.check)}${text.replaceAll('\n', `\n${indent}`)}\n`;
}

function countsOf(findings: readonly Finding[]): string {
  const levels: readonly Level[] = ['wrong', 'weak', 'skipped'];
  const counts = levels.map((level) => ({
    level,
    count: findings.filter((one) => one.level === level).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ level, count }) => `${count} ${level}`);
  return told.length > 0 ? `${told.join(', ')}.` : 'Nothing is wrong, and nothing is weak.';
}

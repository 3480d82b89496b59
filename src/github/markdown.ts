/** Why this exists: the job summary as Markdown (https://docs.github.com/actions, "Adding a job summary"). */

import type { Report, Row } from '../job/ci.ts';
import { countsOf } from '../job/report.ts';

const MOST_ROWS = 500;

/** Names, paths, versions and counts. GitHub drops summaries over 1 MiB, so long tables are cut. */
export function summaryText(report: Report): string {
  const { role, ttl, rows } = report;
  const login = role ? `Role \`${code(role)}\`${ttl ? `, token TTL ${ttl} s` : ''}. ` : '';
  const table =
    rows.length > 0 ? ['', '| Environment | Output | Path | Field | Version |', '|---|---|---|---|---|'] : [];
  const cut = rows.length > MOST_ROWS ? [`| … | ${rows.length - MOST_ROWS} more | | | |`] : [];
  return [
    '### Vault secrets',
    '',
    `${login}${countsOf(report)}.`,
    ...table,
    ...rows.slice(0, MOST_ROWS).map(line),
    ...cut,
    '',
  ].join('\n');
}

function line({ env, output, file, path, field, version, lease }: Row): string {
  const kind = lease === undefined ? (version ?? '') : `lease ${lease} s`;
  const age = file === undefined ? kind : `${kind} file`.trim();
  return `| ${cell(env)} | ${cell(output)} | ${cell(path)} | ${cell(field)} | ${age} |`;
}

function cell(text: string | undefined): string {
  return text === undefined ? '' : `\`${code(text)}\``;
}

/** Nothing in a path or a field's name may end the code span or the cell. */
function code(text: string): string {
  return text.replace(/[`|\r\n]/g, ' ');
}

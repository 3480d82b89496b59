/** Why this exists: pieces of the GitLab template run in any shell, in the frame that GitLab Runner puts around scripts. */

import { readFileSync } from 'node:fs';

const TEMPLATE = new URL('../../gitlab/templates/vault-approle.yml', import.meta.url);

/** The commands of one key of a hidden job, with what they refer to. The template has few forms of YAML; others throw. */
export function commandsOf(job: string, key: string): readonly string[] {
  const [, body = ''] = readFileSync(TEMPLATE, 'utf8').split('\n---\n');
  const [, section = ''] = new RegExp(`^${literal(job)}:\\n((?:(?: .*)?\\n)*)`, 'm').exec(body) ?? [];
  const [, list = ''] = new RegExp(`^  ${key}:\\n((?:(?:    .*)?\\n)*)`, 'm').exec(section) ?? [];
  const items = list.split(/^ {4}- /m).slice(1);
  if (items.length === 0) throw new Error(`${job} has no ${key}`);
  return items.flatMap((item) => commandsIn(item.trimEnd()));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function commandsIn(item: string): readonly string[] {
  if (item.startsWith('|\n')) return [item.slice(2).replace(/^ {6}/gm, '')];
  const [, job = '', key = ''] = /^!reference \[(.+), (.+)\]$/.exec(item) ?? [];
  if (job !== '') return commandsOf(job, key);
  const [, quoted] = /^'(.*)'$/.exec(item) ?? [];
  if (quoted !== undefined) return [quoted.replaceAll("''", "'")];
  if (/^[\w.!$]/.test(item) && !/\n|: /.test(item)) return [item];
  throw new Error(`this test cannot read ${item}`);
}

/** Since GitLab Runner 19.1 (and 19.0.2, 18.11.4) the frame is a subshell with a trap, before it was a pipe. */
export const FRAMES = ['subshell', 'pipe'] as const;

/** A script as GitLab Runner hands it to a shell (its `shells/bash.go`): all commands in one, without input. */
export function framed(commands: readonly string[], frame: (typeof FRAMES)[number]): string {
  const text = `'${commands.join('\n').replaceAll("'", "'\\''")}'`;
  const options = `case "$(set -o)" in *"pipefail"*) set -o pipefail;; esac; set -o errexit`;
  const lines =
    frame === 'pipe'
      ? [options, `: | eval ${text}`]
      : [`trap 'exit 1' TERM`, options, `(trap 'exit 1' TERM; eval ${text}) < /dev/null`];
  return [...lines, 'exit 0', ''].join('\n');
}

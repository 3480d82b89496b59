/** Why this exists: the committed command line is run as a CI system runs it: in a process, with nothing of our environment. */

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

export interface CliRun {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
  /** Told of the process as soon as there is one. */
  readonly started?: (child: ChildProcess) => void;
  /** In a process group of its own, as the job of a CI system is. */
  readonly ownGroup?: boolean;
}

export interface CliResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `vault-approle ARGS` to its end. Only PATH, HOME and what is given is in its environment. */
export async function runCli(
  args: readonly string[],
  { env = {}, stdin = '', cwd, started, ownGroup = false }: CliRun = {},
): Promise<CliResult> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: ownGroup,
    ...(cwd && { cwd }),
  });
  started?.(child);
  child.stdin.on('error', () => undefined).end(stdin);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (...end) => resolve(end)),
  );
  return { status, signal, ...output };
}

/** The environment of a job whose CI system hands over the credentials of a role. */
export function credentials(
  address: string,
  { mount, roleId, secretId }: { mount: string; roleId: string; secretId: string },
): Record<string, string> {
  return {
    VAULT_ADDR: address,
    VAULT_ROLE_ID: roleId,
    VAULT_SECRET_ID: secretId,
    VAULT_APPROLE_PATH: mount,
  };
}

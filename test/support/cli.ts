/** Why this exists: the committed command line is run as a CI system runs it: in a process, with nothing of our environment. */

import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

export interface CliRun {
  readonly env?: Readonly<Record<string, string>>;
  /** All of its standard input. */
  readonly stdin?: string;
  /** More may come: the test ends it. */
  readonly openInput?: boolean;
  readonly cwd?: string;
  /** In a process group of its own, as the job of a CI system is. */
  readonly ownGroup?: boolean;
  /** Nobody reads its standard output. */
  readonly unread?: boolean;
  /** The test closes its streams: what counts is that the process ends. */
  readonly ignoreEnd?: boolean;
  /** Another user, by number; a server's files are root's. */
  readonly uid?: number;
  /** A mask for the modes of files, in octal digits: a shell sets it, and is replaced. */
  readonly umask?: string;
  /** What a shell does before it is replaced by the command: 'exec >/dev/full'. */
  readonly shell?: string;
}

export interface CliResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<CliResult>;
  /** Settles when this has been printed to either stream; fails when the process ends without. */
  saw(text: string): Promise<void>;
  /** To this process alone. */
  kill(signal: NodeJS.Signals): void;
  /** To its whole group. */
  killGroup(signal: NodeJS.Signals): void;
}

/** Runs `vault-approle ARGS` to its end. Only PATH, HOME and what is given is in its environment. */
export async function runCli(args: readonly string[], options: CliRun = {}): Promise<CliResult> {
  return startCli(args, options).ended;
}

export function startCli(args: readonly string[], options: CliRun = {}): CliProcess {
  const {
    env = {},
    stdin = '',
    openInput = false,
    cwd,
    ownGroup = false,
    unread = false,
    ignoreEnd = false,
    uid,
    umask,
    shell = umask && `umask ${umask}`,
  } = options;
  const { PATH = '', HOME = '' } = process.env;
  const command = [process.execPath, CLI, ...args];
  const [file = '', ...rest] = shell ? ['sh', '-c', `${shell} && exec "$@"`, 'sh', ...command] : command;
  const child = spawn(file, rest, {
    env: { PATH, HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: ownGroup,
    ...(cwd && { cwd }),
    ...(uid && { uid }),
  });
  child.stdin.on('error', () => undefined).write(stdin);
  if (!openInput) child.stdin.end();
  const output = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of unread ? (['stderr'] as const) : (['stdout', 'stderr'] as const)) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      watchers.forEach((look) => look());
    });
  }
  /** A stream that nobody reads never ends. */
  const ended = new Promise<CliResult>((resolve) =>
    child.once(unread || ignoreEnd ? 'exit' : 'close', (status, signal) =>
      resolve({ status, signal, ...output }),
    ),
  );
  const saw = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (`${output.stdout}\n${output.stderr}`.includes(text)) resolve();
      };
      watchers.add(look);
      look();
      void ended.then((result) => reject(new Error(`never printed ${text}: ${JSON.stringify(result)}`)));
    });
  return {
    child,
    ended,
    saw,
    kill: (signal) => void child.kill(signal),
    killGroup: (signal) => void process.kill(-(child.pid ?? Number.NaN), signal),
  };
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

/** A user who is not root: undefined for ourselves, or `nobody` where that one can run the command line. */
export function lesserUser(): { readonly uid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    execFileSync(process.execPath, [CLI, '--version'], { uid: NOBODY, stdio: 'pipe' });
    return { uid: NOBODY };
  } catch {
    return undefined;
  }
}

const NOBODY = 65_534;

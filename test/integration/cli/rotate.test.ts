/** Why this exists: a SecretID is replaced on the real server, and whatever interrupts that leaves one that works, and no litter. */

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type CliProcess, type CliResult, lesserUser, runCli, startCli } from '../../support/cli.ts';
import { type Fault, type FaultServer, faultServer } from '../../support/fault-server.ts';
import { scenario, tokensOf, unique } from '../../support/scenario.ts';

const { address, api } = scenario();

let mount: string;
beforeAll(async () => {
  mount = unique('rotate');
  await api('POST', `sys/auth/${mount}`, { type: 'approle' });
});

/** A role that may rotate its own SecretID, and the file that holds it. */
interface Job {
  readonly base: string;
  readonly roleId: string;
  readonly file: string;
  /** Its SecretIDs, by what the server knows. */
  accessors(): Promise<readonly string[]>;
  /** Whether a SecretID logs in; without one, that of the file. */
  logsIn(secretId?: string): Promise<boolean>;
  current(): string;
  start(options?: Run): CliProcess;
  run(options?: Run): Promise<CliResult>;
}

interface Run {
  /** The file to take the SecretID from, if not the job's own. */
  readonly from?: string;
  readonly args?: readonly string[];
  readonly url?: string;
  readonly env?: Record<string, string>;
  readonly uid?: number;
}

const NOBODY = 65_534;

const RIGHTS = (base: string): string => `
path "${base}/secret-id" { capabilities = ["update", "list"] }
path "${base}/secret-id/lookup" { capabilities = ["update"] }
path "${base}/secret-id-accessor/lookup" { capabilities = ["update"] }
path "${base}/secret-id-accessor/destroy" { capabilities = ["update"] }`;

async function makeJob({ settings = {}, terms = {}, policy = RIGHTS } = {}): Promise<Job> {
  const name = unique('job');
  const base = `auth/${mount}/role/${name}`;
  await api('POST', `sys/policies/acl/${name}`, { policy: policy(base) });
  await api('POST', base, { token_policies: name, token_ttl: '10m', ...settings });
  const roleId: string = (await api('GET', `${base}/role-id`)).data.role_id;
  const folder = mkdtempSync(join(tmpdir(), 'cli-rotate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'secret-id');
  writeFileSync(file, (await api('POST', `${base}/secret-id`, terms)).data.secret_id);
  const current = (): string => readFileSync(file, 'utf8');
  const start = ({
    from = file,
    args = ['--out', from],
    url = address,
    env = {},
    uid,
  }: Run = {}): CliProcess =>
    startCli(['rotate', '--secret-id-file', from, ...args], {
      env: { VAULT_ADDR: url, VAULT_ROLE_ID: roleId, VAULT_APPROLE_PATH: mount, ...env },
      ...(uid && { uid }),
    });
  return {
    base,
    roleId,
    file,
    current,
    accessors: () => accessorsOf(base),
    logsIn: (secretId = current()) => logsIn(roleId, secretId),
    start,
    run: (options) => start(options).ended,
  };
}

async function accessorsOf(base: string): Promise<readonly string[]> {
  const response = await fetch(`${address}/v1/${base}/secret-id?list=true`, {
    headers: { 'X-Vault-Token': 'root-token-of-the-dev-server' },
  });
  const { data } = (await response.json()) as { data?: { keys: string[] } };
  return data?.keys ?? [];
}

async function logsIn(roleId: string, secretId: string): Promise<boolean> {
  const body = JSON.stringify({ role_id: roleId, secret_id: secretId });
  const response = await fetch(`${address}/v1/auth/${mount}/login`, { method: 'POST', body });
  await response.arrayBuffer();
  return response.status === 200;
}

async function proxy(): Promise<FaultServer> {
  const server = await faultServer(address);
  onTestFinished(() => server.stop());
  return server;
}

function nameOf({ base }: Job): string {
  return base.split('/').at(-1) ?? '';
}

/** One working SecretID, where it belongs, and no other. */
async function expectConverged(job: Job, old: string): Promise<void> {
  expect(await job.logsIn()).toBe(true);
  expect(await job.accessors()).toHaveLength(1);
  expect(job.current()).not.toBe(old);
}

/** The requests of a rotation without its mount and role. */
const REQUESTS = [
  'POST login',
  'POST sys/capabilities-self',
  'POST secret-id/lookup',
  'GET secret-id?list=true',
  'POST secret-id-accessor/lookup',
  'POST secret-id',
  'POST login',
  'POST auth/token/revoke-self',
  'POST secret-id-accessor/destroy',
  'POST auth/token/revoke-self',
];

/** The last request before the new SecretID is where it belongs. */
const HANDED_OVER = 8;

describe('rotate', () => {
  it('hands over to its arguments alone, never to where the variable of export points', async () => {
    const job = await makeJob();
    const lost = `${job.file}.env`;
    const env = { VAULT_APPROLE_OUT: lost };
    const stored = `${job.file}.stored`;
    const given = await job.run({ args: ['--exec', `cat > '${stored}'`], env });
    expect(given.status, given.stderr).toBe(0);
    expect(await job.logsIn(readFileSync(stored, 'utf8'))).toBe(true);
    const bare = await job.run({ from: stored, args: [], env });
    expect(bare.status, bare.stderr).toBe(2);
    expect(bare.stderr).toContain('--out: give the file for the new SecretID');
    expect(existsSync(lost)).toBe(false);
    expect(await job.logsIn(readFileSync(stored, 'utf8'))).toBe(true);
  });

  it('mints, proves, hands over and destroys, in this order', async () => {
    const job = await makeJob();
    const old = job.current();
    const server = await proxy();
    const { status, stdout, stderr } = await job.run({ url: server.address });
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    const told = server.seen.map(
      ({ method, path }) => `${method} ${path.replace(/^\/v1\/(auth\/rotate-[^/]+\/)?(role\/[^/]+\/)?/, '')}`,
    );
    expect(told).toEqual(REQUESTS);
    await expectConverged(job, old);
    expect(stderr).not.toContain(job.current());
    expect(await job.logsIn(old)).toBe(false);
  });

  it('binds the new one to what the old one was bound to', async () => {
    const terms = {
      metadata: '{"team":"a"}',
      cidr_list: ['127.0.0.0/8'],
      token_bound_cidrs: ['127.0.0.0/8'],
    };
    const job = await makeJob({ terms });
    for (let n = 0; n < 2; n++) expect((await job.run()).status).toBe(0);
    const { data } = await api('POST', `${job.base}/secret-id/lookup`, { secret_id: job.current() });
    expect(data).toMatchObject({ cidr_list: terms.cidr_list, token_bound_cidrs: terms.token_bound_cidrs });
    expect(data.metadata).toMatchObject({ team: 'a', rotated_by: 'vault-approle' });
  });

  it('leaves the SecretIDs of others alone, rotated or not', async () => {
    const job = await makeJob();
    const other = (await api('POST', `${job.base}/secret-id`, {})).data.secret_id;
    const file = `${job.file}-other`;
    writeFileSync(file, other);
    const alone = await job.run({ from: file });
    expect(alone.status).toBe(0);
    expect(alone.stderr).toContain('has one more SecretID, which is not of this line');
    const untouched = (await api('POST', `${job.base}/secret-id`, {})).data.secret_id;
    const among = await job.run();
    expect(among.status).toBe(0);
    expect(among.stderr).toContain('has 2 more SecretIDs, which are not of this line');
    for (const secretId of [job.current(), untouched, readFileSync(file, 'utf8')])
      expect(await job.logsIn(secretId)).toBe(true);
    expect(await job.accessors()).toHaveLength(3);
  });

  it('hands it to the standard input of a command, which gets none of our credentials and prints no secret', async () => {
    const job = await makeJob();
    const old = job.current();
    const exec = `cat > "${job.file}"; cat "${job.file}" >&2; echo; echo "$VAULT_ROLE_ID$VAULT_SECRET_ID$TOKEN"; ps`;
    const env = { VAULT_SECRET_ID: 'canary-unused', TOKEN: 'canary-kept' };
    const { status, stdout, stderr } = await job.run({ args: ['--exec', exec], env });
    expect(status, stderr).toBe(0);
    expect(stderr).not.toContain(job.current());
    expect(stdout).toContain('\ncanary-kept\n');
    await expectConverged(job, old);
  });
});

describe('rotate refuses, and nothing is changed', () => {
  async function refused(job: Job, run: Run, status: number, said: string): Promise<void> {
    const before = [job.current(), ...(await job.accessors())];
    const result = await job.run(run);
    expect({ status: result.status, stdout: result.stdout }, result.stderr).toEqual({ status, stdout: '' });
    expect(result.stderr).toContain(said);
    expect([job.current(), ...(await job.accessors())]).toEqual(before);
    expect(await job.logsIn()).toBe(true);
  }

  it('what it is not told: where to', async () => {
    const job = await makeJob();
    await refused(job, { args: [] }, 2, '--out: give the file');
    await refused(job, { args: ['--out', job.file, '--exec', 'cat'] }, 2, 'not both');
    await refused(
      job,
      { args: ['--out', '/w/id'], env: { CI_PROJECT_DIR: '/w' } },
      2,
      'lies in the workspace',
    );
  });

  it('a wrapped SecretID, and a token', async () => {
    const job = await makeJob();
    const env = { VAULT_ADDR: address, VAULT_ROLE_ID: job.roleId, VAULT_WRAPPED_SECRET_ID: 'canary-wrapped' };
    const wrapped = await runCli(['rotate', '--out', job.file], { env });
    expect(wrapped.status).toBe(2);
    expect(wrapped.stderr).toContain('is needed as it is');
  });

  it('when the policy does not allow all of it, and prints the one that does, which works', async () => {
    const job = await makeJob({
      policy: (base) => `path "${base}/secret-id" { capabilities = ["update", "list"] }`,
    });
    const { stderr } = await job.run();
    await refused(job, {}, 1, 'nothing was minted');
    const policy = stderr.slice(stderr.indexOf('path "'), stderr.lastIndexOf('}') + 1);
    await api('POST', `sys/policies/acl/${nameOf(job)}`, { policy });
    expect((await job.run()).status).toBe(0);
  });

  it('when the file cannot be written, or the command not started', async () => {
    const job = await makeJob();
    await refused(job, { args: ['--out', `${job.file}/below`] }, 2, 'cannot be written (E');
    await refused(job, { args: ['--exec', '#!/no/such/shell\n'] }, 127, '');
  });

  it('when the new one does not work', async () => {
    const job = await makeJob();
    const server = await proxy();
    server.on(/\/login$/, (nth) =>
      nth === 2 ? { status: 400, body: '{"errors":["invalid role or secret ID"]}' } : 'pass',
    );
    await refused(job, { url: server.address }, 1, '#invalid-role-or-secret-id');
  });
});

describe('a command that fails', () => {
  it.each([
    ['before it has stored anything', 'exit 4'],
    ['after it has stored it', 'cat > "$STORE"; exit 4'],
  ])('%s leaves both valid, and the next rotation destroys what is left', async (_, exec) => {
    const job = await makeJob();
    const old = job.current();
    const env = { STORE: job.file };
    const { status, stderr } = await job.run({ args: ['--exec', exec], env });
    expect(status).toBe(1);
    expect(stderr).toContain('the command ended with status 4. The old SecretID stays valid');
    expect(await job.logsIn()).toBe(true);
    expect(await job.accessors()).toHaveLength(2);
    expect((await job.run({ args: ['--exec', 'cat > "$STORE"'], env })).status).toBe(0);
    await expectConverged(job, old);
  });
});

describe('interrupted', () => {
  /** Runs it until its nth request, whose fault is told of the process. */
  async function interrupt(job: Job, nth: number, fault: (one: CliProcess) => Fault): Promise<CliResult> {
    const server = await proxy();
    server.on(/^/, (count) => (count === nth ? fault(running) : 'pass'));
    const running = job.start({ url: server.address });
    return running.ended;
  }

  it.each(REQUESTS.map((request, index) => ({ request, nth: index + 1 })))(
    'by SIGKILL at request $nth, $request, processed or not: the SecretID works, and another run is all it takes',
    async ({ nth }) => {
      for (const processed of [false, true]) {
        const job = await makeJob();
        const old = job.current();
        const { signal } = await interrupt(job, nth, ({ kill }) => {
          const die = (): 'hang' => {
            kill('SIGKILL');
            return 'hang';
          };
          return processed ? { processed: die } : die();
        });
        expect(signal).toBe('SIGKILL');
        expect(await job.logsIn()).toBe(true);
        const { status, stderr } = await job.run();
        expect(status, stderr).toBe(0);
        await expectConverged(job, old);
      }
    },
  );

  it.each(REQUESTS.map((request, index) => ({ request, nth: index + 1 })))(
    'by SIGTERM at request $nth, $request: the same, and no token is left',
    async ({ nth }) => {
      const job = await makeJob();
      const old = job.current();
      const tokens = await tokensOf(api, nameOf(job));
      const { status } = await interrupt(job, nth, ({ kill }) => {
        kill('SIGTERM');
        return 'pass';
      });
      expect(status).toBe(143);
      expect(await tokensOf(api, nameOf(job))).toEqual(tokens);
      expect(await job.logsIn()).toBe(true);
      expect(await job.accessors()).toHaveLength(1);
      expect(job.current() === old, 'nothing is begun after the signal').toBe(nth <= HANDED_OVER);
      expect((await job.run()).status).toBe(0);
      await expectConverged(job, old);
    },
  );

  it.each([
    ['before it has stored it', 'kill -9 $PPID'],
    ['after it has stored it', 'cat > "$STORE"; kill -9 $PPID'],
  ])('by SIGKILL while the command runs, %s', async (_, exec) => {
    const job = await makeJob();
    const old = job.current();
    const env = { STORE: job.file };
    expect((await job.run({ args: ['--exec', exec], env })).signal).toBe('SIGKILL');
    expect(await job.logsIn()).toBe(true);
    expect((await job.run()).status).toBe(0);
    await expectConverged(job, old);
  });

  it('again and again: what all of them left is found, also that of the very first', async () => {
    const job = await makeJob();
    const old = job.current();
    for (let n = 0; n < 3; n++) {
      const server = await proxy();
      server.on(/accessor\/destroy$/, () => {
        running.kill('SIGKILL');
        return 'hang';
      });
      const running = job.start({ url: server.address });
      await running.ended;
      expect(await job.accessors()).toHaveLength(n + 2);
      expect(await job.logsIn()).toBe(true);
    }
    expect((await job.run()).status).toBe(0);
    await expectConverged(job, old);
    expect(existsSync(`${job.file}.new`)).toBe(false);
  });
});

describe('SecretIDs of limited use', () => {
  it.each([2, 3])('%i uses are enough for one rotation after another', async (uses) => {
    const job = await makeJob({ settings: { secret_id_num_uses: uses } });
    for (let n = 0; n < 3; n++) {
      const { status, stderr } = await job.run();
      expect(status, stderr).toBe(0);
      expect(stderr.includes('The new SecretID is not proven')).toBe(uses === 2);
      expect(stderr.includes('good for one more login')).toBe(uses === 2 || n > 0);
    }
    await expectConverged(job, '');
  });

  it('the last use: nothing is minted, because its addresses are not known any more, and what to do is said', async () => {
    const terms = { cidr_list: ['127.0.0.0/8'], metadata: '{"job":"1"}' };
    const job = await makeJob({ settings: { secret_id_num_uses: 1 }, terms });
    const { status, stderr } = await job.run();
    expect(status, stderr).toBe(1);
    expect(stderr).toContain('No SecretID is left');
    expect(stderr).toContain(`bao write ${job.base} secret_id_num_uses=0`);
    expect(stderr).toContain(`bao write -f -field=secret_id ${job.base}/secret-id`);
    expect(await job.accessors()).toEqual([]);
  });

  it('the last use is not spent on a file that cannot be written', async () => {
    const job = await makeJob({ settings: { secret_id_num_uses: 1 } });
    for (const out of [`${job.file}/x`, dirname(job.file), '/proc/x', '/dev/null']) {
      const { status, stderr } = await job.run({ args: ['--out', out] });
      expect(status, stderr).toBe(2);
      expect(stderr).toContain('--out: ');
    }
    expect(await job.logsIn()).toBe(true);
  });

  it('the last use but one: a command that fails leaves one that works', async () => {
    const job = await makeJob({ settings: { secret_id_num_uses: 2 } });
    const { status, stderr } = await job.run({ args: ['--exec', 'false'] });
    expect(status).toBe(1);
    expect(stderr).toContain('The old SecretID stays valid');
    expect(stderr).toContain('good for one more login');
    expect(await job.logsIn()).toBe(true);
  });
});

describe('the file that is replaced', () => {
  it('R18: is not a link, which would end, while the file that it leads to kept what is destroyed', async () => {
    const job = await makeJob();
    const link = `${job.file}-link`;
    symlinkSync(job.file, link);
    const before = [job.current(), ...(await job.accessors())];
    const { status, stderr } = await job.run({ from: link });
    expect(status, stderr).toBe(2);
    expect(stderr).toContain(`--out: ${link} is a link`);
    expect([job.current(), ...(await job.accessors())]).toEqual(before);
    expect(await job.logsIn(readFileSync(link, 'utf8'))).toBe(true);
  });

  it('keeps who may read it, and says so when that is everybody', async () => {
    const job = await makeJob();
    for (const mode of [0o640, 0o400, 0o644]) {
      chmodSync(job.file, mode);
      const { status, stderr } = await job.run();
      expect(status, stderr).toBe(0);
      expect(statSync(job.file).mode & 0o777).toBe(mode);
      expect(stderr.includes('can be read by every user of this machine')).toBe(mode === 0o644);
    }
    const fresh = join(dirname(job.file), 'new', 'id');
    expect((await job.run({ args: ['--out', fresh] })).status).toBe(0);
    expect(statSync(fresh).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps its owner and its group', async () => {
    const job = await makeJob();
    chownSync(job.file, NOBODY, NOBODY);
    chmodSync(job.file, 0o640);
    const { status, stderr } = await job.run();
    expect(status, stderr).toBe(0);
    const { uid, gid, mode } = statSync(job.file);
    expect([uid, gid, mode & 0o777]).toEqual([NOBODY, NOBODY, 0o640]);
  });

  it.skipIf(process.getuid?.() !== 0 || !lesserUser())(
    'is left alone, and its SecretID as well, where it could not keep its owner',
    async () => {
      const job = await makeJob({ settings: { secret_id_num_uses: 1 } });
      chmodSync(job.file, 0o644);
      chmodSync(dirname(job.file), 0o777);
      const { status, stderr } = await job.run({ uid: NOBODY });
      expect(status, stderr).toBe(2);
      expect(stderr).toContain('belongs to user 0 and group 0');
      expect(readdirSync(dirname(job.file))).toEqual(['secret-id']);
      expect(await job.logsIn()).toBe(true);
    },
  );
});

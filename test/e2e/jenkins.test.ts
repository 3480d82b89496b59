/** Why this exists: the Jenkins library on Jenkins' own engine, with the real CLI and a real server: nothing is left behind. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultServer, faultServer } from '../support/fault-server.ts';
import {
  type Credentials,
  type Ended,
  findJenkins,
  type Job,
  type Workplace,
  workplace,
} from '../support/jenkins.ts';
import { ROOT } from '../support/project.ts';
import { type Role, scenario } from '../support/scenario.ts';

const RESOURCES = join(ROOT, 'jenkins', 'resources', 'vault-approle');
const CLI = join(ROOT, 'dist', 'cli', 'index.js');
const classPath = findJenkins();
const vault = scenario();

/** One that needs quoting everywhere, and has letters that Java writes in its own way. */
const PASSWORD = "canary pass'word $x 🔑";
const SECRETS = { db_host: 'canary-db-host', db_user: 'canary-db-user', db_password: PASSWORD };

let place: Workplace;
let gate: FaultServer;
let role: Role;
let mount: string;
let secretId: string;
let states = 0;
let largest = 0;

beforeEach(async () => {
  if (!classPath) return;
  place = workplace(classPath);
  gate = await faultServer(vault.address);
  mount = await vault.kv({ 'mysql/webapp': SECRETS });
  role = await vault.role({ reads: [`${mount}/data/mysql/*`] });
  secretId = await role.secretId();
});

afterEach(async () => {
  if (!classPath) return;
  await gate.stop();
  place.remove();
});

afterAll(() => {
  if (classPath)
    console.log(`Jenkins: ${states} saved states searched, the largest of ${Math.round(largest / 1024)} KiB`);
});

/** The parameters that most calls have. */
const inputs = (): string => `url: '${gate.address}', path: '${role.mount}', ${CREDENTIALS}, secrets: '''
      ${mount}/mysql/webapp db_host     | MYSQL_DB_HOST
      ${mount}/mysql/webapp db_user     | MYSQL_DB_USER
      ${mount}/mysql/webapp db_password | MYSQL_DB_PASSWORD
    '''`;
const CREDENTIALS = `roleIdCredentialsId: 'vault-role-id', secretIdCredentialsId: 'vault-secret-id'`;

/** An installed command. */
const MY_CLI = { 'my-cli': `#!/bin/sh\nexec node ${CLI} "$@"\n` };

/** Stands for cmd.exe. */
const CMD = `${process.execPath} ${fileURLToPath(new URL('../support/cmd.mjs', import.meta.url))}`;

const text = (secret: string): Credentials => ({ kind: 'string', secret });

async function run(body: string, job: Partial<Job> = {}): Promise<Ended> {
  const ended = await place.run({
    jenkinsfile: `@Library('vault-approle') _\n${body}\n`,
    credentials: { 'vault-role-id': text(role.roleId), 'vault-secret-id': text(secretId) },
    canaries: [...Object.values(SECRETS), secretId],
    ...job,
  });
  states += ended.states;
  largest = Math.max(largest, ended.largest);
  return ended;
}

const onAgent = (body: string, job: Partial<Job> = {}): Promise<Ended> => run(`node {\n${body}\n}`, job);

/** The tokens that were used so far: all that there were, but for one that nothing was read with. */
function tokens(): readonly string[] {
  const used = gate.seen.flatMap(({ headers }) => headers['x-vault-token'] ?? []);
  return [...new Set(used.map(String))].filter((token) => token.startsWith('s.'));
}

/** What holds after every build: no live token, no file, a console and saved states without secrets. */
async function expectNoTrace(ended: Ended, { logins = 1 } = {}): Promise<void> {
  expect(ended.found).toEqual([]);
  expect(ended.left, ended.log).toEqual([]);
  expect(gate.seen.filter(({ path }) => path.endsWith('/login'))).toHaveLength(logins);
  expect(tokens(), ended.log).toHaveLength(logins);
  for (const token of tokens()) {
    expect(ended.log).not.toContain(token);
    expect(await vault.isAlive(token), ended.log).toBe(false);
  }
}

/** What a script saw, told without printing it. */
const tell = (name = 'seen'): string => `env > ${join(place.workspace, name)}`;
const seen = (name = 'seen'): string => readFileSync(join(place.workspace, name), 'utf8');

const waitUntil = (condition: string): string =>
  `for i in $(seq 600); do ${condition} && break; sleep 0.1; done`;

describe.skipIf(!classPath)('the stand-in for Jenkins', () => {
  it('finds a secret that a script gives to Groovy, and what withCredentials binds is in no saved state', async () => {
    const ended = await onAgent(
      `
      def value
      withCredentials([string(credentialsId: 'vault-secret-id', variable: 'S')]) {
        sh 'echo "$S"'
        echo 'bound'
        value = sh(script: 'printf %s "$OTHER" | base64', returnStdout: true)
        value = sh(script: 'printf %s "$OTHER"', returnStdout: true)
      }
      sh 'true'`,
      { environment: { OTHER: PASSWORD } },
    );
    expect(ended.found).toContain(`state: ${PASSWORD} as Java writes a String`);
    expect(ended.found).toContain(`state: ${PASSWORD} in base64, shifted by 0`);
    expect(ended.found.filter((one) => one.includes(secretId))).toEqual([]);
    expect(ended.log).toContain('+ echo ****\n****\n');
  });

  it('finds a token, whatever it is, and a secret in the arguments of a step', async () => {
    const ended = await onAgent(`
      def token = sh(script: 'echo s.caNaRy0123456789abcdefgh', returnStdout: true)
      withEnv(['PASSWORD=canary-db-user']) { sh 'true' }`);
    expect(ended.found.join('\n')).toMatch(/state: a token, s\.caNa…/);
    expect(ended.found).toContain('arguments of withEnv: canary-db-user as UTF-8');
  });

  it.each([
    ["parameters { passwort(name: 'X') }", 'parameters: no passwort is known there'],
    ["parameters { password(description: 'X') }", 'password: no name'],
    ["options { sh 'true' }", 'options: no sh is known there'],
    ["triggers { corn('H 4 * * *') }", 'triggers: no corn is known there'],
  ])('reads %s as Jenkins would, and refuses it', async (block, problem) => {
    const ended = await run(
      `pipeline { agent any; ${block}; stages { stage('One') { steps { echo 'ran' } } } }`,
    );
    expect(ended.log).toContain(problem);
    expect(ended.log).not.toContain('ran\n');
  });

  it('reads the blocks of a declarative pipeline that say how it is run', async () => {
    const ended = await run(`pipeline {
      agent any
      options { timeout(time: 1, unit: 'HOURS'); timestamps(); buildDiscarder(logRotator(numToKeepStr: '5')) }
      parameters { string(name: 'REGION', defaultValue: 'north'); password(name: 'X', description: 'Y') }
      triggers { cron('H 4 * * *') }
      stages { stage('One') { steps { echo 'ran' } } }
    }`);
    expect(ended.log).toContain('ran\n');
    expect(ended.result, ended.log).toBe('SUCCESS');
  });

  it('has a console that hides nothing which a script prints by itself', async () => {
    const ended = await onAgent(`sh 'echo canary-db-host'`);
    expect(ended.found).toContain('console: canary-db-host');
  });
});

describe.skipIf(!classPath)('vaultExec', () => {
  it('runs a script that has the values and none of our credentials, with a console that has neither', async () => {
    const ended = await onAgent(
      `vaultExec(script: './deploy.sh first\\necho "and $MYSQL_DB_HOST"', ${inputs()})`,
      { files: { 'deploy.sh': `#!/bin/sh\n${tell()}\necho "$1: $MYSQL_DB_USER and $MYSQL_DB_PASSWORD"\n` } },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('first: *** and ***\nand ***\n');
    expect(seen()).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    expect(seen()).not.toContain(secretId);
    expect(seen()).not.toMatch(/^(BAO|VAULT)_/m);
    await expectNoTrace(ended);
  });

  it('stops at the first command that fails, and fails with its status', async () => {
    const ended = await onAgent(`vaultExec(script: 'sh -c "exit 7"\\ntouch after', ${inputs()})`);
    expect(ended.result).toBe('FAILURE');
    expect(ended.log).toContain('ERROR: script returned exit code 7\n');
    expect(existsSync(join(place.workspace, 'after'))).toBe(false);
    await expectNoTrace(ended);
  });

  it('gives the status back with returnStatus, and runs what a #! line names', async () => {
    const ended = await onAgent(`
      def status = vaultExec(script: '''#!${process.execPath}
        process.exit(process.env.MYSQL_DB_HOST.length)''', returnStatus: true, label: 'deploy', ${inputs()})
      echo "the status is $status"`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain(`the status is ${SECRETS.db_host.length}\n`);
    await expectNoTrace(ended);
  });

  it('aborted: the script gets the signal, and the step ends when the token is revoked', async () => {
    // Longer than Jenkins waits for the processes: then it stops whatever is above them, too.
    gate.on(/revoke-self$/, () => new Promise((resolve) => setTimeout(resolve, 7000, 'pass')));
    const ended = await onAgent(`
      vaultExec(script: '''trap 'echo stopping; exit 0' TERM; touch ${place.abort}
        while :; do sleep 0.1 || true; done''', ${inputs()})
      echo 'not reached'`);
    expect(ended.result, ended.log).toBe('ABORTED');
    expect(ended.log).toContain('Sending interrupt signal to process\n');
    expect(ended.log).toContain('stopping\n');
    expect(ended.log).not.toContain('not reached');
    await expectNoTrace(ended);
  });

  it('goes on while Jenkins restarts', async () => {
    const ended = await onAgent(
      `
      def status = vaultExec(script: 'touch ${place.restart}; ${waitUntil(`[ ! -e ${place.restart} ]`)}; echo "on: $MYSQL_DB_HOST"; exit 5',
        returnStatus: true, ${inputs()})
      echo "the status is $status"`.replaceAll('$(', '\\$('),
    );
    expect(ended.processes).toBe(2);
    expect(ended.log).toContain('on: ***\n');
    expect(ended.log).toContain('the status is 5\n');
    await expectNoTrace(ended);
  });

  it('a wrong SecretID: nothing runs, the status says that it was us, the console what to do', async () => {
    const wrong = 'canary-wrong-secret-id';
    const ended = await onAgent(`vaultExec(script: 'touch ran', ${inputs()})`, {
      credentials: { 'vault-role-id': text(role.roleId), 'vault-secret-id': text(wrong) },
      canaries: [wrong],
    });
    expect(ended.result).toBe('FAILURE');
    expect(ended.log).toContain('ERROR: script returned exit code 125\n');
    expect(ended.log).toContain('troubleshooting.md#invalid-role-or-secret-id');
    expect(existsSync(join(place.workspace, 'ran'))).toBe(false);
    expect(tokens()).toEqual([]);
    expect(ended).toMatchObject({ found: [], left: [] });
  });

  it('a wrapped SecretID works once, from a credential or a password parameter; the second time is told apart', async () => {
    const wrapped = await role.wrapped();
    const again = await role.wrapped();
    const call = (how: string): string =>
      `vaultExec(script: '${tell()}; echo "it is $MYSQL_DB_HOST"', returnStatus: true,
        roleId: '${role.roleId}', roleName: '${role.name}', ${how},
        ${inputs().replace(CREDENTIALS, 'label: null')})`;
    const ended = await onAgent(
      `def first = ${call("wrappedSecretIdCredentialsId: 'wrapped'")}
       def second = ${call("wrappedSecretIdVariable: 'FROM_UPSTREAM'")}
       def third = ${call("wrappedSecretIdVariable: 'FROM_UPSTREAM'")}
       echo "statuses $first $second $third"`,
      {
        credentials: { wrapped: text(wrapped) },
        parameters: { FROM_UPSTREAM: { password: again } },
        canaries: [...Object.values(SECRETS), wrapped, again],
      },
    );
    expect(ended.log).toContain('statuses 0 0 3\n');
    expect(ended.log).toContain('SECURITY:');
    expect(seen()).not.toContain(again);
    expect(ended).toMatchObject({ found: [], left: [] });
    const logins = gate.seen.filter(({ path }) => path.endsWith('/login'));
    expect(logins).toHaveLength(2);
    for (const token of tokens()) expect(await vault.isAlive(token)).toBe(false);
  });

  it('takes user name and password, a secret file, a plain RoleID, and the address from VAULT_ADDR', async () => {
    const some = `path: '${role.mount}', secrets: '${mount}/mysql/webapp db_host'`;
    const ended = await onAgent(
      `vaultExec(script: 'echo "one $DB_HOST"', credentialsId: 'pair', ${some})
       vaultExec(script: 'echo "two $DB_HOST"', roleId: '${role.roleId}', secretIdFileCredentialsId: 'file', ${some})`,
      {
        credentials: {
          pair: { kind: 'usernamePassword', username: role.roleId, password: secretId },
          file: { kind: 'file', content: `${secretId}\n` },
        },
        environment: {
          VAULT_ADDR: gate.address,
          BAO_SECRET_ID: 'canary-of-the-agent',
          VAULT_ROLE_ID: 'other',
        },
      },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('one ***\n');
    expect(ended.log).toContain('two ***\n');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('a parameter that is misspelt, and a secret as plain text, are refused by name before any request', async () => {
    const ended = await onAgent(`vaultExec(script: 'true', secretId: 'canary', rolename: 'x', ${inputs()})`);
    expect(ended.result).toBe('FAILURE');
    expect(ended.log).toContain('VAULT_APPROLE_SECRET_ID');
    expect(ended.log).toContain('VAULT_APPROLE_ROLENAME');
    expect(ended.log).toContain('ERROR: script returned exit code 2\n');
    expect(gate.seen).toEqual([]);
  });

  it('credentials that the call names win over those of the agent, of whatever kind', async () => {
    const wrapped = await role.wrapped();
    const some = inputs().replace(CREDENTIALS, `roleIdCredentialsId: 'vault-role-id'`);
    const ended = await onAgent(
      `vaultExec(script: 'echo "one $MYSQL_DB_HOST"', ${inputs()})
       vaultExec(script: 'echo "two $MYSQL_DB_HOST"', wrappedSecretIdCredentialsId: 'wrapped', roleName: '${role.name}', ${some})
       withEnv(['VAULT_APPROLE_ROLE_ID=canary-of-the-agent', 'VAULT_APPROLE_SECRET_ID_FILE=/canary-of-the-agent']) {
         vaultExec(script: 'echo "three $MYSQL_DB_HOST"', ${inputs()})
       }`,
      {
        credentials: {
          'vault-role-id': text(role.roleId),
          'vault-secret-id': text(secretId),
          wrapped: text(wrapped),
        },
        environment: {
          VAULT_SECRET_ID: 'canary-of-the-agent',
          VAULT_WRAPPED_SECRET_ID: 'canary-of-the-agent',
        },
      },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    for (const which of ['one', 'two', 'three']) expect(ended.log).toContain(`${which} ***\n`);
    expect(ended.found).toEqual([]);
  });

  it('takes what a declarative environment binds by credentials()', async () => {
    const ended = await run(`pipeline {
      agent any
      environment {
        VAULT_ADDR = '${gate.address}'
        VAULT_ROLE_ID = credentials('vault-role-id')
        VAULT_SECRET_ID = credentials('vault-secret-id')
      }
      stages {
        stage('Deploy') {
          steps {
            vaultExec(path: '${role.mount}', secrets: '${mount}/mysql/webapp db_host', script: '${tell()}; echo "it is $DB_HOST"')
          }
        }
      }
    }`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('it is ***\n');
    expect(seen()).not.toContain(secretId);
    await expectNoTrace(ended);
  });

  it.each([
    ['vaultExec()', 'vaultExec: script is missing.'],
    ["vaultExec(secrets: 'secret/x *')", 'vaultExec: script is missing.'],
    ["vaultExec('./deploy.sh')", 'vaultExec: name the parameters'],
    ["vaultExec(script: 'true', secrets: ['secret/x a', 'secret/x b'])", 'vaultExec: secrets: give one text'],
    ["vaultExec(script: 'true', secretIdCredentialsId: '')", 'vaultExec: secretIdCredentialsId: is empty.'],
    [
      "vaultExec(script: 'true', credentialsId: 'x', secretIdCredentialsId: 'y')",
      'vaultExec: credentialsId and secretIdCredentialsId cannot be combined.',
    ],
    [
      "vaultExec(script: 'true', secretIdFileCredentialsId: 'x', secretIdCredentialsId: 'y')",
      'vaultExec: secretIdCredentialsId and secretIdFileCredentialsId cannot be combined.',
    ],
    [
      "vaultExec(script: 'true', roleId: 'x', roleIdCredentialsId: 'y')",
      'vaultExec: roleId and roleIdCredentialsId cannot be combined.',
    ],
    ["vaultApprole('wrap')", 'vaultApprole: wrap would print a token'],
    [
      "vaultExec(cli: 'x', script: 'echo ü')",
      'vaultExec: script: with cli, a text can have 100000 characters',
    ],
  ])('%s is refused by name, and nothing runs', async (call, message) => {
    const ended = await onAgent(call);
    expect(ended.log).toContain(`ERROR: ${message}`);
    expect(ended.log).not.toContain('[Pipeline] sh\n');
    expect(ended.result).toBe('FAILURE');
  });

  it('a script comes to an agent without UTF-8 as it was written, and may be longer than a variable', async () => {
    const ended = await onAgent(
      `vaultExec(script: 'printf %s "Grüße, $MYSQL_DB_USER" > seen', ${inputs()})
       vaultExec(script: 'echo "it is $MYSQL_DB_HOST"\\n' + ('#' * 200000), ${inputs()})`,
      { java: { LC_ALL: 'C' } },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(seen()).toBe('Grüße, canary-db-user');
    expect(ended.log).toContain('it is ***\n');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('outside of node, and without Node.js, an error names the step and what is missing', async () => {
    const outside = await run(`vaultExec(script: 'true', ${inputs()})`);
    expect(outside.log).toContain('ERROR: vaultExec: there is no workspace here.');
    const bin = join(dirname(place.workspace), 'bin');
    mkdirSync(bin);
    for (const tool of ['sh', 'nohup', 'mv']) symlinkSync(`/bin/${tool}`, join(bin, tool));
    const without = await onAgent(`vaultExec(script: 'true', ${inputs()})`, { path: bin });
    expect(without.log).toContain('vaultExec: there is no node on the PATH of this agent.');
    expect([outside.result, without.result]).toEqual(['FAILURE', 'FAILURE']);
  });

  it('an installed command or a JavaScript file in place of the library’s own CLI', async () => {
    const some = `returnStatus: true, ${inputs()}`;
    const ended = await onAgent(
      `vaultExec(script: 'echo "one $MYSQL_DB_HOST"', cli: '${CLI}', ${some})
       vaultExec(script: 'echo "two $MYSQL_DB_HOST"', cli: './my-cli', ${some})
       def third = vaultExec(script: 'true', cli: 'no-such-cli', ${some})
       echo "three $third"`,
      { files: MY_CLI },
    );
    expect(ended.log).toContain('one ***\n');
    expect(ended.log).toContain('two ***\n');
    expect(ended.log).toMatch(/no-such-cli.*not found/);
    expect(ended.log).toContain('three 127\n');
    expect(readdirSync(`${place.workspace}@tmp`)).not.toContain('vault-approle');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('writes the CLI once, outside of the workspace also inside of dir, and runs no other text in its place', async () => {
    const call = `vaultExec(script: 'true', ${inputs()})`;
    const first = await onAgent(`dir('sub') { ${call} }\n${call}`);
    expect(first.result, first.log).toBe('SUCCESS');
    expect(first.log.match(/^\[Pipeline\] writeFile$/gm)).toHaveLength(1);
    await expectNoTrace(first, { logins: 2 });
    const folder = join(`${place.workspace}@tmp`, 'vault-approle');
    const [name = ''] = readdirSync(folder);
    appendFileSync(join(folder, name), ' ');
    const second = await onAgent(call);
    expect(second.log).toContain(`vaultExec: ${join(folder, name)} is not the CLI that the library holds.`);
    expect(second.log).toContain('ERROR: script returned exit code 125\n');
  });
});

describe.skipIf(!classPath)('withVaultSecrets', () => {
  it('hands the values to several steps by a file whose path they know, and returns what its body does', async () => {
    const ended = await onAgent(`
      def answer = withVaultSecrets(${inputs()}) {
        sh '. "$VAULT_ENV_FILE"; ${tell('first')}'
        sh 'stat -c %a "$VAULT_ENV_FILE"'
        dir('sub') { sh '. "$VAULT_ENV_FILE"; ${tell('second')}' }
        'the answer'
      }
      echo "got $answer"`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    for (const name of ['first', 'second']) expect(seen(name)).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    expect(seen('first')).not.toContain(secretId);
    expect(ended.log).toContain('got the answer\n');
    expect(ended.log).toContain('\n600\n');
    await expectNoTrace(ended);
  });

  it('a body that fails, and one that throws what cannot be saved, end as they would, without a trace', async () => {
    const ended = await onAgent(`
      try {
        withVaultSecrets(${inputs()}) { sh '. "$VAULT_ENV_FILE"; exit 4' }
      } catch (hudson.AbortException error) { echo "caught: $error.message" }
      try {
        withVaultSecrets(${inputs()}) { throw new Unsaved() }
      } catch (error) { echo "caught: $error.message" }
      sh 'echo the end'
    }
    class Unsaved extends Exception {
      def thread = Thread.currentThread()
      Unsaved() { super('unsaved') }
    `);
    expect(ended.log).toContain('caught: script returned exit code 4\n');
    expect(ended.log).toMatch(/caught: .*[uU]nsaved/);
    expect(ended.log).toContain('the end\n');
    expect(ended.result, ended.log).toBe('SUCCESS');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('a body that keeps what cannot be saved fails the build, and the token is revoked', async () => {
    const ended = await onAgent(`
      withVaultSecrets(${inputs()}) {
        def matcher = 'a' =~ 'a'
        sh 'echo at the matcher'
        echo "not reached: $matcher"
      }`);
    expect(ended.result).toBe('FAILURE');
    expect(ended.log).toContain('NotSerializableException: java.util.regex.Matcher');
    expect(ended.log).not.toContain('not reached');
    const left = ended.left.filter((name) => !name.startsWith('durable-'));
    await expectNoTrace({ ...ended, left });
  });

  it('aborted in the body: the token is revoked and the file deleted', async () => {
    const ended = await onAgent(`
      withVaultSecrets(${inputs()}) { sh '. "$VAULT_ENV_FILE"; touch ${place.abort}; sleep 60' }`);
    expect(ended.result, ended.log).toBe('ABORTED');
    await expectNoTrace(ended);
  });

  it('Jenkins restarts in the body: the state is restored in a new process, the body goes on, then all is revoked', async () => {
    const ended = await onAgent(`
      withVaultSecrets(${inputs()}) {
        sh 'touch ${place.restart}; ${waitUntil(`[ ! -e ${place.restart} ]`)}'
        sh '. "$VAULT_ENV_FILE"; ${tell()}'
      }
      echo 'the end'`);
    expect(ended.processes).toBe(2);
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(seen()).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    expect(ended.log).toContain('the end\n');
    await expectNoTrace(ended);
  });

  it('two branches of one workspace have values of their own, and end their own token alone', async () => {
    const meet = (own: string, other: string): string => `touch ${own}; ${waitUntil(`[ -e ${other} ]`)}`;
    const ended = await onAgent(`
      parallel(
        one: { withVaultSecrets(${inputs()}) { sh '${meet('a', 'b')}; . "$VAULT_ENV_FILE"; ${tell('one')}' } ; sh 'touch one-is-over' },
        two: { withVaultSecrets(${inputs()}) { sh '${meet('b', 'a')}; ${waitUntil('[ -e one-is-over ]')}; . "$VAULT_ENV_FILE"; ${tell('two')}' } },
        three: { vaultExec(script: '${tell('three')}', ${inputs()}) },
      )`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    for (const name of ['one', 'two', 'three'])
      expect(seen(name)).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    await expectNoTrace(ended, { logins: 3 });
  });

  it('without parameters, it takes all from the environment, and the CLI tells what is not there', async () => {
    const ended = await onAgent(`withVaultSecrets { echo 'not reached' }`);
    expect(ended.log).toContain('ERROR: script returned exit code 2\n');
    expect(ended.log).toContain('vault-approle: error: --url: is empty');
    expect(ended.log).not.toContain('not reached');
  });

  it('a wrong SecretID: the body does not run', async () => {
    const wrong = 'canary-wrong-secret-id';
    const ended = await onAgent(`withVaultSecrets(${inputs()}) { echo 'not reached' }`, {
      credentials: { 'vault-role-id': text(role.roleId), 'vault-secret-id': text(wrong) },
      canaries: [wrong],
    });
    expect(ended.result).toBe('FAILURE');
    expect(ended.log).toContain('troubleshooting.md#invalid-role-or-secret-id');
    expect(ended.log).not.toContain('not reached');
    expect(ended).toMatchObject({ found: [], left: [] });
  });

  it('the server is away during the revocation: the body’s result stands, a warning says so, the file is gone', async () => {
    gate.on(/revoke-self$/, () => 'reset');
    const ended = await onAgent(`
      withVaultSecrets(${inputs()}) { sh '. "$VAULT_ENV_FILE"; ${tell()}' }
      echo 'the end'`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toMatch(/vault-approle: warning: .*revoked/);
    expect(ended.log).toContain('the end\n');
    expect(ended).toMatchObject({ found: [], left: [] });
    expect(gate.seen.map(({ path }) => path)).toContain('/v1/auth/token/revoke-self');
  });

  it('the CLI cannot run at the end: the file is deleted, the step fails, and vaultRevoke revokes', async () => {
    const ended = await onAgent(
      `try {
        withVaultSecrets(cli: './my-cli', ${inputs()}) { sh 'rm my-cli' }
        echo 'not reached'
      } catch (hudson.AbortException error) { echo "caught: $error.message" }
      sh 'find "$WORKSPACE_TMP/vault-approle" -type f | sed "s/.*[.]/left: /"'
      vaultRevoke()`,
      { files: MY_CLI },
    );
    expect(ended.log).toContain('caught: withVaultSecrets: the token could not be revoked');
    expect(ended.log).not.toContain('not reached');
    expect(ended.log).toContain('left: state\n');
    expect(ended.log).not.toContain('left: env\n');
    await expectNoTrace(ended);
  });

  it('on Windows as well', async () => {
    const ended = await onAgent(
      `withVaultSecrets(cli: './my-cli', format: 'json', ${inputs()}) {
        bat '@echo off\\nwhere /q node || (echo no node 1>&2 & exit /b 127)\\ncall rm my-cli'
      }`,
      { cmd: CMD, files: MY_CLI },
    );
    expect(ended.log).toContain('ERROR: withVaultSecrets: the token could not be revoked');
    expect(ended.left).toEqual([expect.stringMatching(/^vault-approle.*state$/)]);
  });

  it('the body’s own end is what people see, when the clean-up fails as well', async () => {
    const failed = await onAgent(
      `withVaultSecrets(cli: './my-cli', ${inputs()}) { sh 'rm my-cli; exit 4' }`,
      { files: MY_CLI },
    );
    expect(failed.log).toContain('WARNING: withVaultSecrets: the token could not be revoked');
    expect(failed.log).toContain('ERROR: script returned exit code 4\n');
    const aborted = await onAgent(
      `withVaultSecrets(cli: './my-cli', ${inputs()}) { sh 'rm my-cli; touch ${place.abort}; sleep 60' }`,
      { files: MY_CLI },
    );
    expect(aborted.result, aborted.log).toBe('ABORTED');
    expect(aborted.log).not.toContain('ERROR:');
  });
});

describe.skipIf(!classPath)('vaultRevoke', () => {
  it('ends all that is left in the workspace, and is content when there is nothing', async () => {
    const left = (name: string): string =>
      `vaultApprole(out: "$env.WORKSPACE_TMP/vault-approle/${name}.env", state: "$env.WORKSPACE_TMP/vault-approle/${name}.state", ${inputs()}, 'export')`;
    const ended = await onAgent(`${left('one')}\n${left('two')}\nvaultRevoke()\nvaultRevoke()`);
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('nothing to revoke');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('fails when it could do nothing, and not when the server is away', async () => {
    gate.on(/revoke-self$/, () => 'reset');
    const attempt = (how: string): string =>
      `try { vaultRevoke(${how}); echo 'went on' } catch (hudson.AbortException error) { echo "caught: $error.message" }`;
    const ended = await onAgent(`
      vaultApprole(out: "$env.WORKSPACE_TMP/vault-approle/one.env", state: "$env.WORKSPACE_TMP/vault-approle/one.state", ${inputs()}, 'export')
      ${attempt("sate: 'x'")}
      ${attempt("cli: 'nope'")}
      ${attempt("cli: 'nope.js'")}
      ${attempt('')}`);
    const ends = ended.log.split('\n').filter((line) => /^(caught|went on)/.test(line));
    expect(
      ends.map((line) => line.replace(/.*(status \d+).*/, '$1')),
      ended.log,
    ).toEqual(['status 2', 'status 127', 'status 127', 'went on']);
    expect(ended.log).toContain('vaultRevoke: there is no file nope.js.\n');
  });
});

describe.skipIf(!classPath)('on Windows', () => {
  const cmd = CMD;

  it('the steps call bat with lines that cmd understands, and give its status on', async () => {
    const ended = await onAgent(
      `def status = vaultExec(script: 'echo "it is $MYSQL_DB_HOST"; exit 6', returnStatus: true, ${inputs()})
       echo "the status is $status"
       status = vaultExec(script: 'true', cli: 'no-such.js', returnStatus: true, ${inputs()})
       echo "without a file $status"
       withVaultSecrets(format: 'json', ${inputs()}) { bat "@echo off\\nwhere /q node || (echo no node 1>&2 & exit /b 127)\\ncall test -s $env.VAULT_ENV_FILE" }`,
      { cmd },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('[Pipeline] bat\n');
    expect(ended.log).toContain('it is ***\n');
    expect(ended.log).toContain('the status is 6\n');
    expect(ended.log).toContain('without a file 127\n');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('parameters come by a file, because lines and | break them in pods, and credentials that the call names win', async () => {
    const ended = await onAgent(`vaultExec(script: 'echo "it is $MYSQL_DB_HOST"', ${inputs()})`, {
      cmd,
      environment: { VAULT_WRAPPED_SECRET_ID: 'canary-of-the-agent' },
    });
    expect(ended.log).toContain('it is ***\n');
    expect(ended.log.match(/^\[Pipeline\] writeFile$/gm)).toHaveLength(2);
    await expectNoTrace(ended);
  });

  it('an error names the step where there is no Node.js', async () => {
    const bin = join(dirname(place.workspace), 'bin');
    mkdirSync(bin);
    for (const tool of ['sh', 'nohup', 'mv', 'which']) symlinkSync(`/usr/bin/${tool}`, join(bin, tool));
    const ended = await onAgent(`vaultExec(script: 'true', ${inputs()})`, { path: bin, cmd });
    expect(ended.log).toContain('vaultExec: there is no node on the PATH of this agent.');
    expect(ended.log).toContain('ERROR: script returned exit code 127\n');
  });
});

describe.skipIf(!classPath)('the examples of examples/jenkins/, as they stand', () => {
  const FOLDER = new URL('../../examples/jenkins/', import.meta.url);
  const WEBAPP = {
    db_host: 'canary-host',
    db_name: 'canary-name',
    username: 'canary-user',
    password: PASSWORD,
  };

  beforeEach(async () => {
    if (!classPath) return;
    const secrets = {
      'mysql/webapp': WEBAPP,
      'mysql/north': { db_host: 'canary-north' },
      'mysql/south': { db_host: 'canary-south' },
    };
    mount = await vault.kv(secrets);
    role = await vault.role({ reads: [`${mount}/data/mysql/*`] });
    secretId = await role.secretId();
  });

  /** Only the address, the mounts and the role's name are this test's own. */
  const example = (name: string): string =>
    readFileSync(new URL(`${name}.Jenkinsfile`, FOLDER), 'utf8')
      .replaceAll('https://vault.example.org:8200', gate.address)
      .replaceAll('secret/mysql/', `${mount}/mysql/`)
      .replaceAll('--role-name webapp', `--role-name ${role.name}`)
      .replaceAll("roleName: 'webapp'", `roleName: '${role.name}'`);

  async function runExample(name: string, job: Partial<Job> = {}): Promise<Ended> {
    const canaries = [...Object.values(WEBAPP), secretId, 'canary-north', 'canary-south'];
    const credentials: Record<string, Credentials> = {
      'vault-role-id': text(role.roleId),
      'vault-secret-id': text(secretId),
      'vault-webapp': { kind: 'usernamePassword', username: role.roleId, password: secretId },
    };
    const files = {
      'deploy.sh': `#!/bin/sh\n${tell('deploy$1')}\necho "deploy: $MYSQL_DB_PASSWORD$MYSQL_PASSWORD"\n`,
      'migrate.sh': `#!/bin/sh\n${tell('migrate')}\n`,
    };
    const { environment, ...more } = job;
    const ended = await place.run({
      jenkinsfile: example(name),
      credentials,
      files,
      canaries,
      environment: { VAULT_APPROLE_PATH: role.mount, ...environment },
      ...more,
    });
    states += ended.states;
    return ended;
  }

  /** The credentials of a role beside this one that may make SecretIDs for it. */
  async function brokerOf({ mount, name }: Role): Promise<{ username: string; password: string }> {
    const broker = `auth/${mount}/role/broker`;
    const policy = `path "auth/${mount}/role/${name}/secret-id" { capabilities = ["update"] }`;
    await vault.api('POST', `sys/policies/acl/broker-${name}`, { policy });
    await vault.api('POST', broker, { token_policies: `broker-${name}` });
    const roleId = await vault.api('GET', `${broker}/role-id`);
    const minted = await vault.api('POST', `${broker}/secret-id`, {});
    return { username: roleId.data.role_id, password: minted.data.secret_id };
  }

  it('all are run here', () => {
    const names = ['declarative', 'downstream', 'parallel', 'scripted', 'upstream'];
    expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.Jenkinsfile`));
  });

  it('scripted.Jenkinsfile', async () => {
    const ended = await runExample('scripted');
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.log).toContain('deploy: ***\n');
    expect(seen('deploy')).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    expect(seen('deploy')).toContain('MYSQL_DB_HOST=canary-host\n');
    await expectNoTrace(ended);
  });

  it('declarative.Jenkinsfile', async () => {
    const files = {
      'migrate.sh': `#!/bin/sh\n${tell('migrate')}\n`,
      'deploy.sh': `#!/bin/sh\n${tell('deploy')}\nexit 9\n`,
    };
    const ended = await runExample('declarative', { files });
    expect(ended.log).toContain('ERROR: script returned exit code 9\n');
    for (const name of ['migrate', 'deploy']) {
      expect(seen(name)).toContain(`MYSQL_PASSWORD=${PASSWORD}\n`);
      expect(seen(name)).toContain('MYSQL_DB_HOST=canary-host\n');
    }
    await expectNoTrace(ended);
  });

  it('parallel.Jenkinsfile', async () => {
    const ended = await runExample('parallel');
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(seen('deploynorth')).toContain('MYSQL_DB_HOST=canary-north\n');
    expect(seen('deploysouth')).toContain('MYSQL_DB_HOST=canary-south\n');
    await expectNoTrace(ended, { logins: 2 });
  });

  it('upstream.Jenkinsfile starts downstream.Jenkinsfile with a wrapped SecretID that no console or state has', async () => {
    const broker = await brokerOf(role);
    const jenkins = await faultServer();
    jenkins.on(/buildWithParameters$/, () => ({ status: 201 }));
    const upstream = await runExample('upstream', {
      credentials: {
        'vault-broker': {
          kind: 'usernamePassword',
          ...broker,
        },
        'jenkins-netrc': {
          kind: 'file',
          content: 'machine 127.0.0.1 login deployer password canary-api-token\n',
        },
      },
      files: { 'ci/vault-approle.cjs': readFileSync(CLI, 'utf8') },
      environment: {
        JENKINS_URL: `${jenkins.address}/`,
        BUILD_URL: `${jenkins.address}/job/trusted/7/`,
      },
    });
    expect(upstream.result, upstream.log).toBe('SUCCESS');
    const [started] = jenkins.seen;
    await jenkins.stop();
    expect(started?.path).toBe('/job/deploy-webapp/buildWithParameters');
    expect(started?.headers.authorization).toMatch(/^Basic /);
    const wrapped = new URLSearchParams(started?.body).get('WRAPPED_SECRET_ID') ?? '';
    expect(wrapped).toMatch(/^s\./);
    expect(upstream.log).not.toContain(wrapped);

    const downstream = await runExample('downstream', {
      parameters: { WRAPPED_SECRET_ID: { password: wrapped } },
    });
    expect(downstream.result, downstream.log).toBe('SUCCESS');
    expect(seen('deploy')).toContain(`MYSQL_DB_PASSWORD=${PASSWORD}\n`);
    expect(seen('deploy')).not.toContain(wrapped);
    expect(downstream.log).not.toContain(wrapped);
    expect([...upstream.found, ...downstream.found, ...upstream.left, ...downstream.left]).toEqual([]);
    const revoked = gate.seen.filter(({ path }) => path.endsWith('/revoke-self'));
    expect(revoked).toHaveLength(2);
    for (const { headers } of revoked)
      expect(await vault.isAlive(String(headers['x-vault-token']))).toBe(false);
  });
});

describe.skipIf(!classPath)('the library', () => {
  it('knows its inputs on a controller whose language has an i without a dot', async () => {
    const ended = await onAgent(`vaultExec(script: 'echo "it is $MYSQL_DB_HOST"', ${inputs()})`, {
      java: { JAVA_TOOL_OPTIONS: '-Duser.language=tr -Duser.country=TR' },
    });
    expect(ended.log).toContain('it is ***\n');
    await expectNoTrace(ended);
  });

  it('uses nothing that the sandbox of Jenkins forbids', async () => {
    const problem = (call: string): string => `try { ${call} } catch (hudson.AbortException wrong) { }`;
    const ended = await onAgent(
      `
      withVaultSecrets(${inputs()}) { vaultExec(script: 'echo "ü"', returnStatus: true, ${inputs()}) }
      vaultRevoke()
      ${problem(`withVaultSecrets(cli: './my-cli', ${inputs()}) { sh 'rm my-cli; false' }`)}
      vaultRevoke()
      ${problem("vaultRevoke(cli: './my-cli')")}
      ${problem("vaultRevoke(cli: 'my.js')")}
      ${problem("vaultExec('true')")}
      ${problem("vaultApprole('wrap')")}
      ${problem("vaultExec(script: ['true'])")}
      ${problem("vaultExec(script: 'true', cli: 'x', path: 'ü', wrappedSecretIdVariable: 'X')")}
      ${problem("vaultExec(script: 'true', credentialsId: '')")}
      ${problem("vaultExec(script: 'true', roleId: 'x', roleIdCredentialsId: 'y')")}`,
      { files: MY_CLI },
    );
    expect(ended.result, ended.log).toBe('SUCCESS');
    expect(ended.calls.filter((call) => !ALLOWED.has(call) && !OF_THE_ENGINE.test(call))).toEqual([]);
    await expectNoTrace(ended, { logins: 3 });
  });

  /** Each stands for a line of script-security's generic-whitelist, most of them for DefaultGroovyMethods. */
  const ALLOWED: ReadonlySet<string> = new Set([
    'static java.util.UUID randomUUID',
    'java.util.UUID toString',
    'get static java.util.Locale.ROOT',
    'get standin.Build$Environment.WORKSPACE_TMP',
    'get hudson.AbortException.message',
    'groovy.lang.GString plus java.lang.String',
    'groovy.lang.GString toString',
    'java.lang.Boolean toString',
    'java.lang.String endsWith java.lang.String',
    'java.lang.String length',
    'java.lang.String matches java.lang.String',
    'java.lang.String plus java.lang.String',
    'java.lang.String replaceAll java.lang.String java.lang.String',
    'java.lang.String toString',
    'java.lang.String toUpperCase java.util.Locale',
    'java.lang.String trim',
    'java.util.ArrayList collect groovy.lang.Closure',
    'java.util.ArrayList contains java.lang.String',
    'java.util.ArrayList find groovy.lang.Closure',
    'java.util.ArrayList findAll groovy.lang.Closure',
    'java.util.ArrayList flatten',
    'java.util.ArrayList join java.lang.String',
    'java.util.ArrayList minus java.util.ArrayList',
    'java.util.ArrayList plus java.util.ArrayList',
    'java.util.ArrayList plus java.util.LinkedHashSet',
    'java.util.ArrayList size',
    'java.util.LinkedHashMap collect groovy.lang.Closure',
    'java.util.LinkedHashMap findAll groovy.lang.Closure',
    'java.util.LinkedHashMap getAt java.lang.String',
    'java.util.LinkedHashMap keySet',
    'java.util.LinkedHashMap plus java.util.LinkedHashMap',
    'java.util.LinkedHashSet join java.lang.String',
  ]);
  /** How the engine itself compares, casts and carries out `collect` and `findAll`. */
  const OF_THE_ENGINE =
    /com\.cloudbees\.groovy\.cps|org\.codehaus\.groovy\.runtime|AbstractMap\$SimpleImmutableEntry get|LinkedHashMap (entrySet|size|put)|^new java\.util\.ArrayList|ArrayList (add|iterator)|standin\.Iterators\$Saved|Closure\.DONE|^static java\.util\.(Collection|Map) isInstance/;
});

describe('jenkins/resources', () => {
  it('holds the CLI of dist, byte for byte, and its hash', () => {
    const bundle = readFileSync(join(RESOURCES, 'index.js'));
    expect(bundle.equals(readFileSync(CLI)), 'npm run build').toBe(true);
    const hash = createHash('sha256').update(bundle).digest('hex');
    expect(readFileSync(join(RESOURCES, 'index.js.sha256'), 'utf8')).toBe(`${hash}\n`);
  });

  it('launch.js can stand between double quotes in sh and in cmd, with its lines joined', () => {
    const launcher = readFileSync(join(RESOURCES, 'launch.js'), 'utf8');
    expect(launcher).not.toMatch(/["$`\\%^!]|^\s*\/\//m);
  });
});

describe('launch.js', () => {
  it.each(['18.20.8', '20.18.3'])(
    'tells under the name of the step that Node.js %s is too old',
    (version) => {
      const old = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
      const launcher = readFileSync(join(RESOURCES, 'launch.js'), 'utf8').replace(/\s+/g, ' ');
      const args = ['-e', old + launcher, '--', 'hash', 'fresh', 'vaultExec', 'exec'];
      const { status, stderr } = spawnSync(process.execPath, args, { env: {}, encoding: 'utf8' });
      expect(stderr).toBe(`vaultExec: needs Node.js 20.19 or newer, and this agent has ${version}.\n`);
      expect(status).toBe(125);
    },
  );
});

describe('the texts of the Jenkins library', () => {
  const library = join(ROOT, 'jenkins');
  const code = readFileSync(join(library, 'vars', 'vaultApprole.groovy'), 'utf8');

  it.each(['README.md', 'vars/vaultExec.txt'])('%s tells of every kind of credentials', (name) => {
    const known = [...code.matchAll(/^\s+(\w*[cC]redentialsId): \[/gm)].map(
      ([, parameter = '']) => parameter,
    );
    expect(known).toHaveLength(5);
    const told = readFileSync(join(library, name), 'utf8');
    for (const parameter of known) expect(told).toContain(parameter);
  });

  it('every step has its help', () => {
    const names = readdirSync(join(library, 'vars'));
    const steps = names
      .filter((name) => name.endsWith('.groovy'))
      .map((name) => name.replace('.groovy', '.txt'));
    expect(steps.length).toBeGreaterThan(3);
    expect(names).toEqual(expect.arrayContaining(steps));
  });
});

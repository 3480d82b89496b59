/** The action's main job on a real server, from set-up to revocation: `npm run demo`. Needs nothing but Node.js. */

import { visibleLog } from '../test/support/masker.mjs';
import { isAlive, startServer } from '../test/support/openbao.mjs';
import { runStep } from '../test/support/runner.mjs';

const COLOR = process.stdout.isTTY && !process.env.NO_COLOR;
const SECRETS = `secret/ci/shop password | DB_PASSWORD
secret/ci/shop user     | DB_USER
secret/ci/mail *        | MAIL_`;

/** @param {string} text */
const title = (text) => console.log(COLOR ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`);
/** @param {string} text */
const say = (text) => console.log(text.trimEnd().replace(/^/gm, '  '));

/** @param {import('../test/support/openbao.mjs').Server} server */
async function setUp({ api }) {
  await api('POST', 'secret/data/ci/shop', {
    data: { user: 'shop-demo-user', password: 'demo-Passw0rd-7f3a' },
  });
  await api('POST', 'secret/data/ci/mail', {
    data: { host: 'mail.example.org', 'api.key': 'demo-api-key-91c2' },
  });
  say('Two secrets:       secret/ci/shop (user, password), secret/ci/mail (host, api.key)');
  const policy = 'path "secret/data/ci/*" { capabilities = ["read"] }';
  await api('POST', 'sys/policies/acl/ci-read', { policy });
  say(`A policy:          ${policy}`);
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  const role = { token_policies: 'ci-read', token_ttl: '10m', secret_id_num_uses: 1, secret_id_ttl: '10m' };
  await api('POST', 'auth/approle/role/shop-ci', role);
  say('An AppRole:        shop-ci, token for 10 minutes, each SecretID for one login');
  const { data } = await api('GET', 'auth/approle/role/shop-ci/role-id');
  const wrapped = await api('POST', 'auth/approle/role/shop-ci/secret-id', {}, { wrapTtl: '120s' });
  say('A wrapped SecretID, which only the job can open, once, within two minutes');
  return { roleId: data.role_id, wrappedSecretId: wrapped.wrap_info.token };
}

/** @param {string} state */
const tokenIn = (state) => JSON.parse(Buffer.from(state, 'base64').toString()).token;

async function demo() {
  title('1. A server');
  const server = await startServer({ progress: say });
  try {
    say(`A real one, in memory, at ${server.address}`);
    title('2. What an administrator sets up once');
    const { roleId, wrappedSecretId } = await setUp(server);

    title('3. The step of the workflow');
    const inputs = { url: server.address, roleId, wrappedSecretId, roleName: 'shop-ci', secrets: SECRETS };
    say(
      `uses: <owner>/vault-approle@<sha>\nwith:\n  url: ${server.address}\n  roleId: …\n  wrappedSecretId: …\n  roleName: shop-ci`,
    );
    say(`  secrets: |\n${SECRETS.replace(/^/gm, '    ')}`);
    const main = await runStep('main', { inputs });
    title(`4. Its log, as the runner shows it (${Math.round(main.ms)} ms)`);
    say(visibleLog(main.log) + main.errors);
    if (main.status !== 0) throw new Error(`The step failed with status ${main.status}.`);

    title('5. What later steps get (made-up values, so they can be shown)');
    for (const [name, value] of Object.entries(main.env)) say(`env.${name.padEnd(16)} ${value}`);
    for (const name of Object.keys(main.outputs)) say(`steps.vault.outputs.${name}`);

    title('6. The end of the job');
    const token = tokenIn(main.state.cleanup ?? '');
    say(`Before post, the server says the token is: ${(await isAlive(server, token)) ? 'alive' : 'dead'}`);
    const post = await runStep('post', { state: main.state });
    say(`Log of post: ${visibleLog(post.log).trim()} (${Math.round(post.ms)} ms)`);
    const alive = await isAlive(server, token);
    say(`After post, the server says the token is:  ${alive ? 'alive' : 'dead'}`);
    if (alive) throw new Error('The token should be dead.');

    title('7. The same job again, with the same wrapping token');
    const again = await runStep('main', { inputs });
    say(visibleLog(again.log));
    if (again.status === 0) throw new Error('A spent wrapping token should be refused.');
  } finally {
    await server.stop();
  }
  title('Done. The server is gone, nothing is left behind.');
}

demo().catch((error) => {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});

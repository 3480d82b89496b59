/**
 * The pictures of the documents that show real runs: `node scripts/pictures.mjs [--check] [summary] [doctor]`. With
 * `--check` they are compared with what is in the folder, and not written. Needs nothing but Node.js.
 */

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, startServer } from '../test/support/openbao.mjs';
import { runStep } from '../test/support/runner.mjs';

const ROOT = new URL('..', import.meta.url);
const PICTURES = new URL('docs/pictures/', ROOT);
const CLI = fileURLToPath(new URL('dist/cli/index.js', ROOT));
const CERTIFICATES = fileURLToPath(new URL('test/support/fixtures/tls/', ROOT));
const GIVEN = process.argv.slice(2).filter((name) => name !== '--check');
const WANTED = GIVEN.length > 0 ? GIVEN : ['summary', 'doctor'];
const SHOWN_AS = 'vault.example.org:8200';

const SECRETS = `secret/ci/shop password | DB_PASSWORD
secret/ci/shop user | DB_USER nomask
secret/ci/shop deploy_key | DEPLOY_KEY file
secret/ci/mail * | MAIL_`;

const WISHES = 'secret/ci/shop *; secret/team/mail key';
const COMMAND = `vault-approle doctor --use-secret-id --secrets '${WISHES}'`;

const POLICY = `path "secret/data/ci/*" { capabilities = ["read"] }
path "auth/approle/role/shop-ci" { capabilities = ["read"] }
path "auth/approle/role/shop-ci/secret-id/lookup" { capabilities = ["update"] }`;

async function pictures() {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const server = await startServer({
    config: `listener "tcp" {
  address = "${address}"
  tls_cert_file = "${CERTIFICATES}server.pem"
  tls_key_file = "${CERTIFICATES}server-key.pem"
}`,
  });
  try {
    const job = await setUp(server);
    if (WANTED.includes('summary')) {
      put('summary.svg', summaryPicture(await summaryOf({ ...job, url: server.address })));
    }
    if (WANTED.includes('doctor')) {
      const said = await doctor({ ...job, url: `https://${address}` });
      put('doctor.svg', terminalPicture('vault-approle doctor', COMMAND, said.replaceAll(address, SHOWN_AS)));
    }
  } finally {
    await server.stop();
  }
}

/** @param {import('../test/support/openbao.mjs').Server} server */
async function setUp({ api }) {
  const shop = { user: 'demo-user', password: 'demo-password', deploy_key: 'demo line 1\ndemo line 2\n' };
  await api('POST', 'secret/data/ci/shop', { data: shop });
  await api('POST', 'secret/data/ci/shop', { data: shop });
  await api('POST', 'secret/data/ci/mail', { data: { host: 'mail.example.org', api_key: 'demo-api-key' } });
  await api('POST', 'sys/policies/acl/shop-ci', { policy: POLICY });
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('POST', 'auth/approle/role/shop-ci', { token_policies: 'shop-ci', token_ttl: '20m' });
  const roleId = (await api('GET', 'auth/approle/role/shop-ci/role-id')).data.role_id;
  const secretId = (await api('POST', 'auth/approle/role/shop-ci/secret-id', {})).data.secret_id;
  return { roleId, secretId };
}

/** @param {{ url: string, roleId: string, secretId: string }} job */
async function summaryOf(job) {
  const { summary, log, state } = await runStep('main', { inputs: { ...job, secrets: SECRETS } });
  await runStep('post', { state });
  if (!summary) throw new Error(`There is no summary:\n${log}`);
  return summary;
}

/** @param {{ url: string, roleId: string, secretId: string }} job @returns {Promise<string>} */
function doctor({ url, roleId, secretId }) {
  const args = ['doctor', '--use-secret-id', '--secrets', WISHES];
  const env = {
    PATH: process.env.PATH,
    VAULT_ADDR: url,
    VAULT_CACERT: `${CERTIFICATES}ca.pem`,
    VAULT_ROLE_ID: roleId,
    VAULT_SECRET_ID: secretId,
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CLI, ...args], { env }, (_, stdout, stderr) => {
      if (/^\w+ +inputs /m.test(stdout)) resolve(stdout.trimEnd());
      else reject(new Error(`doctor said nothing:\n${stderr}`));
    });
  });
}

/** @param {string} name @param {string} picture */
function put(name, picture) {
  const file = new URL(name, PICTURES);
  if (!process.argv.includes('--check')) writeFileSync(file, picture);
  else if (unversioned(readFileSync(file, 'utf8')) !== unversioned(picture)) {
    throw new Error(`docs/pictures/${name} is not what a run gives: node scripts/pictures.mjs`);
  }
  console.log(`docs/pictures/${name}`);
}

/** Another machine may have another server. @param {string} picture */
const unversioned = (picture) => picture.replaceAll(/version \d+\.\d+\.\d+/g, 'version');

/** @param {string} text */
function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {{ width: number, height: number, title: string, text: string, body: string }} picture */
function svg({ width, height, title, text, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">${xml(title)}</title>
  <desc id="desc">${xml(text)}</desc>
${body}
</svg>
`;
}

const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const SANS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";
const MOST_COLUMNS = 104;
const COLUMN = 7.8;
const LINE = 20;
const COLORS = { ok: '#3fb950', weak: '#d29922', wrong: '#f85149', skipped: '#8b949e', $: '#79c0ff' };

/** @param {string} title @param {string} command @param {string} output */
function terminalPicture(title, command, output) {
  const lines = `$ ${command}\n${output}`.split('\n').flatMap(wrapped);
  const width = Math.ceil(MOST_COLUMNS * COLUMN + 48);
  const height = lines.length * LINE + 60;
  const rows = lines.map((line, index) => terminalLine(line, 58 + index * LINE));
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (color, at) => `  <circle cx="${22 + at * 18}" cy="18" r="5.5" fill="${color}"/>`,
  );
  const body = [
    `  <rect width="${width}" height="${height}" rx="10" fill="#0d1117" stroke="#30363d"/>`,
    ...dots,
    `  <g font-family="${MONO}" font-size="13" fill="#e6edf3">`,
    ...rows,
    '  </g>',
  ].join('\n');
  return svg({ width, height, title, text: `${command}\n${output}`, body });
}

/** @param {string} line @returns {readonly string[]} */
function wrapped(line) {
  if (line.length <= MOST_COLUMNS) return [line];
  const cut = line.lastIndexOf(' ', MOST_COLUMNS);
  const indent = ' '.repeat(/^\s*→ /.test(line) || line.startsWith(' ') ? 23 : 21);
  return [line.slice(0, cut), ...wrapped(indent + line.slice(cut + 1))];
}

/** @param {string} line @param {number} y */
function terminalLine(line, y) {
  const [, indent = '', first = '', rest = ''] = /^(\s*)(\S*)(.*)$/.exec(line) ?? [];
  const color = indent === '' ? COLORS[/** @type {keyof typeof COLORS} */ (first)] : undefined;
  const x = 24 + indent.length * COLUMN;
  const word = color ? `<tspan fill="${color}" font-weight="600">${first}</tspan>` : xml(first);
  return `    <text x="${x.toFixed(1)}" y="${y}" xml:space="preserve" style="white-space: pre">${word}${xml(rest)}</text>`;
}

/** Headings, texts and one table, as `src/github/markdown.ts` writes them. @param {string} markdown */
function summaryPicture(markdown) {
  const lines = markdown.split('\n').filter((line) => line !== '' && !/^\|-/.test(line));
  const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.slice(1, -1).split('|'));
  const texts = lines.filter((line) => !line.startsWith('|'));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => plain(row[column] ?? '').length * COLUMN + 28)),
  );
  const width = Math.ceil(Math.max(640, widths.reduce((sum, one) => sum + one, 0) + 48));
  const head = texts.map((line, at) => headLine(line, 44 + at * 34));
  const top = 44 + texts.length * 34 - 20;
  const table = rows.map((row, at) => tableRow(row, { widths, y: top + at * 34, isHead: at === 0 }));
  const height = top + rows.length * 34 + 24;
  const body = [
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    `  <g font-family="${SANS}" font-size="14" fill="#1f2328">`,
    ...head,
    ...table,
    '  </g>',
  ].join('\n');
  return svg({ width, height, title: 'The job summary', text: markdown.trim(), body });
}

/** @param {string} cell */
const plain = (cell) => cell.trim().replaceAll('`', '');

/** @param {string} line @param {number} y */
function headLine(line, y) {
  const [, title] = /^### (.*)$/.exec(line) ?? [];
  if (title) return `    <text x="24" y="${y}" font-size="20" font-weight="600">${xml(title)}</text>`;
  const parts = line.split('`').map((part, at) => (at % 2 ? code(part) : xml(part)));
  return `    <text x="24" y="${y}">${parts.join('')}</text>`;
}

/** @param {string} text */
const code = (text) => `<tspan font-family="${MONO}" font-size="13">${xml(text)}</tspan>`;

/** @param {readonly string[]} row @param {{ widths: readonly number[], y: number, isHead: boolean }} place */
function tableRow(row, { widths, y, isHead }) {
  const cells = row.map((cell, column) => {
    const x = 24 + widths.slice(0, column).reduce((sum, one) => sum + one, 0);
    const text = cell.includes('`') ? code(plain(cell)) : xml(plain(cell));
    const box = `<rect x="${x.toFixed(1)}" y="${y}" width="${(widths[column] ?? 0).toFixed(1)}" height="34" fill="${isHead ? '#f6f8fa' : 'none'}" stroke="#d0d7de"/>`;
    const weight = isHead ? ' font-weight="600"' : '';
    return `    ${box}<text x="${(x + 13).toFixed(1)}" y="${y + 22}"${weight}>${text}</text>`;
  });
  return cells.join('\n');
}

pictures().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/*
 * Why this exists: runs the CLI that the library brought to the agent, if it is the one that the library holds, with the
 * inputs of a file where the environment could not take them: NAME=value, with a NUL between any two. Line breaks become
 * blanks, and the text stands between double quotes in sh and in cmd: so it has no line comments and none of the
 * characters that mean something there.
 */
const fs = require('fs');
const path = require('path');
const [hash, fresh, step] = process.argv.splice(1, 3);
const fail = (problem) => {
  console.error(step + ': ' + problem);
  process.exit(125);
};
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail('needs Node.js 20.19 or newer, and this agent has ' + process.versions.node + '.');
}
const folder = path.join(process.env.WORKSPACE_TMP, 'vault-approle');
const inputs = path.join(folder, fresh + '.inputs');
if (fs.existsSync(inputs)) {
  for (const input of fs.readFileSync(inputs, 'utf8').split(String.fromCharCode(0))) {
    const end = input.indexOf('=');
    process.env[input.slice(0, end)] = input.slice(end + 1);
  }
  fs.unlinkSync(inputs);
}
const file = path.join(folder, hash + '.cjs');
const brought = path.join(folder, fresh + '.cjs');
if (fs.existsSync(brought)) fs.renameSync(brought, file);
const found = require('crypto').createHash('sha256').update(fs.readFileSync(file)).digest('hex');
if (found === hash) {
  process.argv.splice(1, 0, file);
  require(file);
} else fail(file + ' is not the CLI that the library holds. Delete it: the next call writes it anew.');

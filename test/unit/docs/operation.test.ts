/** Why this exists: the pages about operation and security name flags, rules, limits and files as they are in the code. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { INPUT_FLAGS } from '../../../src/cli/flags.ts';
import { helpOf } from '../../../src/cli/help.ts';
import { readAddresses } from '../../../src/config/addresses.ts';
import { codesIn, fenced, inputsIn, rowsUnder } from '../../support/markdown.ts';
import { names, ROOT, read } from '../../support/project.ts';
import { at, readDocuments, type Yaml } from '../../support/yaml.ts';

describe('docs/cli.md', () => {
  const page = read('docs/cli.md');
  const sections = new Map(
    page
      .split(/^## /m)
      .slice(1)
      .map((section): [string, string] => [section.slice(0, section.indexOf('\n')), section]),
  );
  const flagsIn = (section: string): readonly string[] =>
    rowsUnder(section).flatMap(([cell = '']) => codesIn(cell));

  it('has a row for each flag of the inputs', () => {
    const told = flagsIn(sections.get('Inputs') ?? '');
    expect([...told].sort()).toEqual([...INPUT_FLAGS.keys()].map((name) => `--${name}`).sort());
  });

  it.each([...COMMANDS])(
    '%s: its flags and its status are those of the code and of --help',
    (name, command) => {
      const section = sections.get(name) ?? '';
      const flags = Object.keys(command.flags).map((flag) => `--${flag}`);
      expect([...flagsIn(section)].sort()).toEqual(flags.sort());
      expect(numbersOf(section)).toEqual(numbersOf(helpOf(name)));
      expect(rowsUnder(page).map(([cell]) => cell)).toContain(`[\`${name}\`](#${name})`);
    },
  );

  it('has no section for a command that there is not', () => {
    expect([...sections.keys()]).toEqual(['Inputs', ...COMMANDS.keys()]);
  });
});

/** The statuses, in their order: all numbers from the line that begins with the word to the end. */
function numbersOf(text: string): readonly string[] {
  const numbers = (text.split(/^Status: /m)[1] ?? '').match(/\d+/g) ?? [];
  expect(numbers.length).toBeGreaterThan(1);
  return numbers;
}

describe('docs/threat-model.md', () => {
  const rules = rowsUnder(read('docs/threat-model.md'), '## Rules, and what proves them');

  it('has each of the rules once, in order', () => {
    expect(rules.map(([rule]) => rule)).toEqual(Array.from({ length: 23 }, (_, index) => `R${index + 1}`));
  });

  it.each(rules)('%s is in the name of a test of each file that it names', (rule = '', _, cell = '') => {
    const files = codesIn(cell);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(rulesIn(read(file)), file).toContain(rule);
  });

  it('knows every rule that a test names', () => {
    const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
    const files = tests.filter((name) => name.endsWith('.test.ts')).map((name) => read(`test/${name}`));
    const named = files.flatMap(rulesIn);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((rule) => !rules.some(([known]) => known === rule))).toEqual([]);
  });
});

/** What stands before the colon of a test's name. */
function rulesIn(source: string): readonly string[] {
  const names = source.matchAll(/['"`](R\d+(?:(?:, | and )R\d+)*):? /g);
  return [...names].flatMap(([, rules = '']) => rules.split(/, | and /));
}

describe('docs/high-availability.md', () => {
  const page = read('docs/high-availability.md');

  it('its list of addresses is read as three', () => {
    const urls = fenced(page, 'yaml').map((yaml) => inputsIn(yaml, ['url']).url ?? '');
    const rules = { unprotected: false, proxyFor: () => undefined };
    expect(urls.map((url) => readAddresses(url, rules).addresses.length)).toEqual([3]);
  });

  it('tells the times of the code', () => {
    const ms = (file: string, name: string): number =>
      Number(new RegExp(`const ${name} = ([\\d_]+);`).exec(read(file))?.[1]?.replaceAll('_', ''));
    expect(page).toContain(`for ${ms('src/vault/ask.ts', 'LONGEST_LOOK_MS') / 1000} s at most`);
    expect(page).toContain(`of which ${ms('src/vault/retry.ts', 'LONGEST_RETRY_AFTER_MS') / 1000} s count`);
    expect(page).toContain(`take ${ms('src/vault/transport.ts', 'DEADLINE_FACTOR')} × \`timeout\` at most`);
  });
});

describe('examples/kubernetes', () => {
  const [runner = ''] = readDocuments(read('examples/kubernetes/runner.yaml'));
  const rotation = readDocuments(read('examples/kubernetes/rotate.yaml'));
  const [account = '', role = '', binding = '', job = ''] = rotation;
  const spec = at(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec');

  it('the rotation mounts what the runner mounts, and stores where that comes from', () => {
    expect(at(spec, 'volumes')).toEqual(at(runner, 'spec', 'volumes'));
    expect(at(spec, 'containers', 0, 'volumeMounts')).toEqual(
      at(runner, 'spec', 'containers', 0, 'volumeMounts'),
    );
    const secret = at(runner, 'spec', 'volumes', 0, 'projected', 'sources', 1, 'secret', 'name');
    expect(at(role, 'rules', 0, 'resourceNames')).toEqual([secret]);
    expect(commandOf(job).at(-1)).toContain(`create secret generic ${secret} --from-file=secret-id=`);
  });

  it('all of it belongs together', () => {
    const name = at(account, 'metadata', 'name');
    expect(at(binding, 'roleRef', 'name')).toBe(at(role, 'metadata', 'name'));
    expect([at(binding, 'subjects', 0, 'name'), at(spec, 'serviceAccountName')]).toEqual([name, name]);
    const namespaces = [runner, ...rotation].map((one) => at(one, 'metadata', 'namespace'));
    expect(new Set(namespaces)).toEqual(new Set(['ci']));
  });

  it('docs/kubernetes.md names the files that are mounted, and stores under the names that are', () => {
    const page = read('docs/kubernetes.md');
    const folder = at(runner, 'spec', 'containers', 0, 'volumeMounts', 0, 'mountPath');
    const { roleIdFile, secretIdFile } = inputsIn(fenced(page, 'yaml').join('\n'), [
      'roleIdFile',
      'secretIdFile',
    ]);
    expect([roleIdFile, secretIdFile]).toEqual([`${folder}/role-id`, `${folder}/secret-id`]);
    const [create] = fenced(page, 'sh');
    const [map, secret] = [0, 1].map((index) =>
      at(
        runner,
        'spec',
        'volumes',
        0,
        'projected',
        'sources',
        index,
        index === 0 ? 'configMap' : 'secret',
        'name',
      ),
    );
    expect(create).toContain(`create configmap ${map} --from-literal=role-id=`);
    expect(create).toContain(`create secret generic ${secret} --from-file=secret-id=`);
  });
});

function commandOf(job: Yaml): readonly string[] {
  const spec = at(job, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
  const command = at(spec, 'containers', 0, 'command');
  return Array.isArray(command) ? command.map(String) : [];
}

describe.each(names('docs/pictures'))('docs/pictures/%s', (name) => {
  const picture = read(`docs/pictures/${name}`);

  it('has a title, a description and a background of its own, and loads nothing', () => {
    expect(picture).toMatch(/<svg [^>]*role="img" aria-labelledby="title desc"/);
    expect(picture).toMatch(/<title id="title">\S/);
    expect(picture).toMatch(/<desc id="desc">\S/);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
    const [, wide, high] = /<rect (?:x="0.5" y="0.5" )?width="(\d+)" height="(\d+)"/.exec(picture) ?? [];
    expect(Number(width) - Number(wide)).toBeLessThan(2);
    expect(Number(height) - Number(high)).toBeLessThan(2);
    expect(picture).not.toMatch(/<script|<image|href=|@import|\bon\w+=/);
  });
});

/** Why this exists: the GitLab template, its page and the command line agree, and its inputs can become nothing but texts. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, flagsOf } from '../../src/cli/commands.ts';
import { PREFIX, SECRET_INPUTS, snake } from '../../src/cli/flags.ts';
import { reserved } from '../../src/secrets/reserved.ts';
import { commandsOf } from '../support/gitlab-template.ts';
import { codesIn, fenced, rowsUnder } from '../support/markdown.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const TEMPLATE = read('gitlab/templates/vault-approle.yml');
const README = read('gitlab/README.md');
const [HEADER = '', BODY = ''] = TEMPLATE.split('\n---\n');

interface Input {
  readonly name: string;
  readonly description: string;
  readonly fallback: string;
  readonly isBoolean: boolean;
  readonly pattern: string | undefined;
}

const INPUTS: readonly Input[] = [...HEADER.matchAll(/^ {4}([\w-]+):\n((?: {6}.*\n?)+)/gm)].map(
  ([, name = '', text = '']) => {
    const field = (key: string) => new RegExp(`^ {6}${key}: (.*)$`, 'm').exec(text)?.[1];
    return {
      name,
      description: field('description') ?? '',
      fallback: (field('default') ?? '').replace(/^''$/, ''),
      isBoolean: field('type') === 'boolean',
      pattern: field('regex'),
    };
  },
);

const FLAGS = new Set([...COMMANDS.values()].flatMap((command) => [...flagsOf(command).keys()]));
const VARIABLES = new Set([...FLAGS].map((flag) => PREFIX + snake(flag)));

describe('gitlab/templates/vault-approle.yml', () => {
  it('has inputs, none of which is a credential (rule R4)', () => {
    expect(INPUTS.length).toBeGreaterThan(10);
    const secret = SECRET_INPUTS.map((name) => name.toLowerCase());
    expect(INPUTS.filter(({ name }) => secret.includes(name.replaceAll('-', '')))).toEqual([]);
  });

  it.each(INPUTS)(
    'the input $name can end no quoted text: GitLab puts it there before it reads YAML',
    (input) => {
      const use = new RegExp(`^ {4}(\\w+): '\\$\\[\\[ inputs\\.${input.name} \\]\\]'$`, 'gm');
      expect(BODY.match(use)).toHaveLength(1);
      expect(BODY.split(`inputs.${input.name} `)).toHaveLength(2);
      if (input.isBoolean) return;
      const pattern = new RegExp(input.pattern ?? '');
      expect(pattern.test(input.fallback), 'its default fits').toBe(true);
      for (const bad of ["a'", "'; b", 'a\nb', '\n'])
        expect(pattern.test(bad), JSON.stringify(bad)).toBe(false);
    },
  );

  it('sets no variable that the command line would not know', () => {
    const used = [...new Set([TEMPLATE, README].join('\n').match(/\bVAULT_APPROLE_[A-Z_]+\b/g))];
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !VARIABLES.has(name))).toEqual([]);
  });

  it('R7: no secret can take the place of a variable that its scripts use', () => {
    const scripts = BODY.slice(BODY.indexOf('# the command vault_approle'));
    const used = [...scripts.matchAll(/\$\{?([A-Za-z]\w*)|^ *(?:export )?(\w+)=/gm)].map(
      ([, read, written]) => read ?? written ?? '',
    );
    expect(used).toEqual(expect.arrayContaining(['approle_cli', 'VAULT_APPROLE_STATE', 'CI_JOB_ID']));
    // PowerShell's own, where nothing is exported.
    const own = new Set(['env', 'folder', 'sum', 'ErrorActionPreference']);
    expect(used.filter((name) => !own.has(name) && !reserved(name))).toEqual([]);
  });

  it('has POSIX scripts without what only bash reads', () => {
    const scripts = [
      ...commandsOf('.vault-approle', 'before_script'),
      ...commandsOf('.vault-approle-export', 'before_script'),
      ...commandsOf('.vault-approle-export', 'after_script'),
    ].join('\n');
    expect(scripts.replace(/node -e '[\s\S]*?' "/g, '')).not.toMatch(
      /\[\[|\bfunction\b|<\(|\blocal\b|==|\becho -/,
    );
  });
});

describe('gitlab/README.md', () => {
  it('has a row for each input: name, default, variable and description', () => {
    const rows = rowsUnder(README, '## Inputs');
    const inputs = INPUTS.map(({ name, fallback, description }) => {
      const [, variable] =
        new RegExp(`^ {4}(\\w+): '\\$\\[\\[ inputs\\.${name} \\]\\]'$`, 'm').exec(BODY) ?? [];
      return [`\`${name}\``, fallback === '' ? '' : `\`${fallback}\``, `\`${variable}\``, description];
    });
    expect(rows).toEqual(inputs);
  });

  it('names the inputs by which the command line gets into a job', () => {
    const named = rowsUnder(README, '## The command line').flatMap(([, inputs = '']) => codesIn(inputs));
    const known = INPUTS.map(({ name }) => name).filter((name) => name.startsWith('cli'));
    expect([...new Set(named.map((code) => code.replace(/:.*/, '')))]).toEqual(expect.arrayContaining(known));
  });
});

/** Nobody here can run PowerShell; its grammar is read at least. */
describe('PowerShell', () => {
  const parser = { parse: (_: string): boolean => false };
  beforeAll(async () => {
    await Parser.init();
    const grammar = fileURLToPath(
      new URL(
        '../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm',
        import.meta.url,
      ),
    );
    const powershell = new Parser().setLanguage(await Language.load(grammar));
    parser.parse = (text) => powershell.parse(text)?.rootNode.hasError === false;
  });

  it.each([
    ['the template', commandsOf('.vault-approle-pwsh', 'before_script').join('\n')],
    ['the example', /- (node \$env:APPROLE_CLI.*)/.exec(fenced(README, 'yaml').join('\n'))?.[1] ?? 'if {'],
  ])('of %s is read without a mistake', (_, script) => {
    expect(parser.parse(script)).toBe(true);
  });

  it('is seen to be wrong when it is', () => {
    expect(parser.parse("if ($env:A { throw 'x' }")).toBe(false);
  });
});

/** Why this exists: what the README and the examples of all documents say is what the code takes. */

import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../../src/config/inputs.ts';
import { parseCertificateRequests } from '../../../src/secrets/certificates.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { blocksOf, fenced, inputsIn, rowsUnder } from '../../support/markdown.ts';
import { names, PAGES, read } from '../../support/project.ts';
import { at, readDocuments, type Yaml } from '../../support/yaml.ts';

describe('README.md', () => {
  const readme = read('README.md');
  const [action = {}] = readDocuments(read('action.yml'));
  const [inputs, outputs] = [at(action, 'inputs'), at(action, 'outputs')];
  const code = (text: Yaml): string => (typeof text === 'string' ? `\`${text}\`` : '');

  it('has a row for each input of action.yml: name, default and description', () => {
    expect(rowsUnder(readme, '## Inputs')).toEqual(
      Object.keys(inputs).map((name) => [
        code(name),
        code(at(inputs, name, 'default')),
        at(inputs, name, 'description'),
      ]),
    );
  });

  it('has a row for each output of action.yml', () => {
    expect(rowsUnder(readme, '## Outputs')).toEqual(
      Object.keys(outputs).map((name) => [code(name), at(outputs, name, 'description')]),
    );
  });

  it('action.yml has the inputs that the code reads', () => {
    expect(Object.keys(inputs)).toEqual([...INPUTS]);
  });

  it('its table of entries is read without a mistake', () => {
    const entries = rowsUnder(readme, '### Which secrets').map(([cell = '']) => cell.replaceAll('`', ''));
    expect(entries.length).toBeGreaterThan(4);
    expect(parseSecrets(entries.join('\n')).mistakes).toEqual([]);
  });

  it.each([
    ['GitLab', 'yaml', 'gitlab/README.md'],
    ['Jenkins', 'groovy', 'jenkins/README.md'],
  ])('its example for %s is the first one of the page about it', (heading, language, page) => {
    const [, section = ''] = readme.split(`\n## ${heading}\n`);
    const [example] = fenced(read(page), language);
    expect(example).toBeDefined();
    expect(fenced(section, language)[0]).toBe(example);
  });

  it('has its sections in the order in which a person in a hurry needs them', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const first = ['What happens', 'See it run', 'Inputs', 'Outputs', 'Recipes', 'GitLab', 'Jenkins'];
    expect(headings).toEqual([...first, 'Operators', 'How it compares', 'Security', 'Troubleshooting']);
  });
});

describe('the examples of all documents', () => {
  const blocks = PAGES.flatMap((page) => blocksOf(read(page)));
  const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);
  const workflows = names('examples/github').map((name) => read(`examples/github/${name}`));

  it('of `secrets` are read without a mistake, but for those that show one', () => {
    const wrong = blocks.filter((_, index) => blocks[index + 1]?.language === 'error');
    const given = blocks.filter((block) => block.language === 'secrets' && !wrong.includes(block));
    const texts = [...given.map(({ text }) => text), ...[...yaml, ...workflows].flatMap(inputOf('secrets'))];
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      expect(parseSecrets(text).mistakes, text).toEqual([]);
      expect(parseSecrets(text).entries, text).not.toEqual([]);
    }
  });

  it('of `pki` are read without a mistake', () => {
    const texts = yaml.flatMap(inputOf('pki'));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(parseCertificateRequests(text).mistakes, text).toEqual([]);
      expect(parseCertificateRequests(text).requests, text).not.toEqual([]);
    }
  });

  it('give this action inputs that there are, and name it by a placeholder', () => {
    const steps = [...yaml, ...workflows].flatMap((example) => example.split(/^(?= *- )/m));
    const ours = steps.filter((step) => step.includes('vault-approle@'));
    expect(ours.length).toBeGreaterThan(5);
    for (const step of ours) {
      expect(step).toMatch(/uses: <owner>\/vault-approle@<sha>\n/);
      const [, indent = '', inputs = ''] = /^( +)with:\n(.*)$/ms.exec(step) ?? [];
      const given = [...inputs.matchAll(new RegExp(`^${indent}  (\\w+):`, 'gm'))].map(([, name]) => name);
      expect(given.length).toBeGreaterThan(1);
      for (const name of given) expect(INPUTS).toContain(name);
    }
  });
});

/** The values that an example in YAML gives to an input. */
function inputOf(input: string): (yaml: string) => readonly string[] {
  return (yaml) => Object.values(inputsIn(yaml, [input]));
}

/** Why this exists: documents name only what there is, and all that there is. */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCS, ROOT, read } from '../../support/project.ts';

const DOCUMENTS = [
  'bench/README.md',
  'README.md',
  'gitlab/README.md',
  'jenkins/README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...DOCS,
];

describe.each(DOCUMENTS)('%s', (document) => {
  const text = withoutCode(read(document));

  it('links only to files and anchors that there are', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(document, link));
    expect(dead).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    const paths = read(document).matchAll(
      /`((?:src|test|docs|scripts|bench|examples|dist|gitlab|jenkins)\/[\w./-]*)`/g,
    );
    const absent = [...paths].map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)));
    expect(absent).toEqual([]);
  });
});

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : relative(ROOT, join(ROOT, dirname(document), path));
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

/** As GitHub makes them of headings, and those that are set by hand. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```$/gms, '');
}

it('docs/architecture.md tells of every room of src and of every file in it', () => {
  const told = [...read('docs/architecture.md').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
  const there = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const names = there.map((entry) =>
    entry.isFile()
      ? entry.name
      : `${relative(ROOT, join(entry.parentPath, entry.name))}/`.replaceAll('\\', '/'),
  );
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
});

it('CONTRIBUTING.md has a reason for each dependency, and for nothing else', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const [, section = ''] = read('CONTRIBUTING.md').split('\n## Dependencies\n');
  const [runtime = '', development = ''] = (section.split('\n## ')[0] ?? '').split('\nFor development:\n');
  const reasons = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| \w.+ \|$/gm)].map(([, name]) => name);
  expect(reasons(runtime)).toEqual(Object.keys(dependencies));
  expect(reasons(development)).toEqual(Object.keys(devDependencies));
});

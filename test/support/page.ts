/** Why this exists: a page of the documents shows what a real run printed: a test compares, or with UPDATE_DOCS=1 writes it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

export interface Page {
  /** Compares the block below the mark `<!-- name -->` with this text. */
  expectBlock(name: string, text: string): void;
  /** The marks of the page, in order. */
  names(): readonly string[];
}

export function page(path: string): Page {
  const file = new URL(`../../${path}`, import.meta.url);
  const read = (): string => readFileSync(file, 'utf8');
  const block = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\n\`\`\`text\n)([^]*?)(\n\`\`\`)`);
  return {
    expectBlock: (name, text) => {
      const [, , shown] = block(name).exec(read()) ?? [];
      expect(shown, `${path} has no block below <!-- ${name} -->`).toBeDefined();
      if (process.env.UPDATE_DOCS) {
        writeFileSync(
          file,
          read().replace(block(name), (_, before, __, after) => `${before}${text}${after}`),
        );
      } else expect(shown, `UPDATE_DOCS=1 writes what is printed now into ${path}`).toBe(text);
    },
    names: () => [...read().matchAll(/^<!-- ([\w-]+) -->$/gm)].map(([, name = '']) => name),
  };
}

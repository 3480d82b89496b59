/** Why this exists: one real server for all integration tests of a run; each test makes mounts and roles of its own. */

import 'vitest';
import type { TestProject } from 'vitest/node';
import { startServer } from './openbao.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    server: { readonly address: string; readonly rootToken: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, rootToken, stop } = await startServer({ progress: (text) => console.log(text) });
  project.provide('server', { address, rootToken });
  return stop;
}

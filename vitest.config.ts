import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: './test/support/server-setup.ts',
    maxWorkers: 2,
  },
});

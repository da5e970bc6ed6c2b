import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: { name: 'browser', include: ['test/browser/*.browser.ts'], testTimeout: 60_000, fileParallelism: false },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/*.faults.ts'],
          globalSetup: 'test/faults/table.ts',
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

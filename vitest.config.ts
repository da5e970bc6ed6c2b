import { defineConfig } from 'vitest/config';

/** Real files, servers and browsers on a machine that does other work too: in CI a test that failed is asked once more. */
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
    // Much of the suite waits for disks, sockets and clocks: every core takes its share.
    maxWorkers: '100%',
    projects: [
      // A test may train the search on the whole FAQ, which takes seconds on a busy machine.
      { test: { name: 'unit', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, retry } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.browser.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
          retry,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/*.faults.ts'],
          globalSetup: 'test/faults/table.ts',
          // The long form waits out an outage of five minutes.
          testTimeout: process.env.FAULTS === 'long' ? 900_000 : 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Real files, servers and browsers on a machine that does other work too: in CI a test that failed is asked once more. */
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
    // Much of the suite waits for disks, sockets and clocks: every core takes its share.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          // Modules, Bolt and the trained frozen FAQ among them, are loaded once in a worker, not once in a file.
          isolate: false,
          restoreMocks: true,
          // A test may train the search on the whole FAQ, which takes seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is polled for has to come; how soon is no test's business.
          expect: { poll: { timeout: 30_000 } },
          retry,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.browser.ts'],
          testTimeout: 120_000,
          // It starts a bot and a browser, and is not tried again.
          hookTimeout: 300_000,
          fileParallelism: false,
          retry,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/*.faults.ts'],
          globalSetup: 'test/faults/table.ts',
          // The long form waits out an outage of five minutes. A hook starts a bot, and is not tried again.
          testTimeout: process.env.FAULTS === 'long' ? 1_200_000 : 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

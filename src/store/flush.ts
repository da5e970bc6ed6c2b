import { type FileHandle, open } from 'node:fs/promises';

/** Brings a write-ahead log to the disk. */
export interface Flush {
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Flushes the log of an SQLite file from a thread beside the event loop. SQLite's own flush (`synchronous = full`) does the
 * same at each commit, but holds up the loop, and every acknowledgement with it, for as long as the disk takes. The log
 * stays one file while a connection is open, and a flush is of the file, whoever wrote to it.
 * Page: https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export function logFlush(path: string): Flush {
  let log: Promise<FileHandle> | undefined;
  return {
    async flush() {
      log ??= open(`${path}-wal`, 'r+');
      await (await log).datasync();
    },
    async close() {
      await log?.then((handle) => handle.close());
    },
  };
}

/** Where there is no such log, SQLite flushes by itself. */
export const NO_FLUSH: Flush = { flush: () => Promise.resolve(), close: () => Promise.resolve() };

import { type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { faultWith } from './faults.js';

/** Brings a write-ahead log to the disk. */
export interface Flush {
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Flushes the log of an SQLite file from a thread beside the event loop. SQLite's own flush (`synchronous = full`) does the
 * same at each commit, but holds up the loop, and every acknowledgement with it, for as long as the disk takes. The log
 * stays one file while a connection is open, and a flush is of the file, whoever wrote to it. Where the database itself was moved
 * away, removed or replaced meanwhile, SQLite goes on writing to what nobody will find again: then nothing is brought anywhere.
 * Page: https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export function logFlush(path: string): Flush {
  const opened = statSync(path);
  let log: Promise<FileHandle> | undefined;

  /** Looked at without leaving the event loop, as SQLite itself writes: from a thread that costs six times as much. */
  function lookAt(): Stats | undefined {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch {
      // What may not be looked at just now is not known to be gone.
      return opened;
    }
  }

  return {
    async flush() {
      log ??= open(`${path}-wal`, 'r+');
      await (await log).datasync();
      const found = lookAt();
      if (found?.ino !== opened.ino || found.dev !== opened.dev) throw faultWith('GONE');
    },
    async close() {
      await log?.then((handle) => handle.close());
    },
  };
}

/** Where there is no such log, SQLite flushes by itself. */
export const NO_FLUSH: Flush = { flush: () => Promise.resolve(), close: () => Promise.resolve() };

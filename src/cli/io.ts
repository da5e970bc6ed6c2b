import { parseArgs } from 'node:util';
import type { Environment } from '../config.js';

/** What a command talks to. Only `run.ts` knows the process. */
export interface Io {
  /** A line on standard output. */
  out(line: string): void;
  /** A line on standard error: progress, logs, complaints. */
  err(line: string): void;
  /** Standard input, line by line. */
  lines: AsyncIterable<string>;
  environment: Environment;
}

/** A command: its words after the name, and what it talks to. Answers with the exit code. */
export type Command = (args: string[], io: Io) => Promise<number>;

/** Exit codes. */
export const OK = 0;
export const FAILED = 1;
export const MISUSED = 2;

type Flags = Record<string, { type: 'boolean' | 'string' }>;

/** A command's flags and words, or null after telling what is wrong with them, or after its help was asked for. */
export function readArgs<F extends Flags>(args: string[], flags: F, help: string, io: Io) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...flags, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    if ((values as { help?: boolean }).help !== true) return { values, words: positionals, code: OK };
    io.out(help);
    return { values: null, words: [], code: OK };
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    io.err(help);
    return { values: null, words: [], code: MISUSED };
  }
}

import { parseArgs } from 'node:util';
import { type Config, type Environment, readConfig } from '../config.js';
import type { LoadedFaq } from '../faq/load.js';
import type { Proof, ProofInput } from '../faq/proof.js';

/** What a command talks to. Only `run.ts` knows the process. */
export interface Io {
  /** A line on standard output. */
  out(line: string): void;
  /** A line on standard error: progress, logs, complaints. */
  err(line: string): void;
  /** Standard input, line by line. */
  lines: AsyncIterable<string>;
  environment: Environment;
  /** Resolves when somebody ends the command, by Ctrl+C; it goes on until then. */
  interrupted(): Promise<void>;
  /** Reads a knowledge folder and trains the matcher on it, which takes seconds. */
  load(dir: string): Promise<LoadedFaq>;
  /** Tells what an edit of a knowledge folder would do, which takes seconds. */
  prove(input: ProofInput): Promise<Proof>;
}

/** A command: its words after the name, and what it talks to. Answers with the exit code. */
export type Command = (args: string[], io: Io) => Promise<number>;

/** Exit codes. */
export const OK = 0;
export const FAILED = 1;
export const MISUSED = 2;

type Flags = Record<string, { type: 'boolean' | 'string' }>;

/** The configuration; null after telling every fault of it. */
export function configOf(io: Io): Config | null {
  const { config, faults } = readConfig(io.environment);
  for (const fault of faults) io.err(fault);
  return config;
}

/** The knowledge folder that a command is about: the one that it names, else the one that the bot serves. */
export function folderOf({ environment }: Pick<Io, 'environment'>, named?: string): string {
  return named ?? (environment.KNOWLEDGE_DIR?.trim() || 'knowledge');
}

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

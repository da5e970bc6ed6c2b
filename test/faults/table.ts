import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** One line of the table: what was promised, what was measured, and whether it was kept. */
export interface Result {
  check: number;
  sentence: string;
  figure: string;
  kept: boolean;
  seconds: number;
  /** How many times longer the machine took for everything than a quiet one. */
  pace: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that gathers the results of all test files, one JSON line each. */
    results: string;
  }
}

let folder: string;

/** Called by vitest before the first file of the fault run. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'iastm-results-'));
  project.provide('results', join(folder, 'results.jsonl'));
}

/** Called by vitest after the last file: prints check → figure → kept. */
export function teardown(): void {
  try {
    const lines = readFileSync(join(folder, 'results.jsonl'), 'utf8').trim().split('\n');
    const tries = lines.map((line) => JSON.parse(line) as Result);
    const last = new Map(tries.map((result) => [`${result.check} ${result.sentence}`, result]));
    const results = [...last.values()].sort((a, b) => a.check - b.check);
    process.stdout.write(`\n${tableOf(results)}\n`);
  } catch {
    process.stdout.write('\nNo check has run.\n');
  }
  rmSync(folder, { recursive: true, force: true });
}

function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ check, sentence, figure, pace, kept }) => [
    `${check}`,
    sentence,
    figure,
    pace.toFixed(1),
    kept ? 'yes' : 'NO',
  ]);
  const head = ['check', 'promise', 'figure', 'pace', 'kept'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const kept = results.filter((result) => result.kept).length;
  return [...lines, '', `${kept} of ${results.length} kept.`].join('\n');
}

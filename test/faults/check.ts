import { appendFileSync } from 'node:fs';
import { inject, it } from 'vitest';
import { openStage, type Stage, type StageOptions } from './stage.js';
import type { Result } from './table.js';

/** What a check is given. */
export interface Round {
  /** Opens a stage that is cleared away at the end of the check. */
  stage(options?: StageOptions): Promise<Stage>;
  /** Notes what was measured, for the table. */
  figure(text: string): void;
}

/** Wall limits are for a quiet machine: a check is tried so often, and the best try counts. */
const TRIES = 3;

/** One promise of the reliability checks: a test named by its number and sentence, and a line of the table. */
export function check(
  number: number,
  sentence: string,
  run: (round: Round) => Promise<void>,
  concurrent = false,
): void {
  const test = concurrent ? it.concurrent : it;
  test(`${number}: ${sentence}`, { retry: TRIES - 1 }, async () => {
    const stages: Stage[] = [];
    const figures: string[] = [];
    const begun = performance.now();
    let kept = false;
    try {
      await run({
        figure: (text) => void figures.push(text),
        stage: async (options) => {
          const stage = await openStage(options);
          stages.push(stage);
          return stage;
        },
      });
      kept = true;
    } finally {
      const seconds = (performance.now() - begun) / 1000;
      const result: Result = { check: number, sentence, figure: figures.join(', '), kept, seconds };
      appendFileSync(inject('results'), `${JSON.stringify(result)}\n`);
      for (const stage of stages) await stage.close();
    }
  });
}

import { appendFileSync } from 'node:fs';
import { inject, it } from 'vitest';
import { paceSince, startPace } from './pace.js';
import { openStage, type Stage, type StageOptions } from './stage.js';
import type { Result } from './table.js';

/** What a check is given. */
export interface Round {
  /** Opens a stage that is cleared away at the end of the check. */
  stage(options?: StageOptions): Promise<Stage>;
  /** Notes what was measured, for the table. */
  figure(text: string): void;
  /** What a quiet machine does in so many milliseconds: how many this one may take for it, as busy as it was during this check. */
  allowed(ms: number): number;
  /** The same for a single moment, the longest of many: it may fall into the worst that the machine had. */
  allowedAtWorst(ms: number): number;
}

/** A machine that does other work, too, has moments in which nothing is in time: a check is tried so often. */
const TRIES = 3;

/** One promise of the reliability checks: a test named by its number and sentence, and a line of the table. */
export function check(
  number: number,
  sentence: string,
  run: (round: Round) => Promise<void>,
  concurrent = false,
): void {
  startPace();
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
        allowed: (ms) => ms * paceSince(begun).mean,
        allowedAtWorst: (ms) => ms * paceSince(begun).worst,
      });
      kept = true;
    } finally {
      const end = performance.now();
      const seconds = (end - begun) / 1000;
      const pace = paceSince(begun);
      const result: Result = { check: number, sentence, figure: figures.join(', '), kept, seconds, pace: pace.mean };
      appendFileSync(inject('results'), `${JSON.stringify(result)}\n`);
      for (const stage of stages) await stage.close();
    }
  });
}

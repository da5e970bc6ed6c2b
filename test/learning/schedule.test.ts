import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, daysBetween } from '../../src/knowledge/day.js';
import { afterAnswer, GAPS, isKnown, type Standing } from '../../src/learning/schedule.js';

const FIRST = '2026-11-23';

/** Answers one after another, each some days after the one before. */
const answers = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), right: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

/** How somebody stands after each of the answers. */
function standings(given: readonly { wait: number; right: boolean }[]): (Standing & { answeredOn: string })[] {
  let [day, standing]: [string, Standing | null] = [FIRST, null];
  return given.map(({ wait, right }) => {
    day = daysAfter(day, wait);
    standing = afterAnswer(standing, { right, day });
    return { ...standing, answeredOn: day };
  });
}

/** Right whenever it is due. */
const whenDue = (times: number) => {
  const found: Standing[] = [];
  for (let at = 0; at < times; at += 1) {
    const before = found.at(-1) ?? null;
    found.push(afterAnswer(before, { right: true, day: before?.due ?? FIRST }));
  }
  return found;
};

describe('the schedule of a question', () => {
  it('asks again after 1, 3, 7 and 30 days, and every 30 from then on', () => {
    const gaps = whenDue(6).map(({ day, due }) => daysBetween(day, due));
    expect(gaps).toEqual([1, 3, 7, 30, 30, 30]);
  });

  it('takes a question as known once it was right on two different days', () => {
    expect(whenDue(3).map(isKnown)).toEqual([false, true, true]);
    const twiceOnADay = afterAnswer(afterAnswer(null, { right: true, day: FIRST }), { right: true, day: FIRST });
    expect(isKnown(twiceOnADay)).toBe(false);
    expect(twiceOnADay.due).toBe(daysAfter(FIRST, 1));
  });

  it('starts again with a miss, however much was known', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const missed = standings([...given, { wait: 1, right: false }]).at(-1);
        expect(missed).toMatchObject({ rightDays: 0, due: missed?.answeredOn, lastRight: false });
        const again = standings([...given, { wait: 1, right: false }, { wait: 0, right: true }]).at(-1);
        expect(daysBetween(again?.day ?? '', again?.due ?? '')).toBe(GAPS[0]);
      }),
    );
  });

  it('counts every answer, every miss, and keeps how the first one was', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const last = standings(given).at(-1);
        expect(last).toMatchObject({
          tries: given.length,
          firstRight: given[0]?.right,
          lastRight: given.at(-1)?.right,
          missed: given.filter(({ right }) => !right).length,
        });
      }),
    );
  });

  it('is never due before the day of its answer, nor later than the longest gap, and on that day only after a miss', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { day, due, lastRight } of standings(given)) {
          const days = daysBetween(day, due);
          expect(days).toBeGreaterThanOrEqual(lastRight ? 1 : 0);
          expect(days).toBeLessThanOrEqual(GAPS[3]);
          if (!lastRight) expect(days).toBe(0);
        }
      }),
    );
  });

  it('knows nothing by answers of one day alone', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (rights) => {
        const all = standings(rights.map((right) => ({ wait: 0, right })));
        expect(all.some(isKnown)).toBe(false);
      }),
    );
  });
});

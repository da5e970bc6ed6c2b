import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.js';
import { dueDay, isToCome, reviewsDue } from '../../src/knowledge/review.js';

function entry(id: string, rest: Partial<Entry> = {}): Entry {
  const place = { file: 'a.yml', line: 1, col: 1 };
  const none = { watchFor: [], related: [], sources: [], featured: false, tests: [] };
  return { id, topic: 'a', questions: [id], answer: '', safety: false, place, ...none, ...rest };
}
const reviewed = (day: string, reviewEvery?: number): Partial<Entry> => ({
  reviewed: day,
  reviewedBy: 'Dan',
  ...(reviewEvery === undefined ? {} : { reviewEvery }),
});

describe('the day on which an entry is due for review', () => {
  it.each([
    ['2025-11-26', undefined, '2026-11-26'],
    ['2025-11-26', 1, '2025-12-26'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-01-15', 60, '2030-01-15'],
  ])('reviewed on %s, every %s months: %s', (day, months, due) => {
    expect(dueDay(entry('one', reviewed(day, months)))).toBe(due);
  });

  it.each([
    ['before its review', '2025-11-25', '2026-11-26'],
    ['on the day of its review', '2025-11-26', '2026-11-26'],
    ['after its review', '2025-12-24', '2025-12-24'],
    ['after it was due anyway', '2027-01-01', '2026-11-26'],
  ])('of an answer that was changed %s', (_, changed, due) => {
    expect(dueDay(entry('one', { ...reviewed('2025-11-26'), changed }))).toBe(due);
  });

  it('is none where it was never reviewed, or nobody says by whom, or when', () => {
    expect(dueDay(entry('one'))).toBeNull();
    expect(dueDay(entry('one', { reviewed: '2026-01-01' }))).toBeNull();
    expect(dueDay(entry('one', { reviewedBy: 'Dan' }))).toBeNull();
  });
});

describe('what is due', () => {
  it('is safety first, then what was never reviewed, then what is due longest; what is not due yet is left out', () => {
    const entries = [
      entry('later', reviewed('2025-11-27')),
      entry('today', reviewed('2025-11-26')),
      entry('never'),
      entry('long', reviewed('2020-01-01')),
      entry('safe, long', { safety: true, ...reviewed('2020-01-01') }),
      entry('safe, never', { safety: true }),
      entry('safe, soon', { safety: true, ...reviewed('2026-08-26', 3) }),
    ];
    const due = reviewsDue({ entries: new Map(entries.map((each) => [each.id, each])) }, '2026-11-26');
    expect(due.map(({ entry: { id }, since }) => [id, since])).toEqual([
      ['safe, never', null],
      ['safe, long', '2021-01-01'],
      ['safe, soon', '2026-11-26'],
      ['never', null],
      ['long', '2021-01-01'],
      ['today', '2026-11-26'],
    ]);
  });
});

it('takes a day that has begun in the east for no day to come', () => {
  expect(isToCome('2026-11-26', '2026-11-26')).toBe(false);
  expect(isToCome('2027-01-01', '2026-12-31')).toBe(false);
  expect(isToCome('2027-01-02', '2026-12-31')).toBe(true);
});

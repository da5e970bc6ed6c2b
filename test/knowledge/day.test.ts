import { describe, expect, it } from 'vitest';
import { dayOf, daysAfter, daysBetween, hourOf, isWorkingDay } from '../../src/knowledge/day.js';

describe('days', () => {
  it.each([
    ['2026-11-24T06:59:00Z', 'America/Denver', '2026-11-23', 23],
    ['2026-11-24T07:00:00Z', 'America/Denver', '2026-11-24', 0],
    ['2026-11-23T23:30:00Z', 'Europe/Berlin', '2026-11-24', 0],
    ['2026-11-23T23:30:00Z', 'UTC', '2026-11-23', 23],
  ])('are those of the clinic’s clock: %s in %s', (at, timeZone, day, hour) => {
    expect([dayOf(new Date(at), timeZone), hourOf(new Date(at), timeZone)]).toEqual([day, hour]);
  });

  it('are counted through the change of the clocks, months and years', () => {
    expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  });

  it('are worked on from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, at) => isWorkingDay(daysAfter('2026-11-23', at)));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });
});

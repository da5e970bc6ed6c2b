// Days are those of the clinic's clock, as 2026-11-30: an evening is not cut in two by midnight in Greenwich.

/** Milliseconds in a day of UTC, in which days are counted. */
export const DAY = 86_400_000;

/** The clinic's time zone, such as America/Denver, and the day that it is there. */
export interface Calendar {
  timeZone: string;
  today: string;
}

/** The calendar at an instant. */
export function calendarOf(now: Date, timeZone: string): Calendar {
  return { timeZone, today: dayOf(now, timeZone) };
}

/** The day of an instant in a time zone, such as America/Denver. */
export function dayOf(at: Date, timeZone: string): string {
  return partsOf(at, timeZone).day;
}

/** The hour of an instant in a time zone, 0 to 23. */
export function hourOf(at: Date, timeZone: string): number {
  return partsOf(at, timeZone).hour;
}

function partsOf(at: Date, timeZone: string): { day: string; hour: number } {
  const [day = '', hour = ''] = at.toLocaleString('sv-SE', { timeZone, hourCycle: 'h23' }).split(' ');
  return { day, hour: Number(hour.slice(0, 2)) };
}

/** The day that comes so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Whether people work on a day as a rule: Monday to Friday. */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday >= 1 && weekday <= 5;
}

/** The day of the week, 0 to 6; Sunday is 0. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../src/knowledge/day.js';
import { itemsOf, outlookOf, SITTING, sittingOf } from '../../src/learning/quiz.js';
import { afterAnswer } from '../../src/learning/schedule.js';
import type { Recall } from '../../src/store/store.js';
import { faqOf } from '../frozen.js';

const MONDAY = '2026-11-23';
const { knowledge } = await faqOf();
const items = itemsOf(knowledge, (text) => text);

/** Somebody who answers what is asked, as `right` says, with the time that goes on. */
function person() {
  let recalls: Recall[] = [];
  let tick = 0;
  return {
    recalls: () => recalls,
    sitting: (day: string, more = false) => sittingOf(items, recalls, day, more),
    answer(item: string, day: string, right: boolean): void {
      const before = recalls.find((each) => each.item === item) ?? null;
      const recall = { ...afterAnswer(before, { right, day }), person: 'p', item, at: new Date(++tick) };
      recalls = [...recalls.filter((each) => each !== before), recall];
    },
  };
}

/** Goes through a sitting; answers with the questions in the order in which they were asked. */
function sit(who: ReturnType<typeof person>, day: string, right: (item: string, time: number) => boolean): string[] {
  const asked: string[] = [];
  for (let { now } = who.sitting(day); now !== null; { now } = who.sitting(day)) {
    const { item } = now;
    who.answer(item, day, right(item, asked.filter((each) => each === item).length));
    asked.push(item);
    if (asked.length > 500) throw new Error('The sitting never ends.');
  }
  return asked;
}

describe('the questions of the quiz', () => {
  it('has those on safety first, else the order of the path', () => {
    const safety = items.map(({ entry }) => knowledge.entries.get(entry)?.safety === true);
    expect(safety).toEqual([...safety].sort((one, other) => Number(other) - Number(one)));
    expect(items).toHaveLength(knowledge.path.flatMap(({ quiz }) => quiz).length);
  });

  it('knows a question wherever it stands and whatever else can be chosen, but not with another right option', () => {
    const hash = (text: string) => text;
    const [unit] = knowledge.path;
    const [first, ...others] = unit?.quiz ?? [];
    if (unit === undefined || first === undefined) throw new Error('The frozen path has no question.');
    const of = (quiz: typeof unit.quiz) =>
      itemsOf({ ...knowledge, path: [{ ...unit, quiz }] }, hash).map(({ item }) => item);
    const right = first.options[first.right - 1] ?? '';
    const moved = { ...first, options: [right, 'another one'], right: 1 };
    expect(new Set(of([...others, moved]))).toEqual(new Set(of([first, ...others])));
    expect(of([{ ...first, right: first.right === 1 ? 2 : 1 }])).not.toEqual(of([first]));
    expect(of([first, first])).toHaveLength(1);
    expect(
      of([
        { ...first, right: 9 },
        { ...first, entry: 'nowhere' },
      ]),
    ).toEqual([]);
  });
});

describe('a sitting', () => {
  it('has eight questions at the most, one after another, and ends', () => {
    const who = person();
    const places: string[] = [];
    for (let { now, number, of } = who.sitting(MONDAY); now !== null; { now, number, of } = who.sitting(MONDAY)) {
      places.push(`${number} of ${of}`);
      who.answer(now.item, MONDAY, true);
    }
    expect(places).toEqual(Array.from({ length: SITTING }, (_, at) => `${at + 1} of ${SITTING}`));
    expect(who.sitting(MONDAY)).toMatchObject({ now: null, back: 0, waiting: items.length - SITTING });
  });

  it('goes on with a further one on the same day only when that is asked for', () => {
    const who = person();
    sit(who, MONDAY, () => true);
    const { now, number } = who.sitting(MONDAY, true);
    expect(number).toBe(1);
    who.answer(now?.item ?? '', MONDAY, true);
    expect(who.sitting(MONDAY)).toMatchObject({ number: 2, of: SITTING });
    expect(sit(who, MONDAY, () => true)).toHaveLength(SITTING - 1);
  });

  it('brings back what was missed, after all others of the sitting, until it is right', () => {
    const who = person();
    const missed = new Set(items.slice(1, 3).map(({ item }) => item));
    const asked = sit(who, MONDAY, (item, time) => !missed.has(item) || time === 1);
    expect(asked).toEqual([...items.slice(0, SITTING).map(({ item }) => item), ...missed]);
  });

  it('asks on the next day what comes back first, then what is new', () => {
    const who = person();
    const first = sit(who, MONDAY, () => true);
    const second = sit(who, daysAfter(MONDAY, 1), () => true);
    expect(new Set(second)).toEqual(new Set(first));
    const third = sit(who, daysAfter(MONDAY, 2), () => true);
    expect(third).toEqual(items.slice(SITTING).map(({ item }) => item));
  });

  it('is the same on every replica: it follows from the answers, in whatever order the store tells them', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.integer({ min: 0, max: 2 }), (rights, days) => {
        const who = person();
        for (const [at, right] of rights.entries()) {
          const day = daysAfter(MONDAY, Math.floor(at / 9));
          const { now } = who.sitting(day, true);
          if (now !== null) who.answer(now.item, day, right);
        }
        const day = daysAfter(MONDAY, Math.floor(rights.length / 9) + days);
        expect(sittingOf(items, [...who.recalls()].reverse(), day)).toEqual(who.sitting(day));
      }),
    );
  });

  it('always ends, whatever is missed, and asks nothing that is not due', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 60 }),
        (misses, days) => {
          const who = person();
          const wanted = new Map(items.map(({ item }, at) => [item, misses[at] ?? 0]));
          for (const day of [MONDAY, daysAfter(MONDAY, days)]) {
            for (const item of sit(who, day, (each, time) => time >= (wanted.get(each) ?? 0)))
              expect(who.recalls().find((each) => each.item === item)?.day).toBe(day);
            expect(who.sitting(day).back).toBe(0);
          }
        },
      ),
    );
  });

  it('leaves out what the path has no more, and asks what it has newly', () => {
    const who = person();
    sit(who, MONDAY, () => true);
    const rest = items.slice(4);
    const next = sittingOf(rest, who.recalls(), daysAfter(MONDAY, 1));
    expect(rest).toContainEqual(next.now);
    expect(outlookOf(rest, who.recalls(), MONDAY)).toMatchObject({ questions: rest.length, answered: SITTING - 4 });
    expect(sittingOf([], who.recalls(), MONDAY)).toMatchObject({ now: null, waiting: 0 });
  });

  it('tells when something comes back next, and how much of it', () => {
    const who = person();
    sit(who, MONDAY, (_, time) => time > 0);
    expect(outlookOf(items, who.recalls(), MONDAY)).toMatchObject({
      known: 0,
      firstRight: 0,
      answered: SITTING,
      next: { inDays: 1, count: SITTING },
    });
    expect(outlookOf(items, [], MONDAY).next).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { createGroups } from '../../../src/search/rank/likeness.js';
import { faqOf } from '../../frozen.js';

/** What people ask and the FAQ has no entry on, by subject. Written for this test, before the bar was chosen. */
const SUBJECTS = [
  [
    'can we do it over a metal plate',
    'pt has a plate in her arm, ok to scrape over it?',
    'scraping over metal plate and screws',
    'is it safe on top of surgical hardware, plate in ankle',
  ],
  ['how much does a session cost', 'price of scraping?', 'pt asks what it costs', 'is there an extra fee for iastm'],
  ['does insurance pay for iastm', 'insurance coverage for scraping', 'can we bill insurance for this'],
  ['we are out of the cream, who orders it', 'who do i ask to reorder lotion', 'need more scraping cream ordered'],
  ['can a student do it under supervision', 'can our pt student scrape a patient', 'may students perform iastm'],
  ['does certification count for continuing education', 'continuing education hours for the iastm course?'],
  ['patient has tattoo on the calf can i scrape over it', 'new tattoo, wait how long', 'will it fade her tattoo'],
  ['can i use it on a dog', 'my client asks about scraping her dog', 'iastm for animals? my dog limps'],
  ['which drawer are the scraping tools in', 'tools are missing from room 2, which drawer do they go in'],
  ['can we do it with cupping the same day', 'cupping and scraping in one session?', 'combine with cupping?'],
  ['can patients do it at home with a spoon', 'home scraping with a spoon?', 'pt wants to use a spoon on himself'],
  ['can it be used on the face', 'gua sha on face ok?', 'is it ok to scrape the face for wrinkles'],
  ['tool edge is chipped, throw away?', 'burr on the edge of the tool', 'there is a nick in the edge of my tool'],
];
const ALONE = [
  'what time does the clinic open on saturday',
  'who won the game last night',
  'dry needling license in this state',
  'can i wear nail polish at work',
  'parking for patients?',
  'what is the wifi password',
  'headache after chiropractic adjustment',
  'how to tape a sprained ankle',
];

/** Puts each wording into the nearest group, or one of its own, in their order. */
async function grouped(wordings: readonly string[]): Promise<Map<string, string>> {
  const { matcher } = await faqOf();
  const groups = createGroups();
  return new Map(
    wordings.map((wording) => {
      const reading = matcher.read(wording);
      const group = groups.nearest(reading) ?? wording;
      groups.add(group, reading);
      return [wording, group];
    }),
  );
}

/** Of the pairs that stand in one group those of one subject, and of the pairs of one subject those that stand in one group. */
function pairs(groupOf: ReadonlyMap<string, string>) {
  const all = [...SUBJECTS, ...ALONE.map((one) => [one])].flatMap((wordings, subject) =>
    wordings.map((wording) => ({ subject, group: groupOf.get(wording) })),
  );
  const found = all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => ({ same: one.subject === other.subject, together: one.group === other.group })),
  );
  const right = found.filter(({ same, together }) => same && together).length;
  return {
    right: right / found.filter(({ together }) => together).length,
    found: right / found.filter(({ same }) => same).length,
  };
}

describe('questions that nothing answers, put together by likeness', () => {
  const wordings = [...SUBJECTS.flat(), ...ALONE];
  const turned = wordings.map((_, at) => wordings[(at * 17) % wordings.length] ?? '');

  it.each([
    ['as they stand', wordings],
    ['from the last to the first', wordings.toReversed()],
    ['one of each subject after another', turned],
  ])('stand mostly with their own, and seldom with others: %s', async (_, order) => {
    expect(new Set(order).size).toBe(wordings.length);
    const { right, found } = pairs(await grouped(order));
    expect(right).toBeGreaterThan(0.8);
    expect(found).toBeGreaterThan(0.6);
  });

  it('stand the same every time', async () => {
    expect(await grouped(turned)).toEqual(await grouped(turned));
  });

  it('stand with their own also where a word is mistyped, shouted or in other forms', async () => {
    const groupOf = await grouped([
      'can we do it over a metal plate',
      'SCRAPING OVER METAL PLATES!!',
      'over a metl plate ok',
    ]);
    expect(new Set(groupOf.values()).size).toBe(1);
  });

  it.each(['', '???', 'what is it', 'and how do you do that'])('read nothing in %j', async (utterance) => {
    const { matcher } = await faqOf();
    expect(matcher.read(utterance).size).toBe(0);
  });

  it('have a likeness of 1 with themselves, and the nearest middle wins', async () => {
    const { matcher } = await faqOf();
    const reading = matcher.read('can we do it over a metal plate');
    expect([...reading.values()].reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    const groups = createGroups();
    expect(groups.nearest(reading)).toBeNull();
    for (const each of ['metal spoon', 'metal plate', 'dinner plate']) groups.add(each, matcher.read(each));
    expect(groups.nearest(reading)).toBe('metal plate');
  });
});

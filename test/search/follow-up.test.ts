import { describe, expect, it } from 'vitest';
import { followUp, leans } from '../../src/search/follow-up.js';
import { faqOf } from '../frozen.js';

/** What an utterance becomes after an entry; null where it stays as it is by itself. */
async function following(before: string, utterance: string) {
  const { knowledge, matcher } = await faqOf();
  const entry = knowledge.entries.get(before);
  if (entry === undefined) throw new Error(`There is no entry ${before}.`);
  const alone = matcher.match(utterance);
  return followUp(alone, utterance, { entry, entries: knowledge.entries, match: matcher.match });
}

describe('a follow-up', () => {
  it.each([
    ['dose', 'how hard?', 'pressure'],
    ['anticoagulants', 'what about aspirin?', 'anticoagulants-aspirin'],
    ['break-up-scar', 'then how does it work?', 'how-it-works'],
    ['consent', 'and for kids?', 'children'],
    ['tools', 'how do i clean them?', 'cleaning'],
  ])('after "%s", "%s" is answered by the related entry %s, which both point to', async (before, utterance, entry) => {
    expect(await following(before, utterance)).toMatchObject({ decision: 'answer', entry, also: [] });
  });

  it.each([
    ['dose', 'and how often?', 'how-many-sessions'],
    ['how-many-sessions', 'and how long is each?', 'session-length'],
    ['cleaning', 'and the cream?', 'emollient'],
    ['pregnancy', 'why not?', 'contraindications'],
  ])(
    'after "%s", "%s" is offered the related entry %s, which it hardly points to',
    async (before, utterance, entry) => {
      expect(await following(before, utterance)).toMatchObject({ decision: 'suggest', entry: null, offered: [entry] });
    },
  );

  it.each([
    ['painful', 'why?'],
    ['emollient', 'why do i need it?'],
    ['cleaning', 'which one?'],
    ['post-op-scars', 'when can i start?'],
  ])('after "%s", "%s" says little by itself, and goes on with that entry', async (before, utterance) => {
    expect(await following(before, utterance)).toMatchObject({ decision: 'answer', entry: before, warnings: [] });
  });

  it.each([
    ['painful', 'what is the wifi password'],
    ['painful', 'and lunch?'],
    ['painful', 'who won the game?'],
    ['painful', 'is the printer broken too?'],
    ['cleaning', 'and my car?'],
    ['bruising', 'can you call her?'],
  ])('after "%s", "%s" is about something else, and stays as it is', async (before, utterance) => {
    expect(await following(before, utterance)).toBeNull();
  });

  it.each([
    ['anticoagulants', 'will he bruise?'],
    ['plantar-fasciitis', 'does it really work?'],
    ['diabetes-neuropathy', 'what if she has a wound?'],
    ['refer', 'how fast?'],
  ])(
    'after "%s", "%s" has words of its own to be offered or warned by, and stays as it is',
    async (before, utterance) => {
      expect(await following(before, utterance)).toBeNull();
    },
  );

  it('that is answered by itself stays as it is', async () => {
    expect(await following('plantar-fasciitis', 'and does it help the achilles?')).toBeNull();
  });

  it('loses none of its warnings', async () => {
    const { matcher } = await faqOf();
    for (const before of ['dose', 'pressure', 'painful', 'cleaning', 'bruising', 'consent'])
      for (const utterance of [
        'and with warfarin?',
        'is it ok if she is pregnant?',
        'and over a wound?',
        'what about his fever?',
      ]) {
        const followed = await following(before, utterance);
        if (followed === null) continue;
        const shown = [followed.entry, ...followed.warnings.map(({ entry }) => entry)];
        for (const { entry } of matcher.match(utterance).warnings)
          expect(shown, `${before}: ${utterance}`).toContain(entry);
      }
  });
});

describe('leaning', () => {
  it.each(['and how often?', 'Why?', 'what about kids?', 'is that safe for her too?', 'which one', '<@U1> and then?'])(
    'is seen in "%s"',
    (utterance) => expect(leans(utterance)).toBe(true),
  );
  it.each([
    '',
    '?',
    'wifi password',
    'plantar fasciitis',
    'and '.repeat(9),
    'is it ok to use the tools on the scar of her knee',
  ])('is not seen in "%s"', (utterance) => expect(leans(utterance)).toBe(false));
});

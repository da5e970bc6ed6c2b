import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsLikeQuestion } from '../../../src/search/text/asks.js';

const QUESTIONS: Record<string, string[]> = {
  'a question mark': [
    'does it hurt?',
    'Kneecap tendon sore for 3 weeks, tools over it?',
    'hi all, how long should one session be??',
    'Patient is on warfarin. Can we still do the calf?',
    'IASTM after a flu shot?',
  ],
  'question words without a mark': [
    'how long should a session be',
    'what oil do we use',
    'where are the steel tools kept',
    'when can she start running again after blading',
    'which tool for the plantar fascia',
    'hey team: whats the difference to gua sha',
  ],
  'a verb before whom it is about': [
    'can I scrape over a tattoo',
    'should we stop when it bleeds',
    'does iastm break up scar tissue',
    'is it ok to use it on a kid',
    'Do patients bruise after that',
  ],
  'asking around': [
    'anyone know if it is safe with a pacemaker',
    'does anyone know how to clean the tools',
    'Has anyone tried it on a keloid',
    'any idea how hard to press on a calf',
    'not sure if we may treat over varicose veins',
    'wondering whether scraping helps with cellulite',
    'quick question - can we treat a pregnant patient',
  ],
};

const TALK: Record<string, string[]> = {
  statements: [
    'the tools are clean again',
    'I scraped her calf yesterday and it went well',
    'Graston is a brand.',
    'what we need is more steel tools',
    'how it went with the pacemaker patient is in the notes',
    'when I was at the course they pressed much harder',
    'is done now, thanks',
    'can do',
    'will send you the sheet about warfarin',
    'should be fine over the scar',
    'I asked her where it hurts',
  ],
  'greetings and small talk': [
    'good morning everybody',
    'hi',
    'what a day',
    'how nice of her',
    'how about pizza',
    'why not?',
    'lunch?',
    'you ok?',
    'thanks!',
    ':tada: :tada:',
    '',
    '???',
  ],
  'asking for a nod': [
    'that is how we do it, right?',
    'see you at nine, ok?',
    'she is on warfarin, yes?',
    'we are done here, agreed?',
  ],
  'words to somebody': [
    '<@U0BEN0001> does it hurt?',
    '<@U0BEN0001|ben> can we treat over a scar?',
    '<!here> who has the long tool?',
    '<!subteam^S1|@leads> is it safe with a pacemaker?',
    '<#C0CLINIC01> is that the right channel?',
  ],
  links: [
    'is this any good? <https://example.com/iastm>',
    'does it hurt? see https://example.com',
    'write to <mailto:a@b.c|a@b.c>, can you?',
  ],
  lists: [
    'agenda:\n- does it hurt?\n- how often?',
    '1. how long?\n2. how hard should I press?',
    '• can we scrape a scar?',
  ],
  'code and quotes': [
    'what does `does it hurt?` print',
    '```\ncan I do this?\n```',
    '> does it hurt?\nshe asked that again',
    '&gt; does it hurt?\nyes',
  ],
  letters: [`${'We talked about that at length. '.repeat(20)}Does it hurt?`],
};

describe('what reads like a question to whoever may know', () => {
  for (const [kind, texts] of Object.entries(QUESTIONS))
    it.each(texts)(`${kind}: "%s"`, (text) => expect(readsLikeQuestion(text)).toBe(true));
});

describe('what people only say to each other does not', () => {
  for (const [kind, texts] of Object.entries(TALK))
    it.each(texts)(`${kind}: "%s"`, (text) => expect(readsLikeQuestion(text)).toBe(false));
});

describe('any text', () => {
  it('is read in the same way whatever its case, and never takes long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => typeof readsLikeQuestion(any) === 'boolean'));
    for (const each of ['does ', '? ', 'a', '- ', '<', 'hi, ', '`', '.?!', 'anyone '])
      expect(typeof readsLikeQuestion(each.repeat(100_000))).toBe('boolean');
    expect(readsLikeQuestion('DOES IT HURT?')).toBe(true);
    expect(readsLikeQuestion('CAN WE SCRAPE A SCAR')).toBe(true);
  });
});

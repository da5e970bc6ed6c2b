import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../../../src/search/text/clean.js';
import {
  createLexicon,
  isFigure,
  MOST_TOKENS,
  normalForm,
  normalize,
  pieces,
  sentences,
} from '../../../src/search/text/normalize.js';

const clinic = createLexicon({
  terms: [{ name: 'Ecchymosis', definition: 'A bruise.', also: ['bruise', 'black and blue'] }],
  shorthand: new Map([
    ['pt', 'patient'],
    ['s/p', 'after'],
    ['tka', 'knee replacement'],
    ['r/o', 'rule out'],
  ]),
  synonyms: [['session', 'visit']],
});

describe('normalising what people type', () => {
  it.each([
    ['leaves capitals and punctuation behind', 'IS it SAFE?!', 'is it safe'],
    ['drops mentions and channels', '<@U012AB> is it safe <#C1|general>', 'is it safe'],
    ['keeps the label of a link', 'see <https://example.org/a?b=c|the protocol> first', 'see the protocol first'],
    ['drops bare links', 'is <https://example.org/x> safe', 'is safe'],
    ['decodes entities', 'cold &amp; heat', 'cold heat'],
    ['drops emoji names and code marks', ':wave: `bruising` *normal*', 'bruising normal'],
    ['drops invisible and bidi marks', 'bru\u200bis\u00ading \u202enormal', 'bruising normal'],
    ['takes accents off', 'café naïve', 'cafe naive'],
    ['opens contractions, curly or straight', "it’s sore, don't", 'it is sore do not'],
    ['opens contractions of any verb', "we'll they've you're he'd i'm", 'we will they have you are he would i am'],
    ['reads an apostrophe of possession as none', "the patient's knee, who's", 'the patient knee who is'],
    ['closes up any other apostrophe', "o'brien, rock'n'roll", 'obrien rocknroll'],
    ['knows contractions without apostrophe', 'dont whats', 'do not what is'],
    ['keeps negation', 'must not be treated', 'must not be treated'],
    ['keeps numbers', 'is 97140 the code', 'is 97140 the code'],
    ['parts numbers from units', '6wks at 10mm', '6 weeks at 10 mm'],
    ['takes greetings and chatter off', 'hey team quick q, is it safe? thanks', 'is it safe'],
    ['reads chat shorthand', 'safe w/ a pump', 'safe with a pump'],
  ])('%s', (_name, typed, expected) => {
    expect(normalForm(typed)).toBe(expected);
  });

  it('keeps a greeting that is all there is', () => {
    expect(normalize('Hello!')).toEqual(['hello']);
  });

  it.each([
    ['pt s/p TKA', 'patient after knee replacement'],
    ['r/o fracture', 'rule out fracture'],
    ['first visit', 'first visit =session'],
    ['black and blue', 'black and blue =ecchymosis'],
    ['ptosis', 'ptosis'],
  ])('reads the clinic’s words in "%s"', (typed, expected) => {
    expect(normalForm(typed, clinic)).toBe(expected);
  });

  it('reads a shorthand that stands for itself as if it were none', () => {
    const odd = createLexicon({ terms: [], shorthand: new Map([['hi', 'hi']]), synonyms: [] });
    expect(normalForm('hi is it safe', odd)).toBe('is it safe');
  });

  it('reads a phrase as far as it goes where a longer one only begins', () => {
    const fascia = createLexicon({
      terms: [{ name: 'Foam roller', definition: 'A tool.', also: [] }],
      shorthand: new Map([
        ['pf', 'plantar fasciitis'],
        ['pf pt gone', 'cured'],
      ]),
      synonyms: [],
    });
    expect(normalForm('pf pt here', fascia)).toBe('plantar fasciitis pt here');
    expect(normalForm('foam roller', fascia)).toBe('foam roller =foam-roller');
  });

  it('reads 200 words of any text, however they are counted', () => {
    const typed = 'word '.repeat(250);
    expect(normalize(typed)).toHaveLength(200);
    // A contraction and a shorthand are more words than were typed.
    expect(pieces(`${'word '.repeat(199)}don't`)).toHaveLength(200);
    expect(normalize('tka '.repeat(150), clinic)).toHaveLength(200);
    // So are words that were run together: what is behind 200 of them is not read.
    const parted = (word: string) => (word === 'hi' ? ['hi', 'hi'] : [word]);
    expect(normalize(`${'hi '.repeat(150)}knee`, clinic, parted)).toEqual(new Array(200).fill('hi'));
  });

  it('reads a bounded part of any text', () => {
    expect(normalize('word '.repeat(20_000)).length).toBeLessThanOrEqual(MOST_TOKENS);
    expect(normalForm('a'.repeat(40_000)).length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(normalize('<'.repeat(40_000))).toEqual([]);
    expect(normalize('ﷺ'.repeat(40_000)).join('').length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });
});

describe('reading figures', () => {
  it.each([
    ['keeps the point of a figure', '.5 mm, 0.5mm, 5.0 mm, 37.5°C', '0.5 mm 0.5 mm 5.0 mm 37.5 degrees c'],
    ['keeps a sign before a figure, the typographic minus too', '-5, +5 (-3) \u22125', '-5 +5 -3 -5'],
    [
      'takes a hyphen between figures for a range, not for a sign',
      '3-5 minutes, 10\u201312 wks',
      '3 5 minutes 10 12 weeks',
    ],
    ['keeps the grade behind a figure', '4+/5 is not 4-/5 nor 4/5', '4+/5 is not 4-/5 nor 4/5'],
    ['keeps a grade by itself, also before a mark', 'grade 2+, or 3+?', 'grade 2+ or 3+'],
    ['keeps fractions whole', '1/2 inch, 120/80, 7/10', '1/2 inch 120/80 7/10'],
    ['reads typographic fractions', '½ inch or ¼, 1½ inch', '1/2 inch or 1/4 1 1/2 inch'],
    ['closes up thousands, and only thousands', '1,000 or 10,000,000 or 1,5', '1000 or 10000000 or 1 5'],
    ['reads percent with or without a space', '5% 50 %', '5 percent 50 percent'],
    ['reads degrees', 'bend to 90°', 'bend to 90 degrees'],
    ['reads more and less before a figure', '>12wks, > 12, >= 12, ≥12', 'over 12 weeks over 12 over 12 over 12'],
    [
      'reads less, as Slack escapes it too',
      '<3 days, < 3, &lt; 3, &lt;=3 ≤3',
      'under 3 days under 3 under 3 under 3 under 3',
    ],
    ['reads more as Slack escapes it', '&gt;12 and &gt;= 12', 'over 12 and over 12'],
    ['takes an arrow for no comparison', 'heel -> 3 visits => 4', 'heel 3 visits 4'],
    ['keeps letters and figures of one name together', 'A1c, B12, T12', 'a1c b12 t12'],
    ['reads figures of other widths', '\uff15 mm', '5 mm'],
  ])('%s', (_name, typed, expected) => {
    expect(normalForm(typed)).toBe(expected);
  });

  it.each([
    ['.5 mm', '5 mm'],
    ['0.5 mm', '.05 mm'],
    ['4+/5', '4-/5'],
    ['4+/5', '4/5'],
    ['> 12 weeks', '< 12 weeks'],
    ['1/2', '1'],
    ['1/2', '12'],
    ['1½', '11/2'],
    ['2¼', '21/4'],
    ['-5', '5'],
    ['1,000', '1'],
    ['1.5', '15'],
    ['3-5', '35'],
    ['120/80', '12/80'],
    ['grade 2+', 'grade 2'],
  ])('never reads "%s" as "%s"', (typed, other) => {
    expect(normalForm(typed)).not.toBe(normalForm(other));
  });

  it('tells figures from words', () => {
    expect(['5', '-5', '+5', '0.5', '4+/5', '120/80', '٣'].filter((token) => !isFigure(token))).toEqual([]);
    expect(['a1c', 'l4', 'half', '-', '+', ''].filter(isFigure)).toEqual([]);
  });
});

describe('reading sentence by sentence', () => {
  it.each([
    [
      'parts at marks before a space',
      'Fever. On warfarin; hot joint! Ok?',
      ['fever', 'on warfarin', 'hot joint', 'ok'],
    ],
    ['parts at question marks without a space', 'fever?hot joint', ['fever', 'hot joint']],
    ['does not part at a point inside a figure', '3.5 mm. Next', ['3.5 mm', 'next']],
    ['parts at lines and bullets', 'fever\n• warfarin\n• keloid', ['fever', 'warfarin', 'keloid']],
    ['parts at a dash between spaces, not inside a word', 'pain - x-ray clear', ['pain', 'x ray clear']],
    ['parts at an em dash', 'pain — no fever', ['pain', 'no fever']],
    ['keeps commas and brackets as commas', 'pt (on warfarin), ok', ['pt , on warfarin , , ok']],
    ['reads a slash between whole words as or', 'denies fevers/chills', ['denies fevers or chills']],
    ['leaves a slash in shorthand alone', 'w/o pain', ['w / o pain']],
    ['has nothing to say of marks alone', ' , ... ?! ', []],
  ])('%s', (_name, typed, expected) => {
    expect(sentences(typed).map((words) => words.join(' '))).toEqual(expected);
  });

  it('reads the same words as a question is read in, in the same order', () => {
    for (const typed of ['Fever (39°) - on warfarin, 4+/5. Ok?', "isn't it >12 weeks", '<@U1> *keloid*\nand fever']) {
      const words = sentences(typed).flat();
      expect(words.filter((word) => word !== ',')).toEqual(pieces(typed));
    }
  });
});

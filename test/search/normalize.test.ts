import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../../src/search/clean.js';
import { createLexicon, MOST_TOKENS, normalForm, normalize } from '../../src/search/normalize.js';
import { stem } from '../../src/search/stem.js';

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

  it('reads a bounded part of any text', () => {
    expect(normalize('word '.repeat(20_000)).length).toBeLessThanOrEqual(MOST_TOKENS);
    expect(normalForm('a'.repeat(40_000)).length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(normalize('<'.repeat(40_000))).toEqual([]);
    expect(normalize('ﷺ'.repeat(40_000)).join('').length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  it.each([
    ['scraped scrapes scraping', 1],
    ['bruise bruises bruising bruised', 1],
    ['therapy therapies', 1],
    ['stop stopped stopping stops', 1],
    ['foot feet', 1],
    ['news new', 2],
  ])('stems %s to %i', (words, count) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(count);
  });
});

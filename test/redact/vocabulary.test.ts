import { describe, expect, it } from 'vitest';
import type { Entry, Knowledge, Term } from '../../src/knowledge/entry.js';
import { createRedact } from '../../src/redact/redact.js';
import { vocabularyOf } from '../../src/redact/vocabulary.js';
import { vocabulary } from './frozen.js';

const { standing, hasCode } = await vocabulary();

/** A knowledge with one entry. */
function knowledge(entry: Partial<Entry>, terms: Term[] = []): Knowledge {
  const whole: Entry = {
    id: 'one',
    topic: 'topic',
    questions: ['what is it'],
    answer: 'It is this.',
    sources: [],
    safety: false,
    watchFor: [],
    related: [],
    featured: false,
    place: { file: 'topic.yml', line: 1, col: 1 },
    ...entry,
  };
  return {
    topics: new Map(),
    entries: new Map([['one', whole]]),
    sources: new Map(),
    glossary: { terms, shorthand: new Map([['zgl', 'zaglossa']]), synonyms: [['zquill', 'zquell']] },
    path: [],
  };
}

describe('a word may stay', () => {
  it.each([
    ['a phrasing', { questions: ['about zorblax'] as [string] }],
    ['an answer', { answer: 'The zorblax is firm.' }],
    ['a short answer', { short: 'A zorblax.' }],
    ['a watched word', { watchFor: ['hot zorblax'] }],
  ])('when it stands in %s of the FAQ', (_where, entry) => {
    expect(vocabularyOf(knowledge(entry)).standing('zorblax')).toBe('listed');
    expect(vocabularyOf(knowledge({})).standing('zorblax')).toBe('unknown');
  });

  it("when the glossary has it, as a term, beside one, in its definition, as shorthand or as another's like", () => {
    const term = { name: 'Zorblax', also: ['zarbl'], definition: 'A zerbl of the skin.' };
    const words = vocabularyOf(knowledge({}, [term]));
    for (const word of ['zorblax', 'zarbl', 'zerbl', 'zgl', 'zaglossa', 'zquill', 'zquell']) {
      expect(words.standing(word), word).toBe('listed');
    }
  });

  it('when the knowledge that comes into service brings it, and no longer when that has gone', () => {
    let now = knowledge({});
    const redact = createRedact(() => now);
    expect(redact('is zorblax ok').text).toBe('is [word] ok');
    now = knowledge({ answer: 'Zorblax.' });
    expect(redact('is zorblax ok').text).toBe('is zorblax ok');
    now = knowledge({});
    expect(redact('is zorblax ok').text).toBe('is [word] ok');
  });

  it.each([
    ['xarelto', 'listed'],
    ['mounjaro', 'listed'],
    ['hawkgrips', 'listed'],
    ['bruise', 'listed'],
    ['scraping', 'listed'],
    ['unscraped', 'listed'],
    ['mcmurray', 'listed'],
    ['hepatocellulitis', 'listed'],
    ['pickle', 'english'],
    ['cave', 'english'],
    ['nape', 'english'],
    ['brusing', 'slip'],
  ] as const)('%s: %s', (word, reason) => {
    expect(standing(word)).toBe(reason);
  });
});

describe('a word is not believed', () => {
  it.each([
    ['a given name', 'jennifer'],
    ['a given name that is a rare word', 'kelly'],
    ['a given name that is also a faith', 'christian'],
    ['a surname that is a rare word', 'carter'],
    ['a name that is mostly one', 'heather'],
    ['a name with the end of a form', 'grady'],
    ['a name one slip from a word', 'hume'],
    ['a name of elsewhere that is a rare word', 'khalifa'],
    ['a name of elsewhere one slip from a word', 'riccardo'],
    ['a short rare word of a dictionary', 'amir'],
    ['a rare short word that looks like a slip', 'hern'],
    ['a short name with the end of a disease', 'noemia'],
    ['a word of no language', 'qwrtzp'],
  ])('%s: %s', (_why, word) => {
    expect(standing(word)).toBe('unknown');
  });

  it('because an author of that name stands in an answer', () => {
    const words = vocabularyOf(
      knowledge({ answer: 'As Jennifer Carter found.', questions: ['what did jennifer find'] }),
    );
    expect([words.standing('jennifer'), words.standing('carter')]).toEqual(['unknown', 'unknown']);
  });

  it('because a frequent surname stands in the name of a test, a rod or a scale', () => {
    const words = vocabularyOf(knowledge({ questions: ['is it a Gonzales test'], watchFor: ['Harrington rods'] }));
    expect([words.standing('gonzales'), words.standing('harrington')]).toEqual(['unknown', 'unknown']);
  });
});

it("knows the FAQ's own codes", () => {
  expect(hasCode('97140')).toBe(true);
  expect(hasCode('55512')).toBe(false);
  expect(vocabularyOf(knowledge({ answer: 'Bill G0999.' })).hasCode('g0999')).toBe(true);
});

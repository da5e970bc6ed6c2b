import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.js';
import { standsIn } from '../../src/knowledge/quoted.js';
import { quoteFor } from '../../src/learning/quote.js';
import { faqOf } from '../frozen.js';

const { knowledge } = await faqOf();
const asked = knowledge.path.flatMap(({ quiz }) => quiz);
const entryOf = (id: string) => knowledge.entries.get(id) as Entry;
const about = (entry: string) => asked.find((each) => each.entry === entry) ?? asked[0];

describe('the words that support a right option', () => {
  it.each(asked)('stand in the entry, word for word: $question', (question) => {
    const entry = entryOf(question.entry);
    expect(standsIn(quoteFor(question, entry), entry)).toBe(true);
  });

  it.each([
    ['bruising', /Stop and refer/],
    ['pregnancy', /in doubt no calf work/],
    ['break-up-scar', /No study we found shows IASTM breaking up scar tissue/],
    ['who-may-perform', /give no licence \[4, 5\]/],
  ] as const)('are the likest sentence where the lead names none: %s', (id, words) => {
    const question = about(id);
    if (question === undefined) throw new Error('No question.');
    expect(quoteFor(question, entryOf(id))).toMatch(words);
  });

  it('are those that the lead names, while they stand in the entry, however its lines are broken', () => {
    const question = about('cleaning');
    if (question === undefined) throw new Error('No question.');
    const entry = entryOf('cleaning');
    const quote = 'gloves, the label’s contact time'.replace('’', "'");
    expect(quoteFor({ ...question, quote: quote.replace(' the', '\n  the') }, entry)).toMatch(/gloves,\s+the label/);
    expect(quoteFor({ ...question, quote: 'Words of another day.' }, entry)).not.toMatch(/another day/);
  });

  it('are the short form or the answer where nothing in the entry is like the option', () => {
    const question = {
      question: 'Zxq?',
      options: ['zxq', 'b'],
      right: 1,
      entry: 'x',
      place: { file: '', line: 1, col: 1 },
    };
    const entry = { ...entryOf('cleaning'), answer: 'Yes.' };
    expect(quoteFor(question, entry)).toBe(entry.short);
    const { short: _, ...bare } = entry;
    expect(quoteFor(question, bare)).toBe('Yes.');
  });
});

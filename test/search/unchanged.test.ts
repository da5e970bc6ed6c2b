import { describe, expect, it } from 'vitest';
import { LIBRARY, matcherOf } from './faqs.js';

// Every number of `parameters.ts` has a part in these, and none is promised by name: whoever changes one on purpose, or how
// something is read or ranked, brings the table up to date, and says in the commit what `npm run eval` makes of it.
const FOUND: readonly (readonly [question: string, decision: string, ...best: (string | number)[]])[] = [
  ['lost', 'suggest', 'lost', 0.894, 'lost-card', 0.082],
  ['late book', 'answer', 'late', 0.99, 'lost', 0.006, 'renew', 0.003],
  ['room for printing', 'suggest', 'printing', 0.582, 'rooms', 0.372, 'opening', 0.01],
  ['my card', 'answer', 'lost-card', 0.997, 'card', 0.001, 'renew', 0.001],
  ['how do i extend a loan', 'answer', 'renew', 0.952, 'card', 0.012, 'lost', 0.007],
  ['fine for a book', 'suggest', 'late', 0.826, 'lost', 0.096, 'renew', 0.04],
  ['is the library quiet on sunday', 'suggest', 'opening', 0.715, 'card', 0.147, 'rooms', 0.029],
  ['pence a day', 'suggest', 'late', 0.366, 'renew', 0.18, 'opening', 0.105],
  ['can we print keloid pictures', 'suggest', 'printing', 0.63, 'keloid', 0.246, 'rooms', 0.021],
  ['overdeu fe', 'answer', 'late', 0.952, 'renew', 0.018],
  ['open card', 'suggest', 'lost-card', 0.709, 'opening', 0.23, 'keloid', 0.008],
  ['where do I join', 'answer', 'card', 0.926, 'printing', 0.028, 'lost', 0.008],
  ['a book about gardens', 'abstain', 'lost', 0.321, 'renew', 0.089, 'late', 0.053],
  ['how much is a room', 'abstain', 'rooms', 0.603, 'late', 0.008, 'card', 0.005],
  ['projector', 'answer', 'rooms', 0.934, 'printing', 0.024, 'renew', 0.022],
  ['who stole my umbrella', 'suggest', 'lost-card', 0.75, 'lost', 0.041, 'renew', 0.04],
  ['is it going to rain', 'abstain', 'card', 0, 'rooms', 0, 'printing', 0],
  ['do you close the study room at five', 'answer', 'rooms', 0.961, 'opening', 0.012, 'card', 0.005],
  ['member of the library', 'answer', 'card', 0.989, 'opening', 0.002, 'lost-card', 0.001],
  ['print my library card', 'suggest', 'lost-card', 0.828, 'printing', 0.084, 'card', 0.056],
];

describe('the search as it was measured', () => {
  const { match } = matcherOf(
    { ...LIBRARY, keloid: ['What is a keloid?', 'keloid and its causes', 'about keloids'] },
    {
      safety: ['keloid'],
      answers: { late: 'Ten pence a day, at most five pounds.', rooms: 'Ask for the key of the projector.' },
    },
  );

  it.each(FOUND.map(([question, decision, ...best]) => ({ question, decision, best })))(
    'finds for $question: $decision',
    ({ question, decision, best }) => {
      const found = match(question);
      const candidates = found.candidates.flatMap(({ entry, confidence }) => [entry, confidence]);
      expect([found.decision, ...candidates.slice(0, best.length)]).toEqual([
        decision,
        ...best.map((value) => (typeof value === 'number' ? expect.closeTo(value, 2) : value)),
      ]);
    },
  );
});

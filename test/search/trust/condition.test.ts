import { describe, expect, it } from 'vitest';
import { DOUBTFUL } from '../../../src/search/parameters.js';
import { LIBRARY, matcherOf } from '../faqs.js';

describe('a condition that the FAQ has never heard of', () => {
  const { match } = matcherOf({
    ...LIBRARY,
    asthma: [
      'Can a patient with asthma be treated?',
      'asthma patient, ok to treat',
      'treating somebody who has asthma',
      'fibromyalgia or asthma, can the patient be treated',
    ],
  });

  it.each(['hypopituitarism', 'sarcoidosis', 'vasculitis', 'acromegalopathy', 'lipodystrophy', 'thalassaemia'])(
    'makes any answer doubtful: %s',
    (condition) => {
      const { decision, confidence } = match(`can a patient with asthma and ${condition} be treated`);
      expect(decision).not.toBe('answer');
      expect(confidence).toBeLessThanOrEqual(DOUBTFUL);
    },
  );

  it.each(['asthma', 'fibromyalgia'])('is none where a phrasing has it: %s', (condition) => {
    expect(match(`can a patient with ${condition} be treated`)).toMatchObject({ decision: 'answer', entry: 'asthma' });
  });

  it.each(['glasses', 'a diagnosis of asthma', 'an umbrella', 'a diploma', 'prognosis'])(
    'is none in a word that only ends a little like one: %s',
    (word) => {
      expect(match(`can a patient with asthma and ${word} be treated`)).toMatchObject({ entry: 'asthma' });
    },
  );

  // They begin like hypotension, and are no conditions.
  it.each(['hypothetically', 'with hyperlinks'])('is none in "%s"', (words) => {
    expect(match(`${words}, can a patient with asthma be treated`).confidence).toBeGreaterThan(DOUBTFUL);
  });
});

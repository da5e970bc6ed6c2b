import { expect, it } from 'vitest';
import { loadFaq, NOTHING } from '../../src/faq/load.js';
import { warm } from '../../src/faq/warm.js';
import { createRedact } from '../../src/redact/redact.js';

it('reads some titles, and no more of a large FAQ, as questions are read', async () => {
  const { faq } = await loadFaq('knowledge');
  if (faq === null) throw new Error('The knowledge of the project is not served.');
  const titles = [...faq.knowledge.entries.values()].map(({ questions }) => questions[0]);
  const redact = createRedact(() => faq.knowledge);
  const matched: string[] = [];
  const redacted: string[] = [];
  const match = (utterance: string) => {
    matched.push(utterance);
    return faq.matcher.match(utterance);
  };
  warm({ ...faq, matcher: { ...faq.matcher, match } }, (text) => {
    redacted.push(text);
    return redact(text);
  });
  expect(matched).toEqual(titles.slice(0, 20));
  expect(redacted).toEqual(matched);
});

it('reads nothing where nothing is in service', () => {
  expect(() =>
    warm(NOTHING, () => {
      throw new Error('There was nothing to read.');
    }),
  ).not.toThrow();
});

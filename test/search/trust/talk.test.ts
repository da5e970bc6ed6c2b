import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/search/matcher.js';
import { vectorOf } from '../../../src/search/rank/vectors.js';
import { createAnalyzer } from '../../../src/search/rank/vocabulary.js';
import { EVERYDAY } from '../../../src/search/text/everyday.js';
import { train } from '../../../src/search/train.js';
import { createTalk, talkTokens } from '../../../src/search/trust/talk.js';
import { knowledgeOf, LIBRARY } from '../faqs.js';

const model = train(knowledgeOf(LIBRARY));

describe('everyday talk', () => {
  it('is never answered at once by an FAQ of another field', () => {
    const matcher = createMatcher(model);
    expect(EVERYDAY.filter((line) => matcher.match(line).decision === 'answer')).toEqual([]);
  });

  it('is answered where an FAQ has the very line among its phrasings', () => {
    const line = 'who waters the plants';
    expect(EVERYDAY).toContain(line);
    const matcher = createMatcher(train(knowledgeOf({ ...LIBRARY, plants: [line, 'do the plants get enough water'] })));
    expect(matcher.match(line)).toMatchObject({ decision: 'answer', entry: 'plants' });
  });

  it('is nearest to itself, and less near to what was heard besides', () => {
    const talk = createTalk(model.talk, model.index);
    const analyze = createAnalyzer(model.index.vocabulary);
    talkTokens(model.lexicon).forEach((tokens, line) => {
      if (tokens.length === 0) return;
      const vector = vectorOf(analyze(tokens), model.index);
      // Below 1 where a line has nothing but function words, and so no everyday group.
      expect(talk(vector)).toBeGreaterThan(0.4);
      expect(talk(vector)).toBeLessThan(1.001);
      expect(talk(vector, line)).toBeLessThanOrEqual(talk(vector));
    });
  });
});

import type { Knowledge } from '../../src/knowledge/entry.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { createMatcher, type Matcher } from '../../src/search/matcher.js';
import { type Model, train } from '../../src/search/train.js';
import { KNOWLEDGE } from '../conversation.js';

export interface ShippedFaq {
  knowledge: Knowledge;
  model: Model;
  matcher: Matcher;
}

let loading: Promise<ShippedFaq> | undefined;

/** The shipped FAQ, trained once in a test file: it takes seconds. */
export function shippedFaq(): Promise<ShippedFaq> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ShippedFaq> {
  const { knowledge } = await loadKnowledge(KNOWLEDGE);
  if (knowledge === null) throw new Error('The shipped knowledge does not load: run npm run check.');
  const model = train(knowledge);
  return { knowledge, model, matcher: createMatcher(model) };
}

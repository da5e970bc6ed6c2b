import type { Knowledge } from '../../src/knowledge/entry.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { createMatcher, type Matcher } from '../../src/search/matcher.js';
import { type Model, train } from '../../src/search/train.js';
import { KNOWLEDGE } from '../conversation.js';

export interface FrozenFaq {
  knowledge: Knowledge;
  model: Model;
  matcher: Matcher;
}

let loading: Promise<FrozenFaq> | undefined;

/** The copy of the shipped FAQ that nobody edits, trained once in a test file: it takes seconds. */
export function frozenFaq(): Promise<FrozenFaq> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FrozenFaq> {
  const { knowledge } = await loadKnowledge(KNOWLEDGE);
  if (knowledge === null) throw new Error('test/knowledge-frozen does not load: see its README.');
  const model = train(knowledge);
  return { knowledge, model, matcher: createMatcher(model) };
}

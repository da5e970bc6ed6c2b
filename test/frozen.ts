import { join } from 'node:path';
import { type Faq, trainFolder } from '../src/faq/load.js';
import type { Knowledge } from '../src/knowledge/entry.js';
import { createMatcher, type Matcher } from '../src/search/matcher.js';
import type { Model } from '../src/search/train.js';

/** A copy of the shipped FAQ that nobody edits, so that tests of code do not depend on what leads write. */
export const KNOWLEDGE = join(import.meta.dirname, 'knowledge-frozen');

/** The frozen FAQ as the service has it, and what its matcher learned. */
export interface Frozen extends Faq {
  knowledge: Knowledge;
  model: Model;
  matcher: Matcher;
}

let training: Promise<Frozen> | undefined;

/**
 * The frozen FAQ. It is trained once in a worker, which takes a second or two: the unit tests' files share their worker's
 * modules (`isolate` in vitest.config.ts), and so this. Nobody may change it: make a copy.
 */
export function faqOf(): Promise<Frozen> {
  training ??= train();
  return training;
}

async function train(): Promise<Frozen> {
  const { knowledge, model, version, problems } = await trainFolder(KNOWLEDGE);
  if (knowledge === null || model === null) throw new Error(JSON.stringify(problems.slice(0, 5)));
  return { knowledge, model, matcher: createMatcher(model), version };
}

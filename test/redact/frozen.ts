import type { Knowledge } from '../../src/knowledge/entry.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { createRedact } from '../../src/redact/redact.js';
import { type Vocabulary, vocabularyOf } from '../../src/redact/vocabulary.js';
import { KNOWLEDGE } from '../frozen.js';

/** The frozen FAQ, read but not trained: redaction asks for its words alone. */
export async function frozenKnowledge(): Promise<Knowledge> {
  const { knowledge, problems } = await loadKnowledge(KNOWLEDGE);
  if (knowledge === null) throw new Error(JSON.stringify(problems.slice(0, 5)));
  return knowledge;
}

/** The words that may stay while the frozen FAQ is in service. */
export async function vocabulary(): Promise<Vocabulary> {
  return vocabularyOf(await frozenKnowledge());
}

/** The redaction as the bot has it with the frozen FAQ. */
export async function frozenRedact(): Promise<ReturnType<typeof createRedact>> {
  const knowledge = await frozenKnowledge();
  return createRedact(() => knowledge);
}

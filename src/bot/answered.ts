import type { Acted, Cards } from './cards.js';
import { isReply } from './cards.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';

/** A confidence from which on an entry answered already when the question was handed on: whoever asked wants something else. */
const ANSWERED_THEN = 0.9;

/** Questions that wait for the leads, and that the FAQ answers since, by an entry or phrasings that were added. */
export function createAnswered(
  deps: Pick<BotDeps, 'faq' | 'store' | 'leads' | 'stances' | 'observe'>,
  cards: Pick<Cards, 'change' | 'tellings' | 'cardOf'>,
) {
  const { faq, store, observe } = deps;
  /** Questions that were looked at with the knowledge of this version, which decides the same of them again. */
  let looked = { version: '', ids: new Set<string>() };

  /** Answers each with the entry, once by one of all replicas, and tells whoever asked to be told. What a lead has claimed is that lead's. */
  async function* answeredSince(): AsyncGenerator<Acted> {
    const { knowledge, matcher, version } = faq();
    if (closedReply(deps) !== null) return;
    if (looked.version !== version) looked = { version, ids: new Set() };
    for await (const seen of store.allEscalations()) {
      if (seen.state !== 'open' || seen.text === '' || seen.version === version || looked.ids.has(seen.id)) continue;
      looked.ids.add(seen.id);
      const { decision, entry } = matcher.match(seen.text);
      if (decision !== 'answer' || entry === null || entry === seen.shown || !knowledge.entries.has(entry)) continue;
      const then = seen.candidates.find((candidate) => candidate.entry === entry)?.confidence ?? 0;
      if (then >= ANSWERED_THEN) continue;
      const changed = await cards.change(seen, { state: 'answered', entry, answer: null, lead: null });
      if (changed === null || isReply(changed)) continue;
      observe.escalated('answered');
      yield { shown: null, card: cards.cardOf(changed), tell: await cards.tellings(changed), aloud: null };
    }
  }

  return { answeredSince };
}

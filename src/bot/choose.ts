import { compose } from '../replies/compose.js';
import { evidenceReply } from '../replies/evidence.js';
import type { Reply } from '../replies/reply.js';
import { topicReply } from '../replies/topics.js';
import { goneReply } from '../replies/trouble.js';
import { closedReply, servedReply, toldReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { sharingOf } from './hushed.js';
import { isLead, mayChange, type Pressed, questionOf } from './pressed.js';
import type { Replies } from './replies.js';

/**
 * What is shown to whoever pressed. `replace`: in the place of the reply that was pressed, so that one question keeps one reply; else
 * beside it, to that person alone, since only who asked, or a lead, changes a reply for everybody.
 */
export interface Shown {
  reply: Reply;
  replace: boolean;
}

/** What people do with an offer: choose an entry, none, or read another one beside it. */
export function createChoose(
  deps: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'leads' | 'stances' | 'channels'>,
  { replies, topic }: { replies: Replies; topic(of: { name: string }): Reply },
) {
  const { faq, store, keys, leads } = deps;

  /** An offered entry was chosen: kept with its question, and answered with the entry under the warnings of the offer. */
  async function choose(pressed: Pressed, entry: string): Promise<Shown> {
    const closed = closedReply(deps);
    if (closed !== null) return { reply: closed, replace: false };
    const { knowledge } = faq();
    const replace = mayChange(pressed, { keys, leads });
    const question = { ...questionOf(pressed, knowledge, keys), inPlace: replace };
    const chosen = knowledge.entries.get(entry);
    if (!chosen) return { reply: compose(goneReply(), question, knowledge), replace };
    if (replace) await store.settle(question.asked, `chose ${chosen.id}`);
    const share = replace && pressed.alone !== true ? null : sharingOf(pressed, deps);
    return {
      reply: compose(replies.answer(chosen, knowledge), { ...question, entry: chosen.id, share }, knowledge),
      replace,
    };
  }

  /** None of the offered entries was meant. */
  async function decline(pressed: Pressed): Promise<Shown> {
    const closed = closedReply(deps);
    if (closed !== null) return { reply: closed, replace: false };
    const { knowledge } = faq();
    const replace = mayChange(pressed, { keys, leads });
    const question = { ...questionOf(pressed, knowledge, keys), inPlace: replace };
    if (replace) await store.settle(question.asked, 'none');
    return { reply: compose(replies.refused(knowledge), question, knowledge), replace };
  }

  /** An entry to read beside the reply. */
  function read(pressed: Pressed, entry: string): Reply {
    return servedReply(deps, (knowledge) => {
      const { asked, warnings: carried } = questionOf(pressed, knowledge, keys);
      const found = knowledge.entries.get(entry);
      if (found === undefined) return goneReply();
      const additions = { asked, entry, carried, share: sharingOf(pressed, deps) };
      return compose(replies.answer(found, knowledge), additions, knowledge);
    });
  }

  /** On what an entry's answer rests; for leads with where it stands, and the way to change it, in a pause, too. */
  function evidence({ by }: Pick<Pressed, 'by'>, entry: string): Reply {
    const forLead = isLead(by, leads);
    return (forLead ? toldReply : servedReply)(deps, (knowledge) => {
      const found = knowledge.entries.get(entry);
      return found ? evidenceReply(found, knowledge, { forLead }) : goneReply();
    });
  }

  /** A topic to look through beside the reply. */
  function look(pressed: Pressed, name: string): Reply {
    const { knowledge } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    return compose(topic({ name }), { asked }, knowledge);
  }

  /** A further page of a topic; pages count from 1. */
  function turnPage(pressed: Pressed, id: string, page: number): Reply {
    return servedReply(deps, (knowledge) => {
      const { asked } = questionOf(pressed, knowledge, keys);
      const found = knowledge.topics.get(id);
      return found ? compose(topicReply(found, knowledge, page), { asked }, knowledge) : goneReply();
    });
  }

  return { choose, decline, read, evidence, look, turnPage };
}

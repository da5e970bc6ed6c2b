import type { Surroundings } from './bot.js';
import { aboutReply, courtesyReply, greetingReply } from './replies/courtesy.js';
import { glossaryReply } from './replies/glossary.js';
import { helpReply } from './replies/guide.js';
import { forgottenReply, notForgottenReply, privacyReply } from './replies/privacy.js';
import type { Reply } from './replies/reply.js';
import { sourcesReply } from './replies/sources.js';
import type { Word } from './replies/to-the-bot.js';
import { findTopic, topicReply, topicsReply } from './replies/topics.js';

/** The reply to everything that is said to the bot itself. `name` is of a topic or term, `by` the team and user id. */
export type WordReplies = Record<Word, (name: string, by: string) => Reply | Promise<Reply>>;

export function createWordReplies(around: Pick<Surroundings, 'faq' | 'store' | 'person' | 'leads' | 'retentionDays'>) {
  const knowledge = () => around.faq().knowledge;
  return {
    help: () => helpReply(knowledge()),
    topics: () => topicsReply(knowledge()),
    /** A topic by name; the list of topics where none or several are meant. */
    topic(name) {
      const topic = findTopic(name, knowledge());
      return topic ? topicReply(topic, knowledge()) : topicsReply(knowledge(), name);
    },
    sources: () => sourcesReply(knowledge()),
    glossary: (term) => glossaryReply(term, knowledge()),
    privacy: () => privacyReply(around.retentionDays),
    /** Removes a person's rows; says so where that cannot be done now. */
    forget: (_, by) => around.store.forget(around.person(by)).then(forgottenReply, () => notForgottenReply()),
    courtesy: () => courtesyReply(),
    greeting: () => greetingReply(knowledge()),
    about: () => aboutReply(knowledge(), around.leads),
  } satisfies WordReplies;
}

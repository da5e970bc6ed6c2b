import { dayOf } from '../knowledge/day.js';
import type { Knowledge } from '../knowledge/entry.js';
import { leadReply } from '../replies/ask-lead.js';
import { aboutReply, courtesyReply, greetingReply } from '../replies/courtesy.js';
import { glossaryReply, noTermReply } from '../replies/glossary.js';
import { helpReply } from '../replies/guide.js';
import { newsReply } from '../replies/news.js';
import { privacyReply } from '../replies/privacy.js';
import { randomReply } from '../replies/random.js';
import type { Reply } from '../replies/reply.js';
import { sourcesReply } from '../replies/sources.js';
import type { Word } from '../replies/to-the-bot.js';
import { findTopic, noTopicReply, topicReply, topicsReply } from '../replies/topics.js';
import { goneReply } from '../replies/trouble.js';
import { servedReply, toldReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Gaps } from './gaps.js';
import type { Own } from './own.js';
import { isLead } from './pressed.js';
import type { Publishing } from './publishing.js';
import type { Review } from './review.js';
import { createStand } from './stand.js';
import type { Within } from './thread.js';
import type { Forms } from './workshop.js';

/** A word that is said to the bot, by whom and where. */
export interface Spoken {
  /** Of a topic, a term or a stance, or the number of a page. */
  name: string;
  /** Team and user id of the person. */
  by: string;
  /** Id of the channel that it is said in, if any. */
  channel?: string | undefined;
  /** True where everybody reads the reply. */
  openly?: boolean;
  /** The thread that it is said in, if any. */
  within: Within | null;
}

/** The reply to everything that is said to the bot itself. */
export type WordReplies = Record<Word, (spoken: Spoken) => Reply | Promise<Reply>>;

/**
 * Words whose reply is for the person who says them alone, also after a mention: it is about what that person has asked or learned, or
 * for leads.
 */
const ALONE = new Set<Word>([
  'recent',
  'why',
  'data',
  'forget',
  'learn',
  'quiz',
  'gaps',
  'review',
  'add',
  'edit',
  'edits',
]);

export function isForOneAlone(word: Word): boolean {
  return ALONE.has(word);
}

/** Words by which leads say where it answers. */
const STANCES = new Set<Word>(['channel', 'pause', 'resume']);

/** Whether a word is carried out also where it answers nothing in public; the reply is private then. */
export function isHeardAnywhere(word: Word): boolean {
  return isForOneAlone(word) || STANCES.has(word);
}

/** What stands above the reply to the name alone, where neither a topic nor a term is called so; null for all else. */
export function notCalledReply({ word, name }: { word: Word; name: string }, knowledge: Knowledge): Reply | null {
  if (word === 'topic') return noTopicReply(name, knowledge);
  return word === 'glossary' ? noTermReply(name, knowledge) : null;
}

export function createWordReplies(
  deps: Pick<
    BotDeps,
    'faq' | 'keys' | 'leads' | 'stances' | 'channels' | 'now' | 'timeZone' | 'chance' | 'retentionDays' | 'textDays'
  >,
  {
    own,
    gaps,
    review,
    learn,
    quiz,
    forms,
    publishing,
  }: {
    own: Own;
    gaps: Gaps;
    review: Review;
    forms: Pick<Forms, 'begin' | 'beginChange'>;
    publishing: Pick<Publishing, 'edits'>;
  } & Record<'learn' | 'quiz', (by: string) => Promise<Reply>>,
) {
  const known = (reply: (knowledge: Knowledge) => Reply) => servedReply(deps, reply);
  const told = (reply: (knowledge: Knowledge) => Reply) => toldReply(deps, reply);
  const stand = createStand(deps);
  return {
    help: ({ by, openly }) => told((knowledge) => helpReply(knowledge, { lead: !openly && isLead(by, deps.leads) })),
    topics: () => known((knowledge) => topicsReply(knowledge)),
    /** A topic by name; the list of topics where none is meant, or several. */
    topic: ({ name }: Pick<Spoken, 'name'>) =>
      known((knowledge) => {
        const topic = findTopic(name, knowledge);
        return topic ? topicReply(topic, knowledge) : topicsReply(knowledge, name);
      }),
    sources: () => known(sourcesReply),
    glossary: ({ name }) => known((knowledge) => glossaryReply(name, knowledge)),
    learn: ({ by }) => learn(by),
    quiz: ({ by }) => quiz(by),
    news: () => known((knowledge) => newsReply(knowledge, dayOf(deps.now(), deps.timeZone))),
    random: () =>
      known(({ entries }) => {
        const entry = [...entries.values()][Math.floor(deps.chance() * entries.size)];
        return entry ? randomReply(entry) : goneReply();
      }),
    recent: ({ by }) => own.recent(by),
    why: ({ by, within }) => own.why(by, within),
    review: ({ by }) => review.reviewFor(by),
    gaps: ({ by }) => gaps.gapsFor(by),
    add: ({ by }) => forms.begin(by),
    edit: ({ by, name }) => forms.beginChange(by, name),
    edits: ({ by }) => publishing.edits(by),
    privacy: () => privacyReply(deps),
    channel: ({ name, by, channel }) => stand.channel(name, by, channel),
    pause: ({ by }) => stand.pause(by),
    resume: ({ by }) => stand.resume(by),
    data: ({ by, name }) => own.data(by, Number(name) || 1),
    forget: () => own.askForget(),
    lead: () => leadReply(deps.leads),
    courtesy: () => courtesyReply(),
    greeting: () => told(greetingReply),
    about: () => told((knowledge) => aboutReply(knowledge, deps.leads)),
  } satisfies WordReplies;
}

import type { Faq } from './faq.js';
import type { Entry, Knowledge } from './knowledge/entry.js';
import { abstainReply, type Leads } from './replies/abstain.js';
import { answerReply } from './replies/answer.js';
import { glossaryReply } from './replies/glossary.js';
import { helpReply } from './replies/guide.js';
import { detailsReply, forgottenReply, notForgottenReply, privacyReply } from './replies/privacy.js';
import type { Reply } from './replies/reply.js';
import { sourcesReply } from './replies/sources.js';
import { suggestReply } from './replies/suggest.js';
import { findTopic, topicReply, topicsReply } from './replies/topics.js';
import { goneReply, tooLongReply, voteLostReply } from './replies/trouble.js';
import { type Reason, reasonKeptReply, thanksReply, whyNotReply } from './replies/vote.js';
import type { Match } from './search/match.js';
import type { Asked, Door, Store } from './store/store.js';

/** A question as it came in. */
export interface Question {
  /** From team, channel and timestamp: the same for every delivery of the same message. */
  id: string;
  door: Door;
  text: string;
  /** Team and user id of the asker. */
  by: string;
}

/** What is said to a question: the reply, and sometimes a word to the asker alone. */
export interface Said {
  reply: Reply;
  private: Reply | null;
}

export interface Ballot {
  /** Id of the answer's message. */
  answer: string;
  entry: string;
  helpful: boolean;
  /** Team and user id of the voter. */
  by: string;
}

/** What the use cases need from outside. */
export interface Surroundings {
  /** The knowledge in service now. */
  faq(): Faq;
  store: Pick<Store, 'record' | 'vote' | 'forget'>;
  redact(text: string): { text: string; found: readonly string[] };
  /** The keyed hash that stands for a person in the store. */
  person(by: string): string;
  now(): Date;
  /** Told of every decision and vote, for metrics. */
  observe: { asked(door: Door, decision: Match['decision']): void; voted(helpful: boolean): void };
  leads: Leads;
  retentionDays: number;
}

/** Longest text taken as a question, in characters: longer ones are somebody's pasted document. */
const LONGEST_QUESTION = 2000;
/** Characters of a question that are stored. */
const LONGEST_STORED = 500;
/** Taken out before a question is kept, without a word to the asker: on Slack mentions and links are no patient's details. */
const ORDINARY = new Set(['person', 'channel', 'link']);
/** An utterance of nothing but a greeting, thanks or a cry for help is answered with how to use the bot. */
const GREETING =
  /^(?:hi+|hello|hey+|yo|hiya|good (?:morning|afternoon|evening)|help|help me|thanks|thank you|thx|ty)(?: (?:there|all|team|bot|everyone|a lot|so much))?$/;

export type Bot = ReturnType<typeof createBot>;

/** The use cases, with no word of Slack: Slack's listeners, the command line and the playground share them. */
export function createBot(around: Surroundings) {
  /** Decides, keeps, and replies. Null when this question was kept before: then nothing may be posted. */
  async function ask(question: Question): Promise<Said | null> {
    const faq = around.faq();
    if (question.text.length > LONGEST_QUESTION) {
      const first = await keep(question, '', UNDECIDED, faq);
      return first ? { reply: tooLongReply(), private: null } : null;
    }
    if (isGreeting(question.text)) {
      const first = await keep(question, '', UNDECIDED, faq);
      return first ? { reply: helpReply(faq.knowledge), private: null } : null;
    }
    const { text, found } = around.redact(question.text);
    const match = faq.matcher.match(question.text);
    if (!(await keep(question, text, match, faq))) return null;
    around.observe.asked(question.door, match.decision);
    const details = found.filter((kind) => !ORDINARY.has(kind));
    return {
      reply: replyTo(match, faq),
      private: details.length === 0 ? null : detailsReply(details, question.door === 'command'),
    };
  }

  function keep({ id, door, by }: Question, text: string, match: Match, faq: Faq): Promise<boolean> {
    const { decision, entry, candidates } = match;
    const asked: Asked = {
      id,
      door,
      person: around.person(by),
      text: text.slice(0, LONGEST_STORED),
      decision,
      entry,
      candidates,
      version: faq.version,
      at: around.now(),
    };
    return around.store.record(asked);
  }

  function replyTo(match: Match, { knowledge }: Faq): Reply {
    switch (match.decision) {
      case 'answer': {
        const entry = knowledge.entries.get(match.entry ?? '');
        return entry ? answerWith(entry, knowledge) : abstainReply(knowledge, around.leads);
      }
      case 'suggest':
        return suggestReply(match.offered, knowledge);
      case 'abstain':
        return abstainReply(knowledge, around.leads);
      default:
        return match.decision satisfies never;
    }
  }

  /** The entry as an answer, made once: the same for everybody until the knowledge is read anew, and with it the entry. */
  const answers = new WeakMap<Entry, Reply>();
  function answerWith(entry: Entry, knowledge: Knowledge): Reply {
    const answer = answers.get(entry) ?? answerReply(entry, knowledge);
    answers.set(entry, answer);
    return answer;
  }

  /** A suggestion was chosen: kept like a question, answered with the entry. */
  async function choose({ id, entry, by }: { id: string; entry: string; by: string }): Promise<Reply> {
    const faq = around.faq();
    const chosen = faq.knowledge.entries.get(entry);
    if (!chosen) return goneReply();
    const match: Match = { ...UNDECIDED, decision: 'answer', entry, confidence: 1 };
    await keep({ id, door: 'choice', text: '', by }, '', match, faq);
    around.observe.asked('choice', 'answer');
    return answerWith(chosen, faq.knowledge);
  }

  /** An entry to read, by its id. */
  function read(entry: string): Reply {
    const { knowledge } = around.faq();
    const found = knowledge.entries.get(entry);
    return found ? answerWith(found, knowledge) : goneReply();
  }

  /** Keeps a vote. Down asks why; what cannot be kept is said. */
  async function vote({ answer, entry, helpful, by }: Ballot): Promise<Reply> {
    const kept = await keepVote({ answer, entry, helpful, by }, null);
    if (!kept) return voteLostReply();
    around.observe.voted(helpful);
    return helpful ? thanksReply() : whyNotReply(entry, answer);
  }

  /** Keeps why an answer did not help, on the same vote. */
  async function because(ballot: Omit<Ballot, 'helpful'>, reason: Reason): Promise<Reply> {
    return (await keepVote({ ...ballot, helpful: false }, reason)) ? reasonKeptReply(reason) : voteLostReply();
  }

  function keepVote({ answer, entry, helpful, by }: Ballot, reason: Reason | null): Promise<boolean> {
    return around.store.vote({ answer, entry, person: around.person(by), helpful, reason, at: around.now() }).then(
      () => true,
      () => false,
    );
  }

  return {
    ask,
    choose,
    read,
    vote,
    because,
    none: () => abstainReply(around.faq().knowledge, around.leads),
    help: () => helpReply(around.faq().knowledge),
    topics: () => topicsReply(around.faq().knowledge),
    /** A topic by name; the list of topics where none or several are meant. */
    topic(name: string): Reply {
      const { knowledge } = around.faq();
      const topic = findTopic(name, knowledge);
      return topic ? topicReply(topic, knowledge) : topicsReply(knowledge, name);
    },
    sources: () => sourcesReply(around.faq().knowledge),
    glossary: (term: string) => glossaryReply(term, around.faq().knowledge),
    privacy: () => privacyReply(around.retentionDays),
    /** Removes a person's rows; says so where that cannot be done now. */
    forget: (by: string): Promise<Reply> =>
      around.store.forget(around.person(by)).then(forgottenReply, () => notForgottenReply()),
  };
}

const UNDECIDED: Match = {
  decision: 'abstain',
  entry: null,
  confidence: 0,
  candidates: [],
  offered: [],
  warnings: [],
  also: [],
  corrections: [],
};

function isGreeting(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
  return words === '' ? !/[\p{L}\p{N}]/u.test(text) : GREETING.test(words);
}

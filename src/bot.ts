import { createReplies } from './bot-replies.js';
import { createWordReplies } from './bot-words.js';
import type { Faq } from './faq.js';
import type { Leads } from './replies/abstain.js';
import { compose } from './replies/compose.js';
import { detailsReply } from './replies/privacy.js';
import type { Reply } from './replies/reply.js';
import { toTheBot, type Word } from './replies/to-the-bot.js';
import { goneReply, tooLongReply, voteLostReply } from './replies/trouble.js';
import { type Reason, reasonKeptReply, thanksReply, whyNotReply } from './replies/vote.js';
import { carriedWarnings } from './replies/warning.js';
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

/** What is said to a question: a reply, and sometimes one to the asker alone; at least one of both. */
export interface Said {
  reply: Reply | null;
  private: Reply | null;
}

/** An offered entry that was chosen. */
export interface Choice {
  /** The same for every delivery of the choice. */
  id: string;
  entry: string;
  /** Team and user id of the chooser. */
  by: string;
  /** What the offer carried of its warnings. */
  warned: string;
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

export type Bot = ReturnType<typeof createBot>;

/** The use cases, with no word of Slack: Slack's listeners, the command line and the playground share them. */
export function createBot(around: Surroundings) {
  const replies = createReplies(around.leads);
  const words = createWordReplies(around);

  /** Decides, keeps, and replies. Null when this question was kept before: then nothing may be posted. */
  async function ask(question: Question): Promise<Said | null> {
    const faq = around.faq();
    if (question.text.length > LONGEST_QUESTION) {
      const first = await keep(question, '', UNDECIDED, faq);
      return first ? { reply: tooLongReply(), private: null } : null;
    }
    const said = toTheBot(question.text);
    if (said !== null) return answerWord(said, question, faq);
    const { text, found } = around.redact(question.text);
    const match = faq.matcher.match(question.text);
    if (!(await keep(question, text, match, faq))) return null;
    around.observe.asked(question.door, match.decision);
    const details = found.filter((kind) => !ORDINARY.has(kind));
    const byCommand = question.door === 'command';
    const note = details.length === 0 ? null : detailsReply(details, byCommand);
    // Only the asker sees the reply to a command, so the note stands in it.
    const reply = compose(replies.to(match, faq.knowledge), { ...match, note: byCommand ? note : null }, faq.knowledge);
    return { reply, private: byCommand ? null : note };
  }

  /** What is said to the bot itself is no question: it is kept for its id alone, so that it is answered once. */
  async function answerWord(said: { word: Word; name: string }, question: Question, faq: Faq): Promise<Said | null> {
    const reply = await words[said.word](said.name, question.by);
    // Whoever asks to be forgotten is, in this row too.
    const by = said.word === 'forget' ? '' : question.by;
    if (!(await keep({ ...question, by }, '', { ...UNDECIDED, decision: 'answer' }, faq))) return null;
    const openly = said.word !== 'forget' || question.door !== 'mention';
    return openly ? { reply, private: null } : { reply: null, private: reply };
  }

  function keep({ id, door, by }: Question, text: string, match: Match, faq: Faq): Promise<boolean> {
    const { decision, entry, candidates } = match;
    const asked: Asked = {
      id,
      door,
      person: by === '' ? '' : around.person(by),
      text: text.slice(0, LONGEST_STORED),
      decision,
      entry,
      candidates,
      version: faq.version,
      at: around.now(),
    };
    return around.store.record(asked);
  }

  /** An offered entry was chosen: kept like a question, answered with the entry under the warnings that stood above the offer. */
  async function choose({ id, entry, by, warned }: Choice): Promise<Reply> {
    const faq = around.faq();
    const warnings = carriedWarnings(warned, faq.knowledge);
    const chosen = faq.knowledge.entries.get(entry);
    if (!chosen) return compose(goneReply(), { warnings }, faq.knowledge);
    const match: Match = { ...UNDECIDED, decision: 'answer', entry, confidence: 1 };
    await keep({ id, door: 'choice', text: '', by }, '', match, faq);
    around.observe.asked('choice', 'answer');
    return compose(replies.answer(chosen, faq.knowledge), { entry, warnings }, faq.knowledge);
  }

  /** None of the offered entries was meant. */
  function decline(warned: string): Reply {
    const { knowledge } = around.faq();
    return compose(replies.none(knowledge), { warnings: carriedWarnings(warned, knowledge) }, knowledge);
  }

  /** An entry to read, by its id. */
  function read(entry: string): Reply {
    const { knowledge } = around.faq();
    const found = knowledge.entries.get(entry);
    return found ? replies.answer(found, knowledge) : goneReply();
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
    decline,
    read,
    vote,
    because,
    topic: words.topic,
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

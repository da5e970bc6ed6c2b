import type { ModalView } from '@slack/types';
import { type Faq, isServed } from '../faq/load.js';
import { aboveReply } from '../replies/above.js';
import { leadReply } from '../replies/ask-lead.js';
import { elsewhereReply } from '../replies/channel.js';
import { compose } from '../replies/compose.js';
import { detailsReply } from '../replies/privacy.js';
import type { Reply } from '../replies/reply.js';
import type { Sharing } from '../replies/share.js';
import { toTheBot, type Word } from '../replies/to-the-bot.js';
import { tooLongReply } from '../replies/trouble.js';
import { type Match, UNDECIDED } from '../search/match.js';
import type { Door } from '../store/store.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { detailsAmong } from './details.js';
import { isHushed } from './hushed.js';
import type { Incoming, Keep } from './keep.js';
import { markOf } from './pressed.js';
import type { Replies } from './replies.js';
import { answeredBefore, readWithin, saidBefore, type Within } from './thread.js';
import { withAnswered } from './warned.js';
import { isForOneAlone, isHeardAnywhere, notCalledReply, type WordReplies } from './words.js';

/** A question as it came in. */
export interface Question extends Incoming {
  text: string;
  /** The channel that it is asked in; none in a direct message, and where it is asked from nowhere. */
  channel?: string | undefined;
  /** The thread that it stands in, if any. */
  within?: Within | null;
  /** True where the words are another's, which the sender passes on. */
  ofOthers?: boolean;
  /** Its words, where Slack does not show them beside the reply. */
  restated?: string;
  /** Where an answer that only the asker sees may be shared; none where it may not. */
  share?: Sharing | undefined;
}

export type Ask = ReturnType<typeof createAsk>;

/** What is said to a question: a reply, and sometimes one to the asker alone; at least one of both. */
export interface Said {
  /** Id of the question. */
  asked: string;
  reply: Reply | null;
  private: Reply | null;
  /** A form that takes the place of the reply where one can be opened. */
  form?: ModalView;
}

/** How a question is answered that was answered before, and was edited then. */
export interface Anew {
  keep?: Keep;
  /** Tells the ids of the reply's blocks from those before. */
  round?: number;
}

/** Longest text taken as a question, in characters: longer ones are somebody's pasted document. */
export const LONGEST_QUESTION = 2000;
/** Doors whose reply only the asker sees. */
const ALONE = new Set<Door>(['command', 'shortcut', 'modal', 'home']);

/** Answers questions, and what is said to the bot itself. */
export function createAsk(
  deps: BotDeps,
  {
    keep: firstKeep,
    replies,
    words: wordReplies,
    leadForm,
    changeForm,
  }: {
    keep: Keep;
    replies: Replies;
    words: WordReplies;
    leadForm(asked: string, by: string, text: string): ModalView;
    changeForm(by: string, named: string): ModalView | null;
  },
) {
  const { faq: inService, store, redact, keys, observe, leads } = deps;

  /** Decides, keeps, and replies. Null when this question was kept before: then nothing may be posted. */
  async function ask(question: Question, { keep = firstKeep, round = 0 }: Anew = {}): Promise<Said | null> {
    const faq = inService();
    const hushed = question.door === 'mention' && isHushed(question, deps);
    if (!hushed && question.text.length > LONGEST_QUESTION) {
      const asked = await keep(question, '', UNDECIDED, faq);
      return asked === null ? null : { asked, reply: tooLongReply(), private: null };
    }
    // Words of others are read as a question, and never obeyed.
    const ofOthers = question.door === 'shortcut' || question.ofOthers === true;
    const said = ofOthers ? null : toTheBot(question.text, { typed: question.door === 'command' });
    if (hushed && (said === null || !isHeardAnywhere(said.word))) {
      const asked = await keep(question, '', UNDECIDED, faq);
      return asked === null ? null : { asked, reply: null, private: elsewhereReply() };
    }
    if (said?.word === 'lead') return handOn(said.name, question, faq, { keep, round });
    const notCalled = said && notCalledReply(said, faq.knowledge);
    if (said !== null && notCalled === null) return answerWord(said, { ...question, hushed }, faq, { keep, round });
    const closed = closedReply(deps);
    if (closed !== null) {
      const asked = await keep(question, '', UNDECIDED, faq);
      return asked === null ? null : { asked, reply: closed, private: null };
    }
    const words = said === null ? question.text : said.name;
    const { text, found } = redact(words);
    const { within = null } = question;
    const before = await saidBefore(question.text, within, store);
    const { match, entry: readWith } = readWithin(words, before, faq);
    const asked = await keep(question, text, match, faq);
    if (asked === null) return null;
    observe.asked(question.door, match.decision);
    const { alone, note, additions } = additionsOf(question, { asked, match, found });
    // Whoever asks the same once more outside a thread wants to see it once more.
    const inOneTalk = within?.thread !== undefined || readWith !== null;
    const above = inOneTalk ? answeredBefore(match, before, faq) : null;
    const bare =
      above === null
        ? replies.to(match, faq.knowledge)
        : aboveReply(above.entry, await within?.linkTo(above.placed.place.reply));
    const reply = compose(bare, { ...additions, note: additions.note ?? notCalled, readWith, round }, faq.knowledge);
    return { asked, reply, private: alone ? null : note };
  }

  /** What stands above and below the reply. Where only the asker sees it, the note on details stands in it. */
  function additionsOf(
    question: Question,
    { asked, match, found }: { asked: string; match: Match; found: readonly string[] },
  ) {
    const { door, by, restated } = question;
    const share = isHushed(question, deps) ? undefined : question.share;
    const alone = ALONE.has(door);
    const note = detailsOf(found, door);
    const additions = { ...match, asked, asker: markOf(by, keys), note: alone ? note : null, restated, share };
    return { alone, note, additions };
  }

  /** A question that is meant for a lead is kept, and warned of as any other, but not answered. */
  async function handOn(
    words: string,
    question: Question,
    faq: Faq,
    { keep, round }: Required<Anew>,
  ): Promise<Said | null> {
    const { text, found } = redact(words);
    const read = words === '' || !isServed(faq) ? UNDECIDED : faq.matcher.match(words);
    const match = { ...UNDECIDED, candidates: read.candidates, warnings: withAnswered(read, words, faq.knowledge) };
    const asked = await keep(question, text, match, faq);
    if (asked === null) return null;
    if (words !== '') observe.asked(question.door, match.decision);
    const { alone, note, additions } = additionsOf(question, { asked, match, found });
    const restated = words === '' ? undefined : question.restated;
    const reply = compose(leadReply(leads), { ...additions, restated, round }, faq.knowledge);
    const form =
      leads.channel === null || question.door !== 'command' ? {} : { form: leadForm(asked, question.by, text) };
    return { asked, reply, private: alone ? null : note, ...form };
  }

  /** What is said to the bot itself is no question: it is kept for its id alone, so that it is answered once. */
  async function answerWord(
    said: { word: Word; name: string },
    { hushed, ...question }: Question & { hushed: boolean },
    faq: Faq,
    { keep, round }: Required<Anew>,
  ): Promise<Said | null> {
    const { by, channel, within = null } = question;
    // Whoever asks to be forgotten is, in this row already.
    const incoming = said.word === 'forget' ? { ...question, by: '' } : question;
    const asked = await keep(incoming, '', { ...UNDECIDED, decision: 'answer' }, faq);
    if (asked === null) return null;
    const openly = question.door === 'mention' && !hushed && !isForOneAlone(said.word);
    const bare = await wordReplies[said.word]({ name: said.name, by, channel, openly, within });
    const reply = compose(bare, { asked, round }, faq.knowledge);
    if (!openly && question.door === 'mention') return { asked, reply: null, private: reply };
    const form = said.word === 'edit' && question.door === 'command' ? changeForm(by, said.name) : null;
    return { asked, reply, private: null, ...(form === null ? {} : { form }) };
  }

  return ask;
}

/** What the asker is told of a patient's details that were taken out; null where none were. */
export function detailsOf(found: readonly string[], door: Door): Reply | null {
  const details = detailsAmong(found);
  return details.length === 0 ? null : detailsReply(details, door);
}

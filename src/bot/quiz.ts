import { marksOf } from '../knowledge/quoted.js';
import { type Item, SITTING, sittingOf } from '../learning/quiz.js';
import { quoteFor } from '../learning/quote.js';
import { afterAnswer } from '../learning/schedule.js';
import { compose } from '../replies/compose.js';
import {
  answeredBeforeNote,
  feedbackReply,
  lastQuestionReply,
  noQuizReply,
  notCountedNote,
  otherQuestionNote,
  questionReply,
  readQuizValue,
  sittingOverReply,
} from '../replies/quiz.js';
import type { Reply } from '../replies/reply.js';
import { goneReply } from '../replies/trouble.js';
import type { Learned, Recall } from '../store/store.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Learner } from './learner.js';
import type { Pressed } from './pressed.js';

/** Characters of what stands for an option. */
const OPTION_ID = 8;

/** An option of a question that somebody chose. */
interface Choice {
  by: string;
  item: Item;
  /** Its text. */
  chose: string;
  /** The number of the answer that the card was shown for. */
  tries: number;
}

/** The quiz: one question at a time, each with its answer in its place. What is asked next follows from the answers so far. */
export function createQuiz(
  { faq, store, keys, now, leads, stances }: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances'>,
  { learner }: { learner: Learner },
) {
  /** The question that somebody goes on with. */
  async function askNext(by: string): Promise<Reply> {
    const closed = closedReply({ faq, leads, stances });
    return closed ?? next(by, await learner.learned(by));
  }

  /** What a press on the quiz does. */
  async function quiz({ by }: Pressed, value: string): Promise<Shown> {
    const closed = closedReply({ faq, leads, stances });
    if (closed !== null) return { reply: closed, replace: false };
    const meant = readQuizValue(value);
    if (meant === null) return { reply: goneReply(), replace: false };
    const learned = await learner.learned(by);
    const reply = await after(by, learned, meant);
    const asked = keys.asked(`card ${keys.person(by)} ${reply.text}`);
    return { reply: compose(reply, { asked }, faq().knowledge), replace: true };
  }

  async function after(by: string, learned: Learned | null, meant: NonNullable<ReturnType<typeof readQuizValue>>) {
    switch (meant.act) {
      case 'start':
        return next(by, learned);
      case 'more':
        return next(by, learned, { more: true });
      case 'next':
        return next(by, learned, { after: meant.after });
      case 'pick': {
        const item = learner.items().find((each) => each.item === meant.item);
        const chose = item?.options.find((text) => optionId(item, text) === meant.option);
        if (item === undefined || chose === undefined) return next(by, learned, { notes: [otherQuestionNote()] });
        return answer({ by, item, chose, tries: meant.tries }, learned);
      }
      default:
        return meant satisfies never;
    }
  }

  /** The next question, or the end of the sitting. While nothing can be looked up it is the one that stands after another. */
  function next(
    by: string,
    learned: Learned | null,
    { more = false, after = '', notes = [] }: { more?: boolean; after?: string; notes?: readonly string[] } = {},
  ): Reply {
    const items = learner.items();
    if (items.length === 0) return noQuizReply(faq().knowledge);
    const ways = learner.ways(learned, 'quiz');
    if (learned === null) {
      const item = items[items.findIndex((each) => each.item === after) + 1];
      if (item === undefined) return lastQuestionReply(ways);
      const place = { number: null, of: items.length, again: false, back: 0 };
      return questionReply(cardOf(by, item, 1, place), [...notes, notCountedNote()]);
    }
    const { now: item, ...place } = sittingOf(items, learned.recalls, learner.today(), more);
    if (item === null) return sittingOverReply(learner.outlook(learned), ways, notes);
    return questionReply(cardOf(by, item, triesOf(learned, item) + 1, place), notes);
  }

  /** Counts an answer once, whichever replica hears of it and however often, and says whether it is right. */
  async function answer(choice: Choice, learned: Learned | null): Promise<Reply> {
    const { by, item, chose, tries } = choice;
    const before = learned?.recalls.find((recall) => recall.item === item.item) ?? null;
    const isRight = chose === item.options[item.right - 1];
    if (learned === null) return feedback(choice, { learned, again: false, notes: [notCountedNote()] });
    if ((before?.tries ?? 0) + 1 !== tries) {
      // The same press once more is no other answer.
      const repeated = before?.tries === tries && before.lastRight === isRight;
      return feedback(choice, { learned, again: false, notes: repeated ? [] : [answeredBeforeNote()] });
    }
    const standing = afterAnswer(before, { right: isRight, day: learner.today() });
    const recall: Recall = { ...standing, person: keys.person(by), item: item.item, at: now() };
    const kept = await store.keepRecall(recall).catch(() => null);
    if (kept === null) return feedback(choice, { learned, again: false, notes: [notCountedNote()] });
    // Somebody else was first: the same person, through another replica.
    if (!kept)
      return answer(choice, await learner.learned(by).then((since) => (triesOf(since, item) < tries ? null : since)));
    const recalls = [...learned.recalls.filter((each) => each !== before), recall];
    const again = before?.day === recall.day && !before.lastRight;
    return feedback(choice, { learned: { ...learned, recalls }, again, notes: [] });
  }

  function feedback(
    { item, chose }: Choice,
    { learned, again, notes }: { learned: Learned | null; again: boolean; notes: readonly string[] },
  ): Reply {
    const { knowledge } = faq();
    const entry = knowledge.entries.get(item.entry);
    // An item without its entry is none.
    if (entry === undefined) return goneReply();
    const right = item.options[item.right - 1] ?? '';
    const quote = quoteFor(item, entry);
    const { asked, back, waiting } = sittingOf(learner.items(), learned?.recalls ?? [], learner.today());
    const place =
      learned === null
        ? { number: null, of: 0, again, back: 0 }
        : { number: asked, of: Math.min(asked + waiting, SITTING), again, back };
    return feedbackReply(
      { ...item, chose, right, isRight: chose === right, quote, marks: [...new Set(marksOf(quote))], entry, place },
      knowledge,
      notes,
    );
  }

  /** A question with its options in an order of the person and the day. */
  function cardOf(by: string, item: Item, tries: number, place: Parameters<typeof questionReply>[0]['place']) {
    const order = (text: string) => keys.asked(`order ${keys.person(by)} ${learner.today()} ${item.item} ${text}`);
    const options = [...item.options]
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .map((text) => ({ id: optionId(item, text), text }));
    return { item: item.item, question: item.question, tries, options, place };
  }

  function optionId({ item }: Item, text: string): string {
    return keys.asked(`option ${item} ${text}`).slice(0, OPTION_ID);
  }

  return { askNext, quiz };
}

/** Answers to a question so far. */
function triesOf(learned: Learned | null, { item }: Item): number {
  return learned?.recalls.find((recall) => recall.item === item)?.tries ?? 0;
}

import { createAnswered } from './answered.js';
import { createAsk } from './ask.js';
import { createAskForm } from './ask-form.js';
import { createAsker } from './asker.js';
import { createByItself } from './by-itself.js';
import { createCards } from './cards.js';
import { createCarryOut } from './carry-out.js';
import { createChoose } from './choose.js';
import type { BotDeps } from './deps.js';
import { createEdit } from './edit.js';
import { createEscalate } from './escalate.js';
import { createFileEdit } from './file-edit.js';
import { createFind } from './find.js';
import { createFinish } from './finish.js';
import { createGaps } from './gaps.js';
import { createHome } from './home.js';
import { createKeep } from './keep.js';
import { createLead } from './lead.js';
import { createLearn } from './learn.js';
import { createLearner } from './learner.js';
import { createMark } from './mark.js';
import { createOwn } from './own.js';
import { createPublishing } from './publishing.js';
import { createQuiz } from './quiz.js';
import { createRemind } from './remind.js';
import { createReplies } from './replies.js';
import { createReview } from './review.js';
import { createShare } from './share.js';
import { createShareForm } from './share-form.js';
import { createStep } from './step.js';
import { createTell } from './tell.js';
import { createVote } from './vote.js';
import { createWordReplies } from './words.js';
import { createForms } from './workshop.js';

export type Bot = ReturnType<typeof createBot>;

/** The use cases, with no word of Slack: Slack's listeners, the command line and the playground share them. */
export function createBot(deps: BotDeps) {
  const replies = createReplies(deps.leads);
  const own = createOwn(deps, { replies });
  const gaps = createGaps(deps);
  const learner = createLearner(deps);
  const { readOn, ...path } = createLearn(deps, { replies, learner });
  const { askNext, ...quiz } = createQuiz(deps, { learner });
  const { stumbles, ...tell } = createTell(deps, { learner });
  const cards = createCards(deps, replies);
  const escalate = createEscalate(deps, cards);
  const review = createReview(deps);
  const { commandForm: changeForm, ...forms } = createForms(deps, gaps);
  const { carryOut, keepPublished } = createCarryOut(deps);
  const { finishEdit, finishEdits } = createFinish(deps, { keepPublished });
  const publishing = createPublishing(deps, { carryOut, finishEdit });
  const words = createWordReplies(deps, { own, gaps, review, forms, publishing, learn: readOn, quiz: askNext });
  const keep = createKeep(deps, (asked) => deps.store.record(asked));
  const ask = createAsk(deps, { keep, replies, words, leadForm: escalate.commandForm, changeForm });
  return {
    ask,
    ...createByItself(deps, { keep, replies }),
    ...forms,
    ...publishing,
    ...createFileEdit(deps),
    finishEdits,
    ...createMark(deps, { review, carryOut, finishEdit }),
    ...createFind(ask),
    ...createAskForm(ask),
    ...createShare(deps, { replies }),
    ...createShareForm(deps, { replies }),
    ...createChoose(deps, { replies, topic: words.topic }),
    ...createStep(deps, ask),
    ...createVote(deps),
    ...escalate,
    ...createLead(deps, { cards, keep }),
    ...createAsker(deps, cards),
    ...createEdit(deps, ask),
    learn: path.learn,
    ...quiz,
    ...tell,
    ...createRemind(deps, { learner }),
    ...createHome(deps, { words, own, gaps, review, learner, stumbles, progress: path.progress }),
    again: own.again,
    forget: own.forget,
    ...createAnswered(deps, cards),
    gapsNow: gaps.look,
    reviewsDue: review.due,
    turnGaps: gaps.turnGaps,
    sayOfGap: gaps.sayOfGap,
    reviewFor: review.reviewFor,
    reviewNext: review.reviewNext,
  };
}

import { type StepOutputs, stepOutputs } from '../replies/step.js';
import { UNDECIDED } from '../search/match.js';
import { type Ask, LONGEST_QUESTION, type Question } from './ask.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';

/** A step of a workflow that asks the FAQ. */
export function createStep(deps: Pick<BotDeps, 'faq' | 'leads' | 'stances'>, ask: Ask) {
  /** The reply in parts. What is asked is never obeyed: the words are those of whoever fills in the workflow. Null for no words. */
  async function answerStep(question: Omit<Question, 'door' | 'again' | 'ofOthers'>): Promise<StepOutputs | null> {
    const { text } = question;
    if (text.trim() === '') return null;
    const isRead = text.length <= LONGEST_QUESTION && closedReply(deps) === null;
    const { knowledge, matcher } = deps.faq();
    const found = isRead ? matcher.match(text) : UNDECIDED;
    // A step that is run once more waits for its answer still.
    const said = await ask({ ...question, door: 'workflow', again: true, ofOthers: true });
    return said?.reply ? stepOutputs(said.reply, found, knowledge) : null;
  }

  return { answerStep };
}

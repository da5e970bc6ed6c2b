import type { ModalView } from '@slack/types';
import { askModal, nothingAskedText, tooLongText } from '../replies/ask-modal.js';
import { replyModal } from '../replies/in-view.js';
import { ELSEWHERE } from '../replies/share.js';
import { type Ask, LONGEST_QUESTION, type Question } from './ask.js';

/** The form that takes a question from anywhere, and is answered in its place. */
export function createAskForm(ask: Ask) {
  function askForm(): ModalView {
    return askModal(LONGEST_QUESTION);
  }

  /** What takes the form's place, or what is to be mended in it. The same form may be sent twice, and is shown its answer twice. */
  async function answerForm(sent: Omit<Question, 'door' | 'again'>): Promise<ModalView | string> {
    if (sent.text.trim() === '') return nothingAskedText();
    if (sent.text.length > LONGEST_QUESTION) return tooLongText(LONGEST_QUESTION);
    const said = await ask({ ...sent, door: 'modal', again: true, share: ELSEWHERE });
    return said?.reply ? replyModal(said.reply, { question: sent.text, again: true }) : nothingAskedText();
  }

  return { askForm, answerForm };
}

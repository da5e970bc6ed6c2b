import type { ModalView } from '@slack/types';
import { context } from './blocks.js';
import { inputOf, modal } from './modal.js';

/** On the form, on its answer, and on the shortcut that opens it. */
export const ASK_TITLE = 'Ask the IASTM FAQ';

/** The form that takes a question of at most `most` characters. */
export function askModal(most: number): ModalView {
  return modal('ask', {
    title: ASK_TITLE,
    submit: 'Ask',
    blocks: [
      inputOf({ label: 'Your question', most, lines: true }),
      context('Only you see the answer. Please leave out names and other details of patients.'),
    ],
  });
}

/** Under the field, when nothing stands in it. */
export function nothingAskedText(): string {
  return 'Please type a question.';
}

/** Under the field, when what stands in it is somebody’s pasted document. */
export function tooLongText(most: number): string {
  return `Please ask one short question, of ${most} characters at the most.`;
}

import type { KnownBlock, ModalView } from '@slack/types';
import { ASK_TITLE } from './ask-modal.js';
import { button } from './blocks.js';
import { LIMITS } from './limits.js';
import { modal } from './modal.js';
import type { Reply } from './reply.js';
import { briefly, restatedBlock } from './restated.js';

/**
 * A reply in a modal. `question`: what it answers, restated, since Slack shows it nowhere. `again`: another one can be asked in
 * its place, and what takes its place answers the same question.
 */
export function replyModal(
  { blocks }: Reply,
  { question = '', again = false }: { question?: string; again?: boolean } = {},
): ModalView {
  const asked = question === '' ? [] : [restatedBlock(question)];
  return modal('answered', {
    title: again ? ASK_TITLE : 'IASTM FAQ',
    ...(again ? { submit: 'Ask another', close: 'Close', about: briefly(question) } : {}),
    blocks: [...asked, ...blocks.map(inView)].slice(0, LIMITS.viewBlocks),
  });
}

/** Slack takes feedback buttons in messages alone: in a view two plain ones stand for them, with the same ids and values. */
function inView(block: KnownBlock): KnownBlock {
  if (block.type !== 'context_actions') return block;
  const { elements, ...place } = block;
  const votes = elements.flatMap((element) =>
    element.type === 'feedback_buttons' ? [element.positive_button, element.negative_button] : [],
  );
  return {
    ...place,
    type: 'actions',
    elements: votes.map(({ text, value, accessibility_label: spoken }, at) =>
      button('vote', { label: text.text, value, ...(spoken === undefined ? {} : { spoken }) }, at),
    ),
  };
}

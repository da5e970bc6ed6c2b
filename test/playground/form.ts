/** Blocks with everything that can be filled in, as an app would put them into a view. */

export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

export function option(value: string) {
  return { text: plain(value.toUpperCase()), value };
}

export function input(block_id: string, element: object, more: object = {}) {
  return { type: 'input', block_id, label: plain(block_id), element, ...more };
}

export const QUESTION = input('ask', { type: 'plain_text_input', action_id: 'question', multiline: true });

export const FORM = [
  QUESTION,
  input('topic', { type: 'static_select', action_id: 'one', options: [option('a'), option('b')] }, { optional: true }),
  input('how', {
    type: 'radio_buttons',
    action_id: 'one',
    options: [option('soft'), option('hard')],
    initial_option: option('soft'),
  }),
  input('also', { type: 'checkboxes', action_id: 'many', options: [option('x'), option('y')] }, { optional: true }),
  input('entry', { type: 'external_select', action_id: 'entry', min_query_length: 0 }, { optional: true }),
];

export function modal(blocks: readonly object[], more: object = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'ask',
    private_metadata: 'kept',
    title: plain('Ask'),
    submit: plain('Send'),
    blocks: blocks as never,
    ...more,
  };
}

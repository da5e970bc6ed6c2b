import { button, sections } from './blocks.js';
import { plain, type Reply } from './reply.js';

/** Stands on the button that removes, wherever it stands. */
export const FORGET_ME = 'Forget me';

/** Asks whether somebody is to be forgotten: a word is typed by mistake, or misread, and what is removed never comes back. */
export function askForgetReply(): Reply {
  const head = '*Shall I forget you?* This removes, for good:';
  const what = [
    '• what I keep of your questions, and what came of them',
    '• your votes, with their notes',
    '• what you have handed to the leads, unless others asked it, too',
    '• what you have read and answered of the reading path',
    '• where your questions stand in Slack, and that I have welcomed you',
  ].join('\n');
  const how = `Press “${FORGET_ME}” and it is done; else nothing changes. What stands in Slack itself, you or your admin delete there.`;
  const elements = [
    { ...button('forget', { label: FORGET_ME, value: 'me' }), style: 'danger' as const },
    button('word', { label: 'See what is kept', value: 'data' }),
  ];
  return {
    text: [head, what, how].join('\n'),
    blocks: [...sections(`${head}\n${what}`), ...sections(how), { type: 'actions', elements }],
  };
}

/** How many rows were removed. With none it says what may be held elsewhere: only whoever looks there can tell. */
export function forgottenReply(rows: number): Reply {
  return plain(
    rows === 0
      ? 'Nothing of yours is in my database now. Should a part of me be cut off from it at the moment, what that still holds of you goes as soon as it is back.'
      : `Removed: ${rows} ${rows === 1 ? 'row' : 'rows'} with your questions, votes and learning. What stands in Slack itself, you or your admin delete there.`,
  );
}

/** When rows cannot be removed now. */
export function notForgottenReply(): Reply {
  return plain('Sorry, your rows could not be removed just now. Please try again in a few minutes.');
}

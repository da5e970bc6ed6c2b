import type { ActionsBlock } from '@slack/types';
import { backToPath } from './back.js';
import { buttons, type Choice, sections } from './blocks.js';
import type { Reply } from './reply.js';

/** What a press on reminders does. */
export const REMIND_ACTS = ['on', 'pause', 'off'] as const;
export type RemindAct = (typeof REMIND_ACTS)[number];

/** Days of a pause. */
export const PAUSE_DAYS = 7;

const CHOICES: Record<RemindAct, string> = { on: 'Remind me', pause: 'Pause for a week', off: 'Stop reminders' };

export function remindChoice(act: RemindAct): Choice {
  return { label: CHOICES[act], value: act };
}

/** Once reminders are asked for: what will come, and what is kept for it. */
export function remindingReply(): Reply {
  const text = [
    '*I will remind you by direct message:* on working days at nine, when something is to be asked or read, once a day at the most.',
    'For that, and for nothing else, I keep your Slack user id as it is. It is removed when you stop reminders or say `forget me`.',
  ].join('\n');
  return { text, blocks: [...sections(text), withBack(rowOf('off'))] };
}

/** A reminder. */
export function reminderReply({ questions, cards }: { questions: number; cards: number }): Reply {
  const what = [
    ...(questions === 0 ? [] : [`${questions} ${questions === 1 ? 'question' : 'questions'} of the quiz`]),
    ...(cards === 0 ? [] : [`${cards} ${cards === 1 ? 'card' : 'cards'} of the reading path`]),
  ];
  const text = `For today: ${what.join(' and ')}.`;
  return {
    text: `${text} You asked for this reminder; its buttons pause or stop it.`,
    blocks: [
      ...sections(text),
      ...(questions === 0 ? [] : [buttons('quiz', [{ label: 'Take the quiz', value: 'start', first: true }])]),
      ...(cards === 0 ? [] : [buttons('learn', [{ label: 'Read on', value: 'on' }])]),
      rowOf('pause', 'off'),
    ],
  };
}

/** Once reminders are paused; `until` is the day from which they come again. */
export function pausedReply(until: string): Reply {
  const text = `*Paused.* Reminders come again from ${until}.`;
  return { text, blocks: [...sections(text), withBack(rowOf('on', 'off'))] };
}

/** Once reminders are stopped. */
export function stoppedRemindingReply(): Reply {
  const text =
    '*Stopped.* I send you no more reminders, and your Slack user id is removed. What you have learned stays.';
  return { text, blocks: [...sections(text), withBack(rowOf('on'))] };
}

/** Where that cannot be kept now. */
export function remindLaterReply(act: RemindAct): Reply {
  const text = 'Sorry, this could not be kept just now. Please try again in a few minutes.';
  return { text, blocks: [...sections(text), rowOf(act)] };
}

function rowOf(...acts: readonly RemindAct[]): ActionsBlock {
  return buttons('remind', acts.map(remindChoice));
}

function withBack(row: ActionsBlock): ActionsBlock {
  return { ...row, elements: [...row.elements, backToPath()] };
}

import { plain, type Reply } from './reply.js';

// What the asker alone is told about the way of an answer.

/** When Slack takes no more messages in a channel for the moment, and the answer waits for its turn. */
export function onItsWayReply(): Reply {
  return plain('Your answer is on its way. Slack takes only about one message a second in a channel.');
}

/** When so many answers wait in a channel that this one will not be posted. */
export function tooBusyReply(): Reply {
  return plain(
    'Too many answers are waiting in this channel, so yours was not posted. Please ask again in a few minutes, or ask me directly.',
  );
}

/** When Slack did not say whether it posted the answer: a second one is never sent. */
export function inDoubtReply(): Reply {
  return plain(
    'Slack did not say whether it posted your answer. If you do not see it in a moment, please ask once more.',
  );
}

/** When the answer could not wait, since the bot is being stopped. */
export function stoppingReply(): Reply {
  return plain('I am being restarted, and your answer was not posted. Please ask once more in a minute.');
}

/** When a question was edited, and its answer could not be changed. */
export function notChangedReply(): Reply {
  return plain('I could not change my answer to your edited question. Please ask it anew.');
}

/** When Slack refused the answer. */
export function notPostedReply(): Reply {
  return plain('Slack did not let me post your answer here. Please ask me directly, or with the command `/iastm`.');
}

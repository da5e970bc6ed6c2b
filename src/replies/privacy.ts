import { plain, type Reply } from './reply.js';

/** What is kept, for how long, and how to have it removed. */
export function privacyReply(retentionDays: number): Reply {
  return plain(
    [
      '*What I keep*',
      '• Your question, after names, dates, numbers and addresses that look like a person’s were taken out by rules. The rules are a safety net and can miss something: please never write about a patient by name.',
      '• What I answered, and your votes.',
      '• Not who you are: a keyed hash stands in your place, so that your vote counts once and “forget me” finds your rows.',
      `*For how long:* ${retentionDays} days, then it is deleted.`,
      '*Where:* in this bot’s own database. Your question goes to nobody but Slack and this bot.',
      '*To have it removed now:* `/iastm forget me`, or say `forget me` to me anywhere. What stands in Slack itself, you or your admin delete there.',
    ].join('\n'),
  );
}

/** How many rows `/iastm forget me` has removed. */
export function forgottenReply(rows: number): Reply {
  return plain(
    rows === 0
      ? 'There was nothing of yours to remove.'
      : `Removed: ${rows} ${rows === 1 ? 'row' : 'rows'} with your questions and votes. What stands in Slack itself, you or your admin delete there.`,
  );
}

/** When rows cannot be removed now. */
export function notForgottenReply(): Reply {
  return plain('Sorry, your rows could not be removed just now. Please try again in a few minutes.');
}

/** Told privately to somebody whose question seemed to hold a patient's details. A command leaves no message to delete. */
export function detailsReply(found: readonly string[], byCommand: boolean): Reply {
  const remedy = byCommand
    ? 'I did not keep them. Please ask without them.'
    : 'I did not keep them, but they stand in Slack. Please delete or edit your message, and ask without them.';
  return plain(
    `Your question seems to hold a person’s details (${found.join(', ')}). They do not belong here: ${remedy}`,
  );
}

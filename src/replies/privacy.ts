import { plain, type Reply } from './reply.js';

/** What is kept, for how long, and how to have it removed. */
export function privacyReply({ retentionDays, textDays }: { retentionDays: number; textDays: number }): Reply {
  return plain(
    [
      '*What I keep*',
      '• Your question, after what looks like a person’s details was taken out, and every word that is not known to name nobody. That is a safety net and can miss something: please never write about a patient by name.',
      '• What I answered, and your votes; what you have read and answered of the reading path, which a lead sees only where you send it.',
      '• Not who you are: a keyed hash stands in your place, so that your vote counts once and “forget me” finds your rows.',
      `*For how long:* the words of your question ${textDays} days, the rest ${retentionDays} days, what you have learned ${retentionDays} days after you last learned; then it is deleted.`,
      '*Where:* in this bot’s own database. Your question goes to nobody but Slack and this bot; to the leads only what you hand to them yourself, without your name.',
      '*To see it, or have it removed:* say `my data` or `forget me` to me, or type `/iastm my data` or `/iastm forget me` anywhere. What stands in Slack itself, you or your admin delete there.',
    ].join('\n'),
  );
}

/** What to do about a patient's details, by the door. A command and a form leave no message to delete. */
const REMEDIES: Record<string, string> = {
  command: 'I did not keep them. Please ask without them.',
  modal: 'I did not keep them. Please ask without them.',
  home: 'I did not keep them. Please ask without them.',
  shortcut: 'I did not keep them, but they stand in Slack. Whoever wrote the message should delete or edit it.',
};
const REMEDY_ELSE =
  'I did not keep them, but they stand in Slack. Please delete or edit your message, and ask without them.';

/** Told privately to somebody whose question seemed to hold a patient's details. */
export function detailsReply(found: readonly string[], door: string): Reply {
  const whose = door === 'shortcut' ? 'This message' : 'Your question';
  return plain(
    `${whose} seems to hold a person’s details (${found.join(', ')}). They do not belong here: ${REMEDIES[door] ?? REMEDY_ELSE}`,
  );
}

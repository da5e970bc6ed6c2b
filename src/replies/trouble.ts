import { askLead, IN_DANGER, type Leads } from './leads.js';
import { plain, type Reply } from './reply.js';

/** A calm sentence when something broke. The reference stands in the log beside the cause. */
export function troubleReply(reference: string): Reply {
  return plain(
    `Sorry, something went wrong on my side and I could not answer. Please try again in a minute. If it goes on, tell a lead this reference: \`${reference}\`.`,
  );
}

/** When a button belongs to an entry or topic that the FAQ no longer has. */
export function goneReply(): Reply {
  return plain('That is no longer in the FAQ. Ask in your own words, or look through `/iastm topics`.');
}

/** When a question is too long to be one. */
export function tooLongReply(): Reply {
  return plain('That is too long for me. Please ask one short question.');
}

/** When a message that is to be answered has no words. */
export function nothingToReadReply(): Reply {
  return plain('That message has no text that I can read: pictures and files I do not open.');
}

/** When nothing may be answered, since a file of the FAQ has an error. */
export function notServedReply(leads: Leads): Reply {
  return plain(
    [
      '*The FAQ cannot be served at the moment: one of its files has an error, which a lead must mend.*',
      'Until then I answer nothing, since an answer without its warnings could do harm.',
      `• ${askLead(leads)}`,
      `• ${IN_DANGER}`,
    ].join('\n'),
  );
}

/** Under the field of a form that cannot be taken now. */
export function notSentText(): string {
  return 'Sorry, this could not be kept just now. Please try again in a few minutes.';
}

/** When a form cannot be opened. */
export function notOpenedReply(): Reply {
  return plain('Sorry, the form could not be opened. Please try it once more.');
}

/** When what is kept cannot be looked up now. */
export function notLookedUpReply(): Reply {
  return plain('Sorry, I cannot look that up just now. Please try again in a few minutes.');
}

/** When a vote cannot be kept now. */
export function voteLostReply(): Reply {
  return plain('Sorry, your vote could not be kept just now. Please try again in a few minutes.');
}

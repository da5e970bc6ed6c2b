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

/** When a vote cannot be kept now. */
export function voteLostReply(): Reply {
  return plain('Sorry, your vote could not be kept just now. Please try again in a few minutes.');
}

/** What is being written outlives Escape, a dead server and a reload: it is kept in this tab until it has been sent. */

const PREFIX = 'draft ';
/** Longest text that is kept, in characters; Slack's own limit for a message. */
const LONGEST = 40_000;

export function draftOf(key: string): string {
  return sessionStorage.getItem(PREFIX + key) ?? '';
}

/** What was kept there as JSON. Null where nothing was, or where it was too long and has been cut. */
export function keptOf(key: string): unknown {
  try {
    return JSON.parse(draftOf(key));
  } catch {
    return null;
  }
}

/** An empty text forgets it. What is longer than `longest` characters is cut there. */
export function keepDraft(key: string, text: string, longest = LONGEST): void {
  if (text === '') sessionStorage.removeItem(PREFIX + key);
  else {
    try {
      sessionStorage.setItem(PREFIX + key, text.slice(0, longest));
    } catch {
      // The browser's room is full, or it keeps nothing: the text still stands in its box.
    }
  }
}

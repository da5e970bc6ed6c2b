/** Taken out before a text is kept, without a word to whoever wrote it: on Slack mentions and links are no patient's details. */
const ORDINARY = new Set(['person', 'channel', 'link']);

/** The kinds of details among what was taken out of a text that whoever wrote it is told of. */
export function detailsAmong(found: readonly string[]): string[] {
  return found.filter((kind) => !ORDINARY.has(kind));
}

import { group, type Lacking, lacking, readTeam, text } from './read.js';
import { readView, type View } from './read-interaction.js';

/** The shapes of what comes from the app's own tabs, which no other file knows. */

/** A tab of the app that somebody has opened. */
export interface Opened {
  user: string;
  /** Team and user id together. */
  by: string;
  /** The person's direct message with the bot. */
  channel: string;
  tab: 'home' | 'messages';
  /** The Home that the person sees now. None before the first, and beside the messages. */
  view: View | undefined;
}

/** What somebody types into a menu that finds as one types. */
export interface Typing {
  /** Action id of the menu. */
  action: string;
  /** Team and user id together. */
  by: string;
  /** What has been typed so far. */
  text: string;
}

/** Reads an `app_home_opened` event. Page: https://docs.slack.dev/reference/events/app_home_opened */
export function readOpened(body: unknown): Opened | Lacking {
  const { user: opener, channel: within, tab, view } = group(group(body).event);
  const team = readTeam(body);
  const user = text(opener);
  const channel = text(within);
  if (!team || !user || !channel) return lacking({ team, user, channel });
  return { user, by: `${team}:${user}`, channel, tab: tab === 'home' ? 'home' : 'messages', view: readView(view) };
}

/** Reads a `block_suggestion` payload. Page: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function readTyping(body: unknown): Typing {
  const { action_id, value, user } = group(body);
  const by = `${readTeam(body)}:${text(group(user).id)}`;
  return { action: text(action_id) ?? '', by, text: text(value) ?? '' };
}

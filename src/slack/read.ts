/** The only file that knows the shapes of Slack's payloads. Pages: https://docs.slack.dev/reference/events */

/** A message that asks something, wherever it came in. */
export interface Message {
  /** The same for every delivery of the same message, and for the mention and the message of one post. */
  id: string;
  team: string;
  channel: string;
  user: string;
  /** Team and user id together. */
  by: string;
  /** The bot's own mention is taken out. */
  text: string;
  ts: string;
  /** The thread that it stands in, if any. */
  thread: string | undefined;
}

/** What somebody pressed or picked. */
export interface Press {
  /** The same for every delivery of the same press. */
  id: string;
  team: string;
  channel: string;
  user: string;
  /** Team and user id together. */
  by: string;
  /** Where Slack takes a response to this press. */
  responseUrl: string | undefined;
  /** Action id of the button or menu. */
  action: string;
  /** Value of the button, or of the option picked. */
  value: string;
  /** Id of the block that it stands in. */
  block: string;
  /** Id of the message that holds the button. */
  message: string;
  /** The thread that the message stands in, if any. */
  thread: string | undefined;
}

/** Messages that people write themselves; every other subtype is an edit, a deletion, a join, or a machine's. */
const BY_PEOPLE = new Set<unknown>([undefined, 'file_share', 'thread_broadcast']);

/** Reads a `message` or `app_mention` event. Null for what no person has just written to the bot. */
export function readMessage(body: unknown, botUser: string | undefined): Message | null {
  const event = group(group(body).event);
  const team = text(group(body).team_id);
  const channel = text(event.channel);
  const user = text(event.user);
  const ts = text(event.ts);
  if (!team || !channel || !user || !ts || user === botUser) return null;
  if (!BY_PEOPLE.has(event.subtype) || event.bot_id !== undefined || event.hidden === true) return null;
  if (event.edited !== undefined) return null;
  return {
    id: `${team}:${channel}:${ts}`,
    team,
    channel,
    user,
    by: `${team}:${user}`,
    text: withoutMention(text(event.text) ?? '', botUser),
    ts,
    thread: text(event.thread_ts),
  };
}

/** Reads a `block_actions` payload. Null where it lacks what a press needs. */
export function readPress(body: unknown): Press | null {
  const { actions, team, user, container, message, channel } = group(body);
  const action = group(Array.isArray(actions) ? actions[0] : undefined);
  const where = group(container);
  const channelId = text(group(channel).id) ?? text(where.channel_id);
  const userId = text(group(user).id);
  const teamId = text(group(team).id) ?? text(group(user).team_id);
  const messageTs = text(where.message_ts);
  const value = text(action.value) ?? text(group(action.selected_option).value);
  if (!channelId || !userId || !teamId || !messageTs || value === undefined) return null;
  return {
    id: `${teamId}:${channelId}:${text(action.action_ts) ?? messageTs}:${userId}`,
    team: teamId,
    channel: channelId,
    user: userId,
    by: `${teamId}:${userId}`,
    responseUrl: text(group(body).response_url),
    action: text(action.action_id) ?? '',
    value,
    block: text(action.block_id) ?? '',
    message: `${teamId}:${channelId}:${messageTs}`,
    thread: text(where.thread_ts) ?? text(group(message).thread_ts),
  };
}

/** Where to tell somebody that something broke: the asker, and the channel and thread if there is one. */
export function readPlace(body: unknown): { channel?: string; user?: string; thread?: string; responseUrl?: string } {
  const outer = group(body);
  const event = group(outer.event);
  const channel = text(event.channel) ?? text(group(outer.channel).id) ?? text(outer.channel_id);
  const user = text(event.user) ?? text(group(outer.user).id) ?? text(outer.user_id);
  const thread = text(event.thread_ts) ?? text(group(outer.container).thread_ts);
  const responseUrl = text(outer.response_url);
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(user === undefined ? {} : { user }),
    ...(thread === undefined ? {} : { thread }),
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
}

function withoutMention(said: string, botUser: string | undefined): string {
  if (botUser === undefined) return said.trim();
  return said.replaceAll(`<@${botUser}>`, ' ').trim();
}

function group(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

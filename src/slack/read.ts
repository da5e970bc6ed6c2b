import type { Sharing } from '../replies/share.js';

/** The shapes of Slack's events and commands, which no other file knows. Pages: https://docs.slack.dev/reference/events */

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
  /** True where the words are another's, which the person passes on. */
  ofOthers: boolean;
  /** True where an app has written it in the person's name. */
  throughApp: boolean;
}

/** A message whose words its author has changed. */
export interface Edit extends Message {
  /** Slack's timestamp of the change. */
  edited: string;
}

/** A slash command as somebody typed it. */
export interface Typed {
  id: string;
  /** Team and user id together. */
  by: string;
  /** None in a direct message. */
  channel: string | undefined;
  text: string;
  share: Sharing | undefined;
  /** Opens one modal within three seconds. */
  trigger: string;
}

/** What lacks fields that it must have: their names. */
export interface Lacking {
  lacks: readonly string[];
}

/** Messages that people write themselves; every other subtype is an edit, a deletion, a join, or a machine's. */
const BY_PEOPLE = new Set<unknown>([undefined, 'file_share', 'thread_broadcast']);
/**
 * What a message carries that a bot has written, or an app in somebody's name: nothing tells the two apart. Only into a direct message
 * no other bot is let (`cannot_dm_bot`), so there it is a person's.
 */
const APPS = ['bot_id', 'bot_profile', 'app_id'];
/** Slack's own voice: reminders, and answers to what people write. It would go on for ever with a bot that answers it. */
const SLACKBOT = 'USLACKBOT';

/** Reads a `message` or `app_mention` event. Null for what no person has just written to the bot. */
export function readMessage(body: unknown, botUser: string | undefined): Message | Lacking | null {
  const event = group(group(body).event);
  return event.hidden === true || event.edited !== undefined ? null : readWritten(event, body, botUser);
}

/**
 * Reads what people say to each other in a channel, not to the bot: a `message` event that begins no more than a thread, in words of
 * the writer's own. Null for all else, and so for what mentions the bot, of which Slack tells once more as an `app_mention`.
 */
export function readTalk(body: unknown, botUser: string | undefined): Message | Lacking | null {
  const event = group(group(body).event);
  const isChannel = event.channel_type === 'channel' || event.channel_type === 'group';
  // Of a picture or a file the words alone tell too little.
  if (!isChannel || event.subtype !== undefined || text(event.thread_ts) !== undefined) return null;
  const said = text(event.text) ?? '';
  if (withoutMention(said, botUser) !== said.trim()) return null;
  const read = readMessage(body, botUser);
  return read !== null && !('lacks' in read) && read.ofOthers ? null : read;
}

/**
 * Reads that somebody has changed the words of their own message: a `message` event of the subtype `message_changed`, or an
 * `app_mention`, which Slack sends once more for an edited message, with `edited` in it (bolt-js#960). Null for all else that
 * changes a message: link previews, other hands, the bot's own `chat.update`.
 */
export function readEdit(body: unknown, botUser: string | undefined): Edit | Lacking | null {
  const event = group(group(body).event);
  const changed = event.subtype === 'message_changed';
  if (!changed && event.type !== 'app_mention') return null;
  const message = changed ? { ...group(event.message), channel: event.channel } : event;
  const { user, ts } = group(message.edited);
  const edited = text(ts);
  if (edited === undefined || user !== message.user) return null;
  if (changed && group(event.previous_message).text === message.text) return null;
  const read = readWritten(message, body, botUser);
  return read === null || 'lacks' in read ? read : { ...read, edited };
}

/** What a person has written. Null where a machine has. */
function readWritten(
  event: Record<string, unknown>,
  body: unknown,
  botUser: string | undefined,
): Message | Lacking | null {
  const user = text(event.user);
  if (user === botUser || user === SLACKBOT || !BY_PEOPLE.has(event.subtype)) return null;
  const has = (field: string) => event[field] !== undefined && event[field] !== null;
  const throughApp = APPS.some(has);
  const isDirect = event.type === 'message' && event.channel_type === 'im';
  if (has('workflow_id') || (throughApp && !isDirect)) return null;
  const team = readTeam(body);
  const channel = text(event.channel);
  const ts = text(event.ts);
  if (!team || !channel || !user || !ts) return lacking({ team, channel, user, ts });
  const own = withoutMention(text(event.text) ?? '', botUser);
  const others = passedOn(event.attachments);
  return {
    id: `${team}:${channel}:${ts}`,
    team,
    channel,
    user,
    by: `${team}:${user}`,
    text: own || others,
    ts,
    thread: text(event.thread_ts),
    ofOthers: own === '' && others !== '',
    throughApp,
  };
}

/** Reads a slash command. */
export function readCommand(body: unknown): Typed | Lacking {
  const { user_id, trigger_id, channel_id, text: typed } = group(body);
  const team = readTeam(body);
  const user = text(user_id);
  const trigger = text(trigger_id);
  if (!team || !user || !trigger) return lacking({ team, user, trigger });
  const channel = text(channel_id);
  const share = sharingIn(channel, undefined);
  const within = share && channel;
  return { id: `${team}:${trigger}`, by: `${team}:${user}`, channel: within, text: text(typed) ?? '', share, trigger };
}

/**
 * The workspace that a payload comes from. Where the app is installed for a whole organisation, some payloads name none: then
 * the organisation stands for it.
 */
export function readTeam(body: unknown): string | undefined {
  const { team_id, context_team_id, team, user, authorizations, enterprise_id, enterprise } = group(body);
  const authorization = group(Array.isArray(authorizations) ? authorizations[0] : undefined);
  return (
    text(team_id) ??
    text(group(team).id) ??
    text(context_team_id) ??
    text(authorization.team_id) ??
    text(group(user).team_id) ??
    text(enterprise_id) ??
    text(group(enterprise).id) ??
    text(authorization.enterprise_id)
  );
}

export function lacking(fields: Record<string, string | undefined>): Lacking {
  return { lacks: Object.keys(fields).filter((name) => !fields[name]) };
}

/** In a direct message there is nobody to share with. */
export function sharingIn(channel: string | undefined, thread: string | undefined): Sharing | undefined {
  return channel === undefined || channel.startsWith('D') ? undefined : { thread };
}

/** Where somebody can be told something. */
export interface Place {
  channel?: string;
  user?: string;
  thread?: string;
  responseUrl?: string;
}

/** Where to tell somebody that something broke: the asker, and the channel and thread if there is one. */
export function readPlace(body: unknown): Place {
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

export function withoutMention(said: string, botUser: string | undefined): string {
  // Some of Slack's clients put the name beside the id.
  return said.replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (mention, id) => (id === botUser ? ' ' : mention)).trim();
}

/** The words of a message that is passed on. */
function passedOn(attachments: unknown): string {
  const all = Array.isArray(attachments) ? attachments.map(group) : [];
  return text(all.find(({ is_share }) => is_share === true)?.text)?.trim() ?? '';
}

export function group(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

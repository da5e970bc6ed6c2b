/** What Slack sends, field for field as far as the bot reads it. */

export type Json = Record<string, unknown>;

/** One payload, and the way by which Slack sends its kind. */
export interface Payload {
  kind: 'event' | 'command' | 'interaction';
  body: Json;
}

export const TEAM = 'T0FAULTS1';
export const BOT_USER = 'U0FAULTBOT';
export const BOT_ID = 'B0FAULTBOT';
export const CHANNEL = 'C0FAULTS1';
const DIRECT = 'D0FAULTS1';

export interface MessageOptions {
  text: string;
  channel?: string;
  user?: string;
  ts?: string;
  event_id?: string;
  thread_ts?: string;
}

let serial = 0;
/** Timestamps begin at the start of this process, so that several runs on one database do not meet. */
const BEGUN = Math.floor(Date.now() / 1000);

/** A timestamp that no other post has. */
export function nextTs(): string {
  serial += 1;
  return `${BEGUN + Math.floor(serial / 1_000_000)}.${String(serial % 1_000_000).padStart(6, '0')}`;
}

/** Any event in Slack's envelope. */
export function event(inner: Json, event_id = `Ev${nextTs()}`): Payload {
  return {
    kind: 'event',
    body: {
      token: 'verification',
      team_id: TEAM,
      api_app_id: 'A0FAULTS1',
      event: inner,
      type: 'event_callback',
      event_id,
      event_time: BEGUN,
      authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
    },
  };
}

/** Somebody mentions the bot in a channel. */
export function mention({ text, event_id, ...rest }: MessageOptions): Payload {
  return event({ type: 'app_mention', ...messageOf(`<@${BOT_USER}> ${text}`, rest, CHANNEL) }, event_id);
}

/** Somebody writes to the bot directly. */
export function directMessage({ text, event_id, ...rest }: MessageOptions): Payload {
  return event({ type: 'message', channel_type: 'im', ...messageOf(text, rest, DIRECT) }, event_id);
}

/** The slash command with its text as typed. */
export function command(text: string, { response_url = '', user = 'U0STAFF001', name = 'anna' } = {}): Payload {
  return {
    kind: 'command',
    body: {
      token: 'verification',
      team_id: TEAM,
      channel_id: CHANNEL,
      user_id: user,
      user_name: name,
      command: '/iastm',
      text,
      response_url,
      trigger_id: `${nextTs()}.trigger`,
    },
  };
}

/** Somebody presses a button. */
export function press(
  action_id: string,
  value: string,
  {
    response_url = '',
    user = 'U0STAFF001',
    channel = CHANNEL,
    message_ts = nextTs(),
    type = 'button',
    name = 'anna',
  } = {},
): Payload {
  return {
    kind: 'interaction',
    body: {
      type: 'block_actions',
      user: { id: user, team_id: TEAM, name, username: name },
      team: { id: TEAM, domain: 'faults' },
      channel: { id: channel, name: 'faults' },
      container: { type: 'message', message_ts, channel_id: channel, is_ephemeral: false },
      trigger_id: `${nextTs()}.trigger`,
      response_url,
      actions: [{ type, action_id, block_id: 'b', value, action_ts: nextTs() }],
    },
  };
}

function messageOf(text: string, options: Omit<MessageOptions, 'text' | 'event_id'>, otherwise: string): Json {
  const { channel = otherwise, user = 'U0STAFF001', ts = nextTs(), thread_ts } = options;
  return { user, text, ts, channel, team: TEAM, event_ts: ts, ...(thread_ts === undefined ? {} : { thread_ts }) };
}

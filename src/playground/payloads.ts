/** The bodies that Slack sends to an app, field for field as Slack's reference shows them. Only what nobody reads is left out. */

import type { Json } from './json.js';
import type { Post } from './posts.js';
import { BOT, findChannel, findPerson, isDm, TEAM } from './workspace.js';

/** What every interaction carries: by whom, where, and the ways to answer. */
export interface Turn {
  user: string;
  channel: string;
  trigger_id: string;
  response_url: string;
}

const TOKEN = 'memory-verification-token';

/** The envelope around an event. `serial` makes its id, which a redelivery keeps. */
export function eventBody(event: Json, serial: number): Json {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: BOT.app_id,
    event,
    type: 'event_callback',
    event_id: `Ev0${serial.toString(36).toUpperCase().padStart(8, '0')}`,
    event_time: Math.floor(Number(event.event_ts)),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-memory-${serial}`,
  };
}

/** A post as the events `message` and `app_mention` carry it. */
export function messageEvent(type: 'message' | 'app_mention', post: Post, parent: Post | undefined): Json {
  const event = { ...messageOf(post, parent), type, channel: post.channel, event_ts: post.ts };
  return type === 'message' ? { ...event, channel_type: channelType(post.channel) } : event;
}

/** What a `message` subscription hears when a post is changed. */
export function messageChangedEvent(post: Post, before: Post, parent: Post | undefined, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: messageOf(post, parent),
    previous_message: messageOf(before, parent),
    channel: post.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(post.channel),
  };
}

export function homeOpenedEvent(user: string, channel: string, tab: 'home' | 'messages', ts: string): Json {
  return { type: 'app_home_opened', user, channel, tab, event_ts: ts };
}

/** A slash command. Its text is raw, not escaped. */
export function commandBody(turn: Turn, command: string, text: string): Json {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: turn.channel,
    channel_name: channelName(turn.channel),
    user_id: turn.user,
    user_name: findPerson(turn.user)?.username,
    command,
    text,
    api_app_id: BOT.app_id,
    is_enterprise_install: 'false',
    response_url: turn.response_url,
    trigger_id: turn.trigger_id,
  };
}

/** A press on an element of a post. Slack leaves `message` out where only one person sees the post. */
export function actionBody(turn: Turn, post: Post, parent: Post | undefined, action: Json, ts: string): Json {
  return {
    type: 'block_actions',
    ...interaction(turn),
    container: {
      type: 'message',
      message_ts: post.ts,
      channel_id: post.channel,
      is_ephemeral: post.only_for !== undefined,
      ...(post.thread_ts ? { thread_ts: post.thread_ts } : {}),
    },
    ...(post.only_for ? {} : { message: messageOf(post, parent) }),
    state: { values: {} },
    response_url: turn.response_url,
    actions: [{ ...action, action_ts: ts }],
  };
}

/** A message shortcut, which carries the whole message that it was called on. */
export function shortcutBody(turn: Turn, callback_id: string, post: Post, parent: Post | undefined, ts: string): Json {
  return {
    type: 'message_action',
    ...interaction(turn),
    action_ts: ts,
    callback_id,
    message_ts: post.ts,
    message: messageOf(post, parent),
    response_url: turn.response_url,
  };
}

/** A post as the Web API and interactions show it. */
export function messageOf(post: Post, parent?: Post): Json {
  const { only_for: _, channel: _c, reactions, blocks, ...shown } = post;
  return {
    type: 'message',
    ...shown,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(post.user === BOT.id ? { bot_id: BOT.bot_id, app_id: BOT.app_id } : { client_msg_id: `client-${post.ts}` }),
    ...(parent ? { parent_user_id: parent.user } : {}),
    ...(reactions.length > 0 ? { reactions: reactions.map((name) => ({ name, users: [BOT.id], count: 1 })) } : {}),
    team: TEAM.id,
  };
}

function interaction({ user, channel, trigger_id }: Turn): Json {
  const { username } = findPerson(user) ?? { username: 'unknown' };
  return {
    user: { id: user, username, name: username, team_id: TEAM.id },
    api_app_id: BOT.app_id,
    token: TOKEN,
    trigger_id,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: channelName(channel) },
  };
}

function channelName(channel: string): string {
  return findChannel(channel)?.name ?? 'unknown';
}

function channelType(channel: string): 'im' | 'channel' {
  return isDm(channel) ? 'im' : 'channel';
}

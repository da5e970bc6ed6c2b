/** The events that Slack sends to an app, field for field as Slack's reference shows them. Only what nobody reads is left out. */

import type { Json } from './json.js';
import type { Post } from './posts.js';
import type { View } from './views.js';
import { BOT, findChannel, isDm, isPrivate, TEAM } from './workspace.js';

export const TOKEN = 'memory-verification-token';

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

/**
 * A post as the events `message` and `app_mention` carry it; a mention has no subtype
 * (https://docs.slack.dev/reference/events/app_mention).
 */
export function messageEvent(type: 'message' | 'app_mention', post: Post, parent: Post | undefined): Json {
  const event = { ...messageOf(post, parent), type, channel: post.channel, event_ts: post.ts };
  if (type === 'message') return { ...event, channel_type: channelType(post.channel) };
  const { subtype: _, root: _r, ...mention } = event as Json;
  return mention;
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

/** What a `message` subscription hears when a post is deleted (https://docs.slack.dev/reference/events/message/message_deleted). */
export function messageDeletedEvent(post: Post, parent: Post | undefined, ts: string): Json {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: messageOf(post, parent),
    channel: post.channel,
    hidden: true,
    deleted_ts: post.ts,
    ts,
    event_ts: ts,
    channel_type: channelType(post.channel),
  };
}

/** Sent at every opening; `view` is the home that is published already (https://docs.slack.dev/reference/events/app_home_opened). */
export function homeOpenedEvent(
  { user, tab, view }: { user: string; tab: 'home' | 'messages'; view: View | undefined },
  channel: string,
  ts: string,
): Json {
  return { type: 'app_home_opened', user, channel, tab, ...(view && tab === 'home' ? { view } : {}), event_ts: ts };
}

/**
 * A post as the Web API and interactions show it. A reply that is also shown in the channel brings its thread's first
 * message (https://docs.slack.dev/reference/events/message/thread_broadcast); one with files has no `team`
 * (https://docs.slack.dev/reference/events/message/file_share, slack-api-specs#62).
 */
export function messageOf(post: Post, parent?: Post): Json {
  const { only_for: _, channel: _c, reactions, blocks, through, ...shown } = post;
  return {
    type: 'message',
    ...shown,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...authorship(post),
    ...(parent ? { parent_user_id: parent.user } : {}),
    ...(parent && post.subtype === 'thread_broadcast' ? { root: messageOf(parent) } : {}),
    ...(reactions.length > 0 ? { reactions: reactions.map((name) => ({ name, users: [BOT.id], count: 1 })) } : {}),
    ...(post.files ? { upload: false, display_as_bot: false } : { team: TEAM.id }),
  };
}

/** What a person writes has a client's id, unless an app wrote it in their name: then the app's ids stand beside theirs. */
function authorship({ user, ts, through }: Post): Json {
  if (user === BOT.id) return { bot_id: BOT.bot_id, app_id: BOT.app_id };
  if (!through) return { client_msg_id: `client-${ts}` };
  const { bot_id, app_id, name } = through;
  return { bot_id, app_id, bot_profile: { id: bot_id, app_id, name, deleted: false, team_id: TEAM.id } };
}

/** A channel's name; all direct messages have the same, and so have all private channels. */
export function channelName(channel: string): string {
  return isPrivate(channel) ? 'privategroup' : (findChannel(channel)?.name ?? 'unknown');
}

function channelType(channel: string): 'im' | 'group' | 'channel' {
  if (isDm(channel)) return 'im';
  return isPrivate(channel) ? 'group' : 'channel';
}

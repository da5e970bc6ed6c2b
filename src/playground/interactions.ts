/**
 * What Slack sends when people press, pick, submit and close, field for field as Slack's reference shows it:
 * https://docs.slack.dev/reference/interaction-payloads (block_actions-payload, view-interactions-payload,
 * shortcuts-interaction-payload, block_suggestion-payload).
 */

import type { Json } from './json.js';
import { channelName, messageOf, TOKEN } from './payloads.js';
import type { Post } from './posts.js';
import type { View } from './views.js';
import { BOT, findPerson, TEAM } from './workspace.js';

/** What every interaction carries: by whom, and the way to a modal. */
export interface Turn {
  user: string;
  trigger_id: string;
}

/** Where there is a channel, there is a way to answer in it. */
export interface ChannelTurn extends Turn {
  channel: string;
  response_url: string;
}

/** The post that something is on, and the one that it replies to. */
export interface Place {
  post: Post;
  parent: Post | undefined;
}

/** A view as it is sent: with what is filled in. */
export interface Sight {
  view: View | Pick<View, 'id' | 'type'>;
  values: Json;
}

/** A slash command. Its text is raw, not escaped. */
export function commandBody(turn: ChannelTurn, command: string, text: string): Json {
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
export function messageActionBody(turn: ChannelTurn, { post, parent }: Place, values: Json, action: Json): Json {
  return {
    type: 'block_actions',
    ...interaction(turn.user),
    container: containerOf(post),
    trigger_id: turn.trigger_id,
    channel: channelOf(turn.channel),
    ...(post.only_for ? {} : { message: messageOf(post, parent) }),
    state: { values },
    response_url: turn.response_url,
    actions: [action],
  };
}

/** A press in a modal or a home: no channel, no message, no response URL. */
export function viewActionBody(turn: Turn, sight: Sight, action: Json): Json {
  return {
    type: 'block_actions',
    ...interaction(turn.user),
    container: { type: 'view', view_id: sight.view.id },
    trigger_id: turn.trigger_id,
    view: filledIn(sight),
    actions: [action],
  };
}

/** A message shortcut, which carries the whole message that it was called on. */
export function shortcutBody(turn: ChannelTurn, callback_id: string, { post, parent }: Place, ts: string): Json {
  return {
    type: 'message_action',
    ...interaction(turn.user),
    trigger_id: turn.trigger_id,
    channel: channelOf(turn.channel),
    action_ts: ts,
    callback_id,
    message_ts: post.ts,
    message: messageOf(post, parent),
    response_url: turn.response_url,
  };
}

/** A global shortcut knows who, not where; of the person it gives no `name`. */
export function globalShortcutBody(turn: Turn, callback_id: string, ts: string): Json {
  const { id, username, team_id } = personOf(turn.user);
  return {
    type: 'shortcut',
    ...interaction(turn.user),
    user: { id, username, team_id },
    trigger_id: turn.trigger_id,
    action_ts: ts,
    callback_id,
  };
}

/** `response_urls` lead to the channels that were picked in menus with `response_url_enabled`. */
export function submissionBody(turn: Turn, sight: Sight, response_urls: readonly Json[]): Json {
  return {
    type: 'view_submission',
    ...interaction(turn.user),
    trigger_id: turn.trigger_id,
    view: filledIn(sight),
    response_urls,
  };
}

/** `is_cleared` where all views of the modal were closed at once. What stands in input blocks is not told. */
export function closedBody(user: string, view: View, is_cleared: boolean): Json {
  return { type: 'view_closed', ...interaction(user), view, is_cleared };
}

/** What was typed into an external select, in a view or on a post; Slack sends it anew as more is typed. */
export function suggestionBody(user: string, on: Sight | Place, typed: Json): Json {
  const where =
    'view' in on
      ? { container: { type: 'view', view_id: on.view.id }, view: filledIn(on) }
      : {
          container: containerOf(on.post),
          channel: channelOf(on.post.channel),
          ...(on.post.only_for ? {} : { message: messageOf(on.post, on.parent) }),
        };
  return { type: 'block_suggestion', ...interaction(user), ...where, ...typed };
}

function filledIn({ view, values }: Sight): Json {
  return { ...view, state: { values } };
}

function containerOf(post: Post): Json {
  return {
    type: 'message',
    message_ts: post.ts,
    channel_id: post.channel,
    is_ephemeral: post.only_for !== undefined,
    ...(post.thread_ts ? { thread_ts: post.thread_ts } : {}),
  };
}

function channelOf(channel: string): Json {
  return { id: channel, name: channelName(channel) };
}

function personOf(user: string) {
  const { username } = findPerson(user) ?? { username: 'unknown' };
  return { id: user, username, name: username, team_id: TEAM.id };
}

function interaction(user: string): Json {
  return {
    user: personOf(user),
    api_app_id: BOT.app_id,
    token: TOKEN,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

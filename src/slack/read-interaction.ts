import { TICKED, TYPED } from '../replies/modal.js';
import { ELSEWHERE, type Sharing } from '../replies/share.js';
import { group, type Lacking, lacking, readTeam, sharingIn, text, withoutMention } from './read.js';

/**
 * The shapes of what people press, send and call, which no other file knows.
 * Pages: https://docs.slack.dev/reference/interaction-payloads
 */

/** What somebody pressed or picked. */
export interface Press {
  user: string;
  /** Team and user id together. */
  by: string;
  /** None on the Home and in a modal. */
  channel: string | undefined;
  /** The thread that the message stands in, if any. */
  thread: string | undefined;
  /** Opens one modal within three seconds. */
  trigger: string | undefined;
  /** Where Slack takes a response to this press, which only messages have. */
  responseUrl: string | undefined;
  /** Action id of the button or menu. */
  action: string;
  /** Value of the button, or of the option picked; empty where it has none. */
  value: string;
  /** Id of the block that it stands in. */
  block: string;
  /** Names the message or the view that holds the block. */
  place: string;
  /** The view that holds it, if any. */
  view: View | undefined;
  /** True where only this person sees the message, or the modal. */
  alone: boolean;
  /** Where an answer that only this person sees may be shared. */
  share: Sharing | undefined;
  /** By which door one has come to what is pressed, as far as it can be seen. */
  door: 'home' | 'modal' | 'direct message' | 'command' | 'mention';
  /** True where everybody may join the channel. */
  listed: boolean;
  /** True in the person's direct message with the bot. */
  direct: boolean;
}

/** The Home or a modal, as it was when something was pressed in it. */
export interface View {
  id: string;
  type: 'home' | 'modal';
  /** Changes with every change of the view. */
  hash: string | undefined;
  /** Callback id. */
  form: string | undefined;
  /** What the view was given to carry. */
  about: string;
}

/** A message that somebody has called a shortcut on. */
export interface CalledOn {
  /** The same for every call of the same person on the same message. */
  id: string;
  /** The caller; team and user id together. */
  by: string;
  user: string;
  channel: string;
  /** The thread that the message stands in, if any: there the caller looks. */
  thread: string | undefined;
  share: Sharing | undefined;
  responseUrl: string | undefined;
  /** Of the message, without a mention of the bot; empty where it has none. */
  text: string;
}

/** Somebody who has called a shortcut from anywhere. */
export interface Call {
  user: string;
  /** Opens one modal within three seconds. */
  trigger: string;
}

/** A form that somebody has sent. */
export interface Submission {
  /** The same for every delivery of the same form. */
  id: string;
  /** Team and user id together. */
  by: string;
  /** Callback id of the modal. */
  form: string;
  /** What the modal was given to carry. */
  about: string;
  /** What was typed into its one field. */
  text: string;
  /** What was picked in its one field, where that is a conversation, and where Slack takes a message for it. */
  to: { channel: string; direct: boolean; responseUrl: string | undefined } | undefined;
  /** Whether its one thing to tick is ticked. */
  ticked: boolean;
  user: string;
  /** Id of the view. */
  view: string;
  /** What was filled in, by the id of its block: a text, or the values that were picked. */
  fields: Readonly<Record<string, readonly string[]>>;
}

/** What Slack calls private channels and direct messages of several people, without their names. */
const PRIVATE = /^(?:privategroup$|mpdm-|directmessage$)/;

/** Reads a `block_actions` payload: from a message, from a message that only one person sees, from the Home or a modal. */
export function readPress(body: unknown): Press | Lacking {
  const { actions, user: presser, container, message, channel: within, view, response_url, trigger_id } = group(body);
  const action = group(Array.isArray(actions) ? actions[0] : undefined);
  const where = group(container);
  const team = readTeam(body);
  const user = text(group(presser).id);
  const name = text(action.action_id);
  if (!team || !user || !name) return lacking({ team, user, action: name });
  const channel = text(group(within).id) ?? text(where.channel_id);
  const thread = text(where.thread_ts) ?? text(group(message).thread_ts);
  const held = readView(view);
  const alone = where.is_ephemeral === true;
  const direct = channel?.startsWith('D') === true;
  const inModal = held?.type === 'modal';
  const holder = text(where.message_ts) ?? text(where.view_id) ?? text(group(view).id);
  return {
    user,
    by: `${team}:${user}`,
    channel,
    thread,
    trigger: text(trigger_id),
    responseUrl: text(response_url),
    action: name,
    value: text(action.value) ?? text(group(action.selected_option).value) ?? '',
    block: text(action.block_id) ?? '',
    place: [team, channel, holder].filter((part) => part !== undefined).join(':'),
    view: held,
    alone: alone || inModal,
    share: held === undefined ? sharingIn(channel, thread) : ELSEWHERE,
    door: held?.type ?? (direct ? 'direct message' : alone ? 'command' : 'mention'),
    listed: channel?.startsWith('C') === true && !PRIVATE.test(text(group(within).name) ?? ''),
    direct,
  };
}

export function readView(value: unknown): View | undefined {
  const { id, type, hash, callback_id, private_metadata } = group(value);
  const known = text(id);
  if (known === undefined) return undefined;
  return {
    id: known,
    type: type === 'home' ? 'home' : 'modal',
    hash: text(hash),
    form: text(callback_id),
    about: text(private_metadata) ?? '',
  };
}

/** Reads a `view_submission` payload. Page: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function readSubmission(body: unknown): Submission | Lacking {
  const view = group(group(body).view);
  const team = readTeam(body);
  const user = text(group(group(body).user).id);
  const form = text(view.callback_id);
  if (!team || !user || !form) return lacking({ team, user, form });
  const values = group(group(view.state).values);
  const fields = Object.fromEntries(Object.keys(values).map((block) => [block, filledIn(group(values[block]))]));
  const channel = text(group(group(values[TYPED])[TYPED]).selected_conversation);
  return {
    id: [team, text(view.id), text(view.hash)].join(':'),
    by: `${team}:${user}`,
    form,
    about: text(view.private_metadata) ?? '',
    text: fields[TYPED]?.[0] ?? '',
    to:
      channel === undefined
        ? undefined
        : { channel, direct: channel.startsWith('D'), responseUrl: responseUrlTo(channel, body) },
    ticked: (fields[TICKED] ?? []).length > 0,
    user,
    view: text(view.id) ?? '',
    fields,
  };
}

/** What stands in the elements of a block. */
function filledIn(block: Record<string, unknown>): string[] {
  return Object.values(block).flatMap((element) => {
    const { value, selected_option, selected_options } = group(element);
    const picked = Array.isArray(selected_options) ? selected_options : [selected_option];
    return [text(value), ...picked.map((option) => text(group(option).value))].filter((each) => each !== undefined);
  });
}

/** Slack gives a URL for each menu that asks for one, bound to what was picked there. Page: https://docs.slack.dev/surfaces/modals#modal_response_url */
function responseUrlTo(channel: string, body: unknown): string | undefined {
  const { response_urls: urls } = group(body);
  const given = (Array.isArray(urls) ? urls : []).map(group).find(({ channel_id }) => channel_id === channel);
  return text(given?.response_url);
}

/** Reads a call from the menu of a message. Page: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function readCalledOn(body: unknown, botUser: string | undefined): CalledOn | Lacking {
  const { channel: within, user: caller, message: called, message_ts, response_url } = group(body);
  const message = group(called);
  const team = readTeam(body);
  const channel = text(group(within).id);
  const user = text(group(caller).id);
  const ts = text(message.ts) ?? text(message_ts);
  if (!team || !channel || !user || !ts) return lacking({ team, channel, user, ts });
  const thread = text(message.thread_ts);
  return {
    id: `${team}:${channel}:${ts}:${user}`,
    by: `${team}:${user}`,
    user,
    channel,
    // The first message of a thread stands in the channel, too.
    thread: thread === ts ? undefined : thread,
    share: sharingIn(channel, thread ?? ts),
    responseUrl: text(response_url),
    text: withoutMention(text(message.text) ?? '', botUser),
  };
}

/** Reads a call from anywhere. */
export function readCall(body: unknown): Call | Lacking {
  const user = text(group(group(body).user).id);
  const trigger = text(group(body).trigger_id);
  return user && trigger ? { user, trigger } : lacking({ user, trigger });
}

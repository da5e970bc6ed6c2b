/** People press, pick and call shortcuts, on messages, in modals and in the app's home. */

import type { Act, Delivery } from './delivery.js';
import { type Filled, valuesOf } from './forms.js';
import * as payloads from './interactions.js';
import type { Json } from './json.js';
import { createOffers, type Offer, readOffer } from './offers.js';
import { elementsOf, everyBlock } from './page/every-block.js';
import type { Post, Posts } from './posts.js';
import { pressableIn, type Wanted } from './pressables.js';
import type { Origin, Responses } from './responses.js';
import { type At, checkPerson, seenPost } from './sight.js';
import { optionsOf } from './states.js';
import type { View, Views } from './views.js';

/** A shortcut as the manifest declares it. */
export interface Shortcut {
  callback_id: string;
  type: 'message' | 'global';
  name: string;
  description?: string;
}

/** Where something is pressed: on a message, or in a view that the person sees. */
export type Where = (At & { message_ts: string }) | { user: string; view_id: string };

/** Menus whose options the app is asked for. */
const EXTERNAL = ['external_select', 'multi_external_select'];

export interface InteractingDeps {
  posts: Posts;
  views: Views;
  responses: Responses;
  delivery: Delivery;
  shortcuts: readonly Shortcut[];
}

export interface Interacting {
  /** Presses, picks or enters the one thing that has all the fields given; `values` is what else is filled in there. */
  press(what: Where & Wanted & { values?: Filled }): Promise<Act>;
  /** Presses a button that stands nowhere in Slack, as one of the desk: the app hears it as one on a Home. */
  pressAtDesk(what: { user: string; action_id: string; value: string }): Promise<Act>;
  /** Types into an external select. The options may be picked from then on. */
  suggest(what: Where & { block_id: string; action_id: string; value: string; values?: Filled }): Promise<Act & Offer>;
  /** Calls a message shortcut on a post. */
  shortcut(what: At & { message_ts: string; callback_id: string }): Promise<Act>;
  globalShortcut(what: { user: string; callback_id: string }): Promise<Act>;
  /** A new turn of somebody who is in a channel. */
  turnOf(origin: Origin): payloads.ChannelTurn;
  /** What is filled in, as a view's `state.values`. */
  valuesIn(user: string, view: View, values: Filled): Record<string, Json>;
}

export function createInteracting({ posts, views, responses, delivery, shortcuts }: InteractingDeps): Interacting {
  const { sendAll, send, actOf } = delivery;
  const offers = createOffers();

  function turnOf(origin: Origin): payloads.ChannelTurn {
    const { user, channel } = origin;
    return { user, channel, trigger_id: views.trigger(user, undefined), response_url: responses.open(origin) };
  }

  function placeOf(post: Post): payloads.Place {
    return { post, parent: post.thread_ts ? posts.find(post.channel, post.thread_ts) : undefined };
  }

  /** The blocks that a person sees there, and the name that their offers go by. */
  function scene(where: Where) {
    checkPerson(where.user);
    if ('view_id' in where) {
      const view = seenView(where.user, where.view_id);
      return { blocks: view.blocks, name: formOf(where.user, view), view };
    }
    const post = seenPost(posts, where, where.message_ts);
    return { blocks: post.blocks, name: `${where.user} ${post.channel} ${post.ts}`, post };
  }

  /** A form that is opened anew may hold what was picked in it before it was closed. */
  function formOf(user: string, { type, callback_id, private_metadata }: View): string {
    return JSON.stringify([user, type, callback_id, private_metadata]);
  }

  function seenView(user: string, view_id: string): View {
    const inSight = [views.home(user), views.stack(user).at(-1)];
    const view = inSight.find((candidate) => candidate?.id === view_id);
    if (!view) throw new Error(`${user} sees no view ${view_id}.`);
    return view;
  }

  function declared(callback_id: string, type: Shortcut['type']) {
    if (shortcuts.some((shortcut) => shortcut.callback_id === callback_id && shortcut.type === type)) return;
    const known = shortcuts.map((shortcut) => `${shortcut.type} ${shortcut.callback_id}`).join(', ') || 'none';
    throw new Error(`The manifest declares no ${type} shortcut "${callback_id}". It declares: ${known}.`);
  }

  return {
    turnOf,
    valuesIn: (user, view, values) => valuesOf(view.blocks, values, offers.at(formOf(user, view))),

    async press({ block_id, action_id, label, value, values = {}, ...where }) {
      const { blocks, name, view, post } = scene(where);
      const pressed = pressableIn(blocks, { block_id, action_id, label, value }, offers.at(name));
      const ts = posts.nextTs();
      const action = { ...pressed.action(), action_ts: ts };
      const filled = pressed.stays ? withValue(values, pressed.block_id, pressed.action_id, pressed.value) : values;
      const state = valuesOf(blocks, filled, offers.at(name));
      if (view) {
        const turn = { user: where.user, trigger_id: views.trigger(where.user, view.id) };
        return sendAll(ts, [payloads.viewActionBody(turn, { view, values: state }, action)]);
      }
      const turn = turnOf({ user: where.user, channel: post.channel, post });
      return sendAll(post.ts, [payloads.messageActionBody(turn, placeOf(post), state, action)]);
    },

    async pressAtDesk({ user, action_id, value }) {
      checkPerson(user);
      const ts = posts.nextTs();
      const turn = { user, trigger_id: views.trigger(user, undefined) };
      const action = { type: 'button', block_id: 'desk', action_id, value, action_ts: ts };
      return sendAll(ts, [payloads.viewActionBody(turn, { view: { id: 'V0DESK', type: 'home' }, values: {} }, action)]);
    },

    async suggest({ block_id, action_id, value, values = {}, ...where }) {
      const { blocks, name, view, post } = scene(where);
      const asked = everyBlock(blocks)
        .filter((block) => block.block_id === block_id)
        .flatMap(elementsOf)
        .some(({ type, action_id: id }) => EXTERNAL.includes(String(type)) && id === action_id);
      if (!asked) throw new Error(`There is no external select ${block_id} / ${action_id}.`);
      const state = valuesOf(blocks, values, offers.at(name));
      const on = view ? { view, values: state } : placeOf(post);
      const body = payloads.suggestionBody(where.user, on, { block_id, action_id, value });
      const sent = await send(body);
      const offer = readOffer(sent);
      offers.keep(name, block_id, action_id, optionsOf({ options: offer.options, option_groups: offer.groups }));
      return { ...actOf(post?.ts ?? posts.nextTs(), [body], [sent]), ...offer };
    },

    async shortcut({ channel, user, message_ts, callback_id }) {
      declared(callback_id, 'message');
      const post = seenPost(posts, { channel, user }, message_ts);
      if (post.only_for) throw new Error('Slack offers no shortcuts on messages that one person sees alone.');
      const body = payloads.shortcutBody(turnOf({ channel, user }), callback_id, placeOf(post), posts.nextTs());
      return sendAll(message_ts, [body]);
    },

    async globalShortcut({ user, callback_id }) {
      declared(callback_id, 'global');
      checkPerson(user);
      const ts = posts.nextTs();
      const turn = { user, trigger_id: views.trigger(user, undefined) };
      return sendAll(ts, [payloads.globalShortcutBody(turn, callback_id, ts)]);
    },
  };
}

function withValue(values: Filled, block_id: string, action_id: string, value: Wanted['value']): Filled {
  return { ...values, [block_id]: { ...values[block_id], [action_id]: value ?? null } };
}

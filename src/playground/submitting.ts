/**
 * A modal is sent or closed, and the app's acknowledgement says what becomes of it.
 * Page: https://docs.slack.dev/surfaces/modals
 */

import type { Act, Delivery } from './delivery.js';
import type { Sent } from './doorway.js';
import { type Filled, unready } from './forms.js';
import type { Interacting } from './interacting.js';
import { closedBody, submissionBody } from './interactions.js';
import { isObject, type Json, stringOr } from './json.js';
import { everyBlock } from './page/every-block.js';
import type { Posts } from './posts.js';
import type { Responses } from './responses.js';
import type { View, Views } from './views.js';

export interface Submission extends Act {
  /** What stands under the fields, by block id: from Slack's client, then nothing was sent, or from the app. */
  errors: Record<string, string>;
  /** Why Slack would say "We had some trouble connecting"; null where all went well. */
  trouble: string | null;
}

export interface SubmittingDeps {
  posts: Posts;
  views: Views;
  responses: Responses;
  delivery: Delivery;
  interacting: Interacting;
}

export interface Submitting {
  /** Sends the modal that is in sight. `view_id` makes sure that it is this one. */
  submit(what: { user: string; view_id?: string; values?: Filled }): Promise<Submission>;
  /** Closes the view in sight, as "Cancel" does, or all of the modal, as ✕ and Escape do. */
  close(what: { user: string; all?: boolean }): Promise<Act>;
}

type Outcome = Pick<Submission, 'errors' | 'trouble'>;

const WELL: Outcome = { errors: {}, trouble: null };

export function createSubmitting({ posts, views, responses, delivery, interacting }: SubmittingDeps): Submitting {
  function top(user: string): View {
    const view = views.stack(user).at(-1);
    if (!view) throw new Error(`${user} has no modal open.`);
    return view;
  }

  /** What the app answered is done with the view that was sent, be it in sight or not by now. */
  function outcomeOf(user: string, view: View, { acked, said }: Sent): Outcome {
    if (!acked) return troubled('The app did not acknowledge in three seconds.');
    if (said === undefined || said === '') {
      if (views.stack(user).at(-1)?.id === view.id) views.close(user, false);
      return WELL;
    }
    const answer = isObject(said) ? said : {};
    switch (answer.response_action) {
      case 'clear':
        views.close(user, true);
        return WELL;
      case 'errors':
        return errorsOf(view, answer.errors);
      case 'update':
      case 'push':
        return shown(user, view, answer);
      default:
        return troubled(`The app answered with an unknown response_action: ${answer.response_action}.`);
    }
  }

  function shown(user: string, view: View, { response_action, view: next }: Json): Outcome {
    const fault = views.refused(next, response_action === 'update' ? view.id : undefined);
    if (fault) return troubled(JSON.stringify(fault));
    const current = views.stack(user).find(({ id }) => id === view.id);
    if (response_action === 'update' && current) views.replace(current, next as Json);
    else if (views.stack(user).length >= 3) return troubled('push_limit_reached');
    else views.push(user, next as Json);
    return WELL;
  }

  return {
    async submit({ user, view_id, values: filled = {} }) {
      const view = top(user);
      if (view_id !== undefined && view.id !== view_id)
        throw new Error(`The view ${view_id} is not in sight any more.`);
      const values = interacting.valuesIn(user, view, filled);
      const errors = unready(view.blocks, values);
      const ts = posts.nextTs();
      if (Object.keys(errors).length > 0) return { ...delivery.actOf(ts, [], []), errors, trouble: null };
      const turn = { user, trigger_id: views.trigger(user, view.id) };
      const body = submissionBody(turn, { view, values }, responseUrls(responses, user, view, values));
      const sent = await delivery.send(body);
      return { ...delivery.actOf(ts, [body], [sent]), ...outcomeOf(user, view, sent) };
    },

    async close({ user, all = false }) {
      const inSight = top(user);
      const everything = all || inSight.clear_on_close === true;
      const closed = everything ? [...views.stack(user)].reverse() : [inSight];
      views.close(user, everything);
      const told = closed.filter(({ notify_on_close }) => notify_on_close === true);
      return delivery.sendAll(
        posts.nextTs(),
        told.map((view) => closedBody(user, view, everything)),
      );
    },
  };
}

function troubled(why: string): Outcome {
  return { errors: {}, trouble: why };
}

/** Errors belong to input blocks; Slack cannot show others. */
function errorsOf(view: View, given: unknown): Outcome {
  const errors = Object.entries(isObject(given) ? given : {}).map(([id, text]) => [id, String(text)] as const);
  const inputs = everyBlock(view.blocks)
    .filter(({ type }) => type === 'input')
    .map(({ block_id }) => block_id);
  const stray = errors.find(([id]) => !inputs.includes(id));
  if (stray) return troubled(`The app's errors name "${stray[0]}", which is no input block of this view.`);
  if (errors.length === 0) return troubled('The app answered with errors, but named none.');
  return { errors: Object.fromEntries(errors), trouble: null };
}

/** A response URL for each menu of channels that asks for one. */
function responseUrls(responses: Responses, user: string, view: View, values: Record<string, Json>): Json[] {
  return everyBlock(view.blocks).flatMap(({ block_id, element }) => {
    if (!isObject(element) || element.response_url_enabled !== true) return [];
    const state = values[stringOr(block_id, '')]?.[stringOr(element.action_id, '')];
    const channel = isObject(state) ? (state.selected_conversation ?? state.selected_channel) : undefined;
    if (typeof channel !== 'string') return [];
    const response_url = responses.open({ user, channel });
    return [{ block_id, action_id: element.action_id, channel_id: channel, response_url }];
  });
}

/**
 * What a person has typed and picked in a message or a view, as Slack sends it along: `state.values`, by block and action
 * id (https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload), and what Slack's own client
 * refuses to submit.
 */

import { isObject, type Json, stringOr } from './json.js';
import { elementsOf, everyBlock } from './page/every-block.js';
import { isStateful, refusalOf, stateOf } from './states.js';

/** By block id and action id: a text, an option's value, or the values of all ticked options. Null empties it. */
export type Filled = Record<string, Record<string, string | readonly string[] | null>>;

/** The options that an external select has been offered so far, by block and action id. */
export type Offered = (block_id: string, action_id: string) => readonly Json[];

/** `state.values` of all blocks. Throws where something is filled in that the element does not offer. */
export function valuesOf(blocks: readonly Json[], filled: Filled, offered: Offered): Record<string, Json> {
  const values: Record<string, Json> = {};
  const all = everyBlock(blocks);
  for (const [block_id, actions] of Object.entries(filled)) {
    const block = all.find((candidate) => candidate.block_id === block_id);
    const asked = block
      ? elementsOf(block)
          .filter(isStateful)
          .map(({ action_id }) => action_id)
      : [];
    const stray = Object.keys(actions).find((action_id) => !asked.includes(action_id));
    if (stray !== undefined) throw new Error(`Nothing to fill in is called ${block_id} / ${stray}.`);
  }
  for (const block of all) {
    for (const element of elementsOf(block).filter(isStateful)) {
      const [block_id, action_id] = [stringOr(block.block_id, ''), stringOr(element.action_id, '')];
      const state = stateOf(element, filled[block_id]?.[action_id], offered(block_id, action_id));
      values[block_id] = { ...values[block_id], [action_id]: state };
    }
  }
  return values;
}

/** What Slack's client says under a field, by block id, instead of sending the form. */
export function unready(blocks: readonly Json[], values: Record<string, Json>): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block_id, element, optional } of everyBlock(blocks)) {
    if (!isObject(element)) continue;
    const id = stringOr(block_id, '');
    const state = values[id]?.[stringOr(element.action_id, '')];
    if (!isObject(state)) continue;
    const refusal = refusalOf(element, state, optional === true);
    if (refusal !== null) errors[id] = refusal;
  }
  return errors;
}

/** What is due for review, beside the file: the bot's own cards, safety first. */

import type { WireEntry } from '../wire.js';
import { send } from './acting.js';
import { drawBlocks } from './blocks.js';
import { askReview, askReviews } from './desk-calls.js';
import { type DeskActs, refusal } from './desk-leads.js';
import { surfaceWith } from './desk-surface.js';
import { byId, el } from './dom.js';
import { isObject } from './json.js';
import { state } from './state.js';

/** Answers with what reads anew what is due. `counted` is told how many are. */
export function createReviews(acts: DeskActs, counted: (due: number | null) => void): () => Promise<void> {
  const list = byId('desk-due') as HTMLSelectElement;
  const open = byId('desk-due-open') as HTMLButtonElement;
  const card = byId('desk-review');
  let due: readonly WireEntry[] = [];
  let shown = '';

  const surface = surfaceWith(async ({ action_id, value }) => {
    // The card that comes next stands in the list already.
    if (action_id.startsWith('review')) {
      list.selectedIndex = (list.selectedIndex + 1) % Math.max(1, due.length);
      await draw();
      list.focus();
      return true;
    }
    const done = await send({ act: 'desk', action_id, value: String(value ?? '') });
    return done?.acked ?? false;
  });

  async function refresh(): Promise<void> {
    const { viewer } = state;
    const answer = await askReviews(viewer);
    if (viewer !== state.viewer) return;
    const told = answer.fault === undefined ? answer.it : { refused: answer.fault };
    if (told === null) return;
    const refused = told.refused !== undefined;
    byId('desk-reviews-lead').replaceChildren(...(refused ? refusal(told.refused, acts) : []));
    const [before, at] = [list.value, list.selectedIndex];
    due = refused ? [] : told.due;
    list.replaceChildren(...due.map(({ entry, title }) => el('option', { value: entry }, title)));
    list.value = before;
    // What was marked has gone: the one after it has come to its place.
    if (list.selectedIndex < 0 && due.length > 0) list.selectedIndex = Math.max(0, Math.min(at, due.length - 1));
    list.disabled = due.length === 0;
    open.disabled = due.length === 0;
    byId('desk-reviews-status').textContent = refused ? '' : due.length === 0 ? 'Nothing is due for review.' : '';
    counted(refused ? null : due.length);
    await draw();
  }

  async function draw(): Promise<void> {
    const at = list.selectedIndex;
    if (at < 0) {
      shown = '';
      card.replaceChildren();
      card.hidden = true;
      return;
    }
    const answer = await askReview(state.viewer, at);
    if (answer.fault !== undefined || answer.it === null || at !== list.selectedIndex) return;
    const drawn = JSON.stringify(answer.it);
    card.hidden = false;
    if (drawn === shown) return;
    shown = drawn;
    card.replaceChildren(...drawBlocks(answer.it.blocks.filter(isObject), surface));
  }

  list.addEventListener('change', () => void draw());
  open.addEventListener('click', () => {
    const entry = due[list.selectedIndex];
    if (entry !== undefined) acts.go(entry.file, entry.entry, entry.line);
  });
  return refresh;
}

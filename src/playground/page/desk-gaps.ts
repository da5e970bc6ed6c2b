/** What was asked in vain, beside the file: what to do about it, and the entries that are near. */

import type { WireButton, WireGap } from '../wire.js';
import { send } from './acting.js';
import { askGaps, askSayOfGap } from './desk-calls.js';
import { type DeskActs, refusal } from './desk-leads.js';
import { byId, type Child, complain, el, keepInStep } from './dom.js';
import { mrkdwn } from './mrkdwn.js';
import { names, state } from './state.js';

/** Wordings of a gap that are shown beside the first. */
const MOST_WORDINGS = 3;

/** Answers with what reads the gaps anew. `counted` is told how many are open. */
export function createGaps(acts: DeskActs, counted: (open: number | null) => void): () => Promise<void> {
  const list = byId('desk-gaps-list');
  const status = byId('desk-gaps-status');
  const show = byId('desk-show') as HTMLSelectElement;

  async function refresh(): Promise<void> {
    const { viewer } = state;
    const answer = await askGaps(viewer, `${show.value} 1`);
    if (viewer !== state.viewer) return;
    const told = answer.fault === undefined ? answer.it : { refused: answer.fault };
    if (told === null) return;
    const refused = told.refused !== undefined;
    byId('desk-gaps-lead').replaceChildren(...(refused ? refusal(told.refused, acts) : []));
    const gaps = refused ? [] : told.gaps;
    keepInStep(
      list,
      gaps.map((gap) => ({ key: gap.id, signature: JSON.stringify(gap), build: () => item(gap) })),
    );
    status.textContent = refused
      ? ''
      : gaps.length === 0
        ? 'None. Ask again as people ask, and see.'
        : headOf(gaps.length);
    counted(refused ? null : told.open);
  }

  function headOf(count: number): string {
    return `${count} ${count === 1 ? 'gap' : 'gaps'}, what most people asked first. Names and what else could tell of a person are taken out.`;
  }

  async function say({ value }: WireButton) {
    const said = await askSayOfGap({ user: state.viewer, value });
    if (said.fault !== undefined) return complain(said.fault);
    await refresh();
    // It may have gone to another list.
    if (document.activeElement === document.body || !byId('desk').contains(document.activeElement)) status.focus();
  }

  function item({ wordings: [first, ...others], heard, answered, nearest, forms, says }: WireGap): HTMLElement {
    const also = others.slice(0, MOST_WORDINGS).map((each) => `“${each}”`);
    const more = others.length > MOST_WORDINGS ? ` and ${others.length - MOST_WORDINGS} more` : '';
    const press = ({ label, spoken }: WireButton, click: () => void) =>
      el('button', { type: 'button', class: 'button', 'aria-label': spoken, click }, label);
    return el(
      'li',
      { class: 'desk-gap' },
      el('h3', {}, first === undefined ? 'Its words are no longer kept' : `“${first}”`),
      el('p', { class: 'desk-status' }, heard),
      also.length === 0 ? null : el('p', {}, `Also: ${also.join(' · ')}${more}`),
      ...answered.map((line) => el('p', {}, ...mrkdwn(line, names))),
      answered.length > 0 ? null : el('p', {}, nearest.length === 0 ? 'No entry is near.' : 'Nearest entries:'),
      answered.length > 0 || nearest.length === 0 ? null : el('ul', {}, ...nearest.map(near)),
      el(
        'div',
        { class: 'desk-row' },
        ...forms.map((form) =>
          press(form, () => void send({ act: 'desk', action_id: form.action_id, value: form.value })),
        ),
        ...says.map((said) => press(said, () => void say(said))),
        first === undefined ? null : tryOf(first),
      ),
    );
  }

  function near({ entry, title, file, line, confidence, sure }: WireGap['nearest'][number]): HTMLElement {
    const open = { type: 'button', class: 'desk-link', click: () => acts.go(file, entry, line) };
    return el(
      'li',
      {},
      el('button', open, title),
      el('span', { class: 'desk-status' }, ` ${confidence.toFixed(2)}, ${sure} · ${file}:${line}`),
    );
  }

  function tryOf(question: string): Child {
    const attributes = { type: 'button', class: 'button', 'aria-label': `Who would answer “${question}”?` };
    return el('button', { ...attributes, click: () => acts.tryQuestion(question) }, 'Who would answer?');
  }

  show.addEventListener('change', () => void refresh());
  return refresh;
}

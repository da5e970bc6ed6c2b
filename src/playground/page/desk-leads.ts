/** Who sits at the desk: what waits for leads is shown to leads, and whoever is none is told how to become one. */

import { el } from './dom.js';
import { mrkdwn } from './mrkdwn.js';
import { names, state } from './state.js';

export interface DeskActs {
  /** Opens a file where an entry stands in it; `line`: where that was when it was read last. */
  go(file: string, entry: string, line: number): void;
  /** Asks who would answer a question. */
  tryQuestion(question: string): void;
  /** Acts as somebody else. */
  become(person: string): void;
}

/** Why there is nothing to see, with the leads that one can act as. */
export function refusal(refused: string, { become }: Pick<DeskActs, 'become'>): HTMLElement[] {
  const leads = (state.hello?.people ?? []).filter(({ role }) => role.startsWith('lead'));
  return [
    el('p', {}, ...mrkdwn(refused, names)),
    ...leads.map(({ id, name, role }) =>
      el('button', { type: 'button', class: 'button', click: () => become(id) }, `Act as ${name} (${role})`),
    ),
  ];
}

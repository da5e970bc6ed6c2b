/** The leads' desk: a knowledge file beside its answers, and beside what waits for leads. */

import { createAnswers } from './desk-answers.js';
import { createFile } from './desk-file.js';
import { createGaps } from './desk-gaps.js';
import { createReviews } from './desk-reviews.js';
import { byId } from './dom.js';
import { createTabList } from './tabs.js';

/** `become` acts as somebody else. Answers with what reads anew what waits for leads: somebody has done something, or is somebody else. */
export function createDesk(become: (person: string) => void): () => void {
  const dialog = byId('desk') as HTMLDialogElement;
  const tabs = { answers: byId('desk-tab-answers'), gaps: byId('desk-tab-gaps'), reviews: byId('desk-tab-reviews') };
  const choose = createTabList(Object.values(tabs), (tab) => choose(tab));
  const answers = createAnswers((line) => file.goTo(line));
  const file = createFile({ answers, become, served: refresh });
  const acts = {
    become,
    go: (name: string, entry: string, line: number) => void file.go(name, entry, line),
    tryQuestion(question: string) {
      choose(tabs.answers);
      answers.tryQuestion(question);
    },
  };
  const counted = (tab: HTMLElement, name: string) => (count: number | null) => {
    tab.textContent = count === null ? name : `${name} ${count}`;
  };
  const gaps = createGaps(acts, counted(tabs.gaps, 'Gaps'));
  const reviews = createReviews(acts, counted(tabs.reviews, 'Reviews'));

  function refresh() {
    if (!dialog.open) return;
    void gaps();
    void reviews();
  }

  choose(tabs.answers);
  byId('open-desk').addEventListener('click', () => {
    dialog.showModal();
    void file.open();
    refresh();
  });
  byId('desk-close').addEventListener('click', () => dialog.close());
  return refresh;
}

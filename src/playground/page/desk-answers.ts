/** The answers of the desk's file, as Slack will show them, and who would answer a question. */

import type { WireCard } from '../wire.js';
import { drawBlocks } from './blocks.js';
import { askReading } from './desk-calls.js';
import { surfaceWith } from './desk-surface.js';
import { byId, complain, el } from './dom.js';
import { draftOf, keepDraft } from './drafts.js';
import { isObject } from './json.js';
import { mrkdwn } from './mrkdwn.js';
import { reading } from './reading.js';
import { names } from './state.js';

const QUESTION = 'desk question';
/** Milliseconds without a key until a question is tried. */
const ASK_AFTER = 400;
const surface = surfaceWith(async () => {
  complain('This shows how it will look. Its buttons work where the answer is posted.');
  return true;
});

/** `chosen` is told of an entry that was picked from the list, with its line. */
export function createAnswers(chosen: (line: number) => void) {
  const list = byId('desk-entry') as HTMLSelectElement;
  const question = byId('desk-question') as HTMLInputElement;
  /** Null until the file has been read. */
  let cards: readonly WireCard[] | null = null;
  let shown = '';
  let asked = '';
  /** The try that questions are asked of; null while the text is checked. */
  let tried: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function draw(entry: string) {
    const card = cards?.find((one) => one.entry === entry) ?? cards?.[0];
    list.value = card?.entry ?? '';
    const drawn = JSON.stringify(card ?? cards);
    if (drawn === shown) return;
    shown = drawn;
    if (!card) {
      const words = cards === null ? 'No answers have been read yet.' : 'This file has no answers of its own.';
      byId('desk-card').replaceChildren(el('p', {}, words));
      return;
    }
    byId('desk-card').replaceChildren(...drawBlocks(card.blocks.filter(isObject), surface), whatIsHeard(card));
  }

  function askSoon(after: number) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked = question.value.trim();
      void ask();
    }, after);
  }

  async function ask() {
    const body = byId('desk-reading');
    if (asked === '') return body.replaceChildren();
    if (tried === null) return body.replaceChildren(el('p', {}, 'It is told as soon as the text is checked.'));
    const id = tried;
    const answer = await askReading({ id, question: asked });
    if (id !== tried || asked !== question.value.trim()) return;
    if (answer.fault !== undefined) return body.replaceChildren(el('p', {}, answer.fault));
    if (answer.it === null) return body.replaceChildren(el('p', {}, 'Nothing can answer until the text is mended.'));
    const told = answer.it.reading;
    body.replaceChildren(
      ...(told === null
        ? [el('p', {}, 'That is said to the bot itself: no entry answers it.')]
        : reading(told).filter((part) => part !== null)),
    );
  }

  question.value = draftOf(QUESTION);
  question.addEventListener('input', () => {
    keepDraft(QUESTION, question.value);
    askSoon(ASK_AFTER);
  });
  list.addEventListener('change', () => {
    draw(list.value);
    chosen(cards?.find(({ entry }) => entry === list.value)?.line ?? 1);
  });
  byId('desk-ask').addEventListener('submit', (event) => {
    event.preventDefault();
    askSoon(0);
  });

  return {
    /** The cards of a text that can be read; null while that is not known. The one stays in sight that the line stands in. */
    show(now: readonly WireCard[] | null, line: number) {
      cards = now;
      list.replaceChildren(...(cards ?? []).map(({ entry, title }) => el('option', { value: entry }, title)));
      list.disabled = list.length === 0;
      draw(entryAt(line));
    },
    /** The line that is written in has changed. */
    follow: (line: number) => draw(entryAt(line)),
    /** Asks who would answer something. */
    tryQuestion(text: string) {
      question.value = text;
      keepDraft(QUESTION, text);
      question.focus();
      askSoon(0);
    },
    /** Of which try questions are asked from now on; null while there is none. */
    ofTry(id: number | null) {
      tried = id;
      if (asked !== '') void ask();
    },
  };

  function entryAt(line: number): string {
    return cards?.findLast((card) => card.line <= line)?.entry ?? '';
  }
}

/** The text beside the blocks; it stands in the page only while somebody looks at it. */
function whatIsHeard({ text }: WireCard): HTMLElement {
  const words = el('div', {});
  const toggle = ({ currentTarget }: Event) =>
    words.replaceChildren(...((currentTarget as HTMLDetailsElement).open ? mrkdwn(text, names) : []));
  return el('details', { class: 'desk-heard', toggle }, el('summary', {}, 'What a screen reader hears'), words);
}

/** Slack folds a long section of a message behind "See more", unless the app asks it not to (`expand`). */

import { el } from './dom.js';

/** `words` with the way to the rest of it, where it is taller than Slack shows. It knows its height once it is in sight. */
export function folded(words: HTMLElement): HTMLElement[] {
  words.classList.add('folded');
  const more = el(
    'button',
    {
      type: 'button',
      class: 'plain see-more',
      hidden: true,
      click() {
        words.classList.remove('folded');
        more.remove();
        words.tabIndex = -1;
        words.focus();
      },
    },
    'See more',
  );
  new ResizeObserver(() => {
    more.hidden = words.scrollHeight <= words.clientHeight + 1;
  }).observe(words);
  return [words, more];
}

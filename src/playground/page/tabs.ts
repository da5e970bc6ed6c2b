/** Tabs and what they show. */

import { byId } from './dom.js';

/** Arrows go from tab to tab, and open the one that they reach. Answers with what chooses one; each names its panel by `aria-controls`. */
export function createTabList(
  tabs: readonly HTMLElement[],
  open: (tab: HTMLElement) => void,
): (tab: HTMLElement) => void {
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const other = tabs[(at + step + tabs.length) % tabs.length];
      if (step === 0 || other === undefined) return;
      event.preventDefault();
      open(other);
      other.focus();
    });
  }
  return (current) => {
    for (const tab of tabs) {
      const chosen = tab === current;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      byId(tab.getAttribute('aria-controls') ?? '').hidden = !chosen;
    }
  };
}

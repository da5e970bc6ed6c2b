/** The app's home, beside its messages. */

import type { WireView } from '../wire.js';
import { byId, el, keepInStep } from './dom.js';
import type { Surface } from './slot.js';
import { createTabList } from './tabs.js';
import { drawView } from './view.js';

export function drawHome(home: WireView | null, bot: string, surface: (view: WireView) => Surface): void {
  const parent = byId('home-blocks');
  if (home) {
    drawView(parent, home, surface(home));
    return;
  }
  const words = `${bot} has not published its home yet.`;
  keepInStep(parent, [{ key: 'none', signature: words, build: () => el('p', { class: 'no-home' }, words) }]);
}

/** The tabs of the direct message with the bot; without a tab there are none. */
export function createTabs(open: (tab: 'home' | 'messages') => void): (tab: 'home' | 'messages' | null) => void {
  const [home, messages] = [byId('tab-home'), byId('tab-messages')];
  const choose = createTabList([home, messages], (tab) => open(tab === home ? 'home' : 'messages'));
  return (current) => {
    byId('tabs').hidden = current === null;
    choose(current === 'home' ? home : messages);
  };
}

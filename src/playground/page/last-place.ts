/** Who one acts as, and where one is, outlive a reload of this tab. */

import { keepDraft, keptOf } from './drafts.js';
import { isObject, stringOf } from './json.js';
import type { state } from './state.js';

export type Place = Pick<typeof state, 'viewer' | 'channel' | 'thread' | 'tab'>;

export function keepPlace({ viewer, channel, thread, tab }: Place): void {
  keepDraft('place', JSON.stringify({ viewer, channel, thread, tab } satisfies Place));
}

/** Where this tab was before; empty names where it is new. */
export function lastPlace(): Place {
  const found = keptOf('place');
  const kept = isObject(found) ? found : {};
  return {
    viewer: stringOf(kept.viewer),
    channel: stringOf(kept.channel),
    thread: stringOf(kept.thread) || null,
    tab: kept.tab === 'home' ? 'home' : 'messages',
  };
}

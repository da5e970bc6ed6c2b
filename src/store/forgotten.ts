import type { Asked } from './store.js';

/**
 * What stays of a question under 24 hours old when its person asks to be forgotten: the id and the time, so that a
 * delivery which is repeated is still not answered twice. `expire` removes it once it is older than that.
 */
export const FORGOTTEN = {
  person: '',
  text: '',
  decision: 'abstain',
  entry: null,
  warnings: [],
  offered: [],
  outcome: null,
  candidates: [],
  version: '',
} as const satisfies Partial<Asked>;

import type { Button } from '@slack/types';
import { button } from './blocks.js';

/** The way back to the reading path, wherever something else has stood in its place. */
export function backToPath(): Button {
  return button('learn', { label: 'Back to the reading path', value: 'on' });
}

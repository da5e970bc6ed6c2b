import type { KnownBlock } from '@slack/types';
import { sections } from './blocks.js';

/** What is posted. `text` stands alone: notifications and screen readers read nothing else. */
export interface Reply {
  text: string;
  blocks: KnownBlock[];
  /** The number of the block with which evidence, sources and votes begin: further answers stand before it. */
  foot?: number;
}

/** A reply of nothing but a mrkdwn text. */
export function plain(text: string): Reply {
  return { text, blocks: sections(text) };
}

/** Reads what an app wants to post, as Slack reads it: text, blocks, or a refusal. */

import { faultsOf, tooLong } from './block-faults.js';
import { type Json, objectsIn, stringOr } from './json.js';

export interface Content {
  text: string;
  blocks: Json[];
}

/** Slack cuts `text` here, in silence. */
const TEXT_CHARACTERS = 40_000;

/** The content, or Slack's refusal as its Web API words it. */
export function readContent(args: Json): { content: Content } | { refusal: Json } {
  if (args.markdown_text !== undefined && (args.text !== undefined || args.blocks !== undefined)) {
    return { refusal: refuse('markdown_text_conflict') };
  }
  const blocks = args.markdown_text ? [{ type: 'markdown', text: args.markdown_text }] : (args.blocks ?? []);
  if (!Array.isArray(blocks)) return { refusal: refuse('invalid_blocks_format') };
  const faults = faultsOf(blocks, 'message');
  if (faults.length > 0) return { refusal: refuse('invalid_blocks', faults) };
  if (tooLong(blocks)) return { refusal: refuse('msg_blocks_too_long') };
  const text = stringOr(args.text, '');
  if (text.trim() === '' && blocks.length === 0) return { refusal: refuse('no_text') };
  return { content: { text: text.slice(0, TEXT_CHARACTERS), blocks: objectsIn(blocks) } };
}

export function refuse(error: string, messages?: readonly string[]): Json {
  return { ok: false, error, ...(messages ? { response_metadata: { messages } } : {}) };
}

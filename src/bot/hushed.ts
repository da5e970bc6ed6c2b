import { readBlockId } from '../replies/block-id.js';
import type { Sharing } from '../replies/share.js';
import type { BotDeps } from './deps.js';
import { type Pressed, teamOf } from './pressed.js';

/** Where somebody asks: the channel, if there is one, and the team and user id. */
interface Asker {
  channel?: string | undefined;
  by: string;
}

/** Whether nothing is answered in public where somebody asks: in a channel that is not allowed, or that a lead has silenced. */
export function isHushed(
  { channel, by }: Asker,
  { stances, channels }: Pick<BotDeps, 'stances' | 'channels'>,
): boolean {
  if (channel === undefined) return false;
  return !isListed(channel, channels) || stances.of({ team: teamOf(by), channel }) === 'off';
}

/** Whether administrators have allowed a channel, by an empty list all of them. */
export function isListed(channel: string, channels: readonly string[]): boolean {
  return channels.length === 0 || channels.includes(channel);
}

/** Where an answer that only this person sees may be shared: in the thread of the message that it was looked up for, or here. */
export function sharingOf(pressed: Pressed, deps: Pick<BotDeps, 'stances' | 'channels'>): Sharing | undefined {
  const { block, share } = pressed;
  if (share === undefined || isHushed(pressed, deps)) return undefined;
  const { thread } = readBlockId(block);
  return thread === null ? share : { thread };
}

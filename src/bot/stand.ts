import {
  channelReply,
  isStance,
  notLeadReply,
  notSetReply,
  nowPausedReply,
  resumedReply,
  whichChannelReply,
} from '../replies/channel.js';
import type { Reply } from '../replies/reply.js';
import { EVERYWHERE, type Standing } from '../store/stance.js';
import type { BotDeps } from './deps.js';
import { isListed } from './hushed.js';
import { isLead, teamOf } from './pressed.js';

type StandDeps = Pick<BotDeps, 'stances' | 'channels' | 'keys' | 'leads' | 'now'>;

/** What anybody sees, and leads set: how a channel is answered in, and whether the FAQ is paused. */
export function createStand({ stances, channels, keys, leads, now }: StandDeps) {
  /** True where it was kept. */
  function set(what: Pick<Standing, 'team' | 'channel' | 'stance'>, by: string): Promise<boolean> {
    return stances.set({ ...what, person: keys.person(by), at: now() }).then(
      () => true,
      () => false,
    );
  }

  return {
    /** The stance of a channel; with the name of one, sets it. */
    async channel(name: string, by: string, channel: string | undefined): Promise<Reply> {
      if (channel === undefined) return whichChannelReply();
      const place = { team: teamOf(by), channel };
      const listed = isListed(channel, channels);
      if (!isStance(name)) return channelReply(stances.of(place), { listed, set: false });
      if (!isLead(by, leads)) return notLeadReply(leads);
      const kept = await set({ ...place, stance: name }, by);
      return kept ? channelReply(name, { listed, set: true }) : notSetReply();
    },

    async pause(by: string): Promise<Reply> {
      if (!isLead(by, leads)) return notLeadReply(leads);
      if (stances.paused() === null && !(await set({ ...EVERYWHERE, stance: 'off' }, by))) return notSetReply();
      return nowPausedReply(stances.paused() ?? now());
    },

    async resume(by: string): Promise<Reply> {
      if (!isLead(by, leads)) return notLeadReply(leads);
      if (stances.paused() !== null && !(await set({ ...EVERYWHERE, stance: 'mention' }, by))) return notSetReply();
      return resumedReply();
    },
  };
}

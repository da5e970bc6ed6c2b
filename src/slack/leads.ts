import type { Acted, Card, Telling } from '../bot/cards.js';
import type { SlackDeps } from './deps.js';
import type { Fault } from './faults.js';

/** Carries out what came of an act on a question that is handed to the leads. */
export interface Leads {
  /** `asker`: who is told where the leads cannot be reached. */
  carryOut(acted: Acted, asker?: string): Promise<void>;
}

const REMEDY = 'Invite the bot to the channel of LEADS_CHANNEL, open it again, or set another one and restart.';

/**
 * Cards stand in the leads' channel, each in one message that is changed; where that is gone, in a new one. Whoever asked is
 * told where they asked.
 */
export function createLeads({ bot, post, log }: Pick<SlackDeps, 'bot' | 'post' | 'log'>): Leads {
  async function carryOut({ card, tell, aloud }: Acted, asker?: string): Promise<void> {
    if (card !== null) {
      const ts = await show(card);
      if (ts !== null && aloud !== null) await post.here(inChannel(ts), aloud);
      if (ts === null && asker !== undefined)
        for (const { user, reply } of await bot.lost(card.id, asker)) await post.openly({ channel: user, user }, reply);
    }
    for (const each of tell) await tellOne(each);
  }

  /** Where the card stands; null where it stands nowhere. */
  async function show(card: Card): Promise<string | null> {
    const channel = bot.leadsChannel();
    if (channel === null) return null;
    const changed = card.ts === null ? null : await post.change({ channel, ts: card.ts }, card.reply);
    if (card.ts !== null && (changed === null || !isGone(changed))) {
      if (changed !== null) report(changed, channel);
      return changed === null ? card.ts : null;
    }
    let ts: string | null = null;
    const fault = await post.here(inChannel(undefined), card.reply, (where) => {
      ts = where.ts;
    });
    if (fault !== null) report(fault, channel);
    // Slack may have posted it, and its buttons work: nobody is told that it did not.
    if (fault?.recourse === 'unsure') return '';
    if (ts === null) return null;
    const later = await bot.carded(card, ts);
    if (later !== null) await post.change({ channel, ts }, later.reply);
    return ts;
  }

  /** In the place of what was told before, where it still stands. */
  async function tellOne({ notice, reply }: Telling): Promise<void> {
    const { copy, where } = notice;
    if (copy !== null && (await post.change(copy, reply)) === null) return bot.toldBy(notice, copy);
    const { channel, thread, user } = where;
    const posted = await post.openly({ channel, thread: thread ?? undefined, user }, reply);
    if (posted !== null) await bot.toldBy(notice, posted);
  }

  function inChannel(thread: string | undefined) {
    return { channel: bot.leadsChannel() ?? '', thread: thread === '' ? undefined : thread, user: '' };
  }

  function report({ kind }: Fault, channel: string): void {
    log.error({ kind, channel, remedy: REMEDY }, 'leads not reached');
  }

  return { carryOut };
}

/** The message was deleted, or stands in a channel that is no longer that of the leads. */
function isGone({ kind }: Fault): boolean {
  return kind === 'message_not_found' || kind === 'cant_update_message';
}

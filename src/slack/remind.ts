import type { SlackDeps } from './deps.js';
import { createLeads } from './leads.js';

/** Sends the reminders that are due now, by direct message. Whoever cannot be written to any more is reminded no longer. */
export async function sendReminders({ bot, post }: Pick<SlackDeps, 'bot' | 'post'>): Promise<void> {
  for await (const { user, reply, stop } of bot.reminders()) {
    const fault = await post.here({ channel: user, user }, reply);
    if (fault?.recourse === 'elsewhere') await stop();
  }
}

/** Tells whoever waits for the leads what the FAQ answers since, and changes the cards. */
export async function tellAnswered({ bot, post, log }: Pick<SlackDeps, 'bot' | 'post' | 'log'>): Promise<void> {
  const leads = createLeads({ bot, post, log });
  for await (const acted of bot.answeredSince()) await leads.carryOut(acted);
}

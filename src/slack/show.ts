import type { Reply } from '../replies/reply.js';
import type { SlackContext } from './app.js';
import type { Press } from './read.js';

/**
 * Shows a reply to a press. `in place`: instead of the message that holds the button, so that one question keeps one
 * reply. `beside`: in its thread, to the person who pressed alone. Where the response URL has expired, the person is
 * told in the channel, alone.
 */
export type Show = (press: Press, reply: Reply, manner: 'in place' | 'beside') => Promise<void>;

export function createShow({ respond, post }: Pick<SlackContext, 'respond' | 'post'>): Show {
  return async ({ responseUrl, thread, channel, user }, reply, manner) => {
    const how = manner === 'in place' ? ({ replace: true } as const) : ({ replace: false, thread } as const);
    const told = responseUrl !== undefined && (await respond(responseUrl, reply, how));
    if (!told) await post.privately({ channel, user, thread }, reply);
  };
}

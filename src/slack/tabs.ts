import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { SlackDeps } from './deps.js';
import { configurationRemedy, type Fault } from './faults.js';
import type { Press, View } from './read-interaction.js';

/** Whose Home it is. */
type Who = Pick<Press, 'user' | 'by'>;

/** What stands on the app's own tabs. `seen` is the Home that the person sees now. */
export interface Tabs {
  /** Publishes the Home where it holds something else than the one that is seen. */
  publish(who: Who, seen: View | undefined): Promise<void>;
  /** Publishes it as it is now, with its menus empty again: Slack tells of no pick that is the same as the one before. */
  renew(who: Who, seen: View): Promise<void>;
  /** Shows examples beside the messages; each tap asks one. No status is set while one is answered: that takes milliseconds, and would flicker. */
  prompt(channel: string): Promise<void>;
}

/**
 * What a Home holds is remembered by Slack itself, in the view, so that it is known after a restart and to every replica.
 * Page: https://docs.slack.dev/surfaces/app-home
 */
export function createTabs({ bot, client, log, observe }: Pick<SlackDeps, 'bot' | 'client' | 'log' | 'observe'>): Tabs {
  async function publishAs(mark: string, user_id: string, view: HomeView): Promise<void> {
    const { fault } = await client('views.publish', { user_id, view: { ...view, private_metadata: mark } });
    if (fault !== null) report(fault, 'home not published');
  }

  function report({ kind, recourse }: Fault, what: string): void {
    observe.slackFault(kind);
    if (recourse === 'configuration') log.error({ kind, remedy: configurationRemedy(kind) }, what);
    else log.warn({ kind }, what);
  }

  return {
    async publish({ user, by }, seen) {
      const view = (await bot.home(by))();
      const mark = markOf(view);
      if (seen?.about !== mark) await publishAs(mark, user, view);
    },

    async renew({ user, by }, { hash }) {
      const home = await bot.home(by);
      await publishAs(markOf(home()), user, home(hash));
    },

    async prompt(channel_id) {
      const prompts = bot.prompts();
      if (prompts.length === 0) return;
      const { fault } = await client('assistant.threads.setSuggestedPrompts', { channel_id, prompts });
      if (fault !== null) report(fault, 'prompts not shown');
    },
  };
}

/** Tells what a Home holds from what others hold. */
function markOf(view: HomeView): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('base64url');
}

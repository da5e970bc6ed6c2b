import type { App } from '@slack/bolt';
import { type Name, nameOf } from '../replies/names.js';
import type { SlackDeps } from './deps.js';
import { createWhole } from './lacking.js';
import { readOpened, readTyping } from './read-home.js';
import { createTabs } from './tabs.js';

/** Menus that find an entry as one types. */
const OF_ENTRIES = new Set<Name>(['pick', 'send', 'change']);

/** The app's own tabs: each is filled when somebody opens it, and nothing is pushed to anybody. Whoever opens one first is welcomed. */
export function register(app: App, deps: SlackDeps): void {
  const { bot, post, log } = deps;
  const whole = createWhole(log);
  const tabs = createTabs(deps);

  app.event('app_home_opened', async ({ body }) => {
    const opened = whole('opening', readOpened(body));
    if (opened === undefined) return;
    const { tab, user, by, channel, view } = opened;
    await (tab === 'home' ? tabs.publish({ user, by }, view) : tabs.prompt(channel));
    const welcome = await bot.welcome(by);
    if (welcome !== null) await post.openly({ channel, user }, welcome);
  });

  // All menus that find as one types are of entries, but those of sources in a form of the leads.
  app.options(/^/, async ({ body, ack }) => {
    const { action, by, text } = readTyping(body);
    const name = nameOf(action);
    if (name === 'cite') return ack({ options: bot.sourcesFor(text) });
    await ack({ options: name !== undefined && OF_ENTRIES.has(name) ? bot.lookUp(text, by) : [] });
  });
}

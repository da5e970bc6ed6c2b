import { describe, expect, it, onTestFinished } from 'vitest';
import type { Faq } from '../../src/faq/load.js';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { CHANNELS, LEADS_CHANNEL, PEOPLE } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { MENTION, matched, seen } from '../slack/matched.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const [channel, chloe] = [CHANNELS[0]?.id ?? '', PEOPLE[2]?.id ?? ''];
const OFFERED = ['painful', 'bruising', 'pressure'];
const LIKELY = OFFERED.map((entry) => ({ entry, confidence: 0.4 }));

/** What the FAQ finds in the question that stands before each kind of reply. */
const FOUND: Record<string, Parameters<typeof matched>[0]> = {
  answer: { decision: 'answer', entry: 'painful' },
  safety: { decision: 'answer', entry: 'pressure' },
  warned: {
    decision: 'answer',
    entry: 'painful',
    warnings: [
      { entry: 'refer', watched: 'night sweats' },
      { entry: 'anticoagulants', watched: 'eliquis' },
    ],
  },
  closest: { decision: 'suggest', offered: ['painful'], candidates: LIKELY },
  'did you mean': { decision: 'suggest', offered: OFFERED },
  'two in one': { decision: 'answer', entry: 'pressure', also: ['bruising'] },
  'read otherwise': {
    decision: 'answer',
    entry: 'painful',
    corrections: [{ typed: 'plantar fascitis', read: 'plantar fasciitis' }],
  },
  none: { decision: 'abstain' },
};

const SAID = [
  'help',
  'topics',
  'topic safety',
  'glossary',
  'glossary iastm',
  'sources',
  'privacy',
  'my data',
  'recent',
];
const MORE_SAID = ['why', 'forget me', 'channel', 'news', 'random', 'learn', 'quiz', 'hello'];

/** A conversation in which every kind of reply stands, by name, in the order in which they stand. */
async function everyKind() {
  const faq = await faqOf();
  const served: { faq: Faq } = { faq };
  const talk = await startConversation({
    faq: () => served.faq,
    slack: fromManifest(),
    leads: { people: [chloe], channel: LEADS_CHANNEL },
  });
  const names: string[] = [];
  const command = (text: string, user = talk.ask) => talk.slack.command({ channel, user, command: '/iastm', text });
  async function named(name: string) {
    const shown = await seen(talk, channel);
    while (names.length < shown.length) names.push(names.includes(name) ? `${name} again` : name);
  }
  for (const [name, found] of Object.entries(FOUND)) {
    served.faq = await matched(found);
    await command(`my pt asks, ${name}`);
    await named(name);
  }
  served.faq = faq;
  for (const text of [...SAID, ...MORE_SAID]) {
    await command(text);
    await named(text);
  }
  served.faq = await matched(FOUND.warned ?? {});
  await command('share this');
  await named('to share');
  const last = (await seen(talk, channel)).at(-1);
  await talk.slack.press({ channel, user: talk.ask, message_ts: last?.ts ?? '', label: 'Share' });
  await named('shared copy');
  await talk.slack.say({
    channel: channel,
    user: talk.ask,
    text: `${MENTION} Mrs Kowalski 555-867-5309, does it hurt`,
  });
  await command('pause', chloe);
  await command('does it hurt');
  await named('paused');
  return { talk, names };
}

/** What can be pressed or filled in, and what is seen only, as a screen reader names it, in its order. */
function namesHeard(tree: string): { role: string; name: string }[] {
  const heard = /^ *- '?(button|checkbox|combobox|group|img|link|radio|textbox)(?: "((?:[^"\\]|\\.)*)")?/gm;
  return [...tree.matchAll(heard)].map(([, role = '', name = '']) => ({ role, name }));
}

describe.skipIf(!CHROMIUM)('every kind of reply', () => {
  const browser = useBrowser();

  it('is heard in its order: the words, then what can be pressed, each by a name of its own, and last the tools of the page', async () => {
    const { talk, names } = await everyKind();
    const { url, stop } = await startPlayground({ slack: talk.slack, port: 0 });
    onTestFinished(stop);
    const page = await openPage(browser(), url, { viewport: SIZES.phone });
    const replies = page
      .getByRole('log')
      .first()
      .getByRole('article', { name: /^IASTM FAQ/ });
    await replies.last().waitFor();
    for (const [at, reply] of (await replies.all()).entries()) {
      const heard = namesHeard(await reply.ariaSnapshot());
      const end = heard.findIndex(({ role }) => role === 'group');
      const own = heard.slice(0, end);
      expect(
        heard.slice(end).map(({ name }) => name),
        names[at],
      ).toEqual([
        'Message by IASTM FAQ',
        'What a screen reader hears',
        'Inspect: what Slack sent, and what the bot did',
        ...(heard.length > end + 3 ? ['More actions'] : []),
      ]);
      expect(
        own.filter(({ name }) => !/^[^_]*\p{L}[^_]*$/u.test(name)),
        names[at],
      ).toEqual([]);
      const pressed = own.filter(({ role }) => role !== 'img' && role !== 'link').map(({ name }) => name);
      expect(pressed, names[at]).toEqual([...new Set(pressed)]);
    }
  });

  it('is read whole on a phone and a desk, light and dark: nothing is cut, nothing runs over, and axe finds nothing wrong', async () => {
    const { talk, names } = await everyKind();
    const { url, stop } = await startPlayground({ slack: talk.slack, port: 0 });
    onTestFinished(stop);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [size, viewport] of Object.entries(SIZES)) {
        // Pictures need all of a reply in sight.
        const screen = process.env.SCREENSHOTS ? { ...viewport, height: 3000 } : viewport;
        const page = await openPage(browser(), url, { bypassCSP: true, viewport: screen, colorScheme });
        const replies = page
          .getByRole('log')
          .first()
          .getByRole('article')
          .filter({ has: page.getByText('APP', { exact: true }) });
        await replies.last().waitFor();
        await expectAccessible(page);
        const faults = await replies.evaluateAll((articles) =>
          articles.flatMap((article) =>
            [article, ...article.querySelectorAll('button, select, p, li')].flatMap((it) =>
              it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 && getComputedStyle(it).display !== 'inline'
                ? [`${it.tagName} ${it.textContent?.slice(0, 60)}`]
                : [],
            ),
          ),
        );
        expect(faults, `${size} ${colorScheme}`).toEqual([]);
        if (!process.env.SCREENSHOTS) continue;
        for (const [at, reply] of (await replies.all()).entries())
          await reply.screenshot({ path: `${process.env.SCREENSHOTS}/${at}-${names[at]}-${size}-${colorScheme}.png` });
      }
  });
});

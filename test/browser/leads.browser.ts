import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { CHANNELS, LEADS_CHANNEL } from '../../src/playground/workspace.js';
import { card, LEAD, withLeads } from '../slack/leads.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const channel = CHANNELS[0]?.id ?? '';
const QUESTION = 'pt with night sweats, can we do it over a metal plate';

describe.skipIf(!CHROMIUM)('a question for the leads, in the playground', () => {
  const browser = useBrowser();

  it.each(Object.entries(SIZES))('is sent, answered and asked again on a %s', async (size, viewport) => {
    const talk = await withLeads(
      { warnings: [{ entry: 'refer', watched: 'night sweats' }] },
      { slack: fromManifest() },
    );
    const { slack } = talk;
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    const page = await openPage(browser(), url, { bypassCSP: true, viewport });
    const shoot = async (name: string) => {
      await expectAccessible(page);
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/lead-${name}-${size}.png` });
    };
    const menu = async (show: (page: Page) => Promise<void>) => {
      const button = page.getByRole('button', { name: 'Channels and people' });
      if ((await button.isVisible()) && (await button.getAttribute('aria-expanded')) === 'false') await button.click();
      await show(page);
    };

    await slack.say({ channel, user: talk.ask, text: `@IASTM FAQ ${QUESTION}` });
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText('The FAQ has no answer to that.').waitFor();
    await shoot('abstain');
    await thread.getByRole('button', { name: 'Ask a lead' }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByLabel('Your question').inputValue()).toBe(QUESTION);
    expect(await form.getByLabel('Tell me when it is answered').isChecked()).toBe(true);
    await shoot('form');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await form.getByText('on its way to the leads').waitFor();
    await shoot('sent');
    await form.getByRole('button', { name: 'Close' }).last().click();
    if (size === 'phone') await thread.getByRole('button', { name: 'Close thread' }).click();

    await menu((it) => it.getByRole('radio', { name: 'Chloe Martin' }).check());
    await menu((it) => it.getByRole('button', { name: /^leads \(private\)/ }).click());
    const log = page.getByRole('log');
    await log.getByText('A question for the leads').waitFor();
    await shoot('card');
    await log.getByRole('button', { name: 'Claim' }).click();
    await log.getByRole('button', { name: 'Take over' }).waitFor();
    await shoot('claimed');
    await log.getByRole('button', { name: /^Answer: / }).click();
    await form.getByLabel('Your answer').fill('Keep off the plate, and send them to me first.');
    await shoot('answer');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await form.getByText('Passed on to whoever asked.').waitFor();
    await form.getByRole('button', { name: 'Close' }).last().click();
    await log.getByRole('button', { name: 'Change the answer' }).waitFor();
    await shoot('answered');

    await menu((it) => it.getByRole('radio', { name: 'Anna Berg' }).check());
    await menu((it) => it.getByRole('button', { name: /^general/ }).click());
    await page.getByRole('button', { name: /2 replies/ }).click();
    await thread.getByText('not from the reviewed FAQ').waitFor();
    await shoot('told');
    await thread.getByRole('button', { name: 'Ask again' }).click();
    await thread.getByText('You asked again').waitFor();
    expect((await card(talk)).text).toContain('Open again');
    expect(slack.messages(LEADS_CHANNEL, LEAD).at(-1)?.text).toContain('open again');
  });
});

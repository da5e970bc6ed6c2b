import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { CHANNELS, LEADS, LEADS_CHANNEL, PEOPLE } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const channel = CHANNELS[0]?.id ?? '';
const [anna, ben] = [PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

describe.skipIf(!CHROMIUM)('who one acts as', () => {
  const browser = useBrowser();
  const person = (page: Page, name: string) => page.getByRole('radio', { name });
  const places = (page: Page) => page.getByRole('navigation', { name: 'Channels' });
  const leads = (page: Page) => places(page).getByText(/^leads/);

  /** A phone shows one thing at a time. */
  async function openSidebar(page: Page) {
    const menu = page.getByRole('button', { name: 'Channels and people' });
    if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
  }

  async function open(options: Parameters<typeof openPage>[2] = {}) {
    const leads = { people: [...LEADS], channel: LEADS_CHANNEL };
    const { slack } = await startConversation({ slack: fromManifest(), leads });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { slack, page: await openPage(browser(), url, { bypassCSP: true, ...options }) };
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `an answer that could be unsafe is told to the leads alone, who see it wait: %s, ${colorScheme}`,
      async (size, viewport) => {
        const { page } = await open({ colorScheme, viewport });
        await openSidebar(page);
        expect(await leads(page).isVisible()).toBe(false);
        if (size === 'phone') await page.getByRole('button', { name: 'Channels and people' }).click();
        await page.getByRole('button', { name: 'does it hurt??' }).click();
        if (size === 'phone') await page.getByRole('button', { name: '1 reply' }).click();
        const thread = page.getByRole('region', { name: 'Thread' });
        await thread.getByRole('button', { name: 'This answer was not helpful' }).click();
        await thread.getByRole('button', { name: 'It could be unsafe' }).click();
        await thread.getByText('Only visible to you').waitFor();
        if (size === 'phone') await thread.getByRole('button', { name: 'Close thread' }).click();
        await openSidebar(page);
        await person(page, 'Chloe Martin lead 1 new').waitFor();
        await expectAccessible(page);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/roles-${size}-${colorScheme}.png` });
        await person(page, 'Chloe Martin').check();
        await openSidebar(page);
        await places(page).getByRole('button', { name: 'leads (private) 1 new' }).click();
        await page.getByRole('log').getByText('could be unsafe').waitFor();
        await page.getByText('Private: the leads and the bot').waitFor();
        expect(await page.getByText('Only visible to you').count()).toBe(0);
        await expectAccessible(page);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/leads-${size}-${colorScheme}.png` });
        await openSidebar(page);
        await person(page, 'Ben Okoro new hire').check();
        await page.getByRole('heading', { name: '# general' }).first().waitFor();
        await openSidebar(page);
        await person(page, 'Chloe Martin lead').waitFor();
        expect(await person(page, 'Chloe Martin lead 1 new').count()).toBe(0);
        expect(await person(page, 'Dan Ito lead, clinician 1 new').count()).toBe(1);
      },
    );

  it('with the keyboard alone: arrows take another person on, who finds what came for them', async () => {
    const { page, slack } = await open();
    await slack.say({ channel, user: anna, text: '@IASTM FAQ does it hurt?' });
    await person(page, 'Anna Berg').focus();
    await page.keyboard.press('ArrowDown');
    await person(page, 'Ben Okoro new hire').waitFor();
    expect(await person(page, 'Ben Okoro').isChecked()).toBe(true);
    expect(await person(page, 'Ben Okoro').evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => leads(page).count()).toBe(1);
    expect(slack.messages(LEADS_CHANNEL, ben)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await person(page, 'Dan Ito').isChecked()).toBe(true);
  });

  it('each has a Home of their own, and prompts to tap', async () => {
    const { page } = await open();
    for (const name of ['Anna Berg', 'Dan Ito']) {
      await person(page, name).check();
      await places(page).getByRole('button', { name: 'IASTM FAQ' }).click();
      await page.getByRole('tab', { name: 'Home' }).click();
      await page.getByRole('tabpanel', { name: 'Home' }).getByRole('textbox', { name: 'Your question' }).waitFor();
      await page.getByRole('tab', { name: 'Messages' }).click();
      expect(await page.getByRole('region', { name: 'Welcome' }).getByRole('button').count()).toBeGreaterThan(3);
    }
  });
});

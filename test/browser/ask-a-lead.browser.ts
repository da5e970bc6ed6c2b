import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { LEADS, LEADS_CHANNEL } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

describe.skipIf(!CHROMIUM)('a question that is handed to the leads', () => {
  const browser = useBrowser();
  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });
  const dialog = (page: Page) => page.getByRole('dialog');

  async function open(options: BrowserContextOptions) {
    const leads = { people: [...LEADS], channel: LEADS_CHANNEL };
    const { slack } = await startConversation({ slack: fromManifest(), leads });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return openPage(browser(), url, { bypassCSP: true, ...options });
  }

  /** Acts as somebody, in a channel. A phone has both behind a menu. */
  async function become(page: Page, person: RegExp, channel: RegExp) {
    const menu = page.getByRole('button', { name: 'Channels and people' });
    if (await menu.isVisible()) await menu.click();
    await page.getByRole('radio', { name: person }).check();
    await page.getByRole('navigation').getByRole('button', { name: channel }).click();
  }

  // The whole way is in leads.browser.ts, in light.
  it('Escape closes the form and not the thread behind it, and an answer without words is told at its field', async () => {
    const page = await open({ viewport: SIZES.phone, colorScheme: 'dark' });
    const seen = async (name: string) => {
      await expectAccessible(page);
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/dark-${name}.png` });
    };
    await page.getByRole('button', { name: 'what is the wifi password' }).click();
    await page.getByRole('button', { name: '1 reply' }).click();
    await thread(page).getByRole('button', { name: 'Ask a lead' }).click();
    await dialog(page).getByRole('textbox', { name: 'Your question' }).waitFor();
    await seen('form');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('I tell you when it is answered.').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await thread(page).waitFor();
    await thread(page).getByRole('button', { name: 'Close thread' }).click();

    await become(page, /^Chloe Martin lead 1 new/, /^leads/);
    const card = page.getByRole('log', { name: '# leads' }).getByRole('article').last();
    await card.getByText('what is the wifi password').waitFor();
    await card.getByRole('button', { name: 'Claim' }).click();
    await card.getByText('Claimed by').waitFor();
    await seen('card');
    await card.getByRole('button', { name: 'Answer' }).click();
    const box = dialog(page).getByRole('textbox').first();
    await box.waitFor();
    await dialog(page).locator('.primary').click();
    await dialog(page).getByText('Please complete this required field.').first().waitFor();
    await seen('error');
  });
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, useBrowser, WHY_SKIPPED } from './browser.js';

if (!CHROMIUM) process.stderr.write(`Browser tests skipped: ${WHY_SKIPPED}\n`);

describe.skipIf(!CHROMIUM)('the playground, with the real bot', () => {
  const browser = useBrowser();

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const { slack } = await startConversation({ slack: fromManifest() });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return openPage(browser(), url, options);
  }

  const channelLog = (page: Page) => page.getByRole('log', { name: '# general' });
  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });

  it('an example question is answered in a thread that opens beside, with its sources', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    await thread(page).getByText('IASTM can hurt').first().waitFor();
    await thread(page).getByRole('button', { name: 'Sources and review' }).click();
    await thread(page).getByRole('button', { name: 'Sources and review' }).waitFor();
    await channelLog(page).getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('without a mention the bot stays silent, and the page says why and helps', async () => {
    const page = await open();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill('does it hurt??');
    await page.getByText('The bot answers when it is mentioned: @IASTM FAQ').waitFor();
    await box.press('Enter');
    await channelLog(page).getByRole('button', { name: 'Ask with a mention' }).click();
    expect(await box.inputValue()).toBe('@IASTM FAQ does it hurt??');
    await box.press('Enter');
    await thread(page).getByText('IASTM can hurt').first().waitFor();
  });

  it('a vote lights up, its answer is for the voter only, and the other person does not see it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    const vote = thread(page).getByRole('button', { name: 'This answer was not helpful' });
    await vote.click();
    await thread(page).getByText('Only visible to you').waitFor();
    expect(await vote.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('radio', { name: 'Ben Okoro' }).check();
    await channelLog(page).getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('a message that another takes the place of hands the keyboard on', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    await thread(page).getByRole('button', { name: 'This answer was not helpful' }).press('Enter');
    await thread(page).getByRole('button', { name: 'I do not understand it' }).press('Enter');
    const kept = thread(page).getByRole('article').filter({ hasText: 'Kept for the leads' });
    await kept.waitFor();
    expect(await kept.evaluate((article) => article === article.ownerDocument.activeElement)).toBe(true);
  });

  it('a related question opens beside, and a topic is picked from the menu', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'what is the wifi password' }).click();
    await thread(page).getByText('The FAQ has no answer to that.').waitFor();
    await thread(page).getByRole('combobox').selectOption({ index: 2 });
    await thread(page).getByText('Only visible to you').waitFor();
    await thread(page).getByRole('article').last().locator('.body').getByRole('button').first().click();
    await expect.poll(() => thread(page).getByText('Only visible to you').count()).toBe(2);
  });

  it('a slash command is suggested as one types, and its answer is private', async () => {
    const page = await open();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.pressSequentially('/');
    await page.getByRole('option', { name: /\/iastm.*help/ }).waitFor();
    await box.press('Enter');
    await box.pressSequentially('topics');
    await box.press('Enter');
    await channelLog(page).getByText('Only visible to you').waitFor();
    await channelLog(page).getByRole('combobox').waitFor();
  });

  it('a direct message needs no mention', async () => {
    const page = await open();
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    const box = page.getByRole('textbox', { name: 'Message IASTM FAQ' });
    await box.fill('does it hurt??');
    await box.press('Enter');
    await page.getByRole('log', { name: 'IASTM FAQ' }).getByText('IASTM can hurt').first().waitFor();
  });

  it('works with the keyboard alone: ask, walk to the thread, leave it, change the channel', async () => {
    const page = await open();
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id);
    expect(await focused()).toBe('composer-channel');
    await page.keyboard.type('@ia');
    await page.keyboard.press('Tab');
    await page.keyboard.type('does it hurt??');
    await page.keyboard.press('Enter');
    await thread(page).getByText('IASTM can hurt').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await thread(page).count()).toBe(0);
    expect(await focused()).toMatch(/1 reply/);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('composer-thread');
    await page.keyboard.press('Escape');
    await page.locator('[aria-current=page]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Message #clinic-floor' }).waitFor();
  });

  it('what people type is text: no markup, no ping', async () => {
    const page = await open();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill('@IASTM FAQ <img src=x onerror=alert(1)> <!channel> & *b*');
    await box.press('Enter');
    await channelLog(page).getByText('<img src=x onerror=alert(1)> <!channel> & *b*').waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing wrong in %s', async (colorScheme) => {
    const page = await open({ colorScheme, bypassCSP: true });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    await thread(page).getByText('IASTM can hurt').first().waitFor();
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/');
    await expectAccessible(page);
  });

  it('fits 360 pixels: nothing hangs over, the menu opens, the thread takes the screen', async () => {
    const page = await open({ viewport: { width: 360, height: 700 }, bypassCSP: true });
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    await channelLog(page).getByRole('button', { name: '1 reply' }).click();
    await thread(page).getByText('IASTM can hurt').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const overhang = () =>
      page.evaluate(() => [...document.querySelectorAll('.log')].some((log) => log.scrollWidth > log.clientWidth));
    expect(await overhang()).toBe(false);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Close thread' }).click();
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'clinic-floor' }).click();
    await page.getByRole('textbox', { name: 'Message #clinic-floor' }).waitFor();
  });
});
